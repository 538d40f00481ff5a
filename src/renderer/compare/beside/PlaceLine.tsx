// Where a sentence stands: its outlet, its paragraph, and what else is to be said of it.
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { placeOf } from '../../parts/place.ts'
import { passageOf } from '../../state/look.ts'
import { useNames } from './names.ts'

export interface PlaceLineProps {
  readonly sentence: SentenceRef
  readonly words: string
}

export function PlaceLine({ sentence, words }: PlaceLineProps) {
  const { short } = useNames()
  const passage = passageOf(sentence)
  return (
    <p className="place-line">
      <bdi className="place-name">{short[sentence.article]}</bdi>{' '}
      <span className="muted">
        {passage && (passage.title ? 'headline' : placeOf(passage.article, passage.start))}
        {words && ` · ${words}`}
      </span>
    </p>
  )
}
