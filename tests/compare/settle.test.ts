import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle } from '../../src/compare/settle.ts'
import type { Cluster, Link, SentenceRef, Tier } from '../../src/shared/model/comparison.ts'

const ref = (name: string): SentenceRef => ({
  article: name.charCodeAt(0) - 97,
  sentence: Number(name.slice(1)),
})
const nameOf = ({ article, sentence }: SentenceRef): string =>
  `${String.fromCharCode(97 + article)}${sentence}`

/** `link('a1', 'b2', 0.9)` */
const link = (a: string, b: string, score = 0.9, tier: Tier = 'sure'): Link => ({
  ...{ a: ref(a), b: ref(b), kind: 'same-fact', tier, score },
})
const word = (a: string, b: string, verdict: 'yes' | 'no') => ({ a: ref(a), b: ref(b), verdict })

const articles = (count: number, length = 30) =>
  Array.from({ length: count }, () =>
    Array.from({ length }, (_, at) => ({ start: at * 10, end: at * 10 + 9 })),
  )
const rows = (clusters: readonly Cluster[]): string[] =>
  clusters.map(({ members }) => members.map(nameOf).join(' '))
const rowsOf = (links: readonly Link[], verdicts: Parameters<typeof settle>[2] = []): string[] =>
  rows(settle(articles(6), links, verdicts).clusters)

describe('rows of what articles tell alike', () => {
  it('join what is linked surely, and leave out what is only possible', () => {
    expect(rowsOf([link('a1', 'b2'), link('a5', 'b6', 0.5, 'possible')])).toEqual(['a1 b2'])
  })

  it('join three articles by two links, since a third may be missed', () => {
    expect(rowsOf([link('a1', 'b1'), link('b1', 'c1')])).toEqual(['a1 b1 c1'])
  })

  it('do not chain: of a row of four, each linked to the next only, the surest two are joined', () => {
    const chain = [link('a1', 'b1', 0.95), link('b1', 'c1', 0.9), link('c1', 'd1', 0.93)]
    expect(rowsOf(chain)).toEqual(['a1 b1', 'c1 d1'])
  })

  it('do not take in at the end of a row what only its last member tells', () => {
    const chain = [link('a1', 'b1', 0.95), link('b1', 'c1', 0.94), link('c1', 'd1', 0.85)]
    expect(rowsOf(chain)).toEqual(['a1 b1 c1'])
  })

  it('join the four once more of them are linked to each other', () => {
    const chain = [link('a1', 'b1', 0.95), link('b1', 'c1', 0.94), link('c1', 'd1', 0.85)]
    expect(rowsOf([...chain, link('b1', 'd1', 0.83)])).toEqual(['a1 b1 c1 d1'])
  })

  it('count what is only possible for a third of a link', () => {
    const chain = [link('a1', 'b1', 0.95), link('b1', 'c1', 0.94), link('c1', 'd1', 0.85)]
    const once = [...chain, link('a1', 'd1', 0.5, 'possible')]
    expect(rowsOf(once)).toEqual(['a1 b1 c1'])
    expect(rowsOf([...once, link('b1', 'd1', 0.5, 'possible')])).toEqual(['a1 b1 c1 d1'])
  })

  it('leave out the neighbour of a passage that corresponds to one of three others only', () => {
    const names = ['a1', 'b1', 'c1', 'd1']
    const all = names.flatMap((x, at) => names.slice(at + 1).map((y) => link(x, y)))
    expect(rowsOf([...all, link('a2', 'b1', 0.8)])).toEqual(['a1 b1 c1 d1'])
    const twice = [...all, link('a2', 'b1', 0.8), link('a2', 'c1', 0.79)]
    expect(rowsOf(twice)).toEqual(['a1 a2 b1 c1 d1'])
  })

  it('take two sentences of one article for one passage only where they are close together', () => {
    expect(rowsOf([link('a1', 'b1'), link('a2', 'b1')])).toEqual(['a1 a2 b1'])
    expect(rowsOf([link('a1', 'b1', 0.95), link('a9', 'b1')])).toEqual(['a1 b1'])
  })

  it('say of the weakest link how surely', () => {
    const { clusters } = settle(
      articles(3),
      [link('a1', 'b1', 1, 'certain'), link('b1', 'c1'), link('a5', 'b5', 1, 'certain')],
      [],
    )
    expect(clusters.map(({ tier }) => tier)).toEqual(['sure', 'certain'])
  })
})

describe('the reader’s word', () => {
  it('joins what was only possible, and what was not found at all', () => {
    const links = [link('a1', 'b2', 0.5, 'possible')]
    expect(rowsOf(links, [word('a1', 'b2', 'yes'), word('a7', 'b20', 'yes')])).toEqual([
      'a1 b2',
      'a7 b20',
    ])
  })

  it('joins sentences of one article that are far apart', () => {
    expect(rowsOf([link('a1', 'b1', 0.95)], [word('a20', 'b1', 'yes')])).toEqual(['a1 a20 b1'])
  })

  it('parts what was linked, also where others would join it again', () => {
    const links = [link('a1', 'b1', 0.95), link('b1', 'c1', 0.9), link('a1', 'c1', 0.8)]
    expect(rowsOf(links, [word('a1', 'c1', 'no')])).toEqual(['a1 b1'])
  })
})

const tiers: readonly Tier[] = ['certain', 'sure', 'possible']
/** Links of up to six articles, no two with the same score. */
const someLinks = fc
  .uniqueArray(
    fc
      .tuple(fc.nat(4), fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.nat(3), fc.nat(2))
      .map(([a, s, more, t, tier]) => ({
        ...{ a: { article: a, sentence: s }, b: { article: Math.min(5, a + more), sentence: t } },
        tier: tiers[tier] ?? 'sure',
      })),
    { selector: ({ a, b }) => nameOf(a) + nameOf(b), maxLength: 60 },
  )
  .map((all) =>
    all.map(({ a, b, tier }, at): Link => ({ a, b, kind: 'same-fact', tier, score: 1 - at / 100 })),
  )
const someVerdicts = fc.uniqueArray(
  fc
    .tuple(fc.nat(4), fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.nat(3), fc.boolean())
    .map(([a, s, more, t, yes]) => ({
      ...{ a: { article: a, sentence: s }, b: { article: Math.min(5, a + more), sentence: t } },
      verdict: yes ? ('yes' as const) : ('no' as const),
    })),
  { selector: ({ a, b }) => nameOf(a) + nameOf(b), maxLength: 12 },
)

describe('whatever the links', () => {
  const found = (links: readonly Link[], verdicts: Parameters<typeof settle>[2]) =>
    settle(articles(6, 8), links, verdicts).clusters

  it('no row holds two sentences that the reader parted', () => {
    fc.assert(
      fc.property(someLinks, someVerdicts, (links, verdicts) => {
        for (const { members } of found(links, verdicts)) {
          const names = new Set(members.map(nameOf))
          for (const { a, b, verdict } of verdicts)
            if (verdict === 'no') expect(names.has(nameOf(a)) && names.has(nameOf(b))).toBe(false)
        }
      }),
    )
  })

  it('what the reader confirmed is in one row, where nothing was parted', () => {
    fc.assert(
      fc.property(someLinks, someVerdicts, (links, verdicts) => {
        const confirmed = verdicts.filter(({ verdict }) => verdict === 'yes')
        const clusters = found(links, confirmed).map(({ members }) => members.map(nameOf))
        for (const { a, b } of confirmed)
          expect(
            clusters.some((names) => names.includes(nameOf(a)) && names.includes(nameOf(b))),
          ).toBe(true)
      }),
    )
  })

  it('each sentence is in one row at most, and each row of two articles at least', () => {
    fc.assert(
      fc.property(someLinks, someVerdicts, (links, verdicts) => {
        const clusters = found(links, verdicts)
        const names = clusters.flatMap(({ members }) => members.map(nameOf))
        expect(new Set(names).size).toBe(names.length)
        for (const { members } of clusters)
          expect(new Set(members.map(({ article }) => article)).size).toBeGreaterThan(1)
      }),
    )
  })

  it('the order of the links changes nothing', () => {
    fc.assert(
      fc.property(someLinks, someVerdicts, (links, verdicts) => {
        expect(found([...links].reverse(), [...verdicts].reverse())).toEqual(found(links, verdicts))
      }),
    )
  })

  it('the order of the articles changes nothing but the order of the rows', () => {
    fc.assert(
      fc.property(someLinks, (links) => {
        const turned = ({ article, sentence }: SentenceRef): SentenceRef => ({
          ...{ article: 5 - article, sentence },
        })
        const back = found(
          links.map((each) => ({ ...each, a: turned(each.b), b: turned(each.a) })),
          [],
        ).map(({ members }) =>
          members
            .map((member) => nameOf(turned(member)))
            .sort()
            .join(' '),
        )
        const plain = found(links, []).map(({ members }) => members.map(nameOf).sort().join(' '))
        expect(back.sort()).toEqual(plain.sort())
      }),
    )
  })
})
