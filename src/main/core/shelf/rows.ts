// An article as a row of the library, from what is known of its file, of its annotations and of the
// reader's corrections.
import type { AppError } from '../../../shared/errors.ts'
import { type ArticleMeta, noMeta } from '../../../shared/model/article.ts'
import { correctedFields, correctedMeta } from '../../../shared/model/correction.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ArticleData } from '../records/article-data.ts'
import type { CacheEntry } from './cache.ts'

/** What the reader has made of an article; null where there is nothing. */
export type Made = Pick<ArticleData, 'annotations' | 'corrections'> | null

type OfFile = Omit<ArticleSummary, keyof ArticleMeta | 'annotations' | 'notes' | 'corrected'>

const noneCorrected: ArticleSummary['corrected'] = []

/** Field by field: of fifty thousand rows, spreading what they are made of takes most of the time. */
function rowWith(said: ArticleMeta, made: Made, file: OfFile): ArticleSummary {
  const corrections = made?.corrections ?? []
  const facts = corrections.length > 0 ? correctedMeta(said, corrections) : said
  return {
    title: facts.title,
    subtitle: facts.subtitle,
    byline: facts.byline,
    source: facts.source,
    published: facts.published,
    language: facts.language,
    id: file.id,
    path: file.path,
    format: file.format,
    state: file.state,
    problem: file.problem,
    words: file.words,
    parts: file.parts,
    part: file.part,
    annotations: made?.annotations.length ?? 0,
    notes: made?.annotations.filter(({ note }) => note !== '').length ?? 0,
    corrected: corrections.length > 0 ? correctedFields(corrections) : noneCorrected,
  }
}

/** The row of a file that is there. */
export const rowOf = (entry: CacheEntry, made: Made): ArticleSummary =>
  rowWith(entry.read?.meta ?? noMeta, made, {
    id: entry.id,
    path: entry.path,
    format: entry.read?.format ?? null,
    state: entry.problem ? 'unreadable' : entry.read ? 'ready' : 'unread',
    problem: entry.problem,
    words: entry.read?.words ?? 0,
    parts: entry.read?.parts ?? 0,
    part: null,
  })

/** The row of one of the articles in a file; null while it is not known which there are. */
export function partRow(entry: CacheEntry, part: number, made: Made): ArticleSummary | null {
  const facts = entry.read?.split?.[part]
  if (!entry.read || !facts) return null
  return rowWith(facts.meta, made, {
    id: facts.id,
    path: entry.path,
    format: entry.read.format,
    state: 'ready',
    problem: null,
    words: facts.words,
    parts: entry.read.split?.length ?? 0,
    part,
  })
}

/** The row of an article that has annotations but is not there any more. */
export function missingRow(data: ArticleData, problem?: AppError): ArticleSummary {
  const { id, path, part } = data.article
  return rowWith(data.article, data, {
    id,
    path,
    format: null,
    state: 'missing',
    problem: problem ?? fileGone(path),
    words: 0,
    parts: 0,
    part: part?.index ?? null,
  })
}

/**
 * The row of an article of which the folder has not been looked at yet: nothing is said of its file.
 * @param path where it was
 */
export const unseenRow = (id: string, path: string, data: ArticleData | null): ArticleSummary =>
  rowWith(data?.article ?? noMeta, data, {
    id,
    path,
    format: null,
    state: 'unread',
    problem: null,
    words: 0,
    parts: 0,
    part: data?.article.part?.index ?? null,
  })

/** @param path where it was; null where that is not known */
export const articleGone = (path: string | null): AppError =>
  path === null
    ? {
        code: 'not-found',
        message: 'This article is not in the library any more.',
        advice: 'Choose another, or look for new and changed files with F5.',
      }
    : fileGone(path)

/** The look at the folder was stopped before it came to its file. */
export const notLookedFor = (path: string | null): AppError => ({
  code: 'not-found',
  message: `${path === null ? 'This article' : `“${path}”`} has not been looked for yet: the look at the folder was stopped.`,
  advice: 'Look for new and changed files with F5, then open it again.',
  ...(path !== null && { path }),
})

export const fileGone = (path: string): AppError => ({
  code: 'not-found',
  message: `“${path}” is not in the library any more.`,
  advice: 'Put the file back, or export its notes.',
  path,
})

export const shownAsOne = (path: string): AppError => ({
  code: 'not-found',
  message: `“${path}” is shown as one article again; this was one of the articles in it.`,
  advice: 'Split the file again to go on with these notes in their article.',
  path,
})

export const partGone = (path: string): AppError => ({
  code: 'not-found',
  message: `“${path}” does not hold this article any more.`,
  advice: 'Put the earlier file back, or export its notes.',
  path,
})
