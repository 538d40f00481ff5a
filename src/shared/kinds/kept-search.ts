// A search that the reader keeps under a name. Its query is kept as it was typed: what it means is read
// anew, so that it goes on finding what is added.
import { z } from 'zod'
import type { Kind } from './kind.ts'

export const KeptSearch = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  query: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type KeptSearch = Readonly<z.infer<typeof KeptSearch>>

export const keptSearchKind: Kind<KeptSearch> = {
  name: 'kept-search',
  nouns: ['kept search', 'kept searches'],
  home: { per: 'library', file: 'searches' },
  list: 'searches',
  schema: KeptSearch,
  keyOf: ({ id }) => id,
  fields: ['name', 'query'],
}
