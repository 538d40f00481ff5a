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
  const adopted = new Map(
    planned.flatMap(({ onto, adoptId, from }) => (adoptId ? [[onto, from.id]] : [])),
  )
  const fileOf = fileFinder(existing, (id) => adopted.get(id) ?? id)
  const files = new Map<string, KnownFile>()
  for (const { from, onto, adoptId } of planned) {
    const here = byId.get(onto)
    const { path, sha256 } = here ?? from
    files.set(from.id, { id: adoptId ? from.id : onto, path, sha256, ...(here && fileOf(here)) })
  }
  for (const file of missing) {
    const back = file.sha256 !== '' && byContent.get(contentKey(file.sha256, file.part?.index))
    files.set(
      file.id,
      back ? { id: back.id, path: back.path, sha256: back.sha256, ...fileOf(back) } : file,
    )
  }
  return files
}

/** Of one of several articles in a file: which file that is here, as a record names it. */
function fileFinder(
  existing: readonly ExistingArticle[],
  nowCalled: (id: string) => string,
): (article: ExistingArticle) => Pick<KnownFile, 'part'> {
  const whole = new Map(existing.flatMap((each) => (isWhole(each) ? [[each.path, each.id]] : [])))
  return ({ path, part }) => {
    const file = whole.get(path)
    if (part === undefined || part === null || file === undefined) return {}
    return { part: { file: nowCalled(file), index: part } }
  }
}

const isWhole = ({ part }: ExistingArticle): boolean => part === undefined || part === null

const contentKey = (sha256: string, part: number | null | undefined): string =>
  `${sha256} ${part ?? 'whole'}`

/**
 * The article that a record names as it is here, known by what the file says of it, then by its content;
 * null where it is not here and was not gone where the file comes from either.
 */
export function articleFinder(
  files: ReadonlyMap<string, KnownFile>,
  existing: readonly ExistingArticle[],
): (named: KnownFile) => KnownFile | null {
  const byId = new Map(existing.map((article) => [article.id, article]))
  const byContent = new Map(
    existing.map((article) => [contentKey(article.sha256, article.part), article]),
  )
  const fileOf = fileFinder(existing, (id) => id)
  return (named) => {
    const known = files.get(named.id)
    if (known) return known
    const { id, sha256, part } = named
    const here =
      (sha256 === '' ? undefined : byContent.get(contentKey(sha256, part?.index))) ?? byId.get(id)
    return here ? { id: here.id, path: here.path, sha256: here.sha256, ...fileOf(here) } : null
  }
}
