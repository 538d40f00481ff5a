// Two states of one record come to the same on every machine, in whatever order they meet.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Entry,
  goneEntry,
  isLive,
  joinEntries,
  newEntry,
  withFields,
  withoutVersion,
} from '../../../src/shared/kinds/entry.ts'
import {
  nextStamp,
  type Stamp,
  setAt,
  stampOfTime,
  timeOf,
} from '../../../src/shared/kinds/stamp.ts'

const at = (second: number): number => Date.parse('2026-03-04T10:00:00.000Z') + second * 1_000
const stamp = (second: number, machine = 'a'): Stamp => nextStamp(at(second), machine, [])

const first = newEntry({ id: 'x', note: 'one', color: 'yellow' }, stamp(0))
const latest = (entry: Entry): Stamp[] =>
  isLive(entry)
    ? Object.values(entry.set).map((each) => each.split(' ')[0] ?? '')
    : [setAt(entry.deleted)]
const edit = (entry: Entry, fields: object, second: number, machine: string): Entry => {
  const now = nextStamp(at(second), machine, latest(entry))
  return isLive(entry)
    ? withFields(entry, { ...fields }, now)
    : newEntry({ ...first.data, ...fields }, now)
}
const remove = (entry: Entry, second: number, machine: string): Entry =>
  goneEntry(entry, nextStamp(at(second), machine, latest(entry)))
/** Without its first version, which the reader has looked at. */
const looked = (entry: Entry): Entry => {
  const [version] = versionsOf(entry)
  return isLive(entry) && version ? withoutVersion(entry, version.field, version.stamp) : entry
}
const dataOf = (entry: Entry) => (isLive(entry) ? entry.data : null)
const versionsOf = (entry: Entry) => (isLive(entry) ? entry.versions : [])

describe('a stamp', () => {
  it('comes after all that it has to, whatever the clock says', () => {
    const ahead = stamp(3_600, 'b')
    expect(nextStamp(at(0), 'a', [ahead]) > ahead).toBe(true)
    let last = ahead
    for (let n = 0; n < 50_000; n++) {
      const next = nextStamp(at(0), 'a', [last])
      if (next <= last) throw new Error(`${next} is not after ${last}`)
      last = next
    }
    expect(timeOf(last) >= timeOf(ahead)).toBe(true)
  })

  it('says the time when the clock is ahead of what it has seen', () => {
    expect(timeOf(nextStamp(at(5), 'a', [stamp(1)]))).toBe('2026-03-04T10:00:05.000Z')
  })

  it('stays comparable at the end of time', () => {
    const end = stampOfTime('9999-12-31T23:59:59.999Z')
    expect(nextStamp(at(0), 'a', [end]) > end).toBe(true)
  })
})

describe('two edits of one record', () => {
  it('of different fields both live', () => {
    const here = edit(first, { note: 'two' }, 1, 'a')
    const there = edit(first, { color: 'red' }, 2, 'b')
    expect(dataOf(joinEntries(here, there))).toEqual({ id: 'x', note: 'two', color: 'red' })
  })

  it('of the same field keep the later, and the other as a version', () => {
    const here = edit(first, { note: 'two' }, 1, 'a')
    const there = edit(first, { note: 'three' }, 2, 'b')
    const joined = joinEntries(here, there)
    expect(dataOf(joined)).toMatchObject({ note: 'three' })
    expect(versionsOf(joined)).toEqual([{ field: 'note', value: 'two', stamp: stamp(1) }])
  })

  it('one in knowledge of the other leave no version', () => {
    const here = edit(first, { note: 'two' }, 1, 'a')
    const there = edit(here, { note: 'three' }, 2, 'b')
    expect(versionsOf(joinEntries(here, there))).toEqual([])
    expect(versionsOf(joinEntries(there, first))).toEqual([])
  })

  it('keep a version while the reader writes on, until it is looked at, on every machine', () => {
    const joined = joinEntries(
      edit(first, { note: 'two' }, 1, 'a'),
      edit(first, { note: 'three' }, 2, 'b'),
    )
    const further = edit(joined, { note: 'four' }, 3, 'a')
    expect(versionsOf(further)).toHaveLength(1)
    if (!isLive(further)) throw new Error('it is gone')
    const looked = withoutVersion(further, 'note', stamp(1))
    expect(versionsOf(looked)).toEqual([])
    expect(versionsOf(joinEntries(looked, joined))).toEqual([])
    expect(versionsOf(joinEntries(joined, looked))).toEqual([])
    expect(dataOf(joinEntries(joined, looked))).toMatchObject({ note: 'four' })
  })

  it('an edit that a deletion did not know of outlives it, whatever the clocks say', () => {
    const there = remove(first, 3_600, 'b')
    const here = edit(first, { note: 'two' }, 1, 'a')
    expect(dataOf(joinEntries(here, there))).toMatchObject({ note: 'two' })
    expect(dataOf(joinEntries(there, here))).toMatchObject({ note: 'two' })
  })

  it('a deletion holds against what was set before it, and against a clock that is ahead', () => {
    const ahead = edit(first, { note: 'later' }, 3_600, 'b')
    const gone = remove(ahead, 1, 'a')
    expect(dataOf(joinEntries(gone, ahead))).toBeNull()
    expect(dataOf(joinEntries(gone, edit(ahead, { note: 'again' }, 7_200, 'b')))).toMatchObject({
      note: 'again',
    })
  })
})

const act = fc.record({
  machine: fc.constantFrom(0, 1, 2),
  second: fc.integer({ min: 1, max: 60 }),
  does: fc.oneof(
    fc.record({ field: fc.constantFrom('note', 'color'), value: fc.constantFrom('p', 'q', 'r') }),
    fc.constant('remove' as const),
    fc.constant('look' as const),
    fc.constantFrom('from 0' as const, 'from 1' as const, 'from 2' as const),
  ),
})

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Three machines that start from one state, each with a clock of its own, and now and then sync. */
function play(acts: readonly Act[]): Entry[] {
  const machines: Entry[] = [first, first, first]
  for (const { machine, second, does } of acts) {
    const mine = machines[machine] ?? first
    const name = ['a', 'b', 'c'][machine] ?? 'a'
    if (does === 'remove') machines[machine] = remove(mine, second, name)
    else if (does === 'look') machines[machine] = looked(mine)
    else if (typeof does === 'string') {
      machines[machine] = joinEntries(machines[Number(does.slice(5))] ?? first, mine)
    } else machines[machine] = edit(mine, { [does.field]: does.value }, second, name)
  }
  return machines
}

describe('joining', () => {
  it('comes to the same whichever comes first, and adds nothing when done again', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const [a = first, b = first] = play(acts)
        const joined = joinEntries(a, b)
        expect(joinEntries(b, a)).toEqual(joined)
        expect(joinEntries(joined, a)).toEqual(joined)
        expect(joinEntries(joined, b)).toEqual(joined)
      }),
      { numRuns: 1_000 },
    )
  })

  it('leaves three machines equal after each has met the others', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 24 }), (acts) => {
        const [a = first, b = first, c = first] = play(acts)
        const one = joinEntries(joinEntries(a, b), c)
        const two = joinEntries(joinEntries(c, a), b)
        // What each then has goes round once more.
        expect(joinEntries(one, two)).toEqual(joinEntries(two, one))
        expect(dataOf(joinEntries(one, two))).toEqual(dataOf(joinEntries(two, one)))
      }),
      { numRuns: 1_000 },
    )
  })

  it('loses no value that nobody has seen replaced', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('p', 'q'),
        fc.constantFrom('r', 's'),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (one, other, first_, second_) => {
          const joined = joinEntries(
            edit(first, { note: one }, first_, 'a'),
            edit(first, { note: other }, second_, 'b'),
          )
          const values = [dataOf(joined)?.note, ...versionsOf(joined).map(({ value }) => value)]
          expect(values.sort()).toEqual([one, other].sort())
        },
      ),
    )
  })

  it('of what is there comes to the same, versions and all, however three states are brought together', () => {
    const isKept = ({ does }: Act): boolean => does !== 'remove'
    fc.assert(
      fc.property(fc.array(act.filter(isKept), { maxLength: 16 }), (acts) => {
        const [a = first, b = first, c = first] = play(acts)
        const joined = joinEntries(joinEntries(a, b), c)
        expect(joinEntries(a, joinEntries(b, c))).toEqual(joined)
        expect(joinEntries(joinEntries(c, a), b)).toEqual(joined)
        expect(joinEntries(joinEntries(b, c), joinEntries(a, a))).toEqual(joined)
        expect(joinEntries(joined, b)).toEqual(joined)
      }),
      { numRuns: 1_000 },
    )
  })

  it('leaves three machines equal, in whatever order they meet, once each has heard of all', () => {
    const pair = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }))
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 16 }),
        fc.array(pair, { maxLength: 6 }),
        (acts, met) => {
          const machines = play(acts)
          const meet = ([one, other]: readonly [number, number]): void => {
            const joined = joinEntries(machines[one] ?? first, machines[other] ?? first)
            machines[one] = joined
            machines[other] = joined
          }
          for (const each of met) meet(each)
          for (let round = 0; round < 3; round++)
            for (const each of [
              [0, 1],
              [1, 2],
              [2, 0],
            ] as const)
              meet(each)
          expect(machines[1]).toEqual(machines[0])
          expect(machines[2]).toEqual(machines[0])
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
