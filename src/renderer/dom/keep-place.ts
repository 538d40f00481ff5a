// Repainting takes nodes out of the page, and the selection and the keyboard focus that stood on
// them. This puts both back.
import type { TextMap } from './text-offsets.ts'

/**
 * Notes the selection and the focused mark if a change of the given blocks' elements could disturb them.
 * Gives a function that restores both without scrolling; null where nothing is at stake.
 */
export function keepPlace(map: TextMap, elements: ReadonlySet<Element>): (() => void) | null {
  const restoreSelection = keepSelection(map, elements)
  const restoreFocus = keepFocus(map, elements)
  if (!restoreSelection && !restoreFocus) return null
  return () => {
    restoreFocus?.()
    restoreSelection?.()
  }
}

function keepSelection(map: TextMap, elements: ReadonlySet<Element>): (() => void) | null {
  const selection = map.host.ownerDocument.getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !anchorNode || !focusNode) return null
  const { anchorOffset, focusOffset, isCollapsed } = selection
  const anchorMoves = blockAround(anchorNode, elements) !== null
  const focusMoves = blockAround(focusNode, elements) !== null
  if (!anchorMoves && !focusMoves) return null
  const anchor = anchorMoves ? map.offsetOf(anchorNode, anchorOffset) : null
  const focus = focusMoves ? map.offsetOf(focusNode, focusOffset) : null
  const position = anchorNode.compareDocumentPosition(focusNode)
  const forwards =
    anchorNode === focusNode
      ? anchorOffset <= focusOffset
      : (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return () => {
    const from =
      anchor === null
        ? { node: anchorNode, offset: anchorOffset }
        : map.pointAt(anchor, forwards ? 'start' : 'end')
    const to = isCollapsed
      ? from
      : focus === null
        ? { node: focusNode, offset: focusOffset }
        : map.pointAt(focus, forwards ? 'end' : 'start')
    const same =
      selection.anchorNode === from.node &&
      selection.anchorOffset === from.offset &&
      selection.focusNode === to.node &&
      selection.focusOffset === to.offset
    if (!same) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }
}

function keepFocus(map: TextMap, elements: ReadonlySet<Element>): (() => void) | null {
  const active = map.host.ownerDocument.activeElement
  const mark = active?.closest<HTMLElement>('mark.highlight')
  if (!mark || mark !== active) return null
  const block = blockAround(mark, elements)
  const start = map.offsetOf(mark, 0)
  const id = mark.dataset.ids?.split(' ').at(-1)
  if (!block || start === null || id === undefined) return null
  return () => {
    const marks = [...block.querySelectorAll<HTMLElement>('mark.highlight')]
    const its = marks.filter((candidate) => candidate.dataset.ids?.split(' ').includes(id))
    const next = its.find((candidate) => map.offsetOf(candidate, 0) === start) ?? its[0]
    // Without a mark to stand on, the keyboard stays in the article.
    ;(next ?? map.host).focus({ preventScroll: true })
  }
}

/** The one of the blocks that a node is in: by the node's own way up, however many blocks there are. */
function blockAround(node: Node, blocks: ReadonlySet<Element>): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('[data-block]') ?? null
  return block !== null && blocks.has(block) ? block : null
}
