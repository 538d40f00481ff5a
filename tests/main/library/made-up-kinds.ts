// Two kinds of record that the app does not know: one of the library, one of each article.
import { z } from 'zod'
import type { Kind } from '../../../src/shared/kinds/kind.ts'
import { renamedFile } from '../../../src/shared/kinds/known-file.ts'
import { KnownFile } from '../../../src/shared/model/known-file.ts'

export interface Link {
  readonly id: string
  readonly from: KnownFile
  readonly to: KnownFile
  readonly label: string
  readonly weight: number
  readonly modified: string
}

/** Kept for the library, about two articles. */
export const linkKind: Kind<Link> = {
  name: 'link',
  nouns: ['link', 'links'],
  home: { per: 'library', file: 'links' },
  list: 'links',
  schema: z.strictObject({
    id: z.string(),
    from: KnownFile,
    to: KnownFile,
    label: z.string(),
    weight: z.number(),
    modified: z.string(),
  }),
  keyOf: ({ id }) => id,
  fields: ['label', 'weight'],
  names: ({ from, to }) => [from, to],
  renamed(link, renamed) {
    const [from, to] = [renamedFile(link.from, renamed), renamedFile(link.to, renamed)]
    return from === link.from && to === link.to ? link : { ...link, from, to }
  },
  within: (link) => (link.label.length > 10 ? { ...link, label: link.label.slice(0, 10) } : link),
}

interface Rating {
  readonly by: string
  readonly stars: number
  readonly modified: string
}

/** Kept beside an article's annotations. */
export const ratingKind: Kind<Rating> = {
  name: 'rating',
  nouns: ['rating', 'ratings'],
  home: { per: 'article' },
  list: 'ratings',
  schema: z.strictObject({ by: z.string(), stars: z.number(), modified: z.string() }),
  keyOf: ({ by }) => by,
  fields: ['stars'],
}
