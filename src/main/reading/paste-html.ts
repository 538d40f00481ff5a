// Makes a document of copied HTML that holds nothing but text and its shape: the reader may open the
// file in a browser, so nothing in it may run, load or style anything.

import { html as htmlNames, parse } from 'parse5'
import { own } from '../../shared/own.ts'
import { isHidden } from './html/chrome.ts'
import {
  attribute,
  type Element,
  elementsOf,
  isElement,
  isText,
  type Node,
  neverText,
  textOf,
} from './html/dom.ts'

export interface CleanHtml {
  readonly document: string
  readonly title: string | null
  /** The beginning of its text; '' when it shows none. */
  readonly text: string
}

/** Elements that stay, each without its attributes but for those of `keptAttributes`. */
const keptElements: ReadonlySet<string> = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 blockquote q ul ol li dl dt dd pre code kbd samp em strong b i u s cite ' +
    'sub sup a br hr table thead tbody tfoot tr th td caption figure figcaption div article ' +
    'section header footer nav aside main address time'
  ).split(' '),
)
const keptAttributes: Readonly<Record<string, readonly string[] | undefined>> = {
  a: ['href'],
  time: ['datetime'],
  ol: ['start'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
}
const empty: ReadonlySet<string> = new Set(['br', 'hr'])
const deepest = 200

/** Takes a page or a fragment, with what browsers and word processors put around it. */
export function cleanHtml(html: string): CleanHtml {
  const tree = parse(fragmentOf(html))
  const elements = [...elementsOf(tree)]
  const body = elements.find(({ tagName }) => tagName === 'body')
  const text = body ? textOf(body) : ''
  const inside = body ? write(body) : ''
  const named = elements.find(
    ({ tagName, namespaceURI }) => tagName === 'title' && namespaceURI === htmlNames.NS.HTML,
  )
  const heading = elements.find((element) => nameFor(element) === 'h1')
  const title =
    (heading && textOf(heading, 300)) || (named && plainText(named).slice(0, 300)) || null
  const head = title === null ? '' : `<title>${escaped(title)}</title>\n`
  const document = `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n${head}</head>\n<body>\n${inside.trim()}\n</body>\n</html>\n`
  return { document, title, text: /[\p{L}\p{N}]/u.test(inside.replace(/<[^>]*>/g, '')) ? text : '' }
}

/** What was selected, where the clipboard says so. Windows puts a header of its own before it. */
function fragmentOf(html: string): string {
  const begin = html.indexOf('<!--StartFragment')
  const end = html.lastIndexOf('<!--EndFragment')
  const from = begin < 0 ? -1 : html.indexOf('-->', begin)
  if (from >= 0 && end > from) {
    const title = /<title[^<>]*>[^<]*<\/title>/i.exec(html.slice(0, begin))?.[0] ?? ''
    return title + html.slice(from + 3, end)
  }
  return html.replace(/^Version:[\d.]+\r?\n(?:\w+:[^\r\n]*\r?\n)*/, '')
}

type Step = { readonly node: Node } | { readonly close: string }

/** The tree's text and shape as HTML. Keeps its own stack: what is copied may nest without end. */
function write(body: Element): string {
  const out: string[] = []
  const open: string[] = []
  const steps: Step[] = []
  const enter = (children: readonly Node[]): void => {
    for (let i = children.length - 1; i >= 0; i--) {
      const node = children[i]
      if (node) steps.push({ node })
    }
  }
  enter(body.childNodes)
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('close' in step) {
      out.push(`</${step.close}>`)
      open.pop()
    } else if (isText(step.node)) out.push(escaped(step.node.value))
    else if (isElement(step.node)) element(step.node)
  }
  return out.join('')

  function element(node: Element): void {
    const { tagName, namespaceURI } = node
    // Namesakes in SVG and MathML are other things, and their text is no article's.
    if (namespaceURI !== htmlNames.NS.HTML || neverText.has(tagName) || isHidden(node)) return
    const name = nameFor(node)
    if (name === null || open.length >= deepest) {
      enter(node.childNodes)
      return
    }
    out.push(startTag(node, name))
    if (empty.has(name)) return
    open.push(name)
    steps.push({ close: name })
    enter(node.childNodes)
  }
}

/** What an element becomes; null when only its content stays. */
function nameFor(node: Element): string | null {
  const { tagName } = node
  // Google Docs wraps all that is copied into a bold element which is not bold.
  const style = (attribute(node, 'style') ?? '').toLowerCase()
  const isBold = /font-weight:\s*(?:bold|[6-9]00)/.test(style)
  const isItalic = /font-style:\s*italic/.test(style)
  if (tagName === 'b' && /font-weight:\s*(?:normal|400)/.test(style)) return null
  if (tagName === 'span' || tagName === 'font') return isBold ? 'b' : isItalic ? 'i' : null
  if (tagName === 'p') return officeHeading(node) ?? 'p'
  return keptElements.has(tagName) ? tagName : null
}

/** Word's own styles for headings. */
function officeHeading(node: Element): string | null {
  const name = attribute(node, 'class') ?? ''
  if (/^Mso(?:Title)$/.test(name)) return 'h1'
  const level = /^MsoHeading([1-6])$/.exec(name)?.[1]
  return level === undefined ? null : `h${level}`
}

function startTag(node: Element, name: string): string {
  let tag = `<${name}`
  for (const key of own(keptAttributes, name) ?? []) {
    const value = attribute(node, key)
    if (value !== null && isHarmless(key, value)) tag += ` ${key}="${escaped(value)}"`
  }
  return `${tag}>`
}

function isHarmless(key: string, value: string): boolean {
  if (key === 'href') return /^(?:https?:\/\/|mailto:)[^\s"'<>`]+$/i.test(value)
  if (key === 'datetime') return /^[\dT:.+\-Z ]{4,40}$/.test(value)
  return /^-?\d{1,6}$/.test(value)
}

function plainText(node: Element): string {
  const first = node.childNodes[0]
  return first && isText(first) ? first.value.replace(/\s+/g, ' ').trim() : ''
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;')
