// Lists folders for the app's own picker, where the host has no native one.
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { FolderListing } from '../../../shared/calls/settings.ts'
import type { Result } from '../../../shared/result.ts'
import { isHiddenName } from '../../../shared/text/hidden-name.ts'
import { comparePaths } from '../../../shared/text/path-order.ts'
import { isArticleName } from '../../core/shelf/walk.ts'
import { attempt } from '../../errors.ts'
import { isThere } from '../../is-there.ts'

/** The folders in a folder; null: the user's home. Hidden ones are left out. */
export async function listFolders(path: string | null): Promise<Result<FolderListing>> {
  const here = resolve(path ?? homedir())
  return attempt(here, 'opened', async () => {
    const entries = await readdir(here, { withFileTypes: true })
    const parent = dirname(here)
    return {
      path: here,
      parent: parent === here ? null : parent,
      places: await findPlaces(),
      folders: entries
        .filter((entry) => entry.isDirectory() && !isHiddenName(entry.name))
        .map(({ name }) => ({ name, path: join(here, name) }))
        .sort((a, b) => comparePaths(a.name, b.name)),
      articles: entries.filter((entry) => !entry.isDirectory() && isArticleName(entry.name)).length,
    }
  })
}

async function findPlaces(): Promise<FolderListing['places']> {
  const home = homedir()
  const candidates = [
    { name: 'Home', path: home },
    { name: 'Documents', path: join(home, 'Documents') },
    { name: 'Downloads', path: join(home, 'Downloads') },
    { name: 'Desktop', path: join(home, 'Desktop') },
    ...(process.platform === 'win32'
      ? [...'CDEFGH'].map((letter) => ({ name: `${letter}:`, path: `${letter}:\\` }))
      : [{ name: 'Computer', path: '/' }]),
  ]
  const there = await Promise.all(candidates.map(({ path }) => isThere(path)))
  return candidates.filter((_, index) => there[index])
}
