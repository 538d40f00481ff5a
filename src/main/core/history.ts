// What can be undone: each step as what stood before and after it, of records of any kind.
import type { HistoryState } from '../../shared/calls/history.ts'
import type { Change } from '../../shared/kinds/kind.ts'
import type { Result } from '../../shared/result.ts'

/** What a step did that is no record, such as files that came in. Whoever did it takes it back. */
export interface Deed {
  /** Gives what the reader is to know of it; null: nothing. */
  undo(): Promise<Result<string | null>>
  redo(): Promise<Result<string | null>>
  /** Whether it can be done again, once it was taken back. */
  canRedo(): boolean
}

export interface ChangeSet {
  /** In words, for the menu: "Highlight", "Edit note". */
  readonly label: string
  readonly changes: readonly Change[]
  /** A step that has one has no changes. */
  readonly deed?: Deed
  /** Milliseconds since the epoch. */
  readonly at: number
}

export const invert = (set: ChangeSet): ChangeSet => ({
  ...set,
  changes: set.changes.map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
  })),
})

/** What is done again is the reader's own word now, wherever it was made at first, and of whatever. */
const asDoneHere = ({ made: _, edit: __, ...change }: Change): Change => change

/** Milliseconds within which the edits of one note are one step. */
const noteRun = 5_000

export interface History {
  state(): HistoryState
  /** @param number by which it was begun: it lies under those that were begun later */
  push(set: ChangeSet, number?: number): void
  /** Number of the last step. */
  last(): number
  /** The set to apply for an undo or redo; null when there is none. Call `undone` or `redone` once it was applied. */
  toUndo(): ChangeSet | null
  toRedo(): ChangeSet | null
  undone(): void
  redone(): void
}

/** Begins empty; kept for the whole time a library is open. */
export function createHistory(): History {
  const done: (ChangeSet & { readonly number: number })[] = []
  const undone: (ChangeSet & { readonly number: number })[] = []
  const last = (): number => done.at(-1)?.number ?? 0
  return {
    state: () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null }),
    push(pushed, number = last() + 1) {
      const set = { ...pushed, changes: pushed.changes.map(asDoneHere), number }
      const same = set.deed ? done.findLastIndex(({ deed }) => deed === set.deed) : -1
      if (same >= 0) {
        // There is more of it now; it stays where it was begun.
        done[same] = { ...set, number: done[same]?.number ?? number }
        undone.length = 0
        return
      }
      if (number < last()) {
        done.splice(done.findLastIndex((each) => each.number < number) + 1, 0, set)
        return
      }
      const before = done.at(-1)
      if (before && undone.length === 0 && continues(before, set))
        done[done.length - 1] = { ...join(before, set), number }
      else done.push(set)
      undone.length = 0
    },
    last,
    toUndo: () => {
      const set = done.at(-1)
      return set ? invert(set) : null
    },
    toRedo: () => undone.at(-1) ?? null,
    undone() {
      const set = done.pop()
      if (set && set.deed?.canRedo() !== false) undone.push(set)
    },
    redone() {
      const set = undone.pop()
      if (set) done.push(set)
    },
  }
}

/** Typing on in the same note is one step, not one a pause. */
function continues(last: ChangeSet, next: ChangeSet): boolean {
  const [before, after] = [last.changes[0], next.changes[0]]
  return (
    next.label === 'Edit note' &&
    last.label === next.label &&
    Math.abs(next.at - last.at) < noteRun &&
    last.changes.length === 1 &&
    next.changes.length === 1 &&
    before?.kind === after?.kind &&
    before?.key === after?.key
  )
}

const join = (last: ChangeSet, next: ChangeSet): ChangeSet => ({
  ...next,
  changes: next.changes.map((change) => ({ ...change, before: last.changes[0]?.before ?? null })),
})
