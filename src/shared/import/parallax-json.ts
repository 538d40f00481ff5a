// Reading the lossless exchange file back, and deciding which of its annotations go onto which
// article. Pure: nothing is written here, so the same plan serves the preview and the import.
import { z } from 'zod'
import type { AppError } from '../errors.ts'
import {
  LibraryJson,
  LibraryJsonArticle,
  libraryFormat,
  libraryVersion,
} from '../export/json-schema.ts'
import { counted } from '../export/model.ts'
import type { Annotation } from '../model/annotation.ts'
import { type Correction, isInForce } from '../model/correction.ts'
import { fail, ok, type Result } from '../result.ts'
import { withRecordLists } from './record-lists.ts'
import { annotationsWithin, correctionsWithin } from './within-limits.ts'

/** Articles of a file that are checked before others get their turn. */
const checkedAtOnce = 100

/** The file's content, or why it cannot be imported, with the first field that is wrong. */
export function parseLibraryJson(text: string): Result<LibraryJson> {
  const parsing = parse(text)
  for (;;) {
    const { done, value } = parsing.next()
    if (done) return value
  }
}

/** The same. @param turn lets others have their turn, in a file of very many articles */
export async function parseLibraryJsonInTurns(
  text: string,
  turn: () => Promise<unknown>,
): Promise<Result<LibraryJson>> {
  const parsing = parse(text)
  for (;;) {
    const { done, value } = parsing.next()
    if (done) return value
    await turn()
  }
}

function* parse(text: string): Generator<undefined, Result<LibraryJson>> {
  const raw = parseJson(text.replace(/^\ufeff/, ''))
  if (!raw.ok) return raw
  const { format, version } = header(raw.value)
  if (format !== libraryFormat) {
    return fail(refusal('unsupported', 'This JSON file is not a Parallax export.'))
  }
  if (typeof version === 'number' && version > libraryVersion) {
    return fail({
      code: 'store-newer',
      message: `This file was written by a newer Parallax (format ${version}, known ${libraryVersion}).`,
      advice: 'Update Parallax, then import it again.',
    })
  }
  const whole = LibraryFile.safeParse(raw.value)
  if (!whole.success) return fail(damaged(whole.error, []))
  const articles: LibraryJsonArticle[] = []
  for (const [at, article] of whole.data.articles.entries()) {
    if (at % checkedAtOnce === checkedAtOnce - 1) yield
    const parsed = LibraryJsonArticle.safeParse(article)
    if (!parsed.success) return fail(damaged(parsed.error, ['articles', at]))
    articles.push(parsed.data)
  }
  return ok(withRecordLists({ ...whole.data, articles }, raw.value))
}

/** The file but for what is said of each article, which is checked one by one. */
const LibraryFile = LibraryJson.extend({ articles: z.array(z.unknown()) })

function damaged(error: z.ZodError, path: readonly PropertyKey[]): AppError {
  const [issue] = error.issues
  const place = issue ? where({ ...issue, path: [...path, ...issue.path] }) : 'root'
  return {
    ...refusal('parse-failed', `This Parallax export is damaged: ${place}.`),
    detail: error.message,
  }
}

function parseJson(text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch (error) {
    return fail({
      ...refusal('parse-failed', 'This file is not JSON.'),
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

function header(value: unknown): { readonly format: unknown; readonly version: unknown } {
  if (typeof value !== 'object' || value === null) return { format: null, version: null }
  return {
    format: 'format' in value ? value.format : null,
    version: 'version' in value ? value.version : null,
  }
}

const refusal = (code: AppError['code'], message: string): AppError => ({
  code,
  message,
  advice: 'Choose a file that was exported from Parallax as JSON.',
})

const where = (issue: z.core.$ZodIssue): string =>
  `${issue.path.map(String).join('.') || 'the file'} – ${issue.message}`

/** What planning needs to know of an article of the library. */
export type ExistingArticle = {
  readonly id: string
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  /** Which of the articles in its file it is; absent or null for a whole file. */
  readonly part?: number | null
  /** Other things are kept under its id, so that it cannot take another. */
  readonly fixed?: boolean
  readonly annotationIds: ReadonlySet<string>
}

export type PlannedArticle = {
  /** As the file has it. */
  readonly from: LibraryJsonArticle
  /** Id of the library's article that it is. */
  readonly onto: string
  /** How it was known. `path`: the file has changed since, so targets must be resolved. */
  readonly by: 'sha256' | 'textHash' | 'path'
  /** The library's article can take the exported id: it has no annotations and the id is free. */
  readonly adoptId: boolean
  /** Within the limits, as all that is brought in. */
  readonly add: readonly Annotation[]
  readonly corrections: readonly Correction[]
  /** Already in the library, by id, or twice in the file. */
  readonly duplicates: readonly Annotation[]
}

export type ImportPlan = {
  /** Annotations in the file. */
  readonly read: number
  readonly articles: readonly PlannedArticle[]
  /** What cannot be brought in, a sentence each. */
  readonly lost: readonly string[]
}

/** Decides article by article; nothing of the library is changed. */
export function planImport(json: LibraryJson, existing: readonly ExistingArticle[]): ImportPlan {
  const find = articleFinder(existing)
  const here = new Set(existing.flatMap(({ annotationIds }) => [...annotationIds]))
  const ids = new Set(existing.map(({ id }) => id))
  const claimed = new Set<string>()
  const articles: PlannedArticle[] = []
  const lost: string[] = []
  for (const from of json.articles) {
    const match = find(from)
    if (!match) {
      const left = leftOut(from.annotations.length, from.corrections)
      if (left !== '') lost.push(`“${from.path}” is not in this library: ${left} left out.`)
      continue
    }
    const { article, by } = match
    const add: Annotation[] = []
    const duplicates: Annotation[] = []
    for (const annotation of from.annotations) {
      if (here.has(annotation.id)) duplicates.push(annotation)
      else add.push(annotation)
      here.add(annotation.id)
    }
    const untouched =
      article.annotationIds.size === 0 && !claimed.has(article.id) && article.fixed !== true
    const adoptId = untouched && article.id !== from.id && !ids.has(from.id)
    claimed.add(article.id)
    if (adoptId) ids.add(from.id)
    const bounded = annotationsWithin(add, from.path)
    const corrections = correctionsWithin(from.corrections ?? [], from.path)
    lost.push(...bounded.lost, ...corrections.lost)
    articles.push({
      from,
      onto: article.id,
      by,
      adoptId,
      add: bounded.value,
      corrections: corrections.value,
      duplicates,
    })
  }
  const read = json.articles.reduce((sum, { annotations }) => sum + annotations.length, 0)
  return { read, articles, lost }
}

type Match = { readonly article: ExistingArticle; readonly by: PlannedArticle['by'] }

const kinds = ['sha256', 'textHash', 'path'] as const

// Several articles of the same content: the path decides, then the id.
function articleFinder(
  existing: readonly ExistingArticle[],
): (from: LibraryJsonArticle) => Match | null {
  const groups = kinds.map((by) => ({ by, found: grouped(existing, by) }))
  return (from) => {
    for (const { by, found } of groups) {
      const sameKey = (from[by] !== '' && found.get(from[by])) || []
      // Articles of one file share its content and its path; the same text is the same wherever.
      const same =
        by === 'textHash'
          ? sameKey
          : sameKey.filter(({ part }) => (part ?? null) === (from.part ?? null))
      const article =
        same.find(
          ({ path, part }) => path === from.path && (part ?? null) === (from.part ?? null),
        ) ??
        same.find(({ id }) => id === from.id) ??
        same[0]
      if (article) return { article, by }
    }
    return null
  }
}

function grouped(
  existing: readonly ExistingArticle[],
  by: PlannedArticle['by'],
): ReadonlyMap<string, readonly ExistingArticle[]> {
  const groups = new Map<string, ExistingArticle[]>()
  for (const article of existing) {
    const group = groups.get(article[by])
    if (group) group.push(article)
    else groups.set(article[by], [article])
  }
  return groups
}

/** In words, what of an article is not brought in; empty where that is nothing. */
export function leftOut(annotations: number, corrections: readonly Correction[] = []): string {
  const inForce = corrections.filter(isInForce).length
  return [
    ...(annotations > 0 ? [counted(annotations, 'annotation')] : []),
    ...(inForce > 0 ? [counted(inForce, 'correction')] : []),
  ].join(' and ')
}
