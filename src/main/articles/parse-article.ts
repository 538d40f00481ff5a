// One file's bytes into one article, whatever the format. Touches no disk, so that it can run in a
// worker and be tested on bytes.
import { createHash } from 'node:crypto'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import type { ArticleFormat, ParsedArticle } from '../../shared/model/article.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import { countWords } from '../../shared/text/words.ts'
import { decode } from './decode.ts'
import { binaryKind, formatOf } from './detect.ts'
import type { Draft } from './draft.ts'
import { loadHtml } from './html.ts'
import { loadMarkdown } from './markdown.ts'
import { loadText } from './text.ts'
import { tidy } from './tidy/tidy.ts'

/**
 * Reads an article from a file's bytes.
 * @param name the file's name, for its ending and for messages
 * @returns the article; `empty-file` without any visible text; `not-text` for anything else
 */
export function parseArticle(bytes: Uint8Array, name: string): Result<ParsedArticle> {
  const kind = binaryKind(bytes)
  if (kind !== null)
    return refuse(
      'not-text',
      `“${name}” cannot be read as an article: it seems to be ${kind}.`,
      'Save it as text, Markdown or HTML, then open that file.',
      name,
    )
  const { text, encoding, warnings } = decode(bytes)
  if (text.trim() === '') return empty(name, 'has nothing in it')
  const format = formatOf(text, name)
  try {
    const loaded = load(format, text)
    if (loaded.text.trim() === '') return empty(name, 'shows no text')
    const { meta, blocks } = tidy(loaded, format)
    return ok({
      ...meta,
      format,
      encoding,
      sha256: sha256(bytes),
      textHash: sha256(loaded.text),
      text: loaded.text,
      blocks: [...blocks],
      spans: [...loaded.spans],
      words: countWords(loaded.text),
      warnings: [...warnings, ...loaded.warnings],
    })
  } catch (thrown) {
    // A parser of the libraries that recursed too deep, or made a string longer than there can be.
    if (!(thrown instanceof RangeError)) throw thrown
    return refuse(
      'parse-failed',
      `“${name}” is nested too deeply or too large to be read.`,
      'Save it in a simpler form, such as plain text, then open that file.',
      name,
    )
  }
}

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex')

function load(format: ArticleFormat, text: string): Draft {
  switch (format) {
    case 'text':
      return loadText(text)
    case 'markdown':
      return loadMarkdown(text)
    case 'html':
      return loadHtml(text)
    default:
      return assertNever(format)
  }
}

const empty = (name: string, what: string): Result<never> =>
  refuse('empty-file', `“${name}” ${what}.`, 'Choose a file that holds an article.', name)

function refuse(code: ErrorCode, message: string, advice: string, path: string): Result<never> {
  const error: AppError = { code, message, advice, path }
  return fail(error)
}
