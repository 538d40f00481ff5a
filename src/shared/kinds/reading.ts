// How far the reader is with an article: new until something else is said. Names its article as stories
// do, so that it is found again when its file has changed.
import { z } from 'zod'
import { KnownFile } from '../model/known-file.ts'
import { readingStates } from '../search/ast.ts'
import type { Kind } from './kind.ts'
import { renamedFile } from './known-file.ts'

export const Reading = z.strictObject({
  article: KnownFile,
  state: z.enum(readingStates),
  modified: z.iso.datetime(),
})
export type Reading = Readonly<z.infer<typeof Reading>>

export const readingKind: Kind<Reading> = {
  name: 'reading',
  nouns: ['reading state', 'reading states'],
  home: { per: 'library', file: 'reading' },
  list: 'readings',
  schema: Reading,
  keyOf: ({ article }) => article.id,
  fields: ['state'],
  names: ({ article }) => [article],
  renamed(record, renamed) {
    const article = renamedFile(record.article, renamed)
    return article === record.article ? record : { ...record, article }
  },
  shown: true,
  indexed: true,
}
