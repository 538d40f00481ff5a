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
  /** Whether all are as they were when they were noted last, or when this was asked since. */
  areStill(): Promise<boolean>
  /** Forgets them. Gives them as `FoundFile.path`; null where all of the folder has to be looked at. */
  take(): ReadonlySet<string> | null
}

/** Files that are looked at one by one; of more, all of the folder is. */
const mostAlone = 200

export function createChangedPaths(root: string): ChangedPaths {
  /** With the state they were last seen in. */
  const pending = new Map<string, string>()
  /** Paths whose state is being asked for; true where they changed meanwhile. */
  const asking = new Map<string, boolean>()
  let since = 0
  let isWhole = false

  /** What it is now, so that one quiet while is enough to see that it stays so. */
  const ask = async (path: string): Promise<void> => {
    if (asking.has(path)) return void asking.set(path, true)
    asking.set(path, false)
    const now = await stampOf(path)
    const isOther = asking.get(path)
    asking.delete(path)
    if (pending.has(path)) pending.set(path, now)
    if (isOther) await ask(path)
  }

  return {
    note(path, isFolder) {
      isWhole ||= isFolder
      if (pending.size === 0) since = performance.now()
      if (!pending.has(path)) pending.set(path, '')
      void ask(path)
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
