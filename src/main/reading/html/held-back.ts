// Some pages keep their article in a part that only a script shows: a template, or what is there for
// browsers without scripts. Where a page shows next to nothing, that part takes its place.
import { parseFragment } from 'parse5'
import { attribute, type Element, isElement, type Parent } from './dom.ts'

/** Characters of markup; less is a counter or a picture. */
const least = 400

const kinds: readonly ((element: Element) => string | null)[] = [
  (element) =>
    element.tagName === 'script' &&
    /^text\/(?:x-)?(?:template|html|handlebars)/i.test(attribute(element, 'type') ?? '')
      ? rawOf(element)
      : null,
  (element) => (element.tagName === 'noscript' ? rawOf(element) : null),
]

/** Puts into a page what it holds back, changing the tree. Gives whether there was anything. */
export function showHeldBack(elements: readonly Element[]): boolean {
  for (const markup of kinds) {
    let shown = false
    for (const element of elements) {
      const raw = markup(element)
      if (raw === null || raw.length < least) continue
      put(parseFragment(raw), element)
      shown = true
    }
    if (shown) return true
  }
  for (const element of elements)
    if (element.tagName === 'template' && 'content' in element) {
      const content = element.content as Parent
      if (content.childNodes.some(isElement)) put(content, element)
    }
  return false
}

function rawOf(element: Element): string {
  const [text] = element.childNodes
  return text !== undefined && 'value' in text ? text.value : ''
}

/** Makes an element that is never shown a plain one with the given children. */
function put(content: Parent, element: Element): void {
  element.tagName = 'div'
  element.nodeName = 'div'
  element.attrs = []
  element.childNodes = content.childNodes
  for (const child of content.childNodes) child.parentNode = element
}
