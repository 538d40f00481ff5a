// The closed set of things that can go wrong at a border. Each says what happened, to what, and
// what the user can do. Plain data: it crosses processes.
import { z } from 'zod'

export const errorCodes = [
  'bad-argument',
  'bad-sender',
  'changed',
  'damaged',
  'disk-full',
  'empty-file',
  'encrypted',
  'internal',
  'io',
  'is-folder',
  'library-changed',
  'locked',
  'no-permission',
  'no-text',
  'not-a-folder',
  'not-found',
  'not-open',
  'not-text',
  'parse-failed',
  'stopped',
  'store-damaged',
  'store-newer',
  'timed-out',
  'too-large',
  'unknown-call',
  'unsupported',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export const AppError = z.strictObject({
  code: z.enum(errorCodes),
  /** One sentence: what happened, to which file. */
  message: z.string(),
  /** One sentence: what the user can do. */
  advice: z.string(),
  /** The file or folder it is about. */
  path: z.string().optional(),
  /** For the curious and for bug reports; may be folded away. */
  detail: z.string().optional(),
})
export type AppError = Readonly<z.infer<typeof AppError>>
