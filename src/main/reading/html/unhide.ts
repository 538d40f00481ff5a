// What a page holds but does not show: text under `hidden` or `aria-hidden` that a script was to bring
// to light, and shadow roots written into the page. Where nearly nothing else is shown it is read; where
// it is left out, the reader is told.
import { isHidden } from './chrome.ts'
import { attribute, type Element, elementsOf, leafTextOf, type Parent } from './dom.ts'

/** Characters of text; less is a menu or a notice. */
const least = 300

const isShadow = (element: Element): element is Element & { content: Parent } =>
  element.tagName === 'template' &&
  'content' in element &&
  (attribute(element, 'shadowrootmode') ?? attribute(element, 'shadowroot')) !== null

/** Shows the hidden parts of a page that hold much text, changing the tree. Gives whether there were any. */
export function showHidden(elements: readonly Element[]): boolean {
  let shown = false
  for (const element of elements) {
    if (isShadow(element)) {
      put(element)
      shown = true
    } else if (isHidden(element) && leafTextOf(element, 4 * least).length >= least) {
      element.attrs = element.attrs.filter(
        ({ name, value }) =>
          !/^(?:hidden|aria-hidden)$/.test(name) &&
          !(name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) &&
          !(name === 'class' && isHidden({ ...element, attrs: [{ name, value }] })),
      )
      shown = true
    }
  }
  return shown
}

/** Makes a shadow root an element of the page. */
function put(element: Element & { content: Parent }): void {
  element.tagName = 'div'
  element.nodeName = 'div'
  element.attrs = []
  element.childNodes = element.content.childNodes
  for (const child of element.childNodes) child.parentNode = element
}

/** How many characters of prose a page hides within a part of it; notices and menus not counted. */
export function hiddenProse(part: Parent): number {
  let sum = 0
  for (const element of elementsOf(part, (inner) => !isHidden(inner) && !isShadow(inner))) {
    if (isShadow(element)) sum += proseIn(element.content)
    else if (isHidden(element)) sum += proseIn(element)
  }
  return sum
}

function proseIn(part: Parent): number {
  let sum = 0
  for (const element of elementsOf(part))
    if (element.tagName === 'p') {
      const { length } = leafTextOf(element, 2000)
      if (length >= 60) sum += length
    }
  return sum
}
