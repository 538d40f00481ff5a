// The sentence in hand in every other article: its counterparts, or that none was found.
import { type KeyboardEvent, useRef } from 'react'
import { type Counterpart, sameRef } from '../../../shared/comparison/look-up.ts'
import { type ComparisonView, tellersOf } from '../../../shared/comparison/view.ts'
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { togglePossible } from '../../actions/compare.ts'
import { useMatches } from '../../actions/matches.ts'
import { useCompare } from '../../state/compare.ts'
import { passageOf } from '../../state/look.ts'
import { held, type Matches as MatchList, rejected } from '../../state/matches.ts'
import { MatchCard } from './MatchCard.tsx'
import { useNames } from './names.ts'
import { PlaceLine } from './PlaceLine.tsx'
import { Rejected } from './Rejected.tsx'

export function Elsewhere({ comparison }: { comparison: ComparisonView }) {
  const { hand, hover, possible } = useCompare()
  const shown = hover ?? hand
  const passage = shown && passageOf(shown)
  const matches = useMatches(shown)
  return (
    <section className="elsewhere" aria-labelledby="elsewhere-title">
      <h3 id="elsewhere-title">This sentence elsewhere</h3>
      {shown && passage ? (
        <>
          <p className="own-sentence" dir="auto">
            {passage.text.slice(passage.start, passage.end)}
          </p>
          <PlaceLine sentence={shown} words={tellersWords(comparison, shown, possible)} />
          {matches && <Matches matches={matches} sentence={shown} passing={hover !== null} />}
        </>
      ) : (
        <p className="muted hint">
          Click a sentence in an article, or put the caret into one (<kbd>F7</kbd>): what the others
          have of it is shown here. <kbd>J</kbd> and <kbd>K</kbd> go from match to match.
        </p>
      )}
    </section>
  )
}

/** "2 of 3 articles", as the gutter of the pane counts it. */
function tellersWords(
  comparison: ComparisonView,
  sentence: SentenceRef,
  possible: boolean,
): string {
  const compared = comparison.articles[sentence.article]?.sentences[sentence.sentence]
  const count = comparison.articles.length
  const tellers = tellersOf(comparison, sentence, possible)
  if (compared?.title && tellers === 1) return 'no match found'
  if (tellers === 1 && tellersOf(comparison, sentence, true) > 1)
    return 'a possible match elsewhere'
  return tellers === 1 ? 'only here' : `in ${tellers} of ${count} articles`
}

interface MatchesProps {
  readonly matches: MatchList
  readonly sentence: SentenceRef
  /** Under the pointer only: nothing can be done with it yet. */
  readonly passing: boolean
}

function Matches({ matches, sentence, passing }: MatchesProps) {
  const { articles, chosen, possible } = useCompare()
  const { short } = useNames()
  const list = useRef<HTMLUListElement>(null)
  const all = held(matches, possible)
  const hidden = held(matches, true).filter((one) => !all.includes(one))
  const meant = passing ? null : (all.find(({ ref }) => sameRef(ref, chosen)) ?? all[0] ?? null)

  const others = [...articles.keys()].filter((article) => article !== sentence.article)

  /** The arrow keys go from match to match, and the one that has the keyboard is meant. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('.match-text') ?? [])]
    const at = buttons.findIndex((button) => button.closest('li')?.contains(document.activeElement))
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <>
      <ul className="matches" aria-label="Matches" ref={list} onKeyDown={onKeyDown}>
        {others.flatMap((article) => {
          const here = all.filter(({ ref }) => ref.article === article)
          if (here.length === 0)
            return [
              <NoMatch
                key={`none ${article}`}
                name={short[article] ?? 'Article'}
                hidden={hidden.some(({ ref }) => ref.article === article)}
              />,
            ]
          return here.map((counterpart, index) => (
            <MatchCard
              key={`${article} ${counterpart.ref.sentence}`}
              from={sentence}
              counterpart={counterpart}
              meant={counterpart === meant}
              passing={passing}
              another={index > 0}
              onTake={() => take(counterpart)}
            />
          ))
        })}
      </ul>
      <Rejected rejected={rejected(matches)} />
    </>
  )
}

/** Keys are about the match that one is at. */
function take({ ref }: Counterpart): void {
  if (!sameRef(useCompare.getState().chosen, ref)) useCompare.setState({ chosen: ref, why: null })
}

/** What the reader is told where nothing was found: never that it was left out. */
function NoMatch({ name, hidden }: { name: string; hidden: boolean }) {
  return (
    <li className="no-match">
      <bdi title={name}>{name}</bdi>
      <span className="unseen">: </span>
      {hidden ? (
        <button
          type="button"
          className="text-button"
          title="Show possible matches"
          onClick={togglePossible}
        >
          a possible match
        </button>
      ) : (
        <span>no match found</span>
      )}
    </li>
  )
}
