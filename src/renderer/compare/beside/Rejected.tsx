// Matches of a sentence that the reader rejected: folded away, and one press from being back.
import { judgeLink } from '../../actions/judge.ts'
import { passageOf } from '../../state/look.ts'
import type { Matches } from '../../state/matches.ts'
import { PlaceLine } from './PlaceLine.tsx'

export function Rejected({ rejected }: { rejected: Matches }) {
  if (rejected.length === 0) return null
  return (
    <details className="rejected">
      <summary>Rejected ({rejected.length})</summary>
      <ul aria-label="Rejected">
        {rejected.map(({ ref, link }) => {
          const passage = passageOf(ref)
          if (!passage) return null
          return (
            <li key={`${ref.article} ${ref.sentence}`}>
              <p dir="auto">{passage.text.slice(passage.start, passage.end)}</p>
              <PlaceLine sentence={ref} words="" />
              <button
                type="button"
                className="text-button"
                onClick={() => void judgeLink(link, null)}
              >
                Take back
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
