// One counterpart as a card: its words, with what was changed marked; how and how surely it matches;
// the reader's own word on it.
import { Check, CircleHelp, X } from 'lucide-react'
import { type Counterpart, sameRef } from '../../../shared/comparison/look-up.ts'
import type { Match } from '../../../shared/comparison/sections.ts'
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { explainLink, judgeLink } from '../../actions/judge.ts'
import { goToSentence } from '../../actions/show-passage.ts'
import { useCompare } from '../../state/compare.ts'
import { passageOf } from '../../state/look.ts'
import { Differing } from './Differing.tsx'
import { MarkedText } from './MarkedText.tsx'
import { matchWords } from './match-words.ts'
import { PlaceLine } from './PlaceLine.tsx'
import { Why } from './Why.tsx'

export interface MatchCardProps {
  readonly from: SentenceRef
  readonly counterpart: Counterpart<Match>
  /** The one that keys are about. */
  readonly meant: boolean
  /** Of the sentence under the pointer: nothing can be done with it. */
  readonly passing: boolean
  /** Another one of the same article. */
  readonly another: boolean
  readonly onTake: () => void
}

export function MatchCard({ from, counterpart, meant, passing, another, onTake }: MatchCardProps) {
  const { ref, link } = counterpart
  const why = useCompare(({ why }) =>
    why && sameRef(why.a, link.a) && sameRef(why.b, link.b) ? why.explanation : null,
  )
  const passage = passageOf(ref)
  if (!passage) return null
  const judgeIt = (verdict: 'yes' | 'no') =>
    void judgeLink(link, link.verdict === verdict ? null : verdict)
  return (
    <li
      className="match-card"
      data-tier={link.verdict === 'yes' ? 'certain' : link.tier}
      data-meant={meant || undefined}
      data-another={another || undefined}
      onFocus={passing ? undefined : onTake}
    >
      <button
        type="button"
        className="match-text"
        aria-current={meant || undefined}
        title="Show in its pane"
        onClick={() => goToSentence(ref)}
      >
        <MarkedText from={from} counterpart={counterpart} passage={passage} passing={passing} />
      </button>
      <PlaceLine sentence={ref} words={matchWords(counterpart)} />
      <Differing counterpart={counterpart} />
      {!passing && (
        <div className="match-tools">
          <button
            type="button"
            className="tool"
            aria-pressed={link.verdict === 'yes'}
            aria-label="Yes, these match"
            title={link.verdict === 'yes' ? 'Take it back (Y)' : 'Yes, these match (Y)'}
            onClick={() => judgeIt('yes')}
          >
            <Check size={13} aria-hidden /> Yes
          </button>
          <button
            type="button"
            className="tool"
            aria-label="No, these do not match"
            title="No, these do not match (X)"
            onClick={() => judgeIt('no')}
          >
            <X size={13} aria-hidden /> No
          </button>
          <button
            type="button"
            className="tool"
            aria-expanded={why !== null}
            aria-label="Why do these match?"
            title="Why do these match? (W)"
            onClick={() => void explainLink(link)}
          >
            <CircleHelp size={13} aria-hidden /> Why?
          </button>
        </div>
      )}
      {why && <Why explanation={why} />}
    </li>
  )
}
