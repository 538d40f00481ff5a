// A kept search joins as every record does: its name and its query each for themselves.
import { describe, expect, it } from 'vitest'
import { isLive, joinEntries, newEntry, withFields } from '../../../src/shared/kinds/entry.ts'
import { KeptSearch, keptSearchKind } from '../../../src/shared/kinds/kept-search.ts'
import { nextStamp } from '../../../src/shared/kinds/stamp.ts'

const time = '2026-03-04T10:00:00.000Z'
const search: KeptSearch = {
  id: '0b6e0a4e-8f0b-4a53-9d0e-0d5f6f0a1c11',
  name: 'Tolls',
  query: 'toll* -tag:opinion',
  created: time,
  modified: time,
}
const stamp = (second: number, machine: string) =>
  nextStamp(Date.parse(time) + second * 1_000, machine, [])

describe('a kept search', () => {
  it('lies in a file of its own kind, by its id', () => {
    expect(keptSearchKind.home).toEqual({ per: 'library', file: 'searches' })
    expect(keptSearchKind.keyOf(search)).toBe(search.id)
    expect(keptSearchKind.schema.parse(search)).toEqual(search)
  })

  it('keeps a query as it was typed, also one that reads as nothing', () => {
    for (const query of ['', 'before:', '((', ' a ']) {
      const kept = KeptSearch.parse({ ...search, query })
      expect(kept.query).toBe(query)
    }
  })

  it('that is renamed here and changed there has both', () => {
    const { modified: _, ...data } = search
    const first = newEntry(data, stamp(0, 'a'))
    const joined = joinEntries(
      withFields(first, { name: 'Bridge tolls' }, stamp(1, 'a')),
      withFields(first, { query: 'toll' }, stamp(2, 'b')),
    )
    expect(isLive(joined) && joined.data).toMatchObject({ name: 'Bridge tolls', query: 'toll' })
    expect(isLive(joined) && Object.keys(joined.set)).toEqual(
      expect.arrayContaining([...keptSearchKind.fields]),
    )
  })
})
