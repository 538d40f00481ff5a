// Which encoding the reader wants a file to be read with, in place of the one that was found.
import { z } from 'zod'
import { encodingNames } from '../encodings.ts'
import { ArticleId } from '../model/library.ts'
import type { Kind } from './kind.ts'

export const EncodingChoice = z.strictObject({
  /** Of the file as a whole. */
  article: ArticleId,
  /** To know the file again when the index is lost: where it was and what was in it. */
  path: z.string(),
  sha256: z.string(),
  /** Null: as found. */
  encoding: z.enum(encodingNames).nullable(),
  modified: z.iso.datetime(),
})
export type EncodingChoice = Readonly<z.infer<typeof EncodingChoice>>

export const encodingKind: Kind<EncodingChoice> = {
  name: 'encoding',
  nouns: ['choice of encoding', 'choices of encoding'],
  home: { per: 'library', file: 'encodings' },
  list: 'encodings',
  schema: EncodingChoice,
  keyOf: ({ article }) => article,
  fields: ['path', 'sha256', 'encoding'],
  names: ({ article, path, sha256 }) => [{ id: article, path, sha256 }],
  renamed(record, renamed) {
    const article = renamed.get(record.article)
    return article === undefined ? record : { ...record, article }
  },
}
