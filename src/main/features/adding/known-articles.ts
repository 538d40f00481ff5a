// What adding looks up in a library: which articles may be the same as one. Made
// when it is first asked for, and kept up with what is new, so that one more file costs the same in any.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import type { FoundFile } from '../../core/shelf/walk.ts'
import type { Admitted } from './added-file.ts'
import {
  createDuplicateIndex,
  type DuplicateIndex,
  type SketchOf,
  type Suspect,
} from './duplicates.ts'

export interface KnownArticles {
  /** Takes a file in; also tells those before it that may be the same. */
  admit(file: FoundFile, parsed: ParsedArticle): Promise<Admitted>
  suspectsOf(entry: CacheEntry): Promise<readonly Suspect[]>
}

/** Articles that are taken in before others get their turn. */
const atOnce = 200

export function createKnownArticles(
  catalogue: Pick<Catalogue, 'shelf' | 'puts' | 'admit'>,
  sketchOf: SketchOf,
): KnownArticles {
  const index = createDuplicateIndex((id) => catalogue.shelf.entries.get(id), sketchOf)
  /** By id, in the state in which each was taken in. */
  const taken = new Map<string, CacheEntry>()
  /** The shelf of which all was taken in, and how many of its `puts`. */
  let looked: unknown = null
  let puts = 0
  let taking: Promise<void> = Promise.resolve()

  const take = (entry: CacheEntry): void => {
    index.put(entry)
    taken.set(entry.id, entry)
  }

  /** Whether it has to be taken in anew: another place, other bytes, or not read before. */
  const isNew = (entry: CacheEntry): boolean => {
    const last = taken.get(entry.id)
    return (
      last?.sha256 !== entry.sha256 ||
      last.path !== entry.path ||
      (last.read === null && entry.read !== null)
    )
  }

  const takeNews = async (): Promise<void> => {
    const { shelf } = catalogue
    const news =
      looked === shelf.entries
        ? catalogue.puts.slice(puts).flatMap((id) => shelf.entries.get(id) ?? [])
        : [...shelf.entries.values()]
    looked = shelf.entries
    puts = catalogue.puts.length
    let count = 0
    for (const entry of news) {
      if (!isNew(entry)) continue
      take(entry)
      if (++count % atOnce === 0) await nextTurn()
    }
  }

  const duplicates = (): Promise<DuplicateIndex> => {
    // One after another: the second of two finds what the first took in.
    taking = taking.then(takeNews)
    return taking.then(() => index)
  }

  return {
    async admit(file, parsed) {
      const known = await duplicates()
      const entry = catalogue.admit(file, parsed)
      // Before it is put in: of two that come at the same time, the second tells.
      const suspects = known.find(entry)
      take(entry)
      return { entry, suspects }
    },
    suspectsOf: async (entry) => (await duplicates()).find(entry),
  }
}
