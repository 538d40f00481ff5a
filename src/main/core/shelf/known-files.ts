// What an article is known again by where it is named outside of its own annotations' file.
import { libraryKinds } from '../../../shared/kinds/kinds-by-home.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { Records } from '../records/article-data.ts'
import type { Ledger } from '../records/ledger.ts'
import type { Catalogue } from './catalogue.ts'

/** Of articles that are there or have annotations; null for others. */
export const knownFilesIn =
  (catalogue: Pick<Catalogue, 'place'>, records: Pick<Records, 'get'>) =>
  (id: string): KnownFile | null => {
    const place = catalogue.place(id)
    if (!place) {
      const kept = records.get(id)?.article
      return kept ? pick(kept) : null
    }
    const { entry, part } = place
    return {
      id,
      path: entry.path,
      sha256: entry.sha256,
      ...(part !== null && { part: { file: entry.id, index: part } }),
    }
  }

/** The articles that records of the whole library name. */
export const filesNamedIn = (ledger: Ledger): KnownFile[] =>
  [...libraryKinds.values()]
    .flat()
    .flatMap((kind) => ledger.all(kind).flatMap((record) => kind.names?.(record) ?? []))

const pick = ({ id, path, sha256, part }: KnownFile): KnownFile => ({
  id,
  path,
  sha256,
  ...(part && { part }),
})
