// What one article says of a row: its passages, cut to a few lines until asked for in full; or that no
// match was found.
import type { FactCell } from '../../../shared/comparison/fact-row.ts'
import { keyOf } from '../../../shared/comparison/look-up.ts'
import { placeOf } from '../../parts/place.ts'
import { passageOf } from '../../state/look.ts'
import { tierWords } from './match-words.ts'

export interface FactCellTextProps {
  readonly cell: FactCell
  /** Nobody else tells it. */
  readonly alone: boolean
  readonly full: boolean
  /** Characters that are sure to fit into the lines that are shown. */
  readonly room: number
  readonly onFull: (full: boolean) => void
}

export function FactCellText({ cell, alone, full, room, onFull }: FactCellTextProps) {
  if (cell.passages.length === 0)
    return <span className="no-passage">{cell.hidden ? 'a possible match' : 'no match found'}</span>
  const passages = cell.passages.flatMap((ref) => {
    const passage = passageOf(ref)
    return passage ? [{ key: keyOf(ref), ...passage }] : []
  })
  const tier = cell.tier ?? (alone ? null : 'sure')
  const isCut = passages.some(({ start, end }) => end - start > room)
  return (
    <div className="passages" data-tier={tier ?? 'none'} data-full={full || undefined}>
      {passages.map(({ key, article, text, start, end, title }) => (
        <p key={key} dir="auto">
          <span className="passage-place">{title ? 'Headline' : placeOf(article, start)}</span>{' '}
          {text.slice(start, end)}
        </p>
      ))}
      <span className="unseen">{tier ? `, ${tierWords[tier]}` : ', only here'}</span>
      {isCut && (
        <button
          type="button"
          className="text-button more"
          aria-expanded={full}
          // The row itself is not pressed.
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation()
            onFull(!full)
          }}
        >
          {full ? 'Less' : 'More'}
        </button>
      )}
    </div>
  )
}
