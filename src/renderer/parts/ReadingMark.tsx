// How far the reader is with an article, as a small mark. What is new, as most articles are, has none.
import { Check, CircleDashed } from 'lucide-react'
import type { ReadingState } from '../../shared/search/ast.ts'
import { useRecord } from '../replica/records.ts'
import './reading.css'

export const readingStateWords = {
  new: 'New',
  reading: 'Being read',
  read: 'Read',
} as const satisfies Record<ReadingState, string>

/** @param meanwhile what is taken for it until its record is known */
export function useReadingState(article: string, meanwhile: ReadingState = 'new'): ReadingState {
  const record = useRecord('reading', article)
  return record === undefined ? meanwhile : (record?.state ?? 'new')
}

/** For the eye: whoever shows it says it in words, too. */
export function ReadingMark({ state }: { readonly state: ReadingState }) {
  if (state === 'new') return null
  const Icon = state === 'read' ? Check : CircleDashed
  return (
    <span className="reading-mark" title={readingStateWords[state]} data-state={state}>
      <Icon size={13} aria-hidden />
    </span>
  )
}
