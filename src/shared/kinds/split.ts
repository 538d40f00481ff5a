// Which files the reader wants to see as one article for each that they hold.
import { z } from 'zod'
import { ArticleId } from '../model/library.ts'
import type { Kind } from './kind.ts'

export const Split = z.strictObject({
  /** Of the file as a whole. */
  article: ArticleId,
  /** To know the file again when the index is lost: where it was and what was in it. */
  path: z.string(),
  sha256: z.string(),
  /** False: shown as one again. */
  split: z.boolean(),
  modified: z.iso.datetime(),
})
export type Split = Readonly<z.infer<typeof Split>>

export const splitKind: Kind<Split> = {
  name: 'split',
  nouns: ['split file', 'split files'],
  home: { per: 'library', file: 'splits' },
  list: 'splits',
  schema: Split,
  keyOf: ({ article }) => article,
  fields: ['path', 'sha256', 'split'],
  names: ({ article, path, sha256 }) => [{ id: article, path, sha256 }],
  renamed(record, renamed) {
    const article = renamed.get(record.article)
    return article === undefined ? record : { ...record, article }
  },
}
