// Cuts one part out of a draft of a file that holds several articles, so that it can be read as an
// article of its own.
import type { Draft, DraftBlock } from './draft.ts'
import { Refused } from './refused.ts'

/**
 * The part as a draft whose offsets begin at 0.
 * @param index from 0, as in `draft.parts`
 * @throws Refused (`not-found`) when the file has no such part
 */
export function cutPart(draft: Draft, index: number): Draft {
  const part = draft.parts?.[index]
  if (part === undefined) {
    const held = draft.parts?.length ?? 0
    throw new Refused(
      'not-found',
      held > 1
        ? `holds ${held} articles, and no number ${index + 1}`
        : 'holds one article, not several',
      'Read it as one article; if it holds several, split it again.',
    )
  }
  const { start, end, meta } = part
  const text = draft.text.slice(start, end)
  /** A range of the whole's text as it lies in the part; empty where none of it does. */
  const inPart = (range: { readonly start: number; readonly end: number }) => ({
    start: Math.min(text.length, Math.max(0, range.start - start)),
    end: Math.min(text.length, Math.max(0, range.end - start)),
  })
  const blocks = draft.blocks.flatMap((block): DraftBlock[] => {
    if (block.end <= start || block.start >= end) return []
    const cells = block.cells?.map(inPart)
    return [{ ...block, ...(cells && { cells }), ...inPart(block) }]
  })
  return {
    ...(draft.encoding === undefined ? {} : { encoding: draft.encoding }),
    text,
    blocks,
    spans: draft.spans
      .filter(({ note }) => note === undefined || (note >= start && note < end))
      .map(({ note, ...span }) => ({
        ...span,
        ...inPart(span),
        ...(note === undefined ? {} : { note: note - start }),
      }))
      .filter((span) => span.start < span.end),
    pictures: (draft.pictures ?? [])
      .filter(({ offset }) => offset >= start && offset < end)
      .map((picture) => ({ ...picture, offset: picture.offset - start })),
    meta: { language: draft.meta.language ?? null, ...meta },
    warnings: [...draft.warnings, ...(part.warnings ?? [])],
  }
}
