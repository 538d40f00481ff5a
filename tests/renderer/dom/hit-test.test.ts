import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationsAt, nextInCycle } from '../../../src/renderer/dom/hit-test.ts'

describe('annotationsAt', () => {
  it('finds every annotation over an offset, the smallest first', () => {
    const pair = fc.tuple(fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(fc.array(pair), fc.nat(60), (pairs, offset) => {
        const list = pairs.map(([start, end], id) => ({ id, start, end }))
        const found = annotationsAt(list, offset)
        const expected = list.filter(({ start, end }) => start <= offset && end > offset)
        expect(new Set(found)).toEqual(new Set(expected))
        found.forEach((one, index) => {
          const next = found[index + 1]
          if (next) expect(next.end - next.start).toBeGreaterThanOrEqual(one.end - one.start)
        })
      }),
    )
  })
})

describe('nextInCycle', () => {
  it('goes round', () => {
    expect(nextInCycle(['a', 'b'], null)).toBe('a')
    expect(nextInCycle(['a', 'b'], 'a')).toBe('b')
    expect(nextInCycle(['a', 'b'], 'b')).toBe('a')
    expect(nextInCycle(['a', 'b'], 'gone')).toBe('a')
    expect(nextInCycle([], 'a')).toBeNull()
  })
})
