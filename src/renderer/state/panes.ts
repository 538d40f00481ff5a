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
  readonly opened: ReadonlyMap<string, Opened>
}

export const usePanes = create<PanesState>()(() => ({
  panes: [],
  focused: null,
  opened: new Map(),
}))

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
    const rest = panes.filter((other) => other !== pane)
    return { panes: [...rest.slice(0, to), pane, ...rest.slice(to)] }
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
