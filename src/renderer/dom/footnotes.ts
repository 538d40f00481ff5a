// Footnotes and what refers to them. A reference such as `[1]` is plain text of the article; where it
// is the marker of a note, it leads there.
import type { Block, InlineSpan } from '../../shared/model/article.ts'
import { blockContent } from '../../shared/text/blocks.ts'
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

/** Gives the references in a block's text. Those in a footnote itself are none. */
export function createNoteFinder({
  text,
  blocks,
}: OffsetText): (block: Block, start: number, end: number) => readonly NoteSpan[] {
  const notes = new Map<string, number>()
  blocks.forEach((block, index) => {
    const marker = block.kind === 'footnote' ? block.marker : undefined
    if (marker && clear.test(marker) && !notes.has(marker) && notes.size < notesMost)
      notes.set(marker, index)
  })
  if (notes.size === 0) return () => []
  const pattern = new RegExp([...notes.keys()].map(quoted).join('|'), 'g')
  return (block, start, end) => {
    if (block.kind === 'footnote') return []
    return [...text.slice(start, end).matchAll(pattern)].map((found) => ({
      kind: 'note' as const,
      start: start + found.index,
      end: start + found.index + found[0].length,
      note: notes.get(found[0]) ?? 0,
    }))
  }
}

const quoted = (marker: string): string => marker.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Where the note at an index is referred to first: the offset behind the reference; null if nowhere. */
export function referenceTo({ text, blocks }: OffsetText, note: number): number | null {
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
