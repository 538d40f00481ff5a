// The few questions we ask of a parse5 tree, typed.
import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Parent = DefaultTreeAdapterTypes.ParentNode
export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is TextNode => node.nodeName === '#text'

/** An attribute's value; null without it. */
export function attribute(element: Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return null
}

/**
 * Visits every element below a node in the order of the document, without recursion.
 * @param enters asked of an element after its visit: whether those below it are visited too
 */
export function* elementsOf(
  root: Parent,
  enters: (element: Element) => boolean = () => true,
): Generator<Element> {
  const stack: Node[] = []
  const pushChildren = (parent: Parent): void => {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) {
      const child = parent.childNodes[i]
      if (child !== undefined) stack.push(child)
    }
  }
  pushChildren(root)
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    if (enters(node)) pushChildren(node)
  }
}

/**
 * The text below an element, white space collapsed, cut after `most` characters. Looks at so many
 * nodes and a few more, so that it can be asked of elements that nest in one another.
 */
export function textOf(element: Element, most = 1000): string {
  const stack: Node[] = [...element.childNodes].reverse()
  let text = ''
  let left = most + 200
  for (let node = stack.pop(); node !== undefined && text.length < most; node = stack.pop()) {
    if (--left < 0) break
    if (isText(node)) text += node.value
    else if (isElement(node) && !neverText.has(node.tagName)) {
      if (node.tagName === 'br' || blockTags.has(node.tagName)) text += ' '
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, most)
}

/** The text in an element itself, white space collapsed. */
export const ownText = (element: Element): string =>
  element.childNodes
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** As `textOf`, with a space wherever an element begins or ends: labels stand apart by style alone. */
export function leafTextOf(element: Element, most = 1000): string {
  const parts: string[] = []
  let length = 0
  for (const node of nodesIn(element, most + 200)) {
    parts.push(node.value)
    length += node.value.trim().length
    if (length >= most) break
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim().slice(0, most)
}

/** The text nodes below an element that are shown, of at most so many nodes. */
function* nodesIn(element: Element, most: number): Generator<TextNode> {
  const stack: Node[] = element.childNodes.slice(0, most).reverse()
  let left = most
  for (let node = stack.pop(); node !== undefined && --left >= 0; node = stack.pop()) {
    if (isText(node)) yield node
    else if (isElement(node) && !neverText.has(node.tagName))
      stack.push(...node.childNodes.slice(0, left).reverse())
  }
}

/** Elements whose content is never shown as text. */
export const neverText: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'head',
  'title',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'map',
  'select',
  'datalist',
  'textarea',
  'input',
  'progress',
  'meter',
  'frameset',
  'noframes',
  'param',
  'source',
  'track',
  'link',
  'meta',
  'base',
  'colgroup',
  'rp',
  'annotation',
  'annotation-xml',
  'dialog',
])

/** Elements that stand on lines of their own. */
export const blockTags: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'ul',
  'search',
  'xmp',
  'listing',
  'plaintext',
  'optgroup',
  'option',
  'button',
])
