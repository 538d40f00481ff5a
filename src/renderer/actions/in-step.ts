// Scrolling in step and the pins that the reader makes for it.

import type { Pin } from '../../shared/model/settings.ts'
import { namesBeside } from '../replica/article-names.ts'
import { rowOf } from '../replica/rows.ts'
import { useCompare } from '../state/compare.ts'
import { focusedPane, type Pane, usePanes } from '../state/panes.ts'
import { type Reader, readerOf } from '../state/readers.ts'
import { tell } from '../state/ui.ts'
import { count } from './came.ts'
import { compareOpen } from './compare.ts'

/** Switches scrolling in step on, and comparing with it, or off. */
export function toggleInStep(): void {
  const { inStep, on } = useCompare.getState()
  useCompare.setState({ inStep: !inStep })
  if (inStep) return
  if (usePanes.getState().panes.length < 2) tell('Open another article beside this one first.')
  if (on) return
  useCompare.setState({ on: true })
  void compareOpen()
}

/** Pins what stands side by side now: the line of the pane in focus with the same line of all others. */
export function pinHere(): void {
  const lead = focusedPane()
  const { panes } = usePanes.getState()
  const made = lead ? pinsOf(lead, panes) : []
  if (made.length === 0) {
    tell(lead ? 'Open another article beside this one to pin it to.' : 'Open an article first.')
    return
  }
  const { inStep, pins } = useCompare.getState()
  useCompare.setState({ pins: [...pins, ...made] })
  const names = [...openNames(panes)].flatMap(([article, name]) =>
    made.some(({ b }) => b.article === article) ? [name] : [],
  )
  tell(
    `Pinned to ${names.join(', ')}: these lines stay side by side${inStep ? '.' : ' once you scroll in step (F9).'}`,
  )
}

/** A pin to each other open article, at the leading pane's line. */
function pinsOf(lead: Pane, panes: readonly Pane[]): Pin[] {
  const reader = readerOf(lead.key)
  if (!reader) return []
  const below = lineToPin(reader)
  const offset = reader.offsetAtLine(below)
  if (offset === null) return []
  const others = new Map<string, Pin>()
  for (const { key, article } of panes) {
    const at = readerOf(key)?.offsetAtLine(below) ?? null
    if (article === lead.article || at === null || others.has(article)) continue
    others.set(article, {
      a: { article: lead.article, offset },
      b: { article, offset: at },
    })
  }
  return [...others.values()]
}

/** Takes away every pin of the articles that are open. */
export function unpinAll(): void {
  const open = new Set(usePanes.getState().panes.map(({ article }) => article))
  const { pins } = useCompare.getState()
  const left = pins.filter(({ a, b }) => !open.has(a.article) || !open.has(b.article))
  useCompare.setState({ pins: left })
  const gone = pins.length - left.length
  tell(gone === 0 ? 'There are no pins here.' : `${count(gone, 'pin')} removed.`)
}

/** Takes away the pins of one place. */
export function unpin(article: string, offset: number): void {
  const isThere = (place: Pin['a']): boolean => place.article === article && place.offset === offset
  useCompare.setState(({ pins }) => ({
    pins: pins.filter(({ a, b }) => !isThere(a) && !isThere(b)),
  }))
}

/** Pixels below the top: the line of the caret or selection if that is in view, else a third down. */
function lineToPin(reader: Reader): number {
  const range = reader.range()
  const box = reader.scroller.getBoundingClientRect()
  const [rect] = range ? reader.rects(range.start, Math.max(range.end, range.start + 1)) : []
  const inView = rect && rect.top >= box.top && rect.bottom <= box.bottom
  return inView ? rect.top + rect.height / 2 - box.top : box.height / 3
}

/** What the open articles are called, by their ids. */
export function openNames(panes: readonly Pane[]): ReadonlyMap<string, string> {
  const open = [...new Set(panes.map(({ article }) => article))]
  const names = namesBeside(open.map(rowOf), 'another article')
  return new Map(open.map((article, index) => [article, names[index] ?? '']))
}
