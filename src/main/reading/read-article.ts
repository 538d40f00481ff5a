// The only place where article files are opened. Looks before it reads, and never writes.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { largestFile } from '../../shared/formats.ts'
import type { ParsedArticle } from '../../shared/model/article.ts'
import { fail, type Result } from '../../shared/result.ts'
import { attempt } from '../errors.ts'
import type { EncodingPreviews } from './encoding-previews.ts'
import { type LoadedFile, parseArticle, parseFile, previewsIn } from './parse-article.ts'

const megabyte = 1024 * 1024

export interface ReadOptions {
  /** Which of the articles in the file, from 0; absent: all of the file as one. */
  readonly part?: number | null
  /** Larger files are refused; 50 MB if not given. */
  readonly maxBytes?: number
  /** Whether to work out also what finds copies of it and tells what it is about; so if not given. */
  readonly derived?: boolean
  /** That the reader chose for a file that is text; not given or null: the one that is found. */
  readonly encoding?: string | null
}

/**
 * Reads one article file. A file that changes while it is read is read once more.
 * @returns the article, or `not-found`, `is-folder`, `no-permission`, `empty-file`, `too-large`,
 *   `io` or what `parseArticle` says, each with the path
 */
export const readArticle = (
  path: string,
  options: ReadOptions = {},
): Promise<Result<ParsedArticle>> =>
  readAs(path, options, (bytes, name, part) =>
    parseArticle(bytes, name, part, options.derived, options.encoding),
  )

/** Reads a file once, for all that may be asked of it. Fails as `readArticle` does. */
export const readFileOnce = (
  path: string,
  encoding: string | null = null,
): Promise<Result<LoadedFile>> =>
  readAs(path, {}, (bytes, name) => parseFile(bytes, name, encoding))

/** How a file that is text looks in each encoding. Fails as `previewsIn` does, or as reading it. */
export const readEncodings = (path: string): Promise<Result<EncodingPreviews>> =>
  readAs(path, {}, previewsIn)

async function readAs<T>(
  path: string,
  { part = null, maxBytes = largestFile }: ReadOptions,
  parse: (bytes: Uint8Array, name: string, part: number | null) => Promise<Result<T>>,
): Promise<Result<T>> {
  let read = await readOnce(path, maxBytes)
  if (read.ok && read.value.changed) read = await readOnce(path, maxBytes)
  if (!read.ok) return read
  const parsed = await parse(read.value.bytes, basename(path), part)
  return parsed.ok ? parsed : fail({ ...parsed.error, path })
}

interface Reading {
  readonly bytes: Uint8Array
  /** Whether the file was written to in the meantime. */
  readonly changed: boolean
}

async function readOnce(path: string, maxBytes: number): Promise<Result<Reading>> {
  const before = await attempt(path, 'read', () => stat(path))
  if (!before.ok) return fail(forReading(before.error))
  const problem = unreadable(path, before.value, maxBytes)
  if (problem !== null) return fail(problem)
  const read = await attempt(path, 'read', async () => {
    const bytes = await readFile(path)
    const after = await stat(path)
    const { mtimeMs, size } = before.value
    return { bytes, changed: after.mtimeMs !== mtimeMs || after.size !== size }
  })
  return read.ok ? read : fail(forReading(read.error))
}

interface FileState {
  readonly size: number
  isDirectory(): boolean
  isFile(): boolean
}

/** Why a file is not worth opening; null if it is. */
function unreadable(path: string, file: FileState, maxBytes: number): AppError | null {
  const name = `“${basename(path)}”`
  if (file.isDirectory())
    return {
      code: 'is-folder',
      message: `${name} is a folder, not an article.`,
      advice: 'Open it as a library, or choose a file in it.',
      path,
    }
  if (!file.isFile())
    return {
      code: 'unsupported',
      message: `${name} is a device or a pipe, not a file.`,
      advice: 'Choose a file.',
      path,
    }
  if (file.size === 0)
    return {
      code: 'empty-file',
      message: `${name} has nothing in it.`,
      advice: 'Choose a file that holds an article.',
      path,
    }
  if (file.size <= maxBytes) return null
  return {
    code: 'too-large',
    message: `${name} has ${inMegabytes(file.size)} MB; articles of up to ${inMegabytes(maxBytes)} MB can be read.`,
    advice: 'Split it into smaller files.',
    path,
  }
}

const inMegabytes = (bytes: number): string => (bytes / megabyte).toFixed(1).replace(/\.0$/, '')

/** Reading asks for less than the general advice says. */
const forReading = (error: AppError): AppError =>
  error.code === 'no-permission'
    ? { ...error, advice: 'Give yourself permission to read it, then try again.' }
    : error
