// The text as the detector of batch exports sees it: one line after another, whatever the blocks.
import type { Draft, DraftBlock } from '../draft.ts'
import { runningReasons } from '../pdf/running.ts'

export interface ExportLine {
  /** Offsets of the line without its line feed, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Without white space at its ends, cells of a table row parted by a tab; cut at 400 characters. */
  readonly text: string
  /** White space before the text, in code units. */
  readonly indent: number
  /** A row of a table: its cells are not cut. */
  readonly row?: true
  /** Reads as a passage of a story rather than a line of a header. */
  readonly prose: boolean
}

/** The lines that have text and are not marked as furniture yet. Linear in the text's length. */
export const exportLines = (draft: Draft): ExportLine[] =>
  linesWhere(draft, ({ furniture }) => furniture !== true)

/**
 * The same with what runs over the pages of a PDF: where each article begins a page, its header stands
 * at the same height on all. Null where nothing runs.
 */
export function pagedLines(draft: Draft): ExportLine[] | null {
  const runs = ({ why }: DraftBlock): boolean => why !== undefined && runningReasons.has(why)
  if (!draft.blocks.some(runs)) return null
  return linesWhere(draft, (block) => block.furniture !== true || runs(block))
}

function linesWhere({ text, blocks }: Draft, counts: (block: DraftBlock) => boolean): ExportLine[] {
  const lines: ExportLine[] = []
  for (const block of blocks) {
    if (!counts(block)) continue
    let start = block.start
    while (start < block.end) {
      const feed = text.indexOf('\n', start)
      const end = feed === -1 || feed > block.end ? block.end : feed
      const slice = text.slice(start, Math.min(end, start + 400))
      const raw = slice.trim()
      const cut = block.kind === 'table-row' ? raw.replace(/ \| /g, '\t') : raw
      if (cut !== '') {
        const indent = slice.length - slice.trimStart().length
        const prose = cut.length >= 160 || isSentence(cut)
        const row = block.kind === 'table-row' ? { row: true as const } : {}
        lines.push({ start, end, text: cut, indent, ...row, prose })
      }
      start = end + 1
    }
  }
  return lines
}

const isSentence = (text: string): boolean => text.length >= 70 && /[.!?…]["”’')\]]*$/u.test(text)
