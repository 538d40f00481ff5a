// A counterpart's words, with what differs from the sentence in hand underlined; where little is the
// same, what is the same stands out instead.
import { useEffect, useState } from 'react'
import { type Counterpart, sameRef } from '../../../shared/comparison/look-up.ts'
import { piecesOf, sameOf } from '../../../shared/comparison/pair-view.ts'
import type { Explanation, SentenceRef } from '../../../shared/model/comparison.ts'
import { explanationOf } from '../../actions/explain.ts'
import { useCompare } from '../../state/compare.ts'
import type { PassageOf } from '../../state/look.ts'

export interface MarkedTextProps {
  readonly from: SentenceRef
  readonly counterpart: Counterpart
  readonly passage: PassageOf
  readonly passing: boolean
}

/** Milliseconds that the pointer rests before the words are compared. */
const rest = 180

/** "To" and "the" stand in any two sentences. */
const isTelling = /\p{N}|\p{L}{4}/u

export function MarkedText({ from, counterpart, passage, passing }: MarkedTextProps) {
  const { link } = counterpart
  const comparison = useCompare((state) => state.comparison?.id)
  const [found, setFound] = useState<Explanation | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison explains anew
  useEffect(() => {
    let stale = false
    const ask = async () => {
      const explained = await explanationOf(link)
      if (!stale && explained?.ok) setFound(explained.value)
    }
    const timer = setTimeout(() => void ask(), passing ? rest : 0)
    return () => {
      stale = true
      clearTimeout(timer)
      setFound(null)
    }
  }, [comparison, link, passing])

  const same = found ? sameOf(found, sameRef(link.a, from) ? 'b' : 'a') : []
  const pieces = piecesOf(passage.text, passage, same)
  const kept = pieces.reduce((sum, { text, same }) => sum + (same ? text.length : 0), 0)
  const mostly = kept >= (passage.end - passage.start) / 2
  return (
    <span className="marked-text" dir="auto" data-mostly={mostly ? 'same' : 'changed'}>
      {pieces.map(({ text, same }, index) =>
        same === mostly || (same && !isTelling.test(text)) ? (
          text
        ) : same ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else to be known by
          <b key={index} title="Also in the sentence in hand">
            {text}
          </b>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else to be known by
          <em key={index} title="Other words than in the sentence in hand">
            {text}
          </em>
        ),
      )}
    </span>
  )
}
