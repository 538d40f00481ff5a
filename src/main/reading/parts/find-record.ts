// One article of a news database in a file of its own: the same head as in a batch, told by the same
// layouts. What is not sure stays text, and is said.
import type { ArticleMeta, Warning } from '../../../shared/model/article.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { dateIn } from './dates.ts'
import {
  leastBody,
  marksOf,
  ownRanges,
  type Read,
  rangeOf,
  segmentsOf,
  sizeOf,
} from './find-parts.ts'
import { readHeader } from './header.ts'
import { labelled } from './labels.ts'
import { type ExportLine, exportLines } from './lines.ts'
import { markDatabaseLines } from './mark.ts'
import { batchShapes } from './shapes.ts'
import { warningsOf } from './unsure.ts'
import { copyrightLine, wordCount } from './words.ts'

interface FoundRecord {
  readonly blocks: DraftBlock[]
  readonly meta: Partial<ArticleMeta>
  readonly warnings: readonly Warning[]
}

/** Shapes whose marks only a database writes, so that one of them is enough. */
const sure = new Set(['lexis-numbered', 'nexis-uni', 'factiva'])

/**
 * What a draft that is one article of a news database says of itself, and its blocks with the
 * database's lines as furniture; null for any other file. Where the head is not understood, the blocks
 * stay as they are, and a warning names what could not be told.
 */
export function findRecord(draft: Draft): FoundRecord | null {
  const lines = exportLines(draft)
  const record = recordIn(lines)
  if (record === null) return null
  const { title, byline, source, published } = record.header
  if (title !== null && source !== null && published !== null)
    return {
      blocks: markDatabaseLines(draft, [rangeOf(record)], ownRanges(record)),
      meta: { ...draft.meta, title, source, published, ...(byline !== null && { byline }) },
      warnings: [],
    }
  // Without the day, the line over it cannot be told to be the paper.
  const told = published === null ? { ...record.header, source: null } : record.header
  return { blocks: draft.blocks, meta: draft.meta, warnings: warningsOf(told) }
}

function recordIn(lines: readonly ExportLine[]): Read | null {
  for (const shape of batchShapes) {
    if (!sure.has(shape.name)) continue
    const marks = marksOf(lines, shape)
    if (marks.length !== 1 || isPicture(lines[marks[0] ?? 0], shape.name)) continue
    const [segment, ...others] = segmentsOf(lines, marks, shape)
    const mark = marks[0] ?? 0
    // What a search found may be counted anywhere; an article of its own begins or ends there.
    const around = shape.where === 'begin' ? lines.slice(0, mark) : lines.slice(mark + 1)
    if (segment === undefined || others.length > 0 || sizeOf(around) > leastBody) continue
    const header = readHeader(segment.lines, segment.covered)
    return header.body < leastBody ? null : { ...segment, header }
  }
  const header = readHeader(lines, false)
  const isSure = header.cuts !== undefined || isLabelled(lines) || isCounted(lines)
  return isSure && header.title && header.source && header.published && header.body >= leastBody
    ? { lines, covered: false, header }
    : null
}

/** "1 of 5" alone counts the pictures of a page; a database counts documents. */
const isPicture = (line: ExportLine | undefined, shape: string): boolean =>
  shape === 'lexis-numbered' && !/document/i.test(line?.text ?? '')

/** Whether a count of words, a day and a notice of copyright stand under each other, as in Factiva. */
function isCounted(lines: readonly ExportLine[]): boolean {
  const at = lines.slice(0, 12).findIndex(({ text }) => wordCount.test(text))
  const day = at === -1 ? undefined : lines[at + 1]
  return (
    day !== undefined &&
    dateIn(day.text)?.rest === '' &&
    lines.slice(at + 2, at + 10).some(({ text }) => copyrightLine.test(text))
  )
}

/** Whether the head has the count of words behind its label, as Nexis has, and another label. */
function isLabelled(lines: readonly ExportLine[]): boolean {
  const said = lines.slice(0, 20).flatMap(({ text }) => labelled(text) ?? [])
  return said.length >= 2 && said.some(({ value }) => wordCount.test(value))
}
