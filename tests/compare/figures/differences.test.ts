import { describe, expect, it } from 'vitest'
import { differencesOf, placeFigures } from '../../../src/compare/figures/differences.ts'
import { findFigures } from '../../../src/compare/figures/figures.ts'
import { conflictingFigures, sameFigures } from '../../../src/compare/figures/same.ts'
import type { Link } from '../../../src/shared/model/comparison.ts'
import { articleOf } from '../article-of.ts'

const published = '2026-03-05'

const figuresOf = (text: string) => findFigures(articleOf([text], { published }))

/** What is told to differ where each article has the one sentence, and these are linked. */
function differences(a: string, b: string, link: Partial<Link> = {}): string[] {
  const placed = placeFigures([figuresOf(a), figuresOf(b)])
  const links: Link[] = [
    {
      a: { article: 0, sentence: 0 },
      b: { article: 1, sentence: 0 },
      kind: 'same-fact',
      tier: 'sure',
      score: 0.9,
      ...link,
    },
  ]
  return differencesOf(links, placed).map(
    ({ a: x, b: y, differs }) =>
      `${placed.figures[x]?.text} / ${placed.figures[y]?.text}: ${differs}`,
  )
}

describe('figures of corresponding sentences', () => {
  it.each<[string, string, string[]]>([
    ['Fares rose by 30%.', 'Fares rose by a third.', ['30% / a third: other']],
    [
      'Fares rose for 30% of riders.',
      'Fares rose for three in ten.',
      ['30% / three in ten: wording'],
    ],
    ['Fares rose by 30%.', 'Fares rose by 30 percent.', []],
    ['Fares rose by 33%.', 'Fares rose by a third.', ['33% / a third: wording']],
    ['Then 7 councillors left.', 'Then five councillors left.', ['7 / five: other']],
    ['Then 7 councillors left.', 'Then seven councillors left.', []],
    ['Then 7 councillors left.', 'Then five mayors left.', []],
    ['The dam cost $5 million.', 'The dam cost $6 million.', ['$5 million / $6 million: other']],
    ['The dam cost $5 million.', 'The dam cost £6 million.', []],
    ['The road is 5 km long.', 'The road is 3 miles long.', ['5 km / 3 miles: wording']],
    ['About 40 boats sank.', 'In all 42 boats sank.', ['40 / 42: wording']],
    ['More than 40 boats sank.', 'In all 45 boats sank.', ['40 / 45: wording']],
    ['At least 40 boats sank.', 'At least 43 boats sank.', ['40 / 43: other']],
    ['The dam cost $5 million.', 'The dam cost $43,000.', []],
    ['He said on Tuesday it closed.', 'It closed on Wednesday.', []],
    ['More than 40 boats sank.', 'In all 30 boats sank.', ['40 / 30: other']],
    ['It failed, 7 to 5 in the vote.', 'It failed in a 5-7 vote.', []],
    ['It failed in a 7-5 vote.', 'It failed in an 8-4 vote.', ['7-5 / 8-4: other']],
    ['It closed on Tuesday.', 'It closed on Wednesday.', ['Tuesday / Wednesday: other']],
    ['It closed on Tuesday.', 'It closed on March 3.', []],
    ['It closed on March 3.', 'It closed in March.', []],
    ['It closed in 2019.', 'It closed in 2018.', ['2019 / 2018: other']],
    ['It closed at 6:30 p.m.', 'It closed at 7 p.m.', ['6:30 p.m. / 7 p.m.: other']],
    [
      'It was signed by Secretary James Lind.',
      'It was signed by Secretary Jim Lind.',
      ['James Lind / Jim Lind: wording'],
    ],
    [
      'It was signed by Defense Secretary James Lind.',
      'It was signed by General James Lind.',
      ['James Lind / James Lind: wording'],
    ],
    [
      'It was signed by Mayor Ines Varga.',
      'It was signed by Mayor Ada Lind.',
      ['Ines Varga / Ada Lind: other'],
    ],
    ['It was signed by Senator Ines Varga.', 'It was signed by Senator Ada Lind.', []],
    ['Two boats and 30 cars sank.', 'Two boats and 40 cars sank.', ['30 / 40: other']],
    ['The dams cost $5 million and $7 million.', 'The dams cost $6 million and $8 million.', []],
  ])('%s %s', (a, b, expected) => {
    expect(differences(a, b)).toEqual(expected)
  })

  it('counts nothing of links that are only possible or that the reader rejected', () => {
    const [a, b] = ['Then 7 councillors left.', 'Then 5 councillors left.']
    expect(differences(a, b, { tier: 'possible' })).toEqual([])
    expect(differences(a, b, { verdict: 'no' })).toEqual([])
    expect(differences(a, b, { tier: 'possible', verdict: 'yes' })).toHaveLength(1)
  })

  it('are the same from either side', () => {
    const pairs = [
      ['About 40 boats sank on Tuesday.', 'In all 42 boats sank on Wednesday.'],
      ['Fares rose by 30%.', 'Fares rose by a third.'],
    ] as const
    for (const [a, b] of pairs) {
      const [x, y] = [figuresOf(a), figuresOf(b)]
      expect(sameFigures(x, y)).toHaveLength(sameFigures(y, x).length)
      expect(conflictingFigures(x, y)).toHaveLength(conflictingFigures(y, x).length)
    }
  })
})
