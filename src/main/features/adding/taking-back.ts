// Takes files back that were added: into the system's bin, or where there is none into a folder of the
// store, from which they can be put back. A file that is another by now is the reader's own, and stays.
import { constants } from 'node:fs'
import { copyFile, lstat, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { hashFiles } from '../../core/shelf/hashing.ts'
import { attempt } from '../../errors.ts'
import { makeFolder } from '../../store/make-folder.ts'
import type { Placing } from './placing.ts'
import { numbered } from './safe-name.ts'

/** A file as it came in. */
export interface CameIn {
  /** Inside the library. */
  readonly path: string
  /** Of its bytes, in lower-case hex. */
  readonly sha256: string
}

/** A file that was taken back, and where it lies now; null: in the bin. */
export interface TakenBack extends CameIn {
  readonly at: string | null
}

export interface TakingBackDeps {
  readonly root: string
  /** Absolute path of the folder for them. */
  readonly removed: string
  readonly toBin: ((path: string) => Promise<void>) | undefined
  readonly placing: Pick<Placing, 'place'>
}

export interface TakingBack {
  /** Null for a file that is not there any more; an error for one that stays, and why. */
  take(file: CameIn): Promise<Result<TakenBack | null>>
  /** Puts back one that is not in the bin; gives its path, which has a number where the name was taken. */
  putBack(file: TakenBack & { readonly at: string }): Promise<Result<CameIn>>
}

export function createTakingBack(deps: TakingBackDeps): TakingBack {
  const { root, removed, toBin, placing } = deps
  return {
    async take(file) {
      const from = join(root, file.path)
      const there = await attempt(from, 'removed', () => standing(from))
      if (!there.ok) return there
      if (there.value === null) return ok(null)
      if (!there.value.isFile()) return fail(staysAsChanged(file.path))
      const { size, mtimeMs } = there.value
      const found = { path: file.path, size, mtimeMs }
      const [hash] = (await hashFiles(root, [found], new AbortController().signal)) ?? []
      if (typeof hash !== 'string') return hash ? fail(hash) : ok(null)
      if (hash !== file.sha256) return fail(staysAsChanged(file.path))
      if (toBin && (await binned(toBin, from))) return ok({ ...file, at: null })
      const moved = await attempt(from, 'removed', async () => {
        await makeFolder(removed, 0o700, 1)
        return moveBeside(from, join(removed, basename(file.path)))
      })
      return moved.ok ? ok({ ...file, at: moved.value }) : moved
    },
    async putBack({ path, sha256, at }) {
      const placed = await attempt(at, 'moved', () =>
        placing.place({ place: (target) => moveTo(at, target) }, path),
      )
      if (!placed.ok) return placed
      return placed.value.ok ? ok({ path: placed.value.value.path, sha256 }) : placed.value
    },
  }
}

/** Not every disk has a bin: false then, and where the system will not have the file. */
const binned = (toBin: (path: string) => Promise<void>, path: string): Promise<boolean> =>
  toBin(path).then(
    () => true,
    () => false,
  )

/** Gives a file another name, with a number while that is taken. */
async function moveBeside(from: string, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const target = number === 1 ? wanted : numbered(wanted, number)
    if (await moveTo(from, target)) return target
  }
}

/** False where the name is taken. */
async function moveTo(from: string, target: string): Promise<boolean> {
  if (await standing(target)) return false
  try {
    await rename(from, target)
  } catch (thrown) {
    // A folder of the library may lie on another disk than the store.
    if ((thrown as NodeJS.ErrnoException).code !== 'EXDEV') throw thrown
    await copyFile(from, target, constants.COPYFILE_EXCL)
    await rm(from)
  }
  return true
}

const standing = (path: string) =>
  lstat(path).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return null
    throw thrown
  })

const staysAsChanged = (path: string): AppError => ({
  code: 'changed',
  message: `“${path}” was changed since it was added, so it stays in the library.`,
  advice: 'Remove it in your file manager if you do not want it.',
  path,
})
