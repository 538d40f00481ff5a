// The elements of single blocks, of the white space between them and of a run of furniture.
import type { Block } from '../../shared/model/article.ts'

/** The empty element of a block: what it is, what it says of itself, its marker. */
export function blockElement(document: Document, block: Block, index: number): HTMLElement {
  const element = document.createElement(tagOf(block))
  // A row's cells have directions of their own; the order of the cells is the table's.
  if (block.kind !== 'table-row') element.dir = 'auto'
  element.dataset.block = String(index)
  if (block.kind === 'caption') element.className = 'caption'
  if (block.kind === 'list-item') {
    element.className = 'list-item'
    element.setAttribute('role', 'listitem')
    if (block.level !== undefined) {
      element.dataset.level = String(block.level)
      element.setAttribute('aria-level', String(block.level))
    }
  }
  if (block.kind === 'footnote') {
    element.className = 'footnote'
    element.setAttribute('role', 'doc-footnote')
  }
  if (block.marker !== undefined && block.kind !== 'table-row')
    element.dataset.marker = block.marker
  if (block.breaks) element.dataset.breaks = ''
  if (block.role) element.dataset.role = block.role
  if (block.furniture) {
    element.dataset.furniture = ''
    if (block.why !== undefined) element.title = block.why
  }
  return element
}

function tagOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      // The pane's header holds the only h1.
      return `h${Math.min((block.level ?? 1) + 1, 6)}`
    case 'quote':
      return 'blockquote'
    case 'preformatted':
      return 'pre'
    case 'list-item':
    case 'footnote':
    case 'table-row':
      return 'div'
    case 'paragraph':
    case 'caption':
      return 'p'
  }
}

/** White space between blocks. A no-break space would draw a line of its own, so that is hidden. */
export function separator(document: Document, text: string, start: number, end: number): Node {
  const space = text.slice(start, end)
  if (/^[ \t\n\r\f]*$/.test(space)) return document.createTextNode(space)
  const element = document.createElement('span')
  element.className = 'separator'
  element.dataset.start = String(start)
  element.dataset.end = String(end)
  element.append(space)
  return element
}

/**
 * Whether a block goes into a run of furniture. The headline of a page is furniture that the header
 * shows: it is hidden by itself, and a picture between it and the byline stays the text's.
 */
export const isInRun = (block: Block | undefined): boolean =>
  block?.furniture === true && !(block.role === 'title' && block.kind === 'heading')

/** Reasons told of one run at most: a long page has many lines that are furniture for few reasons. */
const reasonsMost = 4

/**
 * Makes an element the frame of the furniture that begins at a block. Its mark is a button without
 * text, so that the article's text stays what it is; it says why, and unfolds the run.
 */
export function openRun(
  element: HTMLElement,
  blocks: readonly Block[],
  first: number,
): HTMLElement {
  const reasons = new Set<string>()
  for (let index = first; isInRun(blocks[index]); index++) {
    const why = blocks[index]?.why
    if (why !== undefined && reasons.size < reasonsMost) reasons.add(why)
  }
  const why = [...reasons].join('; ')
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', 'Page furniture')
  const mark = element.ownerDocument.createElement('button')
  mark.type = 'button'
  mark.className = 'furniture-mark'
  mark.dataset.why = why === '' ? 'Page furniture' : why
  mark.title = mark.dataset.why
  mark.setAttribute('aria-label', why === '' ? 'Page furniture' : `Page furniture: ${why}`)
  mark.setAttribute('aria-expanded', 'false')
  element.append(mark)
  return element
}
