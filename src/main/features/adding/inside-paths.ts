// Whether a file that is to be added lies in the library already, whichever way leads there.
import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'

export interface InsidePaths {
  /** The path inside the library, with `/`; null for a file outside of it. */
  of(path: string): Promise<string | null>
  /** What was asked may be otherwise by now. */
  forget(): void
}

/** @param root of the library */
export function createInsidePaths(root: string): InsidePaths {
  /** True paths of folders, each asked for once: many files come from one. */
  const truePaths = new Map<string, Promise<string>>()
  const trueOf = (folder: string): Promise<string> => {
    const known = truePaths.get(folder) ?? realpath(folder).catch(() => folder)
    truePaths.set(folder, known)
    return known
  }
  return {
    async of(path) {
      const [from, to] = await Promise.all([trueOf(root), trueOf(dirname(path))])
      const inside = relative(from, join(to, basename(path)))
      if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return null
      return inside.split(sep).join('/')
    },
    forget: () => truePaths.clear(),
  }
}
