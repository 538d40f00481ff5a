// Writes an article's text into the page, once. From offsets and DOM calls only, so that nothing an
// article contains can become markup; and so that `host.textContent === article.text` holds exactly.
import type { Block, InlineSpan, Picture } from '../../shared/model/article.ts'
import { blockContent, blockIndexAt } from '../../shared/text/blocks.ts'
import { blockElement, isInRun, openRun, separator } from './block-element.ts'
import { estimateHeight, estimatePicture } from './estimate-height.ts'
import { fillInline } from './fill-inline.ts'
import { createNoteFinder, type ShownSpan, shownSpan } from './footnotes.ts'
import { pictureElement } from './picture-element.ts'
import { fillRow, openTable, type TablePart, tableParts } from './table-element.ts'

/** What of an article is shown. */
export interface ArticleText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly spans: readonly InlineSpan[]
  readonly pictures?: readonly Picture[]
}

/** A chunk ends after this many blocks, or later where a list or a run of furniture goes on … */
const chunkBlocks = 50
/** … but never later than this. */
const chunkBlocksMost = 100

/** A list or a table that is being written: blocks with the same key go on with it. */
interface Group {
  readonly key: string
  readonly outer: HTMLElement
  /** Where its blocks go. */
  readonly inner: HTMLElement
}

/**
 * Replaces the host's children by the article: `div.chunk`s of blocks, one element a block, the
 * white space between blocks as bare text nodes, pictures (which have no text) before the block they
 * stand before. Containers and blocks carry `data-start` and `data-end`: the offsets of the text in
 * them.
 */
export function buildArticle(host: HTMLElement, article: ArticleText): void {
  const { text, blocks } = article
  const document = host.ownerDocument
  const spansOf = groupSpans(article)
  const notesIn = createNoteFinder(article)
  const parts = tableParts(text, blocks)
  const pictures = inOrder(article.pictures ?? [])
  const fragment = document.createDocumentFragment()
  let chunk: HTMLElement | null = null
  let run: HTMLElement | null = null
  let group: Group | null = null
  let chunkSize = 0
  let chunkHeight = 0
  /** Up to here the text is written. */
  let at = 0

  const begin = (element: HTMLElement): HTMLElement => {
    element.dataset.start = String(at)
    return element
  }
  const open = (parent: ParentNode, className: string): HTMLElement => {
    const element = document.createElement('div')
    element.className = className
    parent.append(begin(element))
    return element
  }
  const close = (element: HTMLElement | null | undefined): null => {
    if (element) element.dataset.end = String(at)
    return null
  }
  const closeGroup = (): void => {
    if (group?.inner !== group?.outer) close(group?.inner)
    group = close(group?.outer)
  }
  const separate = (parent: HTMLElement, end: number): void => {
    if (end > at) parent.append(separator(document, text, at, end))
    at = Math.max(at, end)
  }
  const closeChunk = (end: number): void => {
    closeGroup()
    run = close(run)
    if (!chunk) return
    separate(chunk, end)
    // In em, so that the estimate follows the reader's text size; `auto` keeps the true size once known.
    chunk.style.containIntrinsicBlockSize = `auto ${chunkHeight.toFixed(1)}em`
    chunk = close(chunk)
    chunkSize = 0
    chunkHeight = 0
  }
  const openGroup = (parent: HTMLElement, key: string, part: TablePart | undefined): Group => {
    if (part) {
      const { outer, inner } = openTable(document, part)
      parent.append(begin(outer))
      begin(inner)
      return { key, outer, inner }
    }
    const list = open(parent, 'list')
    list.setAttribute('role', 'list')
    return { key, outer: list, inner: list }
  }
  const placePictures = (parent: HTMLElement, upTo: number): void => {
    while (pictures.length > 0 && (pictures[0]?.picture.offset ?? 0) <= upTo) {
      const next = pictures.shift()
      if (!next) return
      parent.append(pictureElement(document, next.picture, next.index, at))
      chunkHeight += estimatePicture(next.picture)
    }
  }

  blocks.forEach((block, index) => {
    const { start, end } = blockContent(text, block)
    if (start === end) return
    const furniture = isInRun(block)
    const part = parts.get(index)
    const key = part ? `table ${part.id}` : block.kind === 'list-item' ? 'list' : null
    const pictured = (pictures[0]?.picture.offset ?? Number.POSITIVE_INFINITY) <= block.start
    const sameRun: boolean = furniture && run !== null
    // A picture ends a list; in a table it stands in its row.
    const sameGroup: boolean =
      key !== null &&
      group?.key === key &&
      furniture === (run !== null) &&
      (part !== undefined || !pictured)
    if (part ? !sameGroup && chunkSize >= chunkBlocks : chunkSize >= limit(sameRun || sameGroup))
      closeChunk(start)
    if (!sameGroup) closeGroup()
    const between = furniture && run === null && chunk !== null && at > 0
    if (!furniture) run = close(run)
    chunk ??= open(fragment, 'chunk')
    separate(group?.inner ?? run ?? chunk, start)
    // Between text and furniture a picture is the text's.
    if (pictured && between) placePictures(chunk, block.start)
    if (furniture && !run) run = openRun(open(chunk, 'furniture-run'), blocks, index)
    if (pictured && !sameGroup) placePictures(run ?? chunk, block.start)
    if (key !== null && !group) group = openGroup(run ?? chunk, key, part)
    const element = blockElement(document, block, index)
    element.dataset.start = String(start)
    element.dataset.end = String(end)
    const said = spansOf.get(index) ?? []
    const spans = [...said, ...notesIn(block, start, end, said)]
    if (part) {
      const cell = fillRow(element, text, block, start, end, spans, part, !sameGroup)
      if (pictured && cell) placePictures(cell, block.start)
    } else fillInline(element, text, start, end, spans)
    ;(group?.inner ?? run ?? chunk).append(element)
    at = end
    chunkSize++
    chunkHeight += estimateHeight(text, block, start, end)
  })
  if (at < text.length || pictures.length > 0) chunk ??= open(fragment, 'chunk')
  closeGroup()
  run = close(run)
  if (chunk) {
    separate(chunk, text.length)
    placePictures(chunk, Number.POSITIVE_INFINITY)
  }
  closeChunk(text.length)
  host.replaceChildren(fragment)
}

const limit = (goesOn: boolean): number => (goesOn ? chunkBlocksMost : chunkBlocks)

const inOrder = (
  pictures: readonly Picture[],
): { readonly picture: Picture; readonly index: number }[] =>
  pictures
    .map((picture, index) => ({ picture, index }))
    .sort((a, b) => a.picture.offset - b.picture.offset)

/** Inline spans by the index of the blocks they touch. */
function groupSpans({
  text,
  blocks,
  spans,
}: ArticleText): ReadonlyMap<number, readonly ShownSpan[]> {
  const groups = new Map<number, ShownSpan[]>()
  for (const span of spans) {
    if (span.end <= span.start) continue
    const shown = shownSpan({ text, blocks }, span)
    const last = blockIndexAt(blocks, span.end - 1)
    for (let index = Math.max(0, blockIndexAt(blocks, span.start)); index <= last; index++) {
      const group = groups.get(index)
      if (group) group.push(shown)
      else groups.set(index, [shown])
    }
  }
  return groups
}
