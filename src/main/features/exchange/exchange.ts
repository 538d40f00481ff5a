// Taking notes out and bringing them in again: joins the pure formats to a library and to the disk.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { resolve } from '../../../shared/anchoring/resolve.ts'
import type { ExportFile, ImportReport } from '../../../shared/calls/exchange.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { exportFormatDefinitions } from '../../../shared/export/formats.ts'
import { namedIn } from '../../../shared/export/json.ts'
import type { LibraryJson } from '../../../shared/export/json-schema.ts'
import type { ExportArticle, ExportLibrary } from '../../../shared/export/model.ts'
import { planAcross } from '../../../shared/import/across-json.ts'
import {
  leftOut,
  type PlannedArticle,
  parseLibraryJsonInTurns,
  planImport,
} from '../../../shared/import/parallax-json.ts'
import { namedInLists } from '../../../shared/import/records-json.ts'
import { annotationsWithin } from '../../../shared/import/within-limits.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { entryMade } from '../../../shared/kinds/entry.ts'
import type { Exported } from '../../../shared/kinds/kind.ts'
import { listedInLibrary } from '../../../shared/kinds/kinds-by-home.ts'
import { soundSettings } from '../../../shared/kinds/line.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import { verdictKind } from '../../../shared/kinds/verdict.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { metaOf } from '../../../shared/model/article.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { Story } from '../../../shared/model/story.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { attempt } from '../../errors.ts'
import { replaceFile } from '../../store/atomic-file.ts'
import type { ExchangeLibrary } from './exchange-library.ts'
import { incomingRecords, saysNew } from './records-in.ts'
import {
  type ArticleRecords,
  type LibraryRecords,
  recordsOfArticle,
  recordsOfLibrary,
  settingsOf,
} from './records-out.ts'

export interface ExchangeDeps {
  readonly now: () => Date
  readonly version: string
}

/** A request that may say nothing of a story. */
type ExportAsked = Omit<ParsedArg<'export-build'>, 'story'> & { readonly story?: string | null }

/** Builds one file of an article's notes, of a story's, or of the whole library's. */
export async function buildExport(
  library: ExchangeLibrary,
  { format, article, story: storyId = null, empty }: ExportAsked,
  { now, version }: ExchangeDeps,
): Promise<Result<ExportFile>> {
  await library.whenRead()
  // Corrections alone are worth keeping only where they are kept.
  const keeps = (id: string): boolean =>
    format === 'json' &&
    (library.corrections(id).length > 0 ||
      Object.keys(recordsOfArticle(library.ledger, id).records).length > 0)
  const story = library.stories().find(({ id }) => id === storyId)
  if (storyId !== null && !story) return fail(noStory())
  const across = format === 'json' && article === null ? acrossFor(library, story) : noneAcross
  const keptOf = (id: string): ArticleRecords | null =>
    format === 'json' ? recordsOfArticle(library.ledger, id) : null
  const named = new Set(namedIn(across.stories, across.verdicts))
  const isAsked = (row: ArticleSummary): boolean =>
    article === null ? empty || row.annotations > 0 || keeps(row.id) : row.id === article
  const rows = inStory(library.articles(), story).filter((row) => isAsked(row) || named.has(row.id))
  if (article !== null && rows.length === 0) return fail(noArticle())
  const hashes = new Map(library.identities().map(({ id, sha256 }) => [id, sha256]))
  const articles: ExportArticle[] = []
  for (const row of rows) {
    const found = await forExport(library, row, hashes.get(row.id) ?? '')
    if (found.ok) articles.push({ ...found.value, ...keptOf(row.id) })
    // An article without notes that cannot be read has nothing to lose; one with notes stops here.
    else if (row.annotations > 0 || article !== null) return found
  }
  const { name: libraryName } = library.info()
  const definition = exportFormatDefinitions[format]
  const options = {
    now: now().toISOString(),
    empty: empty || article !== null,
    appVersion: version,
  }
  const only = article === null ? undefined : articles[0]
  const listed = new Set(articles.map(({ id }) => id))
  const missing = [...named].flatMap((id) => (listed.has(id) ? [] : (library.knownFile(id) ?? [])))
  const kept =
    format === 'json'
      ? recordsOfLibrary(
          library.ledger,
          article === null && !story ? null : exportedIn(library, articles),
        )
      : noRecords
  missing.push(...goneAmong(library, kept.named, new Set(missing.map(({ id }) => id))))
  const asked = new Set(rows.filter(isAsked).map(({ id }) => id))
  return ok({
    name: `${fileName(only ? (only.meta.title ?? only.path) : (story?.name ?? libraryName))}.${definition.extension}`,
    mime: definition.mime,
    text: definition.build(
      { name: libraryName, articles, ...across, missing, records: kept.records },
      options,
    ),
    articles: articles.filter(({ id }) => asked.has(id)).length,
    annotations: articles.reduce((sum, { resolved }) => sum + resolved.length, 0),
  })
}

const noRecords: LibraryRecords = { records: {}, named: [] }

const fileOf = (library: ExchangeLibrary, id: string): readonly string[] => {
  const file = library.knownFile(id)?.part?.file
  return file === undefined ? [] : [file]
}

/** What an export of some articles alone is about. */
const exportedIn = (library: ExchangeLibrary, articles: readonly ExportArticle[]): Exported => ({
  articles: new Set(articles.flatMap(({ id }) => [id, ...fileOf(library, id)])),
  tags: new Set(
    articles.flatMap(({ resolved }) => resolved.flatMap(({ annotation }) => annotation.tags)),
  ),
})

/** Those of named articles that are not here any more, each once. */
function goneAmong(
  library: ExchangeLibrary,
  named: readonly KnownFile[],
  told: ReadonlySet<string>,
): Iterable<KnownFile> {
  const here = new Set([...told, ...library.identities().map(({ id }) => id)])
  const gone = named.filter(({ id }) => !here.has(id))
  return new Map(gone.map((file) => [file.id, file])).values()
}

type AcrossArticles = Required<Pick<ExportLibrary, 'stories' | 'verdicts'>> &
  Pick<ExportLibrary, 'set'>
const noneAcross: AcrossArticles = { stories: [], verdicts: [] }

/** All stories and verdicts; with a story that one, and what is said of two of its articles. */
function acrossFor(library: ExchangeLibrary, story: Story | undefined): AcrossArticles {
  const verdicts = library.verdicts().flatMap(({ id, a, b, verdict, modified }) => {
    if (verdict === null) return []
    if (story && ![a, b].every(({ article }) => story.articles.includes(article.id))) return []
    const [one, other] = [a, b].map(({ article, target }) => ({ article: article.id, target }))
    return one && other ? [{ id, a: one, b: other, verdict, modified }] : []
  })
  const stories = story ? [story] : library.stories()
  const set = settingsOf(
    library.ledger,
    [
      { kind: storyKind, keys: stories.map(({ id }) => id) },
      { kind: verdictKind, keys: verdicts.map(({ id }) => id) },
    ],
    null,
  )
  return { stories, verdicts, ...(Object.keys(set).length > 0 && { set }) }
}

/** Those of a story that are there, in its order; all without a story. */
function inStory(rows: ArticleSummary[], story: Story | undefined): ArticleSummary[] {
  if (!story) return rows
  const known = new Map(rows.map((row) => [row.id, row]))
  return story.articles.flatMap((id) => known.get(id) ?? [])
}

async function forExport(
  library: ExchangeLibrary,
  row: ArticleSummary,
  sha256: string,
): Promise<Result<ExportArticle>> {
  const opened = await library.open(row.id)
  if (!opened.ok) return opened
  const { text, textHash, blocks, warnings, resolved, id, path, part } = opened.value
  const corrections = library.corrections(id)
  const meta = metaOf(opened.value)
  return ok({
    id,
    path,
    sha256,
    textHash,
    meta,
    text,
    blocks,
    warnings,
    part,
    corrections,
    resolved,
  })
}

/** Writes an export where the user said, into a folder that is there. */
export const saveExport = (path: string, file: ExportFile): Promise<Result<{ path: string }>> =>
  attempt(path, 'saved', async () => {
    await replaceFile(path, file.text)
    return { path }
  })

/** Brings in an exported JSON. With `dryRun` nothing is changed, only counted. */
export async function importJson(
  library: ExchangeLibrary,
  { text, name, dryRun }: ParsedArg<'library-import'>,
): Promise<Result<ImportReport>> {
  const json = await parseLibraryJsonInTurns(text, nextTurn)
  if (!json.ok)
    return fail({ ...json.error, path: name, message: `“${name}”: ${json.error.message}` })
  await library.whenRead()
  await askForParts(library, json.value)
  const identities = library.identities()
  const plan = planImport(json.value, identities)
  const lost = [...plan.lost]
  const unread = new Set<string>()
  const counts = { anchored: 0, moved: 0, orphaned: 0 }
  for (const { from, onto, add, corrections } of plan.articles) {
    const left = leftOut(add.length, corrections)
    if (left === '') continue
    const opened = await library.open(onto)
    if (!opened.ok) {
      unread.add(onto)
      lost.push(`“${from.path}”: ${opened.error.message} ${left} left out.`)
      continue
    }
    for (const { target } of add)
      counts[resolve(opened.value.text, opened.value.textHash, target).state]++
  }
  const twins = plan.articles.map((each) => {
    const { value, lost: beyond } = annotationsWithin(differingTwins(library, each), each.from.path)
    lost.push(...beyond)
    return value
  })
  const joined = twins.reduce((sum, each) => sum + each.length, 0)
  const known = plan.articles.reduce((sum, article) => sum + article.duplicates.length, 0)
  const readable = plan.articles.map((each, i) =>
    unread.has(each.onto)
      ? { ...each, add: [], corrections: [], adoptId: false }
      : { ...each, add: [...each.add, ...(twins[i] ?? [])] },
  )
  const { stories, verdicts, ...left } = planAcross(json.value, readable, identities, {
    stories: new Set(library.stories().map(({ id }) => id)),
    verdicts: new Map(library.verdicts().map(({ id, modified }) => [id, modified])),
  })
  const others = incomingRecords(
    library.ledger,
    json.value,
    readable,
    identities,
    new Set((await library.tags()).map(({ name }) => name)),
  )
  lost.push(...left.lost, ...others.lost)
  const report: ImportReport = {
    read: plan.read,
    ...counts,
    duplicates: known - joined,
    joined,
    lost,
    stories: stories.length,
    verdicts: verdicts.length,
    records: others.counts,
  }
  if (dryRun) return ok(report)
  const incoming = readable
    .filter(({ add, adoptId, corrections }) => add.length > 0 || adoptId || corrections.length > 0)
    .map(({ onto, from, adoptId, add, corrections }) => ({
      article: onto,
      adoptId: adoptId ? from.id : null,
      annotations: add,
      corrections,
      ...(from.set && { set: from.set }),
    }))
  const across = { stories, verdicts, records: others.changes }
  const added = await library.add('Import annotations', incoming, across)
  return added.ok ? ok(report) : added
}

/** What the file says otherwise, and later or beside it, of annotations that the article has. */
function differingTwins(
  library: ExchangeLibrary,
  { from, onto, duplicates }: PlannedArticle,
): Annotation[] {
  const here = new Map(library.annotations(onto).map((each) => [each.id, each]))
  return duplicates.filter((each) => {
    const mine = here.get(each.id)
    if (!mine || saysTheSame(mine, each)) return false
    const set = soundSettings(from.set?.[annotationKind.list]?.[each.id], each.modified)
    if (!set) return mine.modified < each.modified
    return saysNew(library.ledger.entry(annotationKind, onto, each.id), entryMade(each, set))
  })
}

const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  a.color === b.color &&
  a.note === b.note &&
  isDeepStrictEqual(a.tags, b.tags) &&
  isDeepStrictEqual(a.target, b.target)

/** Before articles of split files can be matched, it has to be known which articles the files hold. */
async function askForParts(library: ExchangeLibrary, json: LibraryJson): Promise<void> {
  const named = namedInLists(json.records, listedInLibrary)
  const parts = [...json.articles, ...json.missing, ...named].filter(
    ({ part }) => part !== undefined,
  )
  const hashes = new Set(parts.map(({ sha256 }) => sha256))
  const paths = new Set(parts.map(({ path }) => path))
  for (const { id, part, sha256, path } of library.identities())
    if (part === null && (hashes.has(sha256) || paths.has(path))) await library.askParts(id)
}

/** A name that every file system takes. */
const fileName = (title: string): string =>
  title
    .replace(/\.[a-z]+$/i, '')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '') || 'notes'

const noStory = (): AppError => ({
  code: 'not-found',
  message: 'That story is not there any more.',
  advice: 'Choose another, or the whole library.',
})

const noArticle = (): AppError => ({
  code: 'not-found',
  message: 'That article is not in the library any more.',
  advice: 'Choose another, or look for new and changed files with F5.',
})
