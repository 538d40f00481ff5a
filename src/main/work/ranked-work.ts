// The work with files in the order of its ranks, each piece done apart by whoever is handed in. What
// comes back is untrusted: it was made by code that has just read a file nobody here wrote.
import { basename } from 'node:path'
import { z } from 'zod'
import { encodingNames } from '../../shared/encodings.ts'
import { AppError } from '../../shared/errors.ts'
import { ParsedArticle } from '../../shared/model/article.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { FileOrder, FileWork } from './file-work.ts'
import { createScheduler, type Order, type Rank, type SchedulerOptions } from './scheduler.ts'
import type { WorkRequest } from './work.ts'

export interface RankedWorkOptions extends SchedulerOptions {
  /**
   * Does one piece. When the signal is aborted it ends as soon as it can, with any answer. Fails with
   * what the reading says, `timed-out`, `too-large` or `parse-failed`.
   */
  readonly run: (request: WorkRequest, signal: AbortSignal, rank: Rank) => Promise<unknown>
}

const Picture = z.strictObject({ mime: z.string(), bytes: z.instanceof(Uint8Array) }).nullable()
const Encodings = z.strictObject({
  found: z.string(),
  previews: z.array(
    z.strictObject({ encoding: z.enum(encodingNames), words: z.string(), bad: z.number().int() }),
  ),
})
const CleanHtml = z.strictObject({
  document: z.string(),
  title: z.string().nullable(),
  text: z.string(),
})

const answerOf = <T>(value: z.ZodType<T>): z.ZodType<Result<T>> =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: AppError }),
  ])

const answers = {
  article: answerOf(ParsedArticle),
  parts: answerOf(z.array(ParsedArticle)),
  picture: answerOf(Picture),
  encodings: answerOf(Encodings),
  clean: answerOf(CleanHtml),
}

export function createRankedWork({ run, ...limits }: RankedWorkOptions): FileWork {
  const scheduler = createScheduler<unknown>(limits)

  const ask = async <T>(
    request: WorkRequest,
    schema: z.ZodType<Result<T>>,
    { state, encoding: _, ...order }: FileOrder = {},
  ): Promise<Result<T>> => {
    const path = subjectOf(request)
    const answer = await scheduler.run({
      ...order,
      key: state === undefined ? null : JSON.stringify([request, state]),
      run: (signal, rank) => run(request, signal, rank),
      stopped: () => fail(stopped(path)),
    })
    const parsed = schema.safeParse(answer)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return fail(unreadable(path, `answer: ${issue?.path.join('.')}: ${issue?.message}`))
  }

  return {
    readArticle: (path, part = null, order?: FileOrder) =>
      ask({ kind: 'article', path, part, ...chosenIn(order) }, answers.article, order),
    readParts: (path, order) =>
      ask({ kind: 'parts', path, ...chosenIn(order) }, answers.parts, order),
    readPicture: (path, part, index, order?: Order) =>
      ask({ kind: 'picture', path, part, index }, answers.picture, order),
    readEncodings: (path, order) => ask({ kind: 'encodings', path }, answers.encodings, order),
    cleanHtml: (html, order) => ask({ kind: 'clean', html }, answers.clean, order),
    close: () => scheduler.close(),
  }
}

const chosenIn = ({ encoding }: FileOrder = {}) => (encoding === undefined ? {} : { encoding })

/** What a request is about, for messages. */
export const subjectOf = (request: WorkRequest): string =>
  request.kind === 'clean' ? 'clipboard' : request.path

export const stopped = (path: string): AppError => ({
  code: 'stopped',
  message: `Reading “${basename(path)}” was stopped.`,
  advice: 'Open it again to read it.',
  path,
})

/** @param detail for the curious */
export const unreadable = (path: string, detail: string): AppError => ({
  code: 'parse-failed',
  message: `“${basename(path)}” could not be read.`,
  advice: 'Save it again as plain text or as a web page, and try that.',
  path,
  detail,
})
