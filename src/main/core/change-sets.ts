// What can be undone: each change of annotations, corrections, splits, stories and verdicts as what stood
// before and after it.
import type { HistoryState } from '../../shared/calls.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Correction } from '../../shared/model/correction.ts'
import type { StoredStory } from '../store/stories.ts'
import type { StoredVerdict } from '../store/verdicts.ts'

export interface AnnotationChange {
  readonly kind?: never
  readonly article: string
  /** Null: there was none, or there is none any more. */
  readonly before: Annotation | null
  readonly after: Annotation | null
}

/** A correction is never without a state: one that was not there is one to nothing. */
export interface CorrectionChange {
  readonly kind: 'correction'
  readonly article: string
  readonly before: Correction
  readonly after: Correction
}

/** A file that is shown as its articles, or as one again. */
interface SplitChange {
  readonly kind: 'split'
  /** The file's own id. */
  readonly article: string
  readonly before: boolean
  readonly after: boolean
}

export interface StoryChange {
  readonly kind: 'story'
  readonly story: string
  /** Null: there was none, or there is none any more. */
  readonly before: StoredStory | null
  readonly after: StoredStory | null
}

/** A verdict is never without a state: one that was not there is one taken back. */
export interface VerdictChange {
  readonly kind: 'verdict'
  /** Those whose comparisons are others then. */
  readonly articles: readonly string[]
  readonly before: StoredVerdict
  readonly after: StoredVerdict
}

/** What is kept of one article. */
export type ArticleChange = AnnotationChange | CorrectionChange | SplitChange
export type Change = ArticleChange | StoryChange | VerdictChange

export interface ChangeSet {
  /** In words, for the menu: "Highlight", "Edit note". */
  readonly label: string
  readonly changes: readonly Change[]
  /** Milliseconds since the epoch. */
  readonly at: number
}

export const invert = (set: ChangeSet): ChangeSet => ({
  ...set,
  changes: set.changes.map(inverted),
})

function inverted(change: Change): Change {
  switch (change.kind) {
    case 'correction':
      return { ...change, before: change.after, after: change.before }
    case 'split':
      return { ...change, before: change.after, after: change.before }
    case 'story':
      return { ...change, before: change.after, after: change.before }
    case 'verdict':
      return { ...change, before: change.after, after: change.before }
    default:
      return { article: change.article, before: change.after, after: change.before }
  }
}

/** Milliseconds within which the edits of one note are one step. */
const noteRun = 5_000

export interface History {
  state(): HistoryState
  push(set: ChangeSet): void
  /** The set to apply for an undo or redo; null when there is none. Call `undone` or `redone` once it was applied. */
  toUndo(): ChangeSet | null
  toRedo(): ChangeSet | null
  undone(): void
  redone(): void
}

/** Begins empty; kept for the whole time a library is open. */
export function createHistory(): History {
  const done: ChangeSet[] = []
  const undone: ChangeSet[] = []
  return {
    state: () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null }),
    push(set) {
      const last = done.at(-1)
      if (last && undone.length === 0 && continues(last, set))
        done[done.length - 1] = join(last, set)
      else done.push(set)
      undone.length = 0
    },
    toUndo: () => {
      const set = done.at(-1)
      return set ? invert(set) : null
    },
    toRedo: () => undone.at(-1) ?? null,
    undone() {
      const set = done.pop()
      if (set) undone.push(set)
    },
    redone() {
      const set = undone.pop()
      if (set) done.push(set)
    },
  }
}

/** Typing on in the same note is one step, not one a pause. */
const continues = (last: ChangeSet, next: ChangeSet): boolean =>
  next.label === 'Edit note' &&
  last.label === next.label &&
  next.at - last.at < noteRun &&
  last.changes.length === 1 &&
  next.changes.length === 1 &&
  annotationIn(next) !== null &&
  annotationIn(last)?.after?.id === annotationIn(next)?.before?.id

const annotationIn = ({ changes: [first] }: ChangeSet): AnnotationChange | null =>
  first && first.kind === undefined ? first : null

function join(last: ChangeSet, next: ChangeSet): ChangeSet {
  const change = annotationIn(next)
  const before = annotationIn(last)?.before ?? null
  return change ? { ...next, changes: [{ ...change, before }] } : next
}
