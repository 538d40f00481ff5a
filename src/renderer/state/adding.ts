// Files on their way into the library: how far they are, and what came of them.
import { create } from 'zustand'
import type { AppError } from '../../shared/errors.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { ReadingReport } from '../../shared/model/reading.ts'

/** Files that are being added now. */
export interface AddingRun {
  /** looking: the folders are being gone through. */
  readonly phase: 'looking' | 'adding'
  readonly done: number
  /** Files found so far while looking; all of them afterwards. */
  readonly total: number
  /** The file that was begun last. */
  readonly name: string
  /** The reader has had enough: what is on its way is ended, nothing more is begun. */
  readonly stopping: boolean
}

interface Refusal {
  readonly path: string
  readonly error: AppError
}

/** What came of adding files, or of reading the whole library. */
export interface Told extends Omit<ReadingReport, 'refused'> {
  readonly of: 'added' | 'library'
  readonly refused: readonly Refusal[]
  /** Files in dropped folders whose endings are none of ours. */
  readonly skipped: number
  /** The rows of the files that were added. */
  readonly added: readonly ArticleSummary[]
}

interface AddingState {
  readonly run: AddingRun | null
  readonly told: Told | null
  /** Files are held over the window; how many, where the system tells. */
  readonly held: number | null
  /** The panel was put away; the status bar still tells. */
  readonly panelHidden: boolean
}

export const useAdding = create<AddingState>()(() => ({
  run: null,
  told: null,
  held: null,
  panelHidden: false,
}))

/** Changes what is told of the files under way, if any are. */
export const changeRun = (change: Partial<AddingRun>): void =>
  useAdding.setState(({ run }) => (run ? { run: { ...run, ...change } } : {}))

export const isStopping = (): boolean => useAdding.getState().run?.stopping !== false
