// Writes an article's text into the page, once. From offsets and DOM calls only, so that nothing an
// article contains can become markup; and so that `host.textContent === article.text` holds exactly.
import type { Block, InlineSpan } from '../../shared/model/article.ts'
import { blockContent, blockIndexAt } from '../../shared/text/blocks.ts'
import { fillInline } from './fill-inline.ts'

/** What of an article is shown. */
export interface ArticleText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly spans: readonly InlineSpan[]
}

/** A chunk ends after this many blocks, or later where a list or a run of furniture goes on … */
const chunkBlocks = 50
/** … but never later than this. */
const chunkBlocksMost = 100

/**
 * Replaces the host's children by the article: `div.chunk`s of blocks, one element a block, the
 * white space between blocks as bare text nodes. Containers and blocks carry `data-start` and
 * `data-end`: the offsets of the text in them.
 */
export function buildArticle(host: HTMLElement, article: ArticleText): void {
  const { text, blocks } = article
  const document = host.ownerDocument
  const spansOf = groupSpans(article)
  const fragment = document.createDocumentFragment()
  let chunk: HTMLElement | null = null
  let run: HTMLElement | null = null
  let list: HTMLElement | null = null
  let chunkSize = 0
  let chunkHeight = 0
  /** Up to here the text is written. */
  let at = 0

  const open = (parent: ParentNode, className: string): HTMLElement => {
    const element = document.createElement('div')
    element.className = className
    element.dataset.start = String(at)
    parent.append(element)
    return element
  }
  const close = (element: HTMLElement | null): null => {
    if (element) element.dataset.end = String(at)
    return null
  }
  const separate = (parent: HTMLElement, end: number): void => {
    if (end > at) parent.append(separator(document, text, at, end))
    at = Math.max(at, end)
  }
  const closeChunk = (end: number): void => {
    list = close(list)
    run = close(run)
    if (!chunk) return
    separate(chunk, end)
    // In em, so that the estimate follows the reader's text size; `auto` keeps the true size once known.
    chunk.style.containIntrinsicBlockSize = `auto ${chunkHeight.toFixed(1)}em`
    chunk = close(chunk)
    chunkSize = 0
    chunkHeight = 0
  }

  blocks.forEach((block, index) => {
    const { start, end } = blockContent(text, block)
    if (start === end) return
    const furniture = block.furniture === true
    const item = block.kind === 'list-item'
    const sameRun: boolean = furniture && run !== null
    const sameList: boolean = item && list !== null && furniture === (run !== null)
    if (chunkSize >= (sameRun || sameList ? chunkBlocksMost : chunkBlocks)) closeChunk(start)
    if (!sameList) list = close(list)
    if (!furniture) run = close(run)
    chunk ??= open(fragment, 'chunk')
    separate(list ?? run ?? chunk, start)
    if (furniture && !run) run = openRun(open(chunk, 'furniture-run'))
    if (item && !list) {
      list = open(run ?? chunk, 'list')
      list.setAttribute('role', 'list')
    }
    const element = blockElement(document, block, index)
    element.dataset.start = String(start)
    element.dataset.end = String(end)
    fillInline(element, text, start, end, spansOf.get(index) ?? [])
    ;(list ?? run ?? chunk).append(element)
    at = end
    chunkSize++
    chunkHeight += estimateHeight(text, block, start, end)
  })
  if (at < text.length) chunk ??= open(fragment, 'chunk')
  closeChunk(text.length)
  host.replaceChildren(fragment)
}

/** White space between blocks. A no-break space would draw a line of its own, so that is hidden. */
function separator(document: Document, text: string, start: number, end: number): Node {
  const space = text.slice(start, end)
  if (/^[ \t\n\r\f]*$/.test(space)) return document.createTextNode(space)
  const element = document.createElement('span')
  element.className = 'separator'
  element.dataset.start = String(start)
  element.dataset.end = String(end)
  element.append(space)
  return element
}

function openRun(element: HTMLElement): HTMLElement {
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', 'Page furniture')
  return element
}

function blockElement(document: Document, block: Block, index: number): HTMLElement {
  const element = document.createElement(tagOf(block))
  element.dir = 'auto'
  element.dataset.block = String(index)
  if (block.kind === 'caption') element.className = 'caption'
  if (block.kind === 'list-item') {
    element.className = 'list-item'
    element.setAttribute('role', 'listitem')
    if (block.marker !== undefined) element.dataset.marker = block.marker
    if (block.level !== undefined) {
      element.dataset.level = String(block.level)
      element.setAttribute('aria-level', String(block.level))
    }
  }
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

/** Inline spans by the index of the blocks they touch. */
function groupSpans({ blocks, spans }: ArticleText): ReadonlyMap<number, readonly InlineSpan[]> {
  const groups = new Map<number, InlineSpan[]>()
  for (const span of spans) {
    if (span.end <= span.start) continue
    const last = blockIndexAt(blocks, span.end - 1)
    for (let index = Math.max(0, blockIndexAt(blocks, span.start)); index <= last; index++) {
      const group = groups.get(index)
      if (group) group.push(span)
      else groups.set(index, [span])
    }
  }
  return groups
}

/** A guess in em: lines of 66 characters at 1.62, and the space below the block. */
function estimateHeight(text: string, block: Block, start: number, end: number): number {
  let lines = Math.ceil((end - start) / 66)
  if (block.breaks || block.kind === 'preformatted') {
    lines = Math.max(lines, text.slice(start, end).split('\n').length)
  }
  return lines * 1.62 + 0.9
}
