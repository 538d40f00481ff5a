// What is being added or read now, as the panel and the status bar tell it.
import { count } from '../actions/came.ts'
import { useLibrary } from '../replica/library.ts'
import { useAdding } from '../state/adding.ts'

export interface Underway {
  /** Files of the reader's are being put into the library; otherwise the library's own are read. */
  readonly adding: boolean
  readonly verb: 'Adding' | 'Reading'
  readonly title: string
  readonly done: number
  readonly total: number
  /** The file in hand; empty where it is not known. */
  readonly name: string
  readonly looking: boolean
  readonly stopping: boolean
}

/** Null: nothing is. What the reader adds is told before what the core reads. */
export function useUnderway(): Underway | null {
  const run = useAdding((state) => state.run)
  const progress = useLibrary((state) => state.progress)
  if (run) {
    const looking = run.phase === 'looking'
    const { done, total, name, stopping } = run
    const title = looking
      ? `Looking for files: ${total.toLocaleString()} so far`
      : `Adding ${done.toLocaleString()} of ${total.toLocaleString()}`
    return { adding: true, verb: 'Adding', title, done, total, name, looking, stopping }
  }
  if (!progress) return null
  const { done, total } = progress
  return {
    adding: false,
    verb: 'Reading',
    done,
    total,
    name: '',
    looking: false,
    stopping: false,
    title: `Reading ${done.toLocaleString()} of ${count(total, 'file')}`,
  }
}
