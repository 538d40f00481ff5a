// Joins one pane's text to the comparison while that is on: marks in its margins, the sentence in hand
// and its counterparts on their ground, changed words; and takes sentences in hand from the pointer
// and the caret.
import { type LookUp, sameRef } from '../../../shared/comparison/look-up.ts'
import type { Comparison, SentenceRef } from '../../../shared/model/comparison.ts'
import { explanationOf } from '../../actions/explain.ts'
import { sayMatches } from '../../actions/say-matches.ts'
import { setPassing } from '../../dom/highlight-ranges.ts'
import { createSentenceLayer } from '../../dom/sentence-layer.ts'
import type { TextRange } from '../../dom/text-offsets.ts'
import type { JoinedPane, PaneParts } from '../../parts/pane-additions.ts'
import { useCompare } from '../../state/compare.ts'
import { lookUpOf, placeIn, shownOf, takeSentence } from '../../state/compared.ts'
import { changedSpans, differingFigures } from './changed-words.ts'
import { registerView } from './pane-views.ts'
import { watchPointer } from './watch-pointer.ts'
import './in-text.css'

type State = ReturnType<typeof useCompare.getState>

export function joinPane({ pane, article, host, scroller, map }: PaneParts): JoinedPane {
  const layer = createSentenceLayer(host, scroller, map)
  scroller.dataset.comparing = ''
  const unregister = registerView(pane, { article, host, scroller, map, layer })
  /** Counts the showings: what is answered for an earlier one is not drawn. */
  let showing = 0

  function show(state: State): void {
    const place = placeIn(state, article)
    const { comparison, possible } = state
    if (place === null || !comparison) {
      layer.show(null)
      light(state)
      return
    }
    const look = lookUpOf(comparison)
    const of = comparison.articles.length
    layer.show({
      sentences: comparison.articles[place]?.sentences ?? [],
      markOf(sentence) {
        const ref = { article: place, sentence }
        const tier = look.tier(ref, possible)
        return tier && { tier, count: `${look.tellers(ref, possible)}/${of}` }
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
    const look = lookUpOf(comparison)
    const here = sentencesHere(look, shown, place, possible)
    const held = shown.article === place ? shown.sentence : null
    layer.light(here, held)
    setPassing('compare-figure', map, figuresHere(look, shown, place, here, possible))
    if (held !== null) return
    void changedHere(comparison, shown, place, here).then((spans) => {
      if (now === showing) setPassing('compare-changed', map, spans)
    })
  }

  /** The words of the counterparts here that the sentence shown does not have. */
  async function changedHere(
    comparison: Comparison,
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

  function take(offset: number, by: 'caret' | 'pointer'): void {
    const state = useCompare.getState()
    const place = placeIn(state, article)
    if (place === null || !state.comparison) return
    const sentence = sentenceAt(state.comparison, place, offset)
    if (sentence === null) return
    const ref = { article: place, sentence }
    if (sameRef(state.hand, ref)) {
      if (state.hover) useCompare.setState({ hover: null })
      return
    }
    takeSentence(ref)
    if (by === 'caret') sayMatches(ref)
  }

  function hover(offset: number | null): void {
    const state = useCompare.getState()
    const place = placeIn(state, article)
    const sentence =
      offset === null || place === null || !state.comparison
        ? null
        : sentenceAt(state.comparison, place, offset)
    if (sentence === null || place === null) {
      // Another pane's hover is not this one's to take away.
      if (state.hover && state.hover.article === place) useCompare.setState({ hover: null })
      return
    }
    const ref = { article: place, sentence }
    if (!sameRef(state.hover, ref))
      useCompare.setState({ hover: sameRef(state.hand, ref) ? null : ref })
  }

  const unwatch = watchPointer(host, scroller, map, {
    rest: hover,
    click: (offset) => take(offset, 'pointer'),
  })
  const unsubscribe = useCompare.subscribe((state, before) => {
    const content = (['comparison', 'articles', 'possible'] as const).some(
      (key) => state[key] !== before[key],
    )
    if (content) show(state)
    else if (shownOf(state) !== shownOf(before)) light(state)
  })
  show(useCompare.getState())

  return {
    caretMoved: (offset) => take(offset, 'caret'),
    leave() {
      showing++
      unwatch()
      unsubscribe()
      unregister()
      setPassing('compare-changed', map, [])
      setPassing('compare-figure', map, [])
      layer.dispose()
      delete scroller.dataset.comparing
    },
  }
}

/** Those of one article that are shown with a sentence: itself, or its counterparts. */
function sentencesHere(
  look: LookUp,
  shown: SentenceRef,
  place: number,
  possible: boolean,
): readonly number[] {
  if (shown.article === place) return [shown.sentence]
  return look
    .counterparts(shown, possible)
    .filter(({ ref }) => ref.article === place)
    .map(({ ref }) => ref.sentence)
}

function figuresHere(
  look: LookUp,
  shown: SentenceRef,
  place: number,
  here: readonly number[],
  possible: boolean,
): TextRange[] {
  const { comparison } = look
  if (shown.article !== place)
    return here.flatMap((sentence) =>
      differingFigures(comparison, shown, { article: place, sentence }).map(({ other }) => other),
    )
  return look
    .counterparts(shown, possible)
    .flatMap(({ ref }) => differingFigures(comparison, shown, ref).map(({ one }) => one))
}

/** The sentence that holds an offset, its end counted in; null between sentences and in furniture. */
function sentenceAt(comparison: Comparison, place: number, offset: number): number | null {
  const sentences = comparison.articles[place]?.sentences ?? []
  const look = lookUpOf(comparison)
  for (const at of [offset, offset - 1]) {
    const index = look.sentenceAt(place, at)
    const sentence = index === null ? undefined : sentences[index]
    if (sentence && at >= sentence.start && at < sentence.end) return index
  }
  return null
}
