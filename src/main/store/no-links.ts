// The store's folders must be folders: through a link Parallax would write, and sweep, where the
// user never meant it to.
import { lstatSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import type { StoreFolder } from './folder.ts'

/** Why nothing may be written: a folder of the store is a link. Null when none is. */
export function linkIn(places: StoreFolder): AppError | null {
  const { root, annotations, texts, backups, damaged, incoming, removed, journal } = places
  const folders = [root, annotations, texts, backups, damaged, incoming, removed, journal]
  const path = folders.find(isLink)
  return path === undefined ? null : linked(path)
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch {
    // What cannot be looked at cannot be written to either, and says so then.
    return false
  }
}

const linked = (path: string): AppError => ({
  code: 'unsupported',
  message: `“${basename(path)}” is a link to “${targetOf(path)}”. Parallax writes through no link, so this library can be read here but not changed.`,
  advice:
    'Put the folder itself in the place of the link. To keep the notes elsewhere on purpose, keep the whole library there and open it there.',
  path,
})

function targetOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return '?'
  }
}
