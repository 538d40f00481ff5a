// Finds the articles in a news database's batch export, whatever format the file has. Precision
// first: an article with sections, a book, a live blog or a newsletter is one article.
import type { Draft, DraftBlock, DraftPart } from '../draft.ts'
import { readHeader } from './header.ts'
import { labelled } from './labels.ts'
import { type ExportLine, exportLines, pagedLines } from './lines.ts'
import { markDatabaseLines } from './mark.ts'
import { type BatchShape, batchShapes } from './shapes.ts'
import type { Header } from './shown-header.ts'
import { warningsOf } from './unsure.ts'

export interface FoundParts {
  readonly parts: readonly DraftPart[]
  /** The draft's blocks with the database's own lines marked, cut where a block mixed both. */
  readonly blocks: DraftBlock[]
}

/** Characters an article has at least, without its header. */
export const leastBody = 120
/** A news brief: enough where the header says whose it is and of when, and the marks are sure. */
const leastBrief = 20
const mostParts = 5_000

export interface Range {
  readonly start: number
  readonly end: number
}

interface Segment {
  readonly lines: readonly ExportLine[]
  /** A cover or a table of contents may stand before the article. */
  readonly covered: boolean
}

export interface Read extends Segment {
  readonly header: Header
}

/**
 * The articles in a draft, and its blocks with the database's own lines as furniture; null for a
 * file that is one article. Changes nothing. Linear in the text's length.
 */
export function findParts(draft: Draft): FoundParts | null {
  const found = findAmong(draft, exportLines(draft))
  if (found !== null) return found
  const paged = pagedLines(draft)
  return paged === null ? null : findAmong(draft, paged)
}

function findAmong(draft: Draft, lines: readonly ExportLine[]): FoundParts | null {
  for (const shape of batchShapes) {
    const marks = marksOf(lines, shape)
    if (marks.length < (shape.where === 'end' ? 1 : 2)) continue
    const articles = articlesOf(lines, marks, shape)
    if (articles === null) continue
    const ranges = articles.map(rangeOf)
    return {
      parts: articles.map(({ header }, i): DraftPart => {
        const { title, byline, source, published } = header
        const range = ranges[i] ?? { start: 0, end: 0 }
        const meta = { title, byline, source, published }
        return { ...range, title, meta, warnings: warningsOf(header) }
      }),
      blocks: markDatabaseLines(draft, ranges, articles.flatMap(ownRanges)),
    }
  }
  return null
}

/** The database's lines in an article, and the words of its that some lines of the text begin with. */
export const ownRanges = ({ lines, header }: Pick<Read, 'lines' | 'header'>): Range[] =>
  lines.flatMap(({ start, end, indent }, i): Range[] => {
    const cut = header.cuts?.get(i)
    if (cut !== undefined) return [{ start, end: start + indent + cut }]
    return header.own.has(i) ? [{ start, end }] : []
  })

/** Indexes of the lines that part the articles. Where they count, only those that count on. */
export function marksOf(lines: readonly ExportLine[], shape: BatchShape): number[] {
  const marks: number[] = []
  let count = 0
  for (const [i, { text }] of lines.entries()) {
    if (text.length > 300) continue
    const match = shape.mark.exec(text)
    if (match === null) continue
    if (shape.counted) {
      const number = Number(match[1])
      // Told again on the next page of the same article.
      if (number !== count + 1) continue
      count = number
    }
    marks.push(i)
  }
  return marks
}

export function segmentsOf(
  lines: readonly ExportLine[],
  marks: readonly number[],
  { where, own }: BatchShape,
): Segment[] {
  const segments: Segment[] = []
  const add = (from: number, to: number, covered: boolean): void => {
    if (from < to) segments.push({ lines: lines.slice(from, to), covered })
  }
  if (where === 'end') {
    let from = 0
    for (const mark of marks) {
      add(from, mark, from === 0)
      from = mark + 1
    }
  } else {
    if (where === 'between') add(0, marks[0] ?? 0, true)
    for (const [i, mark] of marks.entries())
      add(own ? mark : mark + 1, marks[i + 1] ?? lines.length, false)
  }
  return segments
}

/** The articles that the marks part, with their headers; null when they are no articles. */
function articlesOf(
  lines: readonly ExportLine[],
  marks: readonly number[],
  shape: BatchShape,
): readonly Read[] | null {
  const segments = segmentsOf(lines, marks, shape)
  if (segments.length > mostParts * 2) return null
  const read = segments.map((segment) => ({
    ...segment,
    header: readHeader(segment.lines, segment.covered, shape.paperFirst),
  }))
  const good = read.filter(({ header }) => isArticle(header, shape))
  // Besides the cover and the foot, what is no article speaks against the rest being some.
  const doubtful = read.filter(
    ({ header, lines: own }, i) =>
      i > 0 && i < read.length - 1 && !isArticle(header, shape) && sizeOf(own) > leastBody,
  )
  if (good.length < 2) return null
  if (shape.strict ? doubtful.length > 0 : doubtful.length > good.length / 4) return null
  if (shape.strict && !isAlike(good)) return null
  return good.slice(0, mostParts)
}

function isArticle({ title, source, published, labels, body }: Header, shape: BatchShape): boolean {
  const sure = shape.strict === undefined && source !== null && published !== null
  if (title === null || body < (sure ? leastBrief : leastBody)) return false
  switch (shape.needs) {
    case 'title-and-date':
      return published !== null || (labels >= 2 && source !== null)
    case 'title-source-date':
      return published !== null && source !== null
    case 'labels':
      return labels >= 2 && (published !== null || source !== null)
  }
}

/** Whether the articles say the same things of themselves, in the same way. */
function isAlike(articles: readonly Read[]): boolean {
  const patterns = articles.map(
    ({ header, lines }) =>
      `${header.source !== null} ${header.published !== null} ${labelled(lines[0]?.text ?? '')?.label ?? ''}`,
  )
  return new Set(patterns).size === 1
}

export const sizeOf = (lines: readonly ExportLine[]): number =>
  lines.reduce((sum, { start, end }) => sum + end - start, 0)

export function rangeOf({ lines, header }: Read): Range {
  return { start: lines[header.first]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
}
