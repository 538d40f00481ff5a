// What one article says of a row: its passages, cut to a few lines until asked for in full; or that no
// match was found.
import { useState } from 'react'
import type { FactCell } from '../../../shared/compare/fact-rows.ts'
import { keyOf } from '../../../shared/compare/look-up.ts'
import { placeOf } from '../../parts/place.ts'
import { passageOf } from '../../state/look.ts'
import { tierWords } from './match-words.ts'

/** Characters that are sure to fit into the lines that are shown. */
const fits = 150

export function FactCellText({ cell, alone }: { cell: FactCell; alone: boolean }) {
  const [full, setFull] = useState(false)
  if (cell.passages.length === 0)
    return <span className="no-passage">{cell.hidden ? 'a possible match' : 'no match found'}</span>
  const passages = cell.passages.flatMap((ref) => passageOf(ref) ?? [])
  const length = passages.reduce((sum, { start, end }) => sum + end - start, 0)
  const tier = cell.tier ?? (alone ? null : 'sure')
  return (
    <div className="passages" data-tier={tier ?? 'none'} data-full={full || undefined}>
      {passages.map(({ article, text, start, end }, index) => (
        <p key={keyOf(cell.passages[index] ?? { article: 0, sentence: index })} dir="auto">
          <span className="passage-place">{placeOf(article, start)}</span> {text.slice(start, end)}
        </p>
      ))}
      <span className="unseen">{tier ? `, ${tierWords[tier]}` : ', only here'}</span>
      {length > fits && (
        <button
          type="button"
          className="text-button more"
          aria-expanded={full}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation()
            setFull(!full)
          }}
        >
          {full ? 'Less' : 'More'}
        </button>
      )}
    </div>
  )
}
