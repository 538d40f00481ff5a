// Every file of the store says its format and version. This reads one: checks, migrates, or says
// why not. A file it cannot read is never overwritten.
import { basename } from 'node:path'
import type { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface Format<T> {
  /** `parallax/annotations` */
  readonly name: string
  readonly version: number
  readonly schema: z.ZodType<T>
  /** `migrations[n]` takes the data of version n to version n + 1. */
  readonly migrations: Readonly<Record<number, (data: Record<string, unknown>) => unknown>>
  /** The file's text. Ends with a line feed. */
  serialize(data: T): string
}

/** Reads a file's text. Fails with `store-damaged` or `store-newer`. */
export function parseVersioned<T>(
  format: Omit<Format<T>, 'serialize'>,
  text: string,
  path: string,
): Result<T> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (thrown) {
    return fail(damaged(path, thrown instanceof Error ? thrown.message : String(thrown)))
  }
  if (!isRecord(raw)) return fail(damaged(path, 'not an object'))
  const { format: name, version, ...rest } = raw
  if (name !== format.name) return fail(damaged(path, `format is ${JSON.stringify(name)}`))
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail(damaged(path, `version is ${JSON.stringify(version)}`))
  if (version > format.version) return fail(newer(path, version, format.version))
  let data: unknown = rest
  for (let at = version; at < format.version; at++) {
    const step = format.migrations[at]
    if (!step) throw new Error(`${format.name} has no migration from version ${at}`)
    data = step(data as Record<string, unknown>)
  }
  const parsed = format.schema.safeParse(data)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return fail(damaged(path, issue ? `${issue.path.join('.')}: ${issue.message}` : 'wrong shape'))
}

/** The text of a file whose data is written as plain JSON, two spaces deep. */
export const serializePlain = (name: string, version: number, data: object): string =>
  `${JSON.stringify({ format: name, version, ...data }, null, 2)}\n`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const damaged = (path: string, detail: string): AppError => ({
  code: 'store-damaged',
  message: `“${basename(path)}” is damaged and cannot be read.`,
  advice: 'It was not changed. Restore it from a copy, or go on without it.',
  path,
  detail,
})

const newer = (path: string, found: number, known: number): AppError => ({
  code: 'store-newer',
  message: `“${basename(path)}” was written by a newer Parallax.`,
  advice: 'Update Parallax to change it. Until then it is left as it is.',
  path,
  detail: `version ${found}; this Parallax knows up to ${known}`,
})
