// What an article is known again by where it is named outside of its own annotations' file.
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { Records } from '../records.ts'
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
    return pick({
      ...{ id, path: entry.path, sha256: entry.sha256 },
      ...(part !== null && { part: { file: entry.id, index: part } }),
    })
  }

const pick = ({ id, path, sha256, part }: KnownFile): KnownFile => ({
  ...{ id, path, sha256 },
  ...(part && { part }),
})

/** Ids that articles were given, by those they had. */
export type Renamed = ReadonlyMap<string, string>

/** The article under the id it has now. */
export function renamedFile(article: KnownFile, renamed: Renamed): KnownFile {
  const id = renamed.get(article.id) ?? article.id
  const file = renamed.get(article.part?.file ?? '')
  if (id === article.id && file === undefined) return article
  const { part } = article
  return { ...article, id, ...(part && { part: { ...part, file: file ?? part.file } }) }
}
