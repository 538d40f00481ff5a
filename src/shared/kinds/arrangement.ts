// How a story is laid out: a record of its own, so that one machine's layout does not outdo another's
// new name.
import { z } from 'zod'
import { Arrangement } from '../model/settings.ts'
import { StoryId } from '../model/story.ts'
import type { Kind } from './kind.ts'

export const StoredArrangement = z.strictObject({
  /** Of the story. */
  id: StoryId,
  arrangement: Arrangement,
  modified: z.iso.datetime(),
})
export type StoredArrangement = Readonly<z.infer<typeof StoredArrangement>>

export const arrangementKind: Kind<StoredArrangement> = {
  name: 'arrangement',
  nouns: ['arrangement', 'arrangements'],
  home: { per: 'library', file: 'stories' },
  list: 'arrangements',
  schema: StoredArrangement,
  keyOf: ({ id }) => id,
  fields: ['arrangement'],
  exchange: 'own',
  renamed(record, renamed) {
    const { panes, pins } = record.arrangement
    const named = [...panes, ...pins.flatMap(({ a, b }) => [a, b])]
    if (!named.some(({ article }) => renamed.has(article))) return record
    return {
      ...record,
      arrangement: arrangementUnder(record.arrangement, (id) => renamed.get(id) ?? id),
    }
  },
}

/** An arrangement with the ids that its articles have now. */
export function arrangementUnder(
  arrangement: Arrangement,
  idOf: (id: string) => string,
): Arrangement {
  const moved = <T extends { readonly article: string }>(place: T): T => ({
    ...place,
    article: idOf(place.article),
  })
  return {
    ...arrangement,
    panes: arrangement.panes.map(moved),
    pins: arrangement.pins.map(({ a, b }) => ({ a: moved(a), b: moved(b) })),
  }
}
