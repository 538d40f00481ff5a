import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factRows } from '../../src/compare/fact-rows.ts'
import { settle } from '../../src/compare/settle.ts'
import { lineOf, rowOfLine } from '../../src/shared/comparison/fact-row.ts'
import { counterpartsIn, keyOf } from '../../src/shared/comparison/look-up.ts'
import type { Comparison, Link, SentenceRef, Tier } from '../../src/shared/model/comparison.ts'

/** Sentence `s` of article `a`, written `a.s`. */
const ref = (name: string): SentenceRef => {
  const [article, sentence] = name.split('.').map(Number)
  return { article: article ?? 0, sentence: sentence ?? 0 }
}

const link = (a: string, b: string, tier: Tier = 'sure', score = 0.8): Link => ({
  a: ref(a),
  b: ref(b),
  kind: 'same-fact',
  tier,
  score,
})

/** A comparison of articles with so many sentences each. */
function compared(lengths: readonly number[], links: readonly Link[]): Comparison {
  const articles = lengths.map((length) => ({
    textHash: '',
    language: null,
    sentences: Array.from({ length }, (_, at) => ({ start: at * 10, end: at * 10 + 9 })),
  }))
  const settled = settle(
    articles.map(({ sentences }) => sentences),
    links,
    [],
  )
  return {
    articles,
    pairs: [],
    links: [...settled.links],
    clusters: [...settled.clusters],
    only: [...settled.only],
    quotations: [],
    figures: [],
    differences: [],
    keywords: [],
  }
}

const rowsOf = (comparison: Comparison, leading = 0, possible = false) =>
  factRows(
    {
      sentences: comparison.articles.map(({ sentences }) => sentences),
      clusters: comparison.clusters,
      cluster: (at) =>
        comparison.clusters.find(({ members }) => members.some((each) => isAt(each, at))) ?? null,
      counterparts: (at) =>
        counterpartsIn(
          comparison.links.filter(({ a, b }) => isAt(a, at) || isAt(b, at)),
          at,
        ),
      possibleLinks: () => comparison.links.filter(({ tier }) => tier === 'possible'),
    },
    leading,
    possible,
  )

const isAt = (x: SentenceRef, y: SentenceRef): boolean => keyOf(x) === keyOf(y)

const names = (rows: readonly { readonly id: string }[]): string[] =>
  rows.map(({ id }) => id.replaceAll(' ', '.'))

describe('the rows of the fact table', () => {
  const bridge = compared([3, 3, 2], [link('0.0', '1.1'), link('1.1', '2.0'), link('0.2', '1.2')])

  test('hold every passage once, those that tell one thing together', () => {
    expect(names(rowsOf(bridge).all)).toEqual(['1.0', '0.0,1.1,2.0', '2.1', '0.1', '0.2,1.2'])
  })

  test('follow the order of the article that leads, and put the rest where it would stand', () => {
    expect(names(rowsOf(bridge, 1).all)).toEqual(['1.0', '0.0,1.1,2.0', '0.1', '2.1', '0.2,1.2'])
  })

  test('are counted as shared by all, only here, and missing here', () => {
    const { shared, only, missing } = rowsOf(bridge)
    expect(names(shared)).toEqual(['0.0,1.1,2.0'])
    expect(names(only)).toEqual(['0.1'])
    expect(missing).toEqual([])
    expect(names(rowsOf(bridge, 2).missing)).toEqual(['0.2,1.2'])
  })

  test('count as missing, of two articles, all that the other tells alone', () => {
    expect(names(rowsOf(compared([1, 2], [link('0.0', '1.1')])).missing)).toEqual(['1.0'])
  })

  test('say how surely each passage matches the others of its row', () => {
    const [row] = rowsOf(
      compared([1, 1, 1], [link('0.0', '1.0', 'certain'), link('1.0', '2.0', 'sure')]),
    ).all
    expect(row?.cells.map(({ tier }) => tier)).toEqual(['certain', 'certain', 'sure'])
  })

  test('hint at a possible match without showing it, and call nothing only here that has one', () => {
    const { all, only, missing } = rowsOf(compared([1, 1], [link('0.0', '1.0', 'possible')]))
    expect(all.map(({ cells }) => cells.map(({ hidden }) => hidden))).toEqual([
      [false, true],
      [true, false],
    ])
    expect(only).toEqual([])
    expect(missing).toEqual([])
  })

  test('join possible matches when they are shown, the best first', () => {
    const comparison = compared(
      [2, 1],
      [link('0.0', '1.0', 'possible', 0.4), link('0.1', '1.0', 'possible', 0.5)],
    )
    const { all } = rowsOf(comparison, 0, true)
    expect(names(all)).toContain('0.1,1.0')
    // The other one still shows what it may match, though that has a row already.
    const other = all.find(({ id }) => id === '0 0')
    expect(other?.cells[1]).toEqual({ passages: [ref('1.0')], tier: 'possible', hidden: false })
  })

  test('are the same after they have travelled', () => {
    const comparison = compared(
      [3, 2, 1],
      [
        link('0.0', '1.0', 'certain'),
        link('0.0', '2.0'),
        link('0.1', '1.1', 'possible', 0.4),
        link('0.2', '1.1', 'possible', 0.5),
      ],
    )
    for (const possible of [true, false]) {
      const { all } = rowsOf(comparison, 0, possible)
      expect(all.map((row) => rowOfLine(lineOf(row)))).toEqual(all)
    }
  })

  test('hold every sentence exactly once, whatever leads', () => {
    const sentence = fc.record({ article: fc.nat(2), sentence: fc.nat(5) })
    const links = fc.array(
      fc.record({ x: sentence, y: sentence, tier: fc.constantFrom('sure', 'possible') }),
    )
    fc.assert(
      fc.property(links, fc.nat(2), (drawn, leading) => {
        const comparison = compared(
          [6, 6, 6],
          drawn.flatMap(({ x, y, tier }) =>
            x.article < y.article
              ? [{ a: x, b: y, kind: 'same-fact' as const, tier: tier as Tier, score: 0.5 }]
              : [],
          ),
        )
        const told = rowsOf(comparison, leading).all.flatMap(({ cells }) =>
          cells.flatMap(({ passages }) => passages.map(keyOf)),
        )
        expect(told).toHaveLength(18)
        expect(new Set(told).size).toBe(18)
      }),
    )
  })
})
