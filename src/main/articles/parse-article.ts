// One file's bytes into one article, whatever the format. Touches no disk, so that it can run in a
// worker and be tested on bytes.
import { createHash } from 'node:crypto'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import type { ArticleFormat, ParsedArticle } from '../../shared/model/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { countWords } from '../../shared/text/words.ts'
import { detect } from './detect.ts'
import type { Draft } from './draft.ts'
import { loaders } from './loaders.ts'
import { cutPart } from './parts.ts'
import { type LoadedPicture, picturesOf } from './pictures.ts'
import { Refused } from './refused.ts'
import { sketchOf } from './sketch.ts'
import { tidy } from './tidy/tidy.ts'

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
  return guarded(name, async () => {
    const { format, draft } = await load(bytes, name, part)
    if (draft.text.trim() === '')
      throw new Refused('empty-file', 'shows no text', 'Choose a file that holds an article.')
    const { meta, blocks } = tidy(draft, format)
    const { text, encoding = 'utf-8' } = draft
    return {
      ...meta,
      ...{ format, encoding, text },
      sha256: sha256(bytes),
      textHash: sha256(text),
      blocks: [...blocks],
      spans: [...draft.spans],
      pictures: picturesOf(draft.pictures).map(({ bytes: _, ...picture }) => picture),
      parts: (draft.parts ?? []).map(({ start, end, title }) => ({ start, end, title })),
      words: countWords(text),
      warnings: [...draft.warnings],
      sketch: sketchOf(text, blocks),
    }
  })
}

/** The pictures of the article that `parseArticle` gives, in the same order, with their bytes. */
export async function parsePictures(
  bytes: Uint8Array,
  name: string,
  part: number | null = null,
): Promise<Result<readonly LoadedPicture[]>> {
  return guarded(name, async () => picturesOf((await load(bytes, name, part)).draft.pictures))
}

interface Loaded {
  readonly format: ArticleFormat
  readonly draft: Draft
}

async function load(bytes: Uint8Array, name: string, part: number | null): Promise<Loaded> {
  const format = detect(bytes, name)
  const whole = await loaders[format](bytes)
  return { format, draft: part === null ? whole : cutPart(whole, part) }
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
