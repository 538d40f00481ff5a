// Which of the offered articles are chosen: all but those that the reader has unticked.
import type { CorrectionOffer } from '../../shared/model/reading.ts'

export const keyOf = (offer: string, article: string): string => `${article} ${offer}`

/** Offers without an article left are left out. */
export const chosenOf = (
  offers: readonly CorrectionOffer[],
  left: ReadonlySet<string>,
): readonly { readonly offer: string; readonly articles: readonly string[] }[] =>
  offers
    .map(({ id, articles }) => ({
      offer: id,
      articles: articles.map(({ article }) => article).filter((one) => !left.has(keyOf(id, one))),
    }))
    .filter(({ articles }) => articles.length > 0)
