// Footnotes and what refers to them. References that the file links to their notes are spans; one such
// as `[1]` that is plain text of the article leads to the note whose marker it is.
import type { Block, InlineSpan } from '../../shared/model/article.ts'
import { blockContent, blockIndexAt } from '../../shared/text/blocks.ts'
import type { OffsetText } from './block-places.ts'

/** A marker that is told from the words around it: `[1]`, `(12)`, `[a]`. Not a bare `1` or `*`. */
const clear = /^[[(（【]\S{1,6}[\])）】]$/
/** More notes than this are not looked for, so that the pattern stays small. */
const notesMost = 2_000

/** A span that leads to the footnote at this index of the blocks. */
export interface NoteSpan {
  readonly kind: 'note'
  readonly start: number
  readonly end: number
  readonly note: number
}

export type ShownSpan = InlineSpan | NoteSpan

/** An article with the references that its file says. */
export interface NotedText extends OffsetText {
  readonly spans?: readonly InlineSpan[]
}

/** The span as it is shown: a reference leads to a block. */
export function shownSpan({ blocks }: OffsetText, span: InlineSpan): ShownSpan {
  if (span.kind !== 'note' || span.note === undefined) return span
  return { kind: 'note', start: span.start, end: span.end, note: blockIndexAt(blocks, span.note) }
}

/**
 * Gives the references in a block's text that are plain text. Those in a footnote itself are none.
 * @param said spans of the block; what one of them leads from is not looked at
 */
export function createNoteFinder({
  text,
  blocks,
}: OffsetText): (
  block: Block,
  start: number,
  end: number,
  said: readonly ShownSpan[],
) => readonly NoteSpan[] {
  const notes = new Map<string, number>()
  blocks.forEach((block, index) => {
    const marker = block.kind === 'footnote' ? block.marker : undefined
    if (marker && clear.test(marker) && !notes.has(marker) && notes.size < notesMost)
      notes.set(marker, index)
  })
  if (notes.size === 0) return () => []
  const pattern = new RegExp([...notes.keys()].map(quoted).join('|'), 'g')
  return (block, start, end, said) => {
    if (block.kind === 'footnote') return []
    const known = new Set(said.filter(({ kind }) => kind === 'note').map((span) => span.start))
    return [...text.slice(start, end).matchAll(pattern)].flatMap((found): NoteSpan[] => {
      const from = start + found.index
      if (known.has(from)) return []
      const note = notes.get(found[0]) ?? 0
      return [{ kind: 'note', start: from, end: from + found[0].length, note }]
    })
  }
}

const quoted = (marker: string): string => marker.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Where the note at an index is referred to first: the offset behind the reference; null if nowhere. */
export function referenceTo({ text, blocks, spans }: NotedText, note: number): number | null {
  const said = spans?.find((span) => span.note !== undefined && isIn(blocks[note], span.note))
  if (said) return said.end
  const marker = blocks[note]?.marker
  if (!marker || !clear.test(marker)) return null
  for (const block of blocks) {
    if (block.kind === 'footnote') continue
    const { start, end } = blockContent(text, block)
    const at = text.slice(start, end).indexOf(marker)
    if (at >= 0) return start + at + marker.length
  }
  return null
}

const isIn = (block: Block | undefined, offset: number): boolean =>
  block !== undefined && offset >= block.start && offset < block.end
