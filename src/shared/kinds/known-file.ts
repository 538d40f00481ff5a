// What names an article outside of the article's own records, when the article is given another id.
import type { KnownFile } from '../model/known-file.ts'
import type { Renamed } from './kind.ts'

/** The article under the id it has now; the very object where that is the one it had. */
export function renamedFile(article: KnownFile, renamed: Renamed): KnownFile {
  const id = renamed.get(article.id) ?? article.id
  const file = renamed.get(article.part?.file ?? '')
  if (id === article.id && file === undefined) return article
  const { part } = article
  return { ...article, id, ...(part && { part: { ...part, file: file ?? part.file } }) }
}
