// From a place in an article's DOM to the offset in its text.

/**
 * The UTF-16 offset of a place in the DOM of an article that `buildArticle` has written; null outside
 * the host.
 */
export function offsetOfPoint(host: HTMLElement, node: Node, nodeOffset: number): number | null {
  if (!host.contains(node)) return null
  const element = node instanceof Element ? node : node.parentElement
  const base = element === host ? null : (element?.closest<HTMLElement>('[data-start]') ?? null)
  // A picture has no text: whatever is in it stands where it stands.
  if (base?.dataset.picture !== undefined) return textBefore(base)
  if (base?.dataset.block !== undefined) {
    const before = host.ownerDocument.createRange()
    before.setStart(base, 0)
    before.setEnd(node, nodeOffset)
    return numberOf(base.dataset.start) + before.toString().length
  }
  // Between blocks: back over bare text to an element that knows where it ends.
  const isText = node instanceof CharacterData
  let length = isText ? nodeOffset : 0
  let sibling = isText ? node.previousSibling : (node.childNodes[nodeOffset - 1] ?? null)
  for (; sibling; sibling = sibling.previousSibling) {
    const end = sibling instanceof HTMLElement ? sibling.dataset.end : undefined
    if (end !== undefined) return numberOf(end) + length
    length += sibling.textContent?.length ?? 0
  }
  return numberOf(base?.dataset.start) + length
}

/** The offset of a picture: of the block it stands before, or of its place in a row. */
function textBefore(picture: HTMLElement): number {
  const row = picture.closest<HTMLElement>('[data-block]')
  return numberOf(row ? row.dataset.start : picture.dataset.start)
}

const numberOf = (value: string | undefined): number => Number(value ?? 0)
