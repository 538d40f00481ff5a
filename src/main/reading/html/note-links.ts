// Tells links that lead to a footnote of the same text from links that lead elsewhere.
import type { InlineSpan } from '../../../shared/model/article.ts'
import { blockIndexAt } from '../../../shared/text/blocks.ts'
import type { TextBuilder } from '../text-builder.ts'

/**
 * The spans with references to footnotes as such. What a footnote itself links to, such as the way
 * back, stays a link.
 * @param spans of what the builder wrote
 * @param nameOf the anchor that an `href` names; null for none of this text
 */
export function withNoteLinks(
  spans: readonly InlineSpan[],
  { blocks, anchors }: TextBuilder,
  nameOf: (href: string) => string | null,
): InlineSpan[] {
  return spans.map((span) => {
    const name = span.kind === 'link' && span.href !== undefined ? nameOf(span.href) : null
    const target = blocks[(name === null ? undefined : anchors.get(name)) ?? -1]
    if (target?.kind !== 'footnote') return span
    if (blocks[blockIndexAt(blocks, span.start)]?.kind === 'footnote') return span
    return { kind: 'note', start: span.start, end: span.end, note: target.start }
  })
}
