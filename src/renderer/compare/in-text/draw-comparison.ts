// Draws the comparison into one pane's text: marks in its margins, the sentence in hand and its
// counterparts on their ground, changed words.
import { type ComparisonView, tellersOf, tierOf } from '../../../shared/comparison/view.ts'
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { explanationOf } from '../../actions/explain.ts'
import { matchesOf } from '../../actions/matches.ts'
import { setPassing } from '../../dom/highlight-ranges.ts'
import type { SentenceLayer } from '../../dom/sentence-layer.ts'
import type { TextMap } from '../../dom/text-offsets.ts'
import type { TextRange } from '../../dom/text-range.ts'
import type { PaneParts } from '../../parts/pane-additions.ts'
import type { useCompare } from '../../state/compare.ts'
import { placeIn, shownOf } from '../../state/compared.ts'
import { held, knownMatches, type Matches } from '../../state/matches.ts'
import { changedSpans } from './changed-words.ts'

type Article = PaneParts['article']
type State = ReturnType<typeof useCompare.getState>

export interface ComparisonDrawing {
  /** Draws all anew. */
  show(state: State): void
  /** Lays the ground of the sentence shown, and of its counterparts. */
  light(state: State): void
  /** Lays it anew where the matches are there now, or are others. */
  lightOthers(state: State): void
  /** Takes away what is drawn in passing; nothing is drawn after it. */
  leave(): void
}

export function createDrawing(
  article: Article,
  map: TextMap,
  layer: SentenceLayer,
): ComparisonDrawing {
  /** Counts the showings: what is answered for an earlier one is not drawn. */
  let showing = 0
  /** Whose ground was laid last. */
  let lit: Matches | null = null

  function show(state: State): void {
    const place = placeIn(state, article)
    const { comparison, possible } = state
    if (place === null || !comparison) {
      layer.show(null)
      light(state)
      return
    }
    const of = comparison.articles.length
    layer.show({
      sentences: comparison.articles[place]?.sentences ?? [],
      markOf(sentence) {
        const ref = { article: place, sentence }
        const tier = tierOf(comparison, ref, possible)
        return tier && { tier, count: `${tellersOf(comparison, ref, possible)}/${of}` }
      },
    })
    light(state)
  }

  function light(state: State): void {
    const now = ++showing
    const { comparison, possible } = state
    const place = placeIn(state, article)
    const shown = shownOf(state)
    setPassing('compare-changed', map, [])
    setPassing('compare-figure', map, [])
    if (place === null || !comparison || !shown) {
      layer.light([], null)
      return
    }
    const inHand = shown.article === place ? shown.sentence : null
    const matches = knownMatches(shown)
    lit = matches
    if (!matches) {
      layer.light(inHand === null ? [] : [inHand], inHand)
      // When they are there, they are shown as any that come.
      void matchesOf(shown)
      return
    }
    const found = held(matches, possible)
    const here = sentencesHere(found, shown, place)
    layer.light(here, inHand)
    setPassing('compare-figure', map, figuresHere(found, shown, place))
    if (inHand !== null) return
    void changedHere(article, comparison, shown, place, here).then((spans) => {
      if (now === showing) setPassing('compare-changed', map, spans)
    })
  }

  return {
    show,
    light,
    lightOthers(state) {
      const shown = shownOf(state)
      const matches = shown && knownMatches(shown)
      if (matches && matches !== lit) light(state)
    },
    leave() {
      showing++
      setPassing('compare-changed', map, [])
      setPassing('compare-figure', map, [])
    },
  }
}

/** The words of the counterparts here that the sentence shown does not have. */
async function changedHere(
  article: Article,
  comparison: ComparisonView,
  shown: SentenceRef,
  place: number,
  here: readonly number[],
): Promise<TextRange[]> {
  const forwards = shown.article < place
  const spans = await Promise.all(
    here.map(async (sentence) => {
      const ref = { article: place, sentence }
      const [a, b] = forwards ? [shown, ref] : [ref, shown]
      const said = await explanationOf({ a, b })
      const range = comparison.articles[place]?.sentences[sentence]
      if (!said?.ok || !range) return []
      const same = said.value.same.map((pair) => (forwards ? pair.b : pair.a))
      const inOrder = [...same].sort((x, y) => x.start - y.start)
      return changedSpans(article.text, range, inOrder)
    }),
  )
  return spans.flat()
}

/** Those of one article that are shown with a sentence: itself, or its counterparts. */
const sentencesHere = (found: Matches, shown: SentenceRef, place: number): readonly number[] =>
  shown.article === place
    ? [shown.sentence]
    : found.filter(({ ref }) => ref.article === place).map(({ ref }) => ref.sentence)

/** The figures of one article that a match of the sentence shown puts at another value. */
const figuresHere = (found: Matches, shown: SentenceRef, place: number): TextRange[] =>
  found
    .filter(({ ref }) => shown.article === place || ref.article === place)
    .flatMap(({ link }) =>
      link.differing
        .filter(({ differs }) => differs === 'other')
        .map(({ a, b }) => (link.a.article === place ? a : b)),
    )
