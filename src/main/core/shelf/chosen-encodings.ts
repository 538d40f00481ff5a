// Which encoding files of a library are read with, where the reader chose one. The same bytes are read the
// same way wherever they lie: of copies with different choices the latest holds.
import { relative, sep } from 'node:path'
import type { EncodingChoice } from '../../../shared/kinds/encoding.ts'
import type { FileOrder } from '../../work/file-work.ts'
import type { Work } from '../../work/work.ts'
import type { CacheEntry } from './cache.ts'

type File = Pick<CacheEntry, 'id' | 'sha256'>

export interface ChosenEncodings {
  /** Null: the one that is found. */
  of(file: File): string | null
  /** Whether it was ever chosen: what is remembered of such a file may be of another choice. */
  isOpen(file: File): boolean
}

/** @param choices as they are now; few, however many files there are */
export function chosenEncodings(choices: () => readonly EncodingChoice[]): ChosenEncodings {
  const latest = ({ id, sha256 }: File): EncodingChoice | null =>
    choices().reduce<EncodingChoice | null>((last, each) => {
      const isOfIt = each.article === id || (sha256 !== '' && each.sha256 === sha256)
      return isOfIt && (!last || each.modified > last.modified) ? each : last
    }, null)
  return {
    of: (file) => latest(file)?.encoding ?? null,
    isOpen: (file) => latest(file) !== null,
  }
}

/**
 * The same work; it reads with the encodings that were chosen.
 * @param at what is known of a file, by its path in the library
 */
export function readingAsChosen(
  work: Work,
  root: string,
  encodings: ChosenEncodings,
  at: (path: string) => File | null,
): Work {
  const withChoice = (path: string, order: FileOrder = {}): FileOrder => {
    const file = at(relative(root, path).split(sep).join('/'))
    const encoding = file && encodings.of(file)
    return encoding ? { ...order, encoding } : order
  }
  return {
    ...work,
    readArticle: (path, part, order) => work.readArticle(path, part, withChoice(path, order)),
    readParts: (path, order) => work.readParts(path, withChoice(path, order)),
  }
}
