// Bringing what the comparison found into view in the panes.
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { useCompare } from '../state/compare.ts'
import { passageOf } from '../state/look.ts'
import { focusPane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'

/** Key of the pane that shows an article: the one in focus where it does. */
function paneOf(article: string): string | null {
  const { panes, focused } = usePanes.getState()
  const showing = panes.filter((pane) => pane.article === article)
  return (showing.find(({ key }) => key === focused) ?? showing[0])?.key ?? null
}

/** Brings a sentence into view in its pane, and shows it for a moment. */
export function showSentence(ref: SentenceRef): void {
  const passage = passageOf(ref)
  const reader = readerOf(passage && paneOf(passage.article))
  if (!passage || !reader) return
  reader.reveal(passage.start, passage.end)
  reader.flash(passage.start, passage.end)
}

/**
 * Shows sentences in their panes, side by side, and takes the first of the leading article in hand.
 * @param leading index of the article whose sentence is taken; else the first of all
 */
export function showTogether(refs: readonly SentenceRef[], leading: number): void {
  const hand = refs.find(({ article }) => article === leading) ?? refs[0]
  if (!hand) return
  useCompare.setState({ hand, chosen: null, why: null })
  const first = new Map<number, SentenceRef>()
  for (const ref of refs) if (!first.has(ref.article)) first.set(ref.article, ref)
  for (const ref of first.values()) showSentence(ref)
}

/** Goes to a sentence: its pane gets the focus and the keyboard. */
export function goToSentence(ref: SentenceRef): void {
  const passage = passageOf(ref)
  const pane = passage && paneOf(passage.article)
  if (!pane) return
  focusPane(pane)
  showSentence(ref)
}
