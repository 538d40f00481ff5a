// Writes an article's text into the page, once. From offsets and DOM calls only, so that nothing an
// article contains can become markup; and so that `host.textContent === article.text` holds exactly.
import type { Block, InlineSpan, Picture } from '../../shared/model/article.ts'
import { blockContent, blockIndexAt } from '../../shared/text/blocks.ts'
import { type ArticleContainers, createContainers } from './article-containers.ts'
import { type ArticlePen, createPen } from './article-pen.ts'
import { blockElement, isInRun } from './block-element.ts'
import { estimateHeight, estimatePicture } from './estimate-height.ts'
import { fillInline } from './fill-inline.ts'
import { createNoteFinder, type ShownSpan, shownSpan } from './footnotes.ts'
import { pictureElement } from './picture-element.ts'
import { fillRow, type TablePart, tableParts } from './table-element.ts'

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

/**
 * Replaces the host's children by the article: `div.chunk`s of blocks, one element a block, the
 * white space between blocks as bare text nodes, pictures (which have no text) before the block they
 * stand before. Containers and blocks carry `data-start` and `data-end`: the offsets of the text in
 * them.
 */
export function buildArticle(host: HTMLElement, article: ArticleText): void {
  const { text, blocks } = article
  const document = host.ownerDocument
  const fragment = document.createDocumentFragment()
  const pen = createPen(document, text)
  const open = createContainers(document, fragment, pen)
  const pictures = createPicturePlacer(document, article.pictures ?? [], pen, open)
  const parts = tableParts(text, blocks)
  const elementOf = createBlockWriter(document, article)

  blocks.forEach((block, index) => {
    const { start, end } = blockContent(text, block)
    if (start === end) return
    const furniture = isInRun(block)
    const part = parts.get(index)
    const key = part ? `table ${part.id}` : block.kind === 'list-item' ? 'list' : null
    const pictured = pictures.isDue(block.start)
    const sameRun = furniture && open.isInRun
    // A picture ends a list; in a table it stands in its row.
    const sameGroup =
      key !== null &&
      open.groupKey === key &&
      furniture === open.isInRun &&
      (part !== undefined || !pictured)
    if (part ? !sameGroup && open.size >= chunkBlocks : open.size >= limit(sameRun || sameGroup))
      open.closeChunk(start)
    if (!sameGroup) open.closeGroup()
    const between = furniture && !open.isInRun && open.hasChunk && pen.at > 0
    if (!furniture) open.closeRun()
    const chunk = open.chunk()
    pen.separate(open.innermost(), start)
    // Between text and furniture a picture is the text's.
    if (pictured && between) pictures.place(chunk, block.start)
    if (furniture) open.enterRun(blocks, index)
    if (pictured && !sameGroup) pictures.place(open.innermost(), block.start)
    if (key !== null) open.enterGroup(key, part)
    const { element, cell } = elementOf({ block, index, start, end }, part, !sameGroup)
    if (pictured && cell) pictures.place(cell, block.start)
    open.innermost().append(element)
    pen.wrote(end)
    open.added(estimateHeight(text, block, start, end))
  })
  open.closeGroup()
  open.closeRun()
  if (open.hasChunk || pen.at < text.length || pictures.isDue(Number.POSITIVE_INFINITY)) {
    pen.separate(open.chunk(), text.length)
    pictures.place(open.chunk(), Number.POSITIVE_INFINITY)
  }
  open.closeChunk(text.length)
  host.replaceChildren(fragment)
}

const limit = (goesOn: boolean): number => (goesOn ? chunkBlocksMost : chunkBlocks)

interface PicturePlacer {
  /** Whether a picture stands before the text at an offset, or at it, and is not placed yet. */
  isDue(offset: number): boolean
  /** Places those at the end of a parent. */
  place(parent: HTMLElement, upTo: number): void
}

function createPicturePlacer(
  document: Document,
  pictures: readonly Picture[],
  pen: ArticlePen,
  open: ArticleContainers,
): PicturePlacer {
  const left = pictures
    .map((picture, index) => ({ picture, index }))
    .sort((a, b) => a.picture.offset - b.picture.offset)
  const isDue = (offset: number): boolean => {
    const next = left[0]
    return next !== undefined && next.picture.offset <= offset
  }
  return {
    isDue,
    place(parent, upTo) {
      while (isDue(upTo)) {
        const next = left.shift()
        if (!next) return
        parent.append(pictureElement(document, next.picture, next.index, pen.at))
        open.grow(estimatePicture(next.picture))
      }
    },
  }
}

/** A block and where its text stands, without the white space around it. */
interface PlacedBlock {
  readonly block: Block
  readonly index: number
  readonly start: number
  readonly end: number
}

interface WrittenBlock {
  readonly element: HTMLElement
  /** Of a row of a table its first cell. */
  readonly cell: HTMLElement | null
}

/** Gives what makes a block's element with all its text in it. */
function createBlockWriter(
  document: Document,
  article: ArticleText,
): (placed: PlacedBlock, part: TablePart | undefined, setsWidths: boolean) => WrittenBlock {
  const { text } = article
  const spansOf = groupSpans(article)
  const notesIn = createNoteFinder(article)
  return ({ block, index, start, end }, part, setsWidths) => {
    const element = blockElement(document, block, index)
    element.dataset.start = String(start)
    element.dataset.end = String(end)
    const said = spansOf.get(index) ?? []
    const spans = [...said, ...notesIn(block, start, end, said)]
    if (part) {
      const cell = fillRow(element, text, block, start, end, spans, part, setsWidths)
      return { element, cell }
    }
    fillInline(element, text, start, end, spans)
    return { element, cell: null }
  }
}

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
