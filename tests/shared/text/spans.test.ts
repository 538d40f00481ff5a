import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip, flatten } from '../../../src/shared/text/spans.ts'

describe('flatten', () => {
  it('gives nothing for nothing and for empty spans', () => {
    expect(flatten([])).toEqual([])
    expect(flatten([{ id: 'a', start: 3, end: 3 }])).toEqual([])
  })

  it('cuts overlapping spans where they begin and end', () => {
    expect(
      flatten([
        { id: 'short', start: 4, end: 6 },
        { id: 'long', start: 0, end: 10 },
        { id: 'crossing', start: 5, end: 12 },
      ]),
    ).toEqual([
      { start: 0, end: 4, ids: ['long'] },
      { start: 4, end: 5, ids: ['long', 'short'] },
      { start: 5, end: 6, ids: ['long', 'crossing', 'short'] },
      { start: 6, end: 10, ids: ['long', 'crossing'] },
      { start: 10, end: 12, ids: ['crossing'] },
    ])
  })

  it('leaves gaps open and keeps neighbours apart', () => {
    expect(
      flatten([
        { id: 'c', start: 8, end: 9 },
        { id: 'b', start: 2, end: 4 },
        { id: 'a', start: 0, end: 2 },
      ]),
    ).toEqual([
      { start: 0, end: 2, ids: ['a'] },
      { start: 2, end: 4, ids: ['b'] },
      { start: 8, end: 9, ids: ['c'] },
    ])
  })

  it('orders spans of one length by start, then by id', () => {
    const spans = [
      { id: 'b', start: 0, end: 4 },
      { id: 'c', start: 1, end: 5 },
      { id: 'a', start: 0, end: 4 },
    ]
    expect(flatten(spans)[1]?.ids).toEqual(['a', 'b', 'c'])
    expect(flatten([...spans].reverse())).toEqual(flatten(spans))
  })

  it('says of every offset which spans lie over it, in sorted, disjoint segments', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (pairs) => {
        const spans = pairs.map(([start, end], index) => ({ id: `s${index}`, start, end }))
        const segments = flatten(spans)
        segments.forEach((segment, index) => {
          expect(segment.end).toBeGreaterThan(segment.start)
          expect(segment.start).toBeGreaterThanOrEqual(segments[index - 1]?.end ?? 0)
        })
        for (let at = 0; at < 40; at++) {
          const here = segments.find(({ start, end }) => at >= start && at < end)
          const expected = spans.filter(({ start, end }) => at >= start && at < end)
          expect([...(here?.ids ?? [])].sort()).toEqual(expected.map(({ id }) => id).sort())
        }
      }),
    )
  })

  it('flattens 20,000 spans in well under a second', () => {
    const spans = Array.from({ length: 20_000 }, (_, index) => ({
      id: String(index),
      start: index * 5,
      end: index * 5 + 5 + (index % 17),
    }))
    const before = performance.now()
    flatten(spans)
    expect(performance.now() - before).toBeLessThan(800)
  })
})

describe('clip', () => {
  it('keeps what lies in the range', () => {
    const segments = flatten([
      { id: 'a', start: 0, end: 10 },
      { id: 'b', start: 12, end: 20 },
    ])
    expect(clip(segments, 5, 14)).toEqual([
      { start: 5, end: 10, ids: ['a'] },
      { start: 12, end: 14, ids: ['b'] },
    ])
    expect(clip(segments, 10, 12)).toEqual([])
  })
})
