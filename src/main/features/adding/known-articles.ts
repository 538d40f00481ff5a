// What adding looks up of a library, in time that does not grow with it: which article lies at a path,
// and which may be copies of one.
import type { ParsedArticle } from '../../../shared/model/article.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import type { FoundFile } from '../../core/shelf/walk.ts'
import type { Admitted } from './added-file.ts'
import { createDuplicateIndex, type DuplicateIndex, type Suspect } from './duplicates.ts'

/** Of the folder as it was last looked at and what was added since. */
interface Known {
  readonly entries: unknown
  readonly index: DuplicateIndex
  /** Ids by path. */
  readonly paths: Map<string, string>
}

export interface KnownArticles {
  /** Takes a file in; also tells those before it that may be the same. */
  admit(file: FoundFile, parsed: ParsedArticle): Admitted
  /** Null where nothing is at the path. */
  entryAt(path: string): CacheEntry | null
  suspectsOf(entry: CacheEntry): readonly Suspect[]
}

export function createKnownArticles(catalogue: Catalogue): KnownArticles {
  let known: Known | null = null

  const lookedUp = (): Known => {
    const { entries } = catalogue.shelf
    if (known?.entries === entries) return known
    const index = createDuplicateIndex((id) => catalogue.shelf.entries.get(id))
    const paths = new Map<string, string>()
    for (const entry of entries.values()) {
      index.put(entry)
      paths.set(entry.path, entry.id)
    }
    known = { entries, index, paths }
    return known
  }

  return {
    admit(file, parsed) {
      const { index, paths } = lookedUp()
      const entry = catalogue.admit(file, parsed)
      paths.set(entry.path, entry.id)
      // Before it is put in: of two that come at the same time, the second tells.
      const suspects = index.find(entry)
      index.put(entry)
      return { entry, suspects }
    },
    entryAt(path) {
      const { entries } = catalogue.shelf
      const entry = entries.get(lookedUp().paths.get(path) ?? '')
      if (entry?.path === path) return entry
      // Its id may be another by now.
      return [...entries.values()].find((each) => each.path === path) ?? null
    },
    suspectsOf: (entry) => lookedUp().index.find(entry),
  }
}
