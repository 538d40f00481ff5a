// What changed in a watched folder since the last look, and whether it still changes: a file that grows is
// not read yet.
import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'

export interface ChangedPaths {
  /** @param isFolder then it is not known which files are others */
  note(path: string, isFolder: boolean): void
  isEmpty(): boolean
  /** Milliseconds since the first of them was noted. */
  age(): number
  /** Whether all are as they were when this was asked last, or when they were noted. */
  areStill(): Promise<boolean>
  /** Forgets them. Gives them as `FoundFile.path`; null where all of the folder has to be looked at. */
  take(): ReadonlySet<string> | null
}

/** Files that are looked at one by one; of more, all of the folder is. */
const mostAlone = 200

export function createChangedPaths(root: string): ChangedPaths {
  /** With the state they were last seen in. */
  const pending = new Map<string, string>()
  let since = 0
  let isWhole = false

  return {
    note(path, isFolder) {
      isWhole ||= isFolder
      if (pending.size === 0) since = performance.now()
      if (pending.has(path)) return
      pending.set(path, '')
      // What it is now, so that one quiet while is enough to see that it stays so.
      void stampOf(path).then((now) => {
        if (pending.get(path) === '') pending.set(path, now)
      })
    },
    isEmpty: () => pending.size === 0,
    age: () => performance.now() - since,
    async areStill() {
      let still = true
      for (const [path, before] of pending) {
        const now = await stampOf(path)
        if (now !== before) still = false
        pending.set(path, now)
      }
      return still
    },
    take() {
      const paths = [...pending.keys()]
      const all = isWhole || paths.length > mostAlone
      pending.clear()
      isWhole = false
      return all ? null : new Set(paths.map((path) => relative(root, path).split(sep).join('/')))
    },
  }
}

/** Tells a file that grows from one that is done; '-' for one that is gone. */
async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path)
    return `${size} ${mtimeMs}`
  } catch {
    return '-'
  }
}
