// The sentence at a place of a pane's text, taken in hand or shown in passing.
import { sameRef } from '../../../shared/comparison/look-up.ts'
import { type ComparisonView, sentenceAt } from '../../../shared/comparison/view.ts'
import { sayMatches } from '../../actions/say-matches.ts'
import type { PaneParts } from '../../parts/pane-additions.ts'
import { useCompare } from '../../state/compare.ts'
import { placeIn, takeSentence } from '../../state/compared.ts'

type Article = PaneParts['article']

/** Takes the sentence at an offset in hand. */
export function takeAt(article: Article, offset: number, by: 'caret' | 'pointer'): void {
  const state = useCompare.getState()
  const place = placeIn(state, article)
  if (place === null || !state.comparison) return
  const sentence = sentenceWith(state.comparison, place, offset)
  if (sentence === null) return
  const ref = { article: place, sentence }
  if (sameRef(state.hand, ref)) {
    if (state.hover) useCompare.setState({ hover: null })
    return
  }
  takeSentence(ref)
  if (by === 'caret') void sayMatches(ref)
}

/** Shows the sentence under the pointer; null: the pointer is on none. */
export function hoverAt(article: Article, offset: number | null): void {
  const state = useCompare.getState()
  const place = placeIn(state, article)
  const sentence =
    offset === null || place === null || !state.comparison
      ? null
      : sentenceWith(state.comparison, place, offset)
  if (sentence === null || place === null) {
    // Another pane's hover is not this one's to take away.
    if (state.hover && state.hover.article === place) useCompare.setState({ hover: null })
    return
  }
  const ref = { article: place, sentence }
  if (!sameRef(state.hover, ref))
    useCompare.setState({ hover: sameRef(state.hand, ref) ? null : ref })
}

/** The sentence that holds an offset, its end counted in; null between sentences and in furniture. */
function sentenceWith(comparison: ComparisonView, place: number, offset: number): number | null {
  const sentences = comparison.articles[place]?.sentences ?? []
  for (const at of [offset, offset - 1]) {
    const index = sentenceAt(comparison, place, at)
    const sentence = index === null ? undefined : sentences[index]
    if (sentence && at >= sentence.start && at < sentence.end) return index
  }
  return null
}
