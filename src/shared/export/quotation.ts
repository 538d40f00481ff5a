// What an export quotes of a highlight, and what it says of where that stands. A highlight is about the
// words that it was made on: they are quoted whatever became of them, and what stands in their place now
// beside them, until the reader has confirmed it.
import type { ResolvedAnnotation } from '../model/annotation.ts'
import { type PassagePart, partsOfWords, passageParts } from '../text/passage.ts'
import { displayQuote } from '../text/quote.ts'
import type { ExportArticle } from './model.ts'

export interface Quotation {
  /** The words that it was made on. */
  readonly made: readonly PassagePart[]
  /** Where that is not plainly where it was made; null for one that is. */
  readonly remark: Remark | null
}

interface Remark {
  /** A sentence. */
  readonly words: string
  /** What stands there now, where that differs from the words that it was made on. */
  readonly now: readonly PassagePart[] | null
}

/** What a quotation is taken from. */
export type QuotedText = Pick<ExportArticle, 'text' | 'blocks'>

export function quotationOf(article: QuotedText, row: ResolvedAnnotation): Quotation {
  const { exact } = row.annotation.target
  const there = wordsNow(article, row)
  const { state, start, end } = row.anchor
  const present =
    there === null || state === 'orphaned'
      ? []
      : passageParts(article.text, article.blocks, start, end)
  const differs = there !== null && displayQuote(there) !== displayQuote(exact)
  const made = differs || present.length === 0 ? partsOfWords(exact) : present
  if (state === 'anchored') return { made, remark: null }
  if (state === 'orphaned') return { made, remark: { words: remarks.orphaned, now: null } }
  return {
    made,
    remark: differs
      ? { words: remarks.changed, now: present }
      : { words: remarks.moved, now: null },
  }
}

const remarks = {
  orphaned: 'Not found in the text any more; the words were those above.',
  changed: 'Found again, not confirmed yet; the words were those above, and are now:',
  moved: 'Found again elsewhere in the text, with the same words; not confirmed yet.',
} as const

/** The words that stand in the text now; null where there are none. */
export function wordsNow({ text }: QuotedText, { anchor }: ResolvedAnnotation): string | null {
  return anchor.state === 'orphaned' ? null : text.slice(anchor.start, anchor.end) || null
}

/** The same, where they differ from those that it was made on: only of one that was found again. */
export function otherWords(article: QuotedText, row: ResolvedAnnotation): string | null {
  const there = row.anchor.state === 'moved' ? wordsNow(article, row) : null
  return there !== null && there !== row.annotation.target.exact ? there : null
}
