// The comparison as the open panes ask it: only for texts that are still the ones it was made of.
import type { SentenceRef } from '../../shared/model/comparison.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { useCompare } from './compare.ts'

type State = ReturnType<typeof useCompare.getState>

/** Index of an article in the comparison; null where it is not in it, or its text is another by now. */
export function placeIn(
  { comparison, articles }: Pick<State, 'comparison' | 'articles'>,
  { id, textHash }: Pick<OpenArticle, 'id' | 'textHash'>,
): number | null {
  const at = articles.indexOf(id)
  return comparison?.articles[at]?.textHash === textHash ? at : null
}

/** The sentence that is shown now: under the pointer, else in hand. */
export const shownOf = ({ hover, hand }: Pick<State, 'hover' | 'hand'>): SentenceRef | null =>
  hover ?? hand

/** Takes a sentence in hand, or none; what belonged to the one before goes. */
export function takeSentence(hand: SentenceRef | null): void {
  useCompare.setState({ hand, hover: null, chosen: null, why: null })
}
