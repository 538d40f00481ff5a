// Bringing what the comparison found into view in the panes.
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { takeSentence } from '../state/compared.ts'
import { passageOf } from '../state/look.ts'
import { focusPane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { bringToOneHeight, free, type PlacedPassage } from './one-height.ts'

/** Key of the pane that shows an article: the one in focus where it does. */
function paneOf(article: string): string | null {
  const { panes, focused } = usePanes.getState()
  const showing = panes.filter((pane) => pane.article === article)
  return (showing.find(({ key }) => key === focused) ?? showing[0])?.key ?? null
}

/** Null where its pane is not drawn, or holds another text by now. */
function shownAt(ref: SentenceRef): PlacedPassage | null {
  const passage = passageOf(ref)
  const reader = readerOf(passage && paneOf(passage.article))
  return passage && reader ? { reader, start: passage.start, end: passage.end } : null
}

/**
 * Shows the first of each article's sentences in its pane, all at one height as far as they can stand
 * there, and takes that of the leading article in hand.
 * @param leading index of the article whose sentence is taken; else the first of all
 */
export function showTogether(refs: readonly SentenceRef[], leading: number): void {
  const hand = refs.find(({ article }) => article === leading) ?? refs[0]
  if (!hand) return
  takeSentence(hand)
  const first = new Map<number, SentenceRef>()
  for (const ref of refs) if (!first.has(ref.article)) first.set(ref.article, ref)
  const shown = [...first.values()].flatMap((ref) => shownAt(ref) ?? [])
  for (const { reader, start, end } of shown) reader.reveal(start, end)
  const [view] = shown.map(({ reader }) => reader.scroller.getBoundingClientRect())
  if (view) bringToOneHeight(shown, view.top + Math.max(free, view.height / 3))
  for (const { reader, start, end } of shown) reader.flash(start, end)
}

/** Goes to a sentence: its pane comes into focus, and the sentence into view. */
export function goToSentence(ref: SentenceRef): void {
  const passage = passageOf(ref)
  const pane = passage && paneOf(passage.article)
  if (!passage || !pane) return
  focusPane(pane)
  const show = (): boolean => {
    const shown = shownAt(ref)
    shown?.reader.reveal(shown.start, shown.end)
    shown?.reader.flash(shown.start, shown.end)
    return shown !== null
  }
  // Where panes are tabs, the one in focus is drawn by the next frame.
  if (!show()) requestAnimationFrame(() => requestAnimationFrame(show))
}
