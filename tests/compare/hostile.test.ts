// What nobody compares on purpose: nothing, the same twice, other languages, endless sentences. None
// may throw, or take more than its share.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleInput } from '../../src/compare/article.ts'
import { compareAlone, compareArticles } from '../../src/compare/compare.ts'
import type { Comparison } from '../../src/shared/model/comparison.ts'
import { articleOf } from './article-of.ts'

const ferry = [
  'The county ferry to Lindholm will stop running on 4 May because its engine is worn out.',
  'Captain Oskar Brenning said: “I have warned the county for eleven years.”',
  'A new vessel would cost 22 million crowns and take thirty months to build.',
]

/** What holds of every comparison. */
function expectSound(comparison: Comparison, inputs: readonly ArticleInput[]): void {
  const { articles, links, clusters, only, quotations, figures, keywords } = comparison
  expect(articles).toHaveLength(inputs.length)
  const within = (article: number, { start, end }: { start: number; end: number }): void => {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(inputs[article]?.text.length ?? -1)
  }
  for (const [article, { sentences }] of articles.entries()) {
    let last = 0
    for (const sentence of sentences) {
      within(article, sentence)
      expect(sentence.start).toBeGreaterThanOrEqual(last)
      last = sentence.end
    }
  }
  for (const { a, b, score } of links) {
    expect(a.article).toBeLessThan(b.article)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
    for (const { article, sentence } of [a, b]) {
      expect(articles[article]?.sentences[sentence]).toBeDefined()
      expect(articles[article]?.sentences[sentence]?.furniture).toBeUndefined()
    }
  }
  const members = clusters.flatMap((cluster) =>
    cluster.members.map(({ article, sentence }) => `${article} ${sentence}`),
  )
  expect(new Set(members).size).toBe(members.length)
  const linked = new Set(
    links.flatMap(({ a, b }) => [a, b].map((r) => `${r.article} ${r.sentence}`)),
  )
  for (const { article, sentence } of only) expect(linked.has(`${article} ${sentence}`)).toBe(false)
  for (const { variants } of quotations) for (const each of variants) within(each.article, each)
  for (const figure of figures) within(figure.article, figure)
  for (const { article, places } of keywords) for (const place of places) within(article, place)
}

const compare = (...inputs: readonly ArticleInput[]): Comparison => {
  const comparison = compareAlone(inputs)
  expectSound(comparison, inputs)
  return comparison
}

describe('a comparison', () => {
  it('of an empty article finds nothing there, and the other whole', () => {
    const { links, only } = compare(articleOf([]), articleOf(ferry))
    expect(links).toEqual([])
    expect(only.map(({ article }) => article)).toEqual([1, 1, 1])
  })

  it('of an article that is all furniture finds nothing', () => {
    const chrome = ferry.map((text) => ({ text, furniture: true as const }))
    const { links, quotations } = compare(articleOf(chrome), articleOf(ferry))
    expect(links).toEqual([])
    expect(
      quotations.flatMap(({ variants }) => variants).every(({ article }) => article === 1),
    ).toBe(true)
  })

  it('of texts without letters is sound', () => {
    compare(articleOf(['12 34 56.', '78, 90; 11!']), articleOf(['12 34 56.', '???', '— — —']))
  })

  it('of the same text twice has every sentence verbatim and nothing only here', () => {
    const { links, only, pairs } = compare(articleOf(ferry), articleOf(ferry))
    for (const sentence of ferry.keys())
      expect(links).toContainEqual(
        expect.objectContaining({
          a: { article: 0, sentence },
          b: { article: 1, sentence },
          kind: 'verbatim',
          tier: 'certain',
        }),
      )
    expect(only).toEqual([])
    expect(pairs[0]?.event).toBe('same')
  })

  it('of six panes of one text joins each sentence of all six', () => {
    const { clusters } = compare(...Array.from({ length: 6 }, () => articleOf(ferry)))
    expect(clusters).toHaveLength(ferry.length)
    for (const { members } of clusters) expect(members).toHaveLength(6)
  })

  it('of five panes of one text and an empty one joins the five', () => {
    const five = Array.from({ length: 5 }, () => articleOf(ferry))
    const { clusters, links, only } = compare(...five, articleOf([]))
    expect(clusters.map(({ members }) => members.length)).toEqual(ferry.map(() => 5))
    expect(links.some(({ b }) => b.article === 5)).toBe(false)
    expect(only).toEqual([])
  })

  it('across languages finds a quotation that was left as it was said', () => {
    const english = articleOf(ferry, { language: 'en' })
    const german = articleOf(
      ['Kapitän Oskar Brenning sagte: „I have warned the county for eleven years.“'],
      { language: 'de' },
    )
    const { pairs, links, quotations } = compare(german, english)
    expect(pairs[0]?.otherLanguage).toBe(true)
    expect(quotations.some(({ variants }) => variants.length === 2)).toBe(true)
    expect(links).toContainEqual(
      expect.objectContaining({
        ...{ a: { article: 0, sentence: 0 }, b: { article: 1, sentence: 1 } },
        tier: 'certain',
      }),
    )
  })

  it('across languages goes by figures and names alone, and says so', () => {
    const german = articleOf(
      [
        'Die Fähre nach Lindholm stellt den Betrieb ein, weil die Maschine verschlissen ist, teilte der Landkreis mit.',
        'Die Fahrpreise steigen um 22 Prozent, sagte Oskar Brenning am Montag.',
        'Die Kinder der Insel sollen in der Woche auf dem Festland wohnen.',
      ],
      { language: 'de' },
    )
    const english = articleOf(
      [...ferry.slice(0, 2), 'Captain Oskar Brenning said that fares will rise by 22 percent.'],
      { language: 'en' },
    )
    const { pairs, links, figures } = compare(german, english)
    expect(pairs[0]?.otherLanguage).toBe(true)
    for (const { tier, kind } of links) if (kind === 'same-fact') expect(tier).toBe('possible')
    expect(links).toContainEqual(
      expect.objectContaining({
        a: { article: 0, sentence: 1 },
        b: { article: 1, sentence: 2 },
      }),
    )
    expect(figures.some(({ article, kind }) => article === 0 && kind === 'number')).toBe(true)
  })

  it('of a sentence of 10,000 words with itself and with a short one is sound', () => {
    const words = Array.from({ length: 10_000 }, (_, at) => `word${at % 3_001}`).join(' ')
    const { links } = compare(articleOf([`${words}.`]), articleOf([`${words}.`]), articleOf(ferry))
    expect(links.some(({ a, b }) => a.article === 0 && b.article === 1)).toBe(true)
    const { explain } = compareArticles([articleOf([`${words}.`]), articleOf(ferry)])
    expect(explain({ article: 0, sentence: 0 }, { article: 1, sentence: 0 }).reasons).toBeDefined()
  })

  it('of a sentence of 5,000 numbers with another such is sound, and explained in short', () => {
    const listed = (from: number): ArticleInput =>
      articleOf([
        `${Array.from({ length: 5_000 }, (_, at) => `${from + at} boats`).join(' and ')}.`,
      ])
    const inputs = [listed(0), listed(2_500)]
    const { comparison, explain } = compareArticles(inputs)
    expect(comparison.figures.length).toBeGreaterThan(5_000)
    const why = explain({ article: 0, sentence: 0 }, { article: 1, sentence: 0 })
    expect(JSON.stringify([why.reasons, why.cautions]).length).toBeLessThan(5_000)
  }, 60_000)

  it('of 100,000 lines of one word with an article is sound', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `word${at % 5_003}`)
    expect(compare(articleOf([lines.join('\n')]), articleOf(ferry)).links).toEqual([])
  }, 60_000)

  it('of two articles of 100,000 words finds what they share', () => {
    const long = (outlet: string): ArticleInput =>
      articleOf(
        Array.from({ length: 2_000 }, (_, at) =>
          at % 40 === 7
            ? `The council of town${at} sold its mill to the tenants for ${at} million crowns after a long dispute.`
            : `${Array.from({ length: 48 }, (_, word) => `${outlet}${(at * 131 + word * 17) % 4_999}`).join(' ')}.`,
        ),
      )
    const { links } = compare(long('north'), long('south'))
    expect(links.filter(({ tier }) => tier === 'certain')).toHaveLength(50)
  }, 60_000)

  it('explains what is not there by nothing, and never fails on furniture or one article’s own', () => {
    const chrome = { text: 'Sign up now for our 12 letters.', furniture: true as const }
    const { explain } = compareArticles([articleOf([...ferry, chrome]), articleOf(ferry)])
    const nothing = { reasons: [], cautions: [], same: [] }
    const at = (article: number, sentence: number) => ({ article, sentence })
    for (const gone of [at(0, 99), at(7, 0), at(-1, 0), at(0, Number.NaN), at(0, 0.5)])
      expect(explain(gone, at(1, 0))).toEqual(nothing)
    expect(explain(at(0, 3), at(1, 0)).reasons.map(({ kind }) => kind)).not.toContain('best')
    expect(explain(at(0, 0), at(0, 1)).same).toBeDefined()
    expect(explain(at(0, 0), at(0, 0)).same).toHaveLength(1)
  })

  it('of any strings is sound', () => {
    const any = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(...ferry, '“', '”', '\u202e“أبجد”', '\ud800', '"a "b', '1.2.3 4%', '«Non»'),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(any, any, (first, second) => {
        compare(articleOf(first), articleOf(second))
      }),
      { numRuns: 200 },
    )
  })
})
