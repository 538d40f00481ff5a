// Lines of a grouped list equal what a plain walk through its groups gives.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesOf } from '../../../src/renderer/library/list-lines.ts'
import type { RowGroup } from '../../../src/shared/model/rows.ts'

type Line = { readonly group: number } | { readonly place: number }

/** Groups of so many rows each, some of them folded. */
function made(counts: readonly number[], folded: readonly boolean[]) {
  const groups: RowGroup[] = []
  const walked: Line[] = []
  let start = 0
  for (const [at, count] of counts.entries()) {
    groups.push({ key: `${at}`, start, count })
    walked.push({ group: at })
    if (!folded[at]) for (let row = 0; row < count; row++) walked.push({ place: start + row })
    start += count
  }
  const lines = linesOf(start, groups, ({ key }) => folded[Number(key)] === true)
  return { groups, walked, lines, total: start }
}

const anyGroups = fc.record({
  counts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
  folded: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
})

it('has a heading over the rows of each group, and none of the rows that are put away', () =>
  fc.assert(
    fc.property(anyGroups, ({ counts, folded }) => {
      const { groups, walked, lines } = made(counts, folded)
      expect(lines.total).toBe(walked.length)
      for (const [line, one] of walked.entries()) {
        expect(lines.groupAt(line)).toEqual('group' in one ? groups[one.group] : null)
        expect(lines.placeAt(line)).toBe('place' in one ? one.place : null)
      }
    }),
  ))

it('finds each row at its line, or under the heading that it is put away under', () =>
  fc.assert(
    fc.property(anyGroups, ({ counts, folded }) => {
      const { groups, walked, lines, total } = made(counts, folded)
      for (let place = 0; place < total; place++) {
        const at = groups.findIndex(({ start, count }) => place < start + count)
        const line = walked.findIndex((one) =>
          folded[at] ? 'group' in one && one.group === at : 'place' in one && one.place === place,
        )
        expect(lines.lineOf(place)).toBe(line)
        expect(lines.groupOf(place)).toBe(at)
        expect(lines.lineOfGroup(`${at}`)).toBe(
          walked.findIndex((one) => 'group' in one && one.group === at),
        )
      }
    }),
  ))

it('gives the places between two lines, in as few ranges as there are', () =>
  fc.assert(
    fc.property(anyGroups, fc.nat(40), fc.nat(40), ({ counts, folded }, one, other) => {
      const { walked, lines } = made(counts, folded)
      const [first, last] = [Math.min(one, other), Math.max(one, other)]
      const seen = walked
        .slice(first, last + 1)
        .flatMap((line) => ('place' in line ? [line.place] : []))
      const ranges = lines.placesIn(first, last)
      const found = ranges.flatMap((range) =>
        Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at),
      )
      expect(found).toEqual(seen)
      for (const [at, range] of ranges.entries())
        expect(range.first).toBeGreaterThan((ranges[at - 1]?.last ?? -2) + 1)
    }),
  ))

it('is the rows themselves where there are no groups', () => {
  const lines = linesOf(50_000, [], () => false)
  expect(lines.total).toBe(50_000)
  expect(lines.placeAt(40_000)).toBe(40_000)
  expect(lines.placesIn(3, 40_000)).toEqual([{ first: 3, last: 40_000 }])
  expect(linesOf(0, [], () => false).placesIn(0, 0)).toEqual([])
})
