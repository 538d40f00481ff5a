// A comparison that is held: its pages make up the whole, and a patch makes what was read before into
// what would be read now.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareArticles } from '../../src/compare/compare.ts'
import type { Compared } from '../../src/compare/compared.ts'
import { type HeldComparison, holdComparison } from '../../src/compare/hold.ts'
import { type SentenceVerdict, withVerdicts } from '../../src/compare/settle.ts'
import { rowOfLine } from '../../src/shared/comparison/fact-row.ts'
import { counterpartsIn, keyOf } from '../../src/shared/comparison/look-up.ts'
import type { ComparisonPatch } from '../../src/shared/comparison/patch.ts'
import {
  listNames,
  type Match,
  type PageOf,
  type SectionPage,
  type SectionRequest,
} from '../../src/shared/comparison/sections.ts'
import type { WeightedStep } from '../../src/shared/comparison/step-chain.ts'
import {
  type ComparisonView,
  patchMatches,
  patchSteps,
  patchView,
  sentencesIn,
  tellersOf,
  tierOf,
} from '../../src/shared/comparison/view.ts'
import type { Link, SentenceRef, Tier } from '../../src/shared/model/comparison.ts'
import { articleOf } from './article-of.ts'

/** Every page of a section, in order. */
function pagesOf(held: HeldComparison, requestAt: (from: number) => SectionRequest): SectionPage[] {
  const pages: SectionPage[] = []
  for (let from: number | null = 0; from !== null; ) {
    const page = held.section(requestAt(from))
    pages.push(page)
    from = page.next
  }
  return pages
}

/** Items of a list, of all its pages. */
const listOf = (held: HeldComparison, section: (typeof listNames)[number]): unknown[] =>
  pagesOf(held, (from) => ({ section, from })).flatMap((page) =>
    'items' in page ? [...page.items] : [],
  )

const only = <Name extends SectionPage['section']>(
  name: Name,
  pages: readonly SectionPage[],
): PageOf<Name>[] => pages.filter((page): page is PageOf<Name> => page.section === name)

function viewOf(held: HeldComparison, revision = 0): ComparisonView {
  const head = held.head()
  return {
    id: 'x',
    revision,
    pairs: head.pairs,
    counts: head.counts,
    articles: head.articles.map(({ textHash, language, shares }, article) => {
      const marks = only(
        'marks',
        pagesOf(held, (from) => ({ section: 'marks', article, from })),
      )
      const places = pagesOf(held, (from) => ({ section: 'sentences', article, from }))
      return {
        ...{ textHash, language, shares },
        sentences: only('sentences', places).flatMap(sentencesIn),
        marks: {
          told: marks.flatMap(({ told }) => told),
          possibly: marks.flatMap(({ possibly }) => possibly),
          tiers: marks.flatMap(({ tiers }) => tiers),
        },
      }
    }),
  }
}

const matchesOf = (held: HeldComparison, of: SentenceRef): Match[] =>
  only(
    'matches',
    pagesOf(held, (from) => ({ section: 'matches', of, from })),
  ).flatMap(({ items }) => items)

const stepsOf = (held: HeldComparison, lead: number, follow: number): WeightedStep[] =>
  only(
    'steps',
    pagesOf(held, (from) => ({ section: 'steps', lead, follow, from })),
  ).flatMap(({ leads, follows, weights }) =>
    leads.map((each, at) => ({ lead: each, follow: follows[at] ?? 0, weight: weights[at] ?? 0 })),
  )

/** Three articles of a few sentences with links as drawn. */
const length = 8
const drawnLinks = fc.array(
  fc.record({
    pair: fc.constantFrom<[number, number]>([0, 1], [0, 2], [1, 2]),
    a: fc.nat(length - 1),
    b: fc.nat(length - 1),
    tier: fc.constantFrom<Tier>('certain', 'sure', 'possible'),
    score: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 40 },
)
const drawnVerdicts = fc.array(
  fc.record({
    pair: fc.constantFrom<[number, number]>([0, 1], [0, 2], [1, 2]),
    a: fc.nat(length - 1),
    b: fc.nat(length - 1),
    verdict: fc.constantFrom('yes' as const, 'no' as const, null),
  }),
  { minLength: 1, maxLength: 8 },
)

const sentence = (at: number) => ({
  start: at * 10,
  end: at * 10 + 9,
  ...(at === 0 && { title: true as const }),
  ...(at === length - 1 && { furniture: true as const }),
})

function comparedWith(drawn: readonly Link[]): Compared {
  const links = [
    ...new Map(drawn.map((link) => [`${keyOf(link.a)} ${keyOf(link.b)}`, link])).values(),
  ]
  const figures = [0, 1, 2].flatMap((article) =>
    Array.from({ length }, (_, at) => ({
      ...{ kind: 'number' as const, article, sentence: at, ...sentence(at) },
      ...{ text: `${article}${at}`, value: `${article}${at}` },
    })),
  )
  return {
    explain: () => ({ reasons: [], cautions: [], same: [] }),
    comparison: {
      articles: [0, 1, 2].map((article) => ({
        ...{ textHash: `${article}`, language: 'en' },
        sentences: Array.from({ length }, (_, at) => sentence(at)),
      })),
      ...{ pairs: [], links, quotations: [], keywords: [] },
      figures: figures.map(({ title: _, furniture: __, ...figure }) => figure),
      differences: links.map(({ a, b }) => ({
        ...{ kind: 'number' as const, differs: 'other' as const },
        ...{ a: a.article * length + a.sentence, b: b.article * length + b.sentence },
      })),
    },
  }
}

const toLink = ({
  pair,
  a,
  b,
  tier,
  score,
}: typeof drawnLinks extends fc.Arbitrary<(infer L)[]> ? L : never): Link => ({
  ...{ a: { article: pair[0], sentence: a }, b: { article: pair[1], sentence: b } },
  ...{ kind: 'same-fact', tier, score: score / 10 },
})

const all: readonly SentenceRef[] = [0, 1, 2].flatMap((article) =>
  Array.from({ length }, (_, at) => ({ article, sentence: at })),
)

/** A list without order, to be compared with another. */
const inAnyOrder = (list: readonly unknown[]): string[] =>
  list.map((each) => JSON.stringify(each)).sort()

/** What is left of a list after a change of it. */
const patched = (
  before: readonly unknown[],
  { gone, made }: { readonly gone: readonly unknown[]; readonly made: readonly unknown[] },
): string[] => {
  const left = new Set(gone.map((each) => JSON.stringify(each)))
  return [...inAnyOrder(before).filter((each) => !left.has(each)), ...inAnyOrder(made)].sort()
}

const bare = ({ cut: _, differing: __, ...link }: Match): Link => link

function linksAfter(before: readonly unknown[], { links, unlinked }: ComparisonPatch): string[] {
  const ends = (link: Pick<Link, 'a' | 'b'>) => `${keyOf(link.a)} ${keyOf(link.b)}`
  const changed = new Set([...links, ...unlinked].map(ends))
  const kept = (before as Link[]).filter((link) => !changed.has(ends(link)))
  return inAnyOrder([...kept, ...links.map(bare)])
}

describe('a comparison that is held', () => {
  it('gives in its pages what the method found, with verdicts as settling lays them', () => {
    fc.assert(
      fc.property(drawnLinks, drawnVerdicts, (drawn, words) => {
        const compared = comparedWith(drawn.map(toLink))
        const held = holdComparison(compared)
        const verdicts = verdictsOf(words)
        held.judge(verdicts)
        const whole = withVerdicts(compared.comparison, verdicts)
        for (const name of ['links', 'clusters', 'only'] as const)
          expect(listOf(held, name)).toEqual(whole[name])
        expect(held.head().counts.links).toBe(whole.links.length)
        for (const ref of all) {
          const links = whole.links.filter(
            ({ a, b, verdict }) => verdict !== 'no' && [keyOf(a), keyOf(b)].includes(keyOf(ref)),
          )
          const found = counterpartsIn(links, ref)
          const tellers = (tiers: readonly Tier[]) =>
            1 +
            new Set(
              found.filter(({ link }) => tiers.includes(link.tier)).map(({ ref }) => ref.article),
            ).size
          const view = viewOf(held)
          expect(tellersOf(view, ref, false)).toBe(tellers(['certain', 'sure']))
          expect(tellersOf(view, ref, true)).toBe(tellers(['certain', 'sure', 'possible']))
          const tiers = ['certain', 'sure', 'possible'] as const
          expect(tierOf(view, ref, true)).toBe(
            tiers.find((tier) => found.some(({ link }) => link.tier === tier)) ?? null,
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('tells by a patch what makes of the old sections the new ones, verdict after verdict', () => {
    fc.assert(
      fc.property(drawnLinks, drawnVerdicts, (drawn, words) => {
        const held = holdComparison(comparedWith(drawn.map(toLink)))
        for (const [at] of words.entries()) {
          const old = sectionsOf(held)
          const patch = held.judge(verdictsOf(words.slice(0, at + 1)))
          const fresh = sectionsOf(held)
          expect(linksAfter(old.links, patch)).toEqual(inAnyOrder(fresh.links))
          expect(patched(old.clusters, patch.clusters)).toEqual(inAnyOrder(fresh.clusters))
          expect(patched(old.only, patch.only)).toEqual(inAnyOrder(fresh.only))
          expect(patched(old.differences, patch.differences)).toEqual(inAnyOrder(fresh.differences))
          expect(patchView(old.view, 0, patch)).toEqual(fresh.view)
          // Laid on once more, it changes nothing.
          expect(patchView(fresh.view, 0, patch)).toEqual(fresh.view)
          for (const [place, ref] of all.entries()) {
            const after = patchMatches(old.matches[place] ?? [], ref, patch)
            expect(counterpartsIn(after, ref).map(({ link }) => link)).toEqual(fresh.matches[place])
          }
          const steps = patchSteps(old.view, old.steps, [0, 1], patch)
          expect(inAnyOrder(steps)).toEqual(inAnyOrder(fresh.steps))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives the rows of the fact table in parts that make up the whole, and finds a sentence in them', () => {
    const bridge = 'The Quay Street bridge was closed on Monday. Nobody was hurt there.'
    const held = holdComparison(
      compareArticles([bridge, bridge, 'Another thing.'].map((text) => articleOf([text]))),
    )
    const order = { section: 'rows', leading: 0, possible: true, filter: 'all' } as const
    const rowsAt = (from: number, count: number) => {
      const page = held.section({ ...order, from, count, holding: { article: 1, sentence: 1 } })
      if (page.section !== 'rows') throw new Error('another section')
      return page
    }
    const whole = rowsAt(0, 1_000)
    expect(whole.next).toBeNull()
    const parts = Array.from({ length: whole.total }, (_, from) => rowsAt(from, 1).rows).flat()
    expect(parts).toEqual(whole.rows)
    const row = rowOfLine(whole.rows[whole.place ?? -1] ?? [])
    expect(row.cells[1]?.passages).toContainEqual({ article: 1, sentence: 1 })
  })
})

describe('of six articles of 1,500 sentences', () => {
  const count = 1_500
  const held = holdComparison(manyLinks(count))

  it('a verdict sends a few thousand bytes, whatever else was found', () => {
    const whole = JSON.stringify(listOf(held, 'links')).length
    expect(whole).toBeGreaterThan(3_000_000)
    const [a, b] = [0, 1].map((article) => ({ article, sentence: 700 }))
    if (!a || !b) throw new Error('no sentences')
    for (const verdicts of [
      [{ a, b, verdict: 'no' as const }],
      [{ a, b, verdict: 'yes' as const }],
      [],
    ]) {
      const bytes = JSON.stringify(held.judge(verdicts)).length
      expect(bytes).toBeGreaterThan(200)
      expect(bytes).toBeLessThan(20_000)
    }
  })

  it('no answer is larger than a quarter of a megabyte', () => {
    const requests: ((from: number) => SectionRequest)[] = [
      ...listNames.map((section) => (from: number) => ({ section, from })),
      (from) => ({ section: 'sentences', article: 0, from }),
      (from) => ({ section: 'marks', article: 0, from }),
      (from) => ({ section: 'matches', of: { article: 0, sentence: 3 }, from }),
      (from) => ({ section: 'steps', lead: 0, follow: 1, from }),
    ]
    for (const requestAt of requests)
      for (const page of pagesOf(held, requestAt))
        expect(JSON.stringify(page).length).toBeLessThan(256 * 1024)
  })
})

/** Every sentence linked to its like, and to its neighbours' likes possibly. */
function manyLinks(count: number): Compared {
  const links: Link[] = []
  for (let i = 0; i < 6; i++)
    for (let j = i + 1; j < 6; j++)
      for (let at = 0; at < count; at++)
        for (const by of [0, 1, 2]) {
          if (at + by >= count) continue
          links.push({
            ...{ a: { article: i, sentence: at }, b: { article: j, sentence: at + by } },
            ...{ kind: 'same-fact', tier: by === 0 ? 'sure' : 'possible', score: 0.9 - by / 10 },
          })
        }
  return {
    explain: () => ({ reasons: [], cautions: [], same: [] }),
    comparison: {
      articles: Array.from({ length: 6 }, (_, article) => ({
        ...{ textHash: `${article}`, language: 'en' },
        sentences: Array.from({ length: count }, (_, at) => ({
          start: at * 80,
          end: at * 80 + 79,
        })),
      })),
      ...{ pairs: [], links, quotations: [], figures: [], differences: [], keywords: [] },
    },
  }
}

const sectionsOf = (held: HeldComparison) => ({
  links: listOf(held, 'links'),
  clusters: listOf(held, 'clusters'),
  only: listOf(held, 'only'),
  differences: listOf(held, 'differences'),
  view: viewOf(held),
  matches: all.map((ref) => matchesOf(held, ref)),
  steps: stepsOf(held, 0, 1),
})

/** What is said in the end: a later word on the same sentences counts, and null takes it back. */
function verdictsOf(
  words: readonly {
    readonly pair: readonly [number, number]
    readonly a: number
    readonly b: number
    readonly verdict: 'yes' | 'no' | null
  }[],
): SentenceVerdict[] {
  const said = new Map<string, SentenceVerdict>()
  for (const { pair, a: one, b: other, verdict } of words) {
    const a = { article: pair[0], sentence: one }
    const b = { article: pair[1], sentence: other }
    said.delete(`${keyOf(a)} ${keyOf(b)}`)
    if (verdict) said.set(`${keyOf(a)} ${keyOf(b)}`, { a, b, verdict })
  }
  return [...said.values()]
}
