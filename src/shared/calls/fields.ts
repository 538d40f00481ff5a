// Pieces that the arguments and results of several calls are made of.
import { z } from 'zod'

/** Of a call that takes nothing, or gives nothing. */
export const nothing = z.strictObject({})

/** A place, counted from 0: in a text (UTF-16 code units), or in a list. */
export const offset = z.number().int().nonnegative()

/** The text that offsets were taken from. Where the file holds another by now, they mean nothing. */
export const textHash = z.string().optional()

/** Bytes. Of a length that the largest file which is read comes to. */
export const Base64 = z
  .string()
  .max(72_000_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
