// One file's bytes into one article, whatever the format. Touches no disk, so that it can run in a
// worker and be tested on bytes.
import { createHash } from 'node:crypto'
import type { ArticleInput } from '../../compare/article.ts'
import { encodedFormats } from '../../shared/encodings.ts'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import type { ArticleFormat, ParsedArticle } from '../../shared/model/article.ts'
import { noMeta } from '../../shared/model/no-meta.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { countWords } from '../../shared/text/words.ts'
import { detect } from './detect.ts'
import type { Draft } from './draft.ts'
import type { EncodingPreviews } from './encoding-previews.ts'
import { loaderOf } from './loaders.ts'
import { findParts } from './parts/find-parts.ts'
import { findRecord } from './parts/find-record.ts'
import { cutPart } from './parts.ts'
import type { LoadedPicture } from './pictures.ts'
import { Refused } from './refused.ts'
import { type Tidied, tidy } from './tidy/tidy.ts'

/** A file as its loader gives it: from this its article, its parts and its pictures are made. */
export interface LoadedFile {
  readonly name: string
  readonly format: ArticleFormat
  readonly sha256: string
  readonly draft: Draft
  /** Its parts were found in a batch export: no article's facts are the file's. */
  readonly isBatch: boolean
}

/**
 * Reads an article from a file's bytes.
 * @param name the file's name, for its ending and for messages
 * @param part which of the articles in the file, from 0; null for all of the file as one
 * @param derived as in `articleIn`
 * @param encoding that the reader chose for a file that is text; null: the one that is found
 * @returns the article; `empty-file` without any visible text; `not-text`, `encrypted`, `damaged`,
 *   `no-text`, `too-large` or `parse-failed` for what cannot be read
 */
export async function parseArticle(
  bytes: Uint8Array,
  name: string,
  part: number | null = null,
  derived = true,
  encoding: string | null = null,
): Promise<Result<ParsedArticle>> {
  const loaded = await parseFile(bytes, name, encoding)
  return loaded.ok ? articleIn(loaded.value, part, derived) : loaded
}

/**
 * Reads a file's bytes once, for all that may be asked of it. Fails as `parseArticle` does.
 * @param encoding as in `parseArticle`
 */
export const parseFile = (
  bytes: Uint8Array,
  name: string,
  encoding: string | null = null,
): Promise<Result<LoadedFile>> =>
  guarded(name, async () => {
    const format = detect(bytes, name)
    const load = await loaderOf(format)
    const draft = await load(bytes, encoding)
    // The chapters of a book are known; the articles in a batch export have to be found.
    const isBook = format === 'epub' || (draft.parts?.length ?? 0) > 0
    const found = isBook ? null : findParts(draft)
    const isBatch = found !== null
    const read = { ...draft, ...(found ?? (isBook ? null : recordOf(draft))) }
    return { name, format, sha256: sha256(bytes), isBatch, draft: read }
  })

/** What is to be said otherwise of a draft that is one article of a news database. */
function recordOf(draft: Draft): Partial<Draft> | null {
  const record = findRecord(draft)
  return record && { ...record, warnings: [...draft.warnings, ...record.warnings] }
}

/**
 * The article in a file that was read, or one of several; may be asked any number of times.
 * @param derived whether to work out also what finds copies of it and tells what it is about
 */
export const articleIn = (
  file: LoadedFile,
  part: number | null,
  derived = true,
): Promise<Result<ParsedArticle>> => guarded(file.name, () => articleOf(file, part, derived))

/** All articles of a file that holds several, in order. */
export const articlesIn = (file: LoadedFile): Promise<Result<readonly ParsedArticle[]>> =>
  guarded(file.name, async () => {
    const articles: ParsedArticle[] = []
    for (const part of (file.draft.parts ?? []).keys())
      articles.push(await articleOf(file, part, true))
    return articles
  })

/** The pictures of `articleIn`, in the same order, with their bytes. */
export const picturesIn = (
  file: LoadedFile,
  part: number | null,
): Promise<Result<readonly LoadedPicture[]>> =>
  guarded(file.name, async () => picturesOf(draftOf(file, part)))

const draftOf = ({ draft }: LoadedFile, part: number | null): Draft =>
  part === null ? draft : cutPart(draft, part)

async function articleOf(
  file: LoadedFile,
  part: number | null,
  derived: boolean,
): Promise<ParsedArticle> {
  const draft = draftOf(file, part)
  if (draft.text.trim() === '')
    throw new Refused('empty-file', 'shows no text', 'Choose a file that holds an article.')
  // The tidying marks blocks in place, and the file may be asked for again.
  const copy = { ...draft, blocks: draft.blocks.map((block) => ({ ...block })) }
  const tidied = tidy(copy, file.format)
  const { meta, blocks } = file.isBatch && part === null ? ofMany(tidied, draft) : tidied
  const { text, encoding = 'utf-8' } = draft
  const textHash = sha256(text)
  return {
    ...meta,
    format: file.format,
    encoding,
    text,
    textHash,
    sha256: file.sha256,
    blocks: [...blocks],
    spans: [...draft.spans],
    pictures: (await picturesOf(draft)).map(({ bytes: _, ...picture }) => picture),
    parts: (draft.parts ?? []).map(({ start, end, title }) => ({ start, end, title })),
    words: countWords(text),
    warnings: [...draft.warnings],
    ...(derived && (await derivedFrom({ ...meta, text, textHash, blocks }))),
  }
}

/** Loads what nearly every file needs, so that the first one that comes need not wait for it. */
export const makeReady = (): Promise<unknown> => Promise.all([loaderOf('text'), derivers()])

const derivers = () => Promise.all([import('./sketch.ts'), import('./event-profile.ts')])

async function derivedFrom(
  article: ArticleInput,
): Promise<Pick<ParsedArticle, 'sketch' | 'profile'>> {
  const [{ sketchOf }, { profileOf }] = await derivers()
  return { sketch: sketchOf(article.text, article.blocks), profile: profileOf(article) }
}

async function picturesOf({ pictures }: Draft): Promise<readonly LoadedPicture[]> {
  if (!pictures || pictures.length === 0) return []
  return (await import('./pictures.ts')).picturesOf(pictures)
}

/** What the tidying found in the first of several articles is not said of all of them. */
function ofMany({ meta, blocks }: Tidied, { meta: said }: Draft): Tidied {
  return {
    meta: { ...noMeta, ...said, language: meta.language },
    blocks: blocks.map(({ role, ...block }) =>
      role === 'title' && said.title ? { ...block, role } : block,
    ),
  }
}

/** Turns what loaders throw into a value that names the file. */
async function guarded<T>(name: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (thrown) {
    if (thrown instanceof Refused) return refuse(thrown.code, thrown.message, thrown.advice, name)
    // A parser of the libraries that recursed too deep, or made a string longer than there can be.
    if (!(thrown instanceof RangeError)) throw thrown
    return refuse(
      'parse-failed',
      'is nested too deeply or too large to be read',
      'Save it in a simpler form, such as plain text, then open that file.',
      name,
    )
  }
}

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex')

function refuse(code: ErrorCode, what: string, advice: string, path: string): Result<never> {
  const error: AppError = { code, message: `“${path}” ${what}.`, advice, path }
  return fail(error)
}

/** How a file that is text looks in each encoding. Fails with `unsupported` for any other. */
export const previewsIn = (bytes: Uint8Array, name: string): Promise<Result<EncodingPreviews>> =>
  guarded(name, async () => {
    if (!encodedFormats.includes(detect(bytes, name)))
      throw new Refused(
        'unsupported',
        'has no encoding that could be chosen',
        'Plain texts, Markdown and web pages have one; other formats say themselves how they are written.',
      )
    return (await import('./encoding-previews.ts')).encodingPreviews(bytes)
  })
