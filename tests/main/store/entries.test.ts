import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entries, joinLists, sumOf } from '../../../src/main/store/entries.ts'
import type { Entry } from '../../../src/shared/kinds/entry.ts'
import { stampOfTime } from '../../../src/shared/kinds/stamp.ts'

/** Stamps go up, so that of two states of a record the later holds. */
const entryOf = (n: number): Entry => ({
  deleted: null,
  data: { n },
  set: { '*': stampOfTime(new Date(Date.UTC(2026, 2, 4) + n).toISOString()) },
  versions: [],
})

const listOf = (from: number, to: number): Entries =>
  new Map(Array.from({ length: to - from }, (_, at) => [`k${from + at}`, entryOf(at % 900)]))

const plain = (entries: Entries): [string, Entry][] => [...entries]

describe('A list of entries', () => {
  test('with a few laid over is the same as one that was copied', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 150 }), { maxLength: 6 }),
        (rounds) => {
          let layered: Entries = listOf(0, 400)
          const copied = new Map(layered)
          for (const keys of rounds) {
            const some = new Map(keys.map((n) => [`k${n}`, entryOf((n * 7) % 900)] as const))
            for (const [key, entry] of some) {
              const before = copied.get(key)
              copied.set(
                key,
                before
                  ? (joinLists(new Map([[key, entry]]), new Map([[key, before]])).get(key) ?? entry)
                  : entry,
              )
            }
            layered = joinLists(some, layered)
          }
          expect(layered.size).toBe(copied.size)
          expect(plain(layered)).toEqual(plain(copied))
          expect([...layered.keys()]).toEqual([...copied.keys()])
          expect([...layered.values()]).toEqual([...copied.values()])
          for (const key of ['k0', 'k399', 'k400', 'k700', 'k701'])
            expect([layered.has(key), layered.get(key)]).toEqual([copied.has(key), copied.get(key)])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('stays what it was when another is made of it', () => {
    const first = listOf(0, 400)
    const second = joinLists(listOf(390, 410), first)
    joinLists(listOf(500, 510), second)
    expect([first.size, second.size]).toEqual([400, 410])
  })

  test('weighs each entry of a long list once, however often it is asked after a change', () => {
    let weighed = 0
    const weigh = (): number => {
      weighed++
      return 1
    }
    let entries = listOf(0, 5_000)
    sumOf(entries, weigh)
    for (let n = 0; n < 100; n++) {
      entries = joinLists(listOf(5_000 + n, 5_001 + n), entries)
      expect(sumOf(entries, weigh)).toBe(5_001 + n)
    }
    expect(weighed).toBeLessThan(5_000 + 100 * 101)
  })
})
