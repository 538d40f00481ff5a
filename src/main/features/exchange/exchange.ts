// Taking notes out: joins the pure formats to a library and to the disk.
import type { ExportFile } from '../../../shared/calls/exchange.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { exportFormatDefinitions } from '../../../shared/export/formats.ts'
import { namedIn } from '../../../shared/export/json.ts'
import type { ExportArticle, ExportLibrary } from '../../../shared/export/model.ts'
import type { Exported } from '../../../shared/kinds/kind.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import { verdictKind } from '../../../shared/kinds/verdict.ts'
import { metaOf } from '../../../shared/model/article.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { Story } from '../../../shared/model/story.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { attempt } from '../../errors.ts'
import { replaceFile } from '../../store/atomic-file.ts'
import type { ExchangeLibrary } from './exchange-library.ts'
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
type ExportAsked = Omit<ParsedArg<'export-save'>, 'story'> & { readonly story?: string | null }

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
