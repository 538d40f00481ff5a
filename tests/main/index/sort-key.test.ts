// Keys order names as people do, which is what the collator says wherever it tells two names apart.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKey } from '../../../src/main/index/sort-key.ts'

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
const sorted = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => byBytes(sortKey(a), sortKey(b)))

describe('the key of a name', () => {
  it.each([
    [['2.txt', '10.txt', '100.txt']],
    [['Äpfel', 'apple', 'Apricot', 'Zebra']],
    [['Elan', 'élan vital', 'Elba']],
    [['Masse', 'Maße', 'Massen']],
    [['“Quote”', '1984', 'Zoo', 'Ωμέγα', 'Журнал', '大橋']],
    [['a', 'a b', 'ab']],
    [['part 9', 'part 009b', 'part 10']],
  ])('orders %j', (names) => expect(sorted([...names].reverse())).toEqual(names))

  it('says the same as the collator of names of letters, digits and spaces', () => {
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    const char = fc.constantFrom(...'abzABZéÉüñ 019жЖω-_.')
    const name = fc.string({ unit: char, minLength: 1, maxLength: 8 }).map((text) => text.trim())
    fc.assert(
      fc.property(name, name, (a, b) => {
        const said = collator.compare(a, b)
        if (said !== 0) expect(Math.sign(byBytes(sortKey(a), sortKey(b)))).toBe(Math.sign(said))
      }),
      { numRuns: 2_000 },
    )
  })
})
