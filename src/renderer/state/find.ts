// What is being looked for in which pane, and what was found there.
import { create } from 'zustand'
import type { Found } from '../../shared/text/find.ts'
import type { PatternProblem } from '../../shared/text/pattern-problem.ts'

/** Why there is nothing to go through. */
export type FindTrouble =
  | { readonly why: 'wrong'; readonly problem: PatternProblem }
  /** The expression took longer than a reader waits, and was ended. */
  | { readonly why: 'stopped' }
  /** What finds did not start, or broke. */
  | { readonly why: 'failed' }

interface FindState {
  /** Key of the pane whose find box is open. */
  readonly pane: string | null
  /** Kept when the box closes, for the next time. */
  readonly query: string
  /** Counts the times the box was asked for, so that it takes the keyboard again. */
  readonly asked: number
  /** Offset from which on the first hit is sought; null: from what is in view. */
  readonly from: number | null
  /** In the order of the text. */
  readonly found: readonly Found[]
  /** Index of the hit at hand; -1 where there is none. */
  readonly at: number
  readonly trouble: FindTrouble | null
  /** What is asked now is not answered yet: what was found is of something else. */
  readonly pending: boolean
  /** The hit that the reader left the box with, selected in its pane. */
  readonly left: (Found & { readonly pane: string }) | null
}

const nothing = { found: [], at: -1, trouble: null, pending: false } as const

export const useFind = create<FindState>()(() => ({
  pane: null,
  query: '',
  asked: 0,
  from: null,
  left: null,
  ...nothing,
}))

/** @param selected what is selected, to be found first; null or left out: as it was asked for last */
export function openFind(
  pane: string,
  selected: { readonly words: string; readonly from: number } | null = null,
): void {
  useFind.setState((state) => ({
    pane,
    asked: state.asked + 1,
    left: null,
    query: selected?.words ?? state.query,
    from: selected?.from ?? null,
    ...(state.pane === pane ? {} : nothing),
  }))
}

export function closeFind(): void {
  const { pane } = useFind.getState()
  const hit = hitAtHand()
  useFind.setState({ pane: null, left: hit && pane !== null ? { ...hit, pane } : null, ...nothing })
}

export const askFor = (query: string): void => useFind.setState({ query })

/** @param at index of the hit to begin with */
export const takeFound = (found: readonly Found[], at: number): void =>
  useFind.setState({ found, at: found.length === 0 ? -1 : at, trouble: null, pending: false })

export const takeTrouble = (trouble: FindTrouble): void => useFind.setState({ ...nothing, trouble })

export const awaitFound = (): void => useFind.setState({ pending: true })

/** Once what is asked now is answered: what is done with a hit is done with one of its own. */
export const whenFound = (): Promise<void> =>
  new Promise((done) => {
    if (!useFind.getState().pending) {
      done()
      return
    }
    const stop = useFind.subscribe(({ pending }) => {
      if (pending) return
      stop()
      done()
    })
  })

/** To the next hit, or back; after the last comes the first. */
export function stepFound(by: 1 | -1): void {
  useFind.setState(({ found, at }) =>
    found.length === 0 ? {} : { at: (at + by + found.length) % found.length },
  )
}

export const goToFound = (at: number): void => useFind.setState({ at })

/** None while what is asked now is not answered. */
export const hitAtHand = (): Found | null => {
  const { found, at, pending } = useFind.getState()
  return pending ? null : (found[at] ?? null)
}

/**
 * The hit that Enter in a pane's text is meant for; null where it is meant for none.
 * @param range what is selected there or where its caret stands; null where neither is seen
 */
export function hitUnder(pane: string, range: Found | null): Found | null {
  const { pane: finding, found, left } = useFind.getState()
  if (finding === pane)
    return range
      ? (found.find(({ start, end }) => start <= range.start && range.end <= end) ?? null)
      : hitAtHand()
  const isLeft = left?.pane === pane && left.start === range?.start && left.end === range.end
  return isLeft ? left : null
}
