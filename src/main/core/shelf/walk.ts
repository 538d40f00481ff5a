// Finds the article files in a folder, at any depth. Reads nothing of them.
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { claimedFormat } from '../../../shared/formats.ts'
import { isHiddenName } from '../../../shared/text/hidden-name.ts'
import { inPathOrder } from '../../../shared/text/path-order.ts'
import { errorFor } from '../../errors.ts'

export interface FoundFile {
  /** Relative to the library, with `/`. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
}

export interface Walked {
  /** Those that are not known, sorted by path. */
  readonly files: readonly FoundFile[]
  readonly problems: readonly AppError[]
  /** Files and folders that are there but could not be looked at, as `FoundFile.path`; '' is the library. */
  readonly unread: readonly string[]
}

/** Whether a file's name says that Parallax can read it. */
export const isArticleName = (name: string): boolean =>
  claimedFormat(name) !== null && !isHiddenName(name)

/** Files that the disk is asked about at a time. */
const atOnce = 32

/**
 * Walks a folder. Links to files are followed, links to folders are not (they may loop).
 * A folder that may not be entered is a problem, not a failure.
 * @param signal ends the walk; what it gives then is not all
 * @param isKnown is asked of every file as it is found, once
 */
export async function walk(
  root: string,
  signal?: AbortSignal,
  isKnown: IsKnown = () => false,
): Promise<Walked> {
  const asked = createAsking(root, isKnown)
  const visit = async (relative: string): Promise<void> => {
    if (signal?.aborted) return
    const folder = join(root, relative)
    const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
      asked.missed(relative, thrown)
      return []
    })
    const folders: string[] = []
    const named: string[] = []
    for (const entry of entries) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (!entry.isDirectory()) {
        if (isArticleName(entry.name)) named.push(path)
      } else if (!isHiddenName(entry.name)) folders.push(path)
    }
    await asked.about(named)
    for (const path of folders) await visit(path)
  }
  await visit('')
  return asked.all()
}

/**
 * Asks about some files of a folder alone, as a walk does of all.
 * @param paths as `FoundFile.path`; those that are not there are left out
 */
export async function askAbout(
  root: string,
  paths: Iterable<string>,
  isKnown: IsKnown,
): Promise<Walked> {
  const asked = createAsking(root, isKnown)
  await asked.about([...paths])
  return asked.all()
}

/** Is asked of every file as it is found, once. */
type IsKnown = (file: FoundFile) => boolean

interface Asking {
  about(paths: readonly string[]): Promise<void>
  missed(path: string, thrown: unknown): void
  all(): Walked
}

function createAsking(root: string, isKnown: IsKnown): Asking {
  const files: FoundFile[] = []
  const problems: AppError[] = []
  const unread: string[] = []
  const missed = (path: string, thrown: unknown): void => {
    problems.push(errorFor(thrown, join(root, path), 'read'))
    if (path === '' || !isGone(thrown)) unread.push(path)
  }
  const look = async (path: string): Promise<FoundFile | null> => {
    const at = join(root, path)
    try {
      const found = await stat(at)
      return found.isFile() ? { path, size: found.size, mtimeMs: found.mtimeMs } : null
    } catch (thrown) {
      // A link that leads nowhere is there itself; what has gone meanwhile is no problem.
      if (!isGone(thrown) || (await lstat(at).catch(() => null))) missed(path, thrown)
      return null
    }
  }
  return {
    async about(paths) {
      for (let at = 0; at < paths.length; at += atOnce)
        for (const found of await Promise.all(paths.slice(at, at + atOnce).map(look)))
          if (found && !isKnown(found)) files.push(found)
    },
    missed,
    all: () => ({ files: files.sort(inPathOrder), problems, unread }),
  }
}

const isGone = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
