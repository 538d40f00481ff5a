// A search that the reader keeps under a name. Its query is kept as it was typed: what it means is read
// anew, so that it goes on finding what is added.
import { z } from 'zod'
import { limits } from '../model/limits.ts'
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
  within(search) {
    const name = search.name.trim().slice(0, limits.searchNameLength) || 'Search without a name'
    const query = search.query.slice(0, limits.queryLength)
    return name === search.name && query === search.query ? search : { ...search, name, query }
  },
  shown: true,
}
