// One file's bytes into one article, whatever the format. Touches no disk, so that it can run in a
// worker and be tested on bytes.
import { createHash } from 'node:crypto'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import { type ArticleFormat, noMeta, type ParsedArticle } from '../../shared/model/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { countWords } from '../../shared/text/words.ts'
import { detect } from './detect.ts'
import type { Draft } from './draft.ts'
import { profileOf } from './event-profile.ts'
import { loaders } from './loaders.ts'
import { findParts } from './parts/find-parts.ts'
import { cutPart } from './parts.ts'
import { type LoadedPicture, picturesOf } from './pictures.ts'
import { Refused } from './refused.ts'
import { sketchOf } from './sketch.ts'
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
 * @returns the article; `empty-file` without any visible text; `not-text`, `encrypted`, `damaged`,
 *   `no-text`, `too-large` or `parse-failed` for what cannot be read
 */
export async function parseArticle(
  bytes: Uint8Array,
  name: string,
  part: number | null = null,
): Promise<Result<ParsedArticle>> {
  const loaded = await parseFile(bytes, name)
  return loaded.ok ? articleIn(loaded.value, part) : loaded
}

/** Reads a file's bytes once, for all that may be asked of it. Fails as `parseArticle` does. */
export const parseFile = (bytes: Uint8Array, name: string): Promise<Result<LoadedFile>> =>
  guarded(name, async () => {
    const format = detect(bytes, name)
    const draft = await loaders[format](bytes)
    // The chapters of a book are known; the articles in a batch export have to be found.
    const isBook = format === 'epub' || (draft.parts?.length ?? 0) > 0
    const found = isBook ? null : findParts(draft)
    const isBatch = found !== null
    return { name, format, sha256: sha256(bytes), isBatch, draft: { ...draft, ...found } }
  })

/** The article in a file that was read, or one of several; may be asked any number of times. */
export const articleIn = (file: LoadedFile, part: number | null): Promise<Result<ParsedArticle>> =>
  guarded(file.name, async () => articleOf(file, part))

/** All articles of a file that holds several, in order. */
export const articlesIn = (file: LoadedFile): Promise<Result<readonly ParsedArticle[]>> =>
  guarded(file.name, async () => (file.draft.parts ?? []).map((_, part) => articleOf(file, part)))

/** The pictures of `articleIn`, in the same order, with their bytes. */
export const picturesIn = (
  file: LoadedFile,
  part: number | null,
): Promise<Result<readonly LoadedPicture[]>> =>
  guarded(file.name, async () => picturesOf(draftOf(file, part).pictures))

const draftOf = ({ draft }: LoadedFile, part: number | null): Draft =>
  part === null ? draft : cutPart(draft, part)

function articleOf(file: LoadedFile, part: number | null): ParsedArticle {
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
    pictures: picturesOf(draft.pictures).map(({ bytes: _, ...picture }) => picture),
    parts: (draft.parts ?? []).map(({ start, end, title }) => ({ start, end, title })),
    words: countWords(text),
    warnings: [...draft.warnings],
    sketch: sketchOf(text, blocks),
    profile: profileOf({ ...meta, text, textHash, blocks }),
  }
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
