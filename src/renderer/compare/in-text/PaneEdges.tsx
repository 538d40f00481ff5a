// What the comparison adds around one pane's text: the strip at its side, the line at its foot.
import { useEffect, useMemo, useState } from 'react'
import { tellersOf } from '../../../shared/comparison/view.ts'
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { useMatches } from '../../actions/matches.ts'
import { useCompare } from '../../state/compare.ts'
import { placeIn, shownOf } from '../../state/compared.ts'
import { held } from '../../state/matches.ts'
import { type PaneView, usePaneViews } from './pane-views.ts'
import { Strip } from './Strip.tsx'
import type { Told } from './strip-rows.ts'
import { toldOf } from './told.ts'
import './edges.css'

export function PaneEdges({ pane }: { pane: string }) {
  const view = usePaneViews(({ views }) => views.get(pane))
  const place = useCompare((state) => (view ? placeIn(state, view.article) : null))
  const comparison = useCompare((state) => state.comparison)
  const possible = useCompare((state) => state.possible)
  const told = useMemo(
    () => (comparison && place !== null ? toldOf(comparison, place, possible) : null),
    [comparison, place, possible],
  )
  if (!view || !comparison || place === null || !told) return <div className="pane-foot" />
  return (
    <>
      <Strip
        view={view}
        sentences={comparison.articles[place]?.sentences ?? []}
        told={told}
        label={`Of this article: ${inWords(told)}.`}
      />
      <Foot view={view} place={place} told={told} />
    </>
  )
}

const count = (told: readonly Told[], kind: Told): number =>
  told.filter((each) => each === kind).length

const inWords = (told: readonly Told[]): string =>
  `${count(told, 'all')} told by all, ${count(told, 'some')} by some, ${count(told, 'only')} only here`

/** What there is of the sentence shown; without one, how much of the article is told elsewhere. */
function Foot({ view, place, told }: { view: PaneView; place: number; told: readonly Told[] }) {
  const shown = useCompare(shownOf)
  return (
    <div className="pane-foot">
      {shown ? (
        <Shown view={view} place={place} shown={shown} />
      ) : (
        <>
          <Legend kind="all" before="told by" words="all" sum={count(told, 'all')} />
          <Legend kind="some" before="by" words="some" sum={count(told, 'some')} />
          <Legend kind="only" words="only here" sum={count(told, 'only')} />
        </>
      )}
    </div>
  )
}

function Legend({
  kind,
  before,
  words,
  sum,
}: {
  kind: Told
  /** Left out where there is no room. */
  before?: string
  words: string
  sum: number
}) {
  return (
    <span className="pane-foot-kind" data-told={kind}>
      <i aria-hidden="true" />
      {sum} {before && <span className="pane-foot-long">{before} </span>}
      {words}
    </span>
  )
}

function Shown({ view, place, shown }: { view: PaneView; place: number; shown: SentenceRef }) {
  const comparison = useCompare((state) => state.comparison)
  const possible = useCompare((state) => state.possible)
  const found = useMatches(shown)
  const matches = held(found ?? [], possible).filter(({ ref }) => ref.article === place)
  const best = matches[0]
  const away = useAway(view, shown.article === place ? shown.sentence : best?.ref.sentence)
  if (!comparison) return null
  if (shown.article === place) {
    const tellers = tellersOf(comparison, shown, possible)
    return (
      <span className="pane-foot-match">
        {tellers === 1
          ? tellersOf(comparison, shown, true) === 1
            ? 'Only here'
            : 'A possible match elsewhere'
          : `Told by ${tellers} of ${comparison.articles.length}`}
        {away}
      </span>
    )
  }
  if (!found) return null
  if (!best) return <span className="pane-foot-none">No match found</span>
  const { tier } = best.link
  return (
    <span className="pane-foot-match" data-tier={tier}>
      <i aria-hidden="true" />
      {`${tier.charAt(0).toUpperCase()}${tier.slice(1)} match`}
      {matches.length > 1 && `, ${matches.length} passages`}
      {away}
    </span>
  )
}

/** Where a sentence is that is out of view, in words. */
function useAway(view: PaneView, sentence: number | undefined): string {
  const [away, setAway] = useState('')
  useEffect(() => {
    const look = (): void => {
      const at = sentence === undefined ? null : view.layer.placeOf(sentence)
      setAway(at === 'above' ? ' · further up' : at === 'below' ? ' · further down' : '')
    }
    look()
    view.scroller.addEventListener('scroll', look, { passive: true })
    return () => view.scroller.removeEventListener('scroll', look)
  }, [view, sentence])
  return away
}
