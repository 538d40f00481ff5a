// What one article says of a row: its passages, cut to a few lines until asked for in full; or that no
// match was found.
import { useLayoutEffect, useRef, useState } from 'react'
import type { FactCell } from '../../../shared/compare/fact-rows.ts'
import { keyOf } from '../../../shared/compare/look-up.ts'
import { placeOf } from '../../parts/place.ts'
import { passageOf } from '../../state/look.ts'
import { tierWords } from './match-words.ts'

export function FactCellText({ cell, alone }: { cell: FactCell; alone: boolean }) {
  const [full, setFull] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const isCut = useIsCut(box)
  if (cell.passages.length === 0)
    return <span className="no-passage">{cell.hidden ? 'a possible match' : 'no match found'}</span>
  const passages = cell.passages.flatMap((ref) => passageOf(ref) ?? [])
  const tier = cell.tier ?? (alone ? null : 'sure')
  return (
    <div ref={box} className="passages" data-tier={tier ?? 'none'} data-full={full || undefined}>
      {passages.map(({ article, text, start, end }, index) => (
        <p key={keyOf(cell.passages[index] ?? { article: 0, sentence: index })} dir="auto">
          <span className="passage-place">{placeOf(article, start)}</span> {text.slice(start, end)}
        </p>
      ))}
      <span className="unseen">{tier ? `, ${tierWords[tier]}` : ', only here'}</span>
      {(isCut || full) && (
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

/** Whether the lines that are shown do not hold all of a passage. */
function useIsCut(box: React.RefObject<HTMLElement | null>): boolean {
  const [isCut, setIsCut] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () =>
      setIsCut([...element.querySelectorAll('p')].some((p) => p.scrollHeight > p.clientHeight + 1))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    // A face that comes late makes more lines in the same room.
    document.fonts.addEventListener('loadingdone', look)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', look)
    }
  }, [box])
  return isCut
}
