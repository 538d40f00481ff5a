// Which articles here the ids of an exchange file stand for.
import type { LibraryJson } from '../export/json-schema.ts'
import type { KnownFile } from '../model/known-file.ts'
import type { ExistingArticle, PlannedArticle } from './parallax-json.ts'

/** By the ids in the file: its articles as they are here, and those that were gone there, too. */
export function filesHere(
  { missing }: LibraryJson,
  planned: readonly Pick<PlannedArticle, 'from' | 'onto' | 'adoptId'>[],
  existing: readonly ExistingArticle[],
): ReadonlyMap<string, KnownFile> {
  const byId = new Map(existing.map((article) => [article.id, article]))
  const byContent = new Map(
    existing.map((article) => [contentKey(article.sha256, article.part), article]),
  )
  const files = new Map<string, KnownFile>()
  for (const { from, onto, adoptId } of planned) {
    const { path, sha256 } = byId.get(onto) ?? from
    files.set(from.id, { id: adoptId ? from.id : onto, path, sha256 })
  }
  for (const file of missing) {
    const back = file.sha256 !== '' && byContent.get(contentKey(file.sha256, file.part?.index))
    files.set(file.id, back ? { id: back.id, path: back.path, sha256: back.sha256 } : file)
  }
  return files
}

const contentKey = (sha256: string, part: number | null | undefined): string =>
  `${sha256} ${part ?? 'whole'}`

/**
 * The id that an article which a record names has here, known by what the file says of it, then by its
 * content; null where it is not here and was not gone where the file comes from either.
 */
export function idFinder(
  files: ReadonlyMap<string, KnownFile>,
  existing: readonly ExistingArticle[],
): (named: KnownFile) => string | null {
  const ids = new Set(existing.map(({ id }) => id))
  const byContent = new Map(existing.map(({ id, sha256, part }) => [contentKey(sha256, part), id]))
  return ({ id, sha256, part }) => {
    const known = files.get(id)
    if (known) return known.id
    const same = sha256 === '' ? undefined : byContent.get(contentKey(sha256, part?.index))
    return same ?? (ids.has(id) ? id : null)
  }
}
