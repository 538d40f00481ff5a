// The panes of the reading room: which articles stand side by side, how wide, which has the focus.
import { create } from 'zustand'
import type { AppError } from '../../shared/errors.ts'
import { maxPanes } from '../../shared/model/defaults.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import type { PaneState } from '../../shared/model/settings.ts'

export interface Pane {
  /** Stays the same while the pane is moved about. */
  readonly key: string
  readonly article: string
  /** Offset of the first character in view when the pane was last left. */
  readonly top: number
  /** Percent of the width; null: an equal share. */
  readonly size: number | null
  /** Size of its text as a multiple of the one that is set for all; absent: the same. */
  readonly zoom?: number | undefined
}

/** An article as it was opened, or why it could not be. */
export type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly article: OpenArticle }
  | { readonly state: 'failed'; readonly error: AppError }

interface PanesState {
  readonly panes: readonly Pane[]
  /** Key of the pane in focus; null without panes. */
  readonly focused: string | null
  /** Key of the pane that was in focus before it, and is still there. */
  readonly before: string | null
  readonly opened: ReadonlyMap<string, Opened>
}

export const usePanes = create<PanesState>()(() => ({
  panes: [],
  focused: null,
  before: null,
  opened: new Map(),
}))

usePanes.subscribe(({ panes, focused, before }, was) => {
  const last = focused !== was.focused && was.focused !== null ? was.focused : before
  const there = panes.some(({ key }) => key === last && key !== focused) ? last : null
  if (there !== before) usePanes.setState({ before: there })
})

let made = 0
const newKey = (): string => `pane-${++made}`

export function setPanes(panes: readonly PaneState[], focused: number): void {
  const next = panes.map((pane) => ({ key: newKey(), ...pane }))
  usePanes.setState({
    panes: next,
    focused: next[focused]?.key ?? next[0]?.key ?? null,
  })
}

export function setOpened(article: string, opened: Opened): void {
  usePanes.setState((state) => ({ opened: new Map(state.opened).set(article, opened) }))
}

/**
 * Shows an article beside the others; in the focused pane's place when there is no more room. Gives the pane's key.
 * @param top offset of the first character in view
 */
export function addPane(article: string, after: string | null = null, top = 0): string {
  const { panes, focused } = usePanes.getState()
  const pane: Pane = { key: newKey(), article, top, size: null }
  if (panes.length >= maxPanes) {
    usePanes.setState({
      panes: panes.map((old) => (old.key === focused ? { ...pane, size: old.size } : old)),
      focused: pane.key,
    })
    return pane.key
  }
  const at = panes.findIndex(({ key }) => key === after)
  const index = at < 0 ? panes.length : at + 1
  usePanes.setState({
    panes: equally([...panes.slice(0, index), pane, ...panes.slice(index)]),
    focused: pane.key,
  })
  return pane.key
}

export function removePane(key: string): void {
  usePanes.setState(({ panes, focused }) => {
    const at = panes.findIndex((pane) => pane.key === key)
    const rest = panes.filter((pane) => pane.key !== key)
    const next = rest[Math.min(Math.max(at, 0), rest.length - 1)]?.key ?? null
    return { panes: equally(rest), focused: focused === key ? next : focused }
  })
}

export function focusPane(key: string | null): void {
  if (usePanes.getState().focused !== key) usePanes.setState({ focused: key })
}

/** Moves a pane by some places; not past the ends. */
export function movePane(key: string, by: number): void {
  usePanes.setState(({ panes }) => {
    const from = panes.findIndex((pane) => pane.key === key)
    const to = Math.min(Math.max(from + by, 0), panes.length - 1)
    const pane = panes[from]
    if (!pane || from === to) return {}
    return { panes: putAt(panes, pane, to) }
  })
}

/** With one of them elsewhere. @param to its index then */
function putAt(panes: readonly Pane[], pane: Pane, to: number): Pane[] {
  const rest = panes.filter((other) => other !== pane)
  return [...rest.slice(0, to), pane, ...rest.slice(to)]
}

/** Two panes change places; each keeps its width. */
export function swap(one: string, other: string): void {
  usePanes.setState(({ panes }) => {
    const at = (key: string): Pane | undefined => panes.find((pane) => pane.key === key)
    const [a, b] = [at(one), at(other)]
    if (!a || !b) return {}
    return { panes: panes.map((pane) => (pane === a ? b : pane === b ? a : pane)) }
  })
}

/** Puts a pane before another one; at the end for null. */
export function placePane(key: string, before: string | null): void {
  usePanes.setState(({ panes }) => {
    const pane = panes.find((each) => each.key === key)
    if (!pane || key === before) return {}
    const at = panes.filter((each) => each !== pane).findIndex((each) => each.key === before)
    return { panes: putAt(panes, pane, at < 0 ? panes.length - 1 : at) }
  })
}

export function setSizes(sizes: Readonly<Record<string, number>>): void {
  usePanes.setState(({ panes }) => ({
    panes: panes.map((pane) => ({ ...pane, size: sizes[pane.key] ?? pane.size })),
  }))
}

export function setTop(key: string, top: number): void {
  usePanes.setState(({ panes }) => ({
    panes: panes.map((pane) => (pane.key === key && pane.top !== top ? { ...pane, top } : pane)),
  }))
}

const zooms: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next size of a pane's text, or the usual one for 0. Gives it as a multiple of what is set for all. */
export function zoomPane(key: string, by: -1 | 0 | 1): number {
  const { panes } = usePanes.getState()
  const now = panes.find((pane) => pane.key === key)?.zoom ?? 1
  const next = by > 0 ? zooms.find((each) => each > now) : zooms.findLast((each) => each < now)
  const zoom = by === 0 ? 1 : (next ?? now)
  usePanes.setState({
    panes: panes.map((pane) =>
      pane.key === key ? { ...pane, zoom: zoom === 1 ? undefined : zoom } : pane,
    ),
  })
  return zoom
}

/** Offset of the first character in view when the pane was last left. */
export const topOf = (key: string): number =>
  usePanes.getState().panes.find((pane) => pane.key === key)?.top ?? 0

export const equally = (panes: readonly Pane[]): Pane[] =>
  panes.map((pane) => ({ ...pane, size: null }))

export const focusedPane = (): Pane | undefined => {
  const { panes, focused } = usePanes.getState()
  return panes.find(({ key }) => key === focused)
}

export const openedArticle = (id: string): OpenArticle | null => {
  const opened = usePanes.getState().opened.get(id)
  return opened?.state === 'open' ? opened.article : null
}
