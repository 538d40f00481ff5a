// An article that the store names outside of its own file, with what it is known again by when the
// cache is lost.
import { z } from 'zod'
import { ArticleId } from './library.ts'

export const KnownFile = z.strictObject({
  id: ArticleId,
  /** Relative to the library, with `/`, when last saved. Of a part: of its file. */
  path: z.string(),
  sha256: z.string(),
  /** Of one of several articles in a file: which file, and which of them, from 0. */
  part: z.strictObject({ file: ArticleId, index: z.number().int().nonnegative() }).optional(),
})
export type KnownFile = Readonly<z.infer<typeof KnownFile>>
