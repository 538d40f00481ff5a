// Bringing what the comparison found into view in the panes.
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { takeSentence } from '../state/compared.ts'
import { passageOf } from '../state/look.ts'
import { focusPane, usePanes } from '../state/panes.ts'
import { type Reader, readerOf } from '../state/readers.ts'

/** Key of the pane that shows an article: the one in focus where it does. */
function paneOf(article: string): string | null {
  const { panes, focused } = usePanes.getState()
  const showing = panes.filter((pane) => pane.article === article)
  return (showing.find(({ key }) => key === focused) ?? showing[0])?.key ?? null
}

interface Shown {
  readonly reader: Reader
  readonly start: number
  readonly end: number
}

/** Null where its pane is not drawn, or holds another text by now. */
function shownAt(ref: SentenceRef): Shown | null {
  const passage = passageOf(ref)
  const reader = readerOf(passage && paneOf(passage.article))
  return passage && reader ? { reader, start: passage.start, end: passage.end } : null
}

/** Pixels that stay free above what is brought to one height. */
const free = 24

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
  // What stands near the beginning of its article cannot come further down than it does unscrolled.
  const lowest = shown.map(({ reader, start, end }) => {
    const top = reader.rects(start, end)[0]?.top ?? Number.POSITIVE_INFINITY
    return top + reader.scroller.scrollTop
  })
  for (const { reader, start, end } of shown) {
    const { top, height } = reader.scroller.getBoundingClientRect()
    reader.standAt(start, Math.max(top + free, Math.min(top + height / 3, ...lowest)))
    reader.flash(start, end)
  }
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
