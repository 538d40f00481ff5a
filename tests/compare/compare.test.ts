// The comparison as a whole, on articles of our own and, where they lie beside the project, on the
// labelled stories.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compareAlone, compareArticles } from '../../src/compare/compare.ts'
import { parseArticle } from '../../src/main/reading/parse-article.ts'
import { Comparison, type Link } from '../../src/shared/model/comparison.ts'
import { articleOf } from './article-of.ts'

const herald = articleOf([
  'Council votes to close Alder bridge',
  'The city council voted 7 to 4 on Tuesday to close the Alder bridge to lorries from May.',
  'Engineers had found cracks in two of the bearings under the eastern pier, a report says.',
  '“We cannot wait for somebody to be hurt,” said Mayor Ines Varga.',
  'The library in Mill Lane opens on Sundays again.',
])
const courier = articleOf([
  'Alder bridge shut to lorries after narrow vote',
  'Lorries may not cross the Alder bridge from May, the council decided on Tuesday by 7 votes to 4.',
  'Mayor Ines Varga told the meeting: “We cannot wait for somebody to be hurt.”',
  'Cracked bearings were found beneath the eastern pier, according to the engineers’ report.',
  'Shopkeepers fear for their deliveries.',
])

const linked = (links: readonly Link[], a: number, b: number): Link | undefined =>
  links.find((link) => link.a.sentence === a && link.b.sentence === b)

describe('comparing two articles', () => {
  const comparison = compareAlone([herald, courier])

  it('gives what the model describes', () => {
    expect(() => Comparison.parse(comparison)).not.toThrow()
  })

  it('links the same quotation with certainty', () => {
    expect(linked(comparison.links, 3, 2)).toMatchObject({ kind: 'verbatim', tier: 'certain' })
  })

  it('links the same fact in other words', () => {
    expect(linked(comparison.links, 1, 1)).toBeDefined()
    expect(linked(comparison.links, 2, 3)).toBeDefined()
  })

  it('leaves alone what only one of them tells', () => {
    expect(comparison.only).toContainEqual({ article: 0, sentence: 4 })
    expect(comparison.only).toContainEqual({ article: 1, sentence: 4 })
  })

  it('gives the same answer again', () => {
    expect(compareAlone([herald, courier])).toEqual(comparison)
  })

  it('gives a repeated headline the links of the one it repeats', () => {
    const [headline = '', ...rest] = courier.text.split('\n\n')
    const twice = compareAlone([herald, articleOf([headline, headline, ...rest])])
    const of = (sentence: number): number[] =>
      twice.links.filter(({ b }) => b.sentence === sentence).map(({ a }) => a.sentence)
    expect(of(1)).toEqual(of(0))
  })

  it('says why two sentences match', () => {
    const { explain } = compareArticles([herald, courier])
    const { reasons, same } = explain({ article: 0, sentence: 2 }, { article: 1, sentence: 3 })
    expect(reasons.some(({ kind }) => kind === 'words' || kind === 'wording')).toBe(true)
    expect(same.length).toBeGreaterThan(0)
  })
})

describe('comparing odd articles', () => {
  it.each([
    ['an empty one', articleOf([''])],
    ['one of furniture', articleOf([{ text: 'Sign up for our newsletter', furniture: true }])],
    ['one without a letter', articleOf(['… — !'])],
  ])('finds nothing in %s', (_, odd) => {
    expect(compareAlone([herald, odd]).links).toEqual([])
  })

  it('links every sentence of an article to itself in a copy', () => {
    const { links } = compareAlone([herald, herald])
    for (const sentence of [1, 2, 3])
      expect(linked(links, sentence, sentence)?.tier).toBe('certain')
  })

  it('takes a sentence of ten thousand words', () => {
    const long = Array.from({ length: 10_000 }, (_, at) => `word${at % 3_000}`).join(' ')
    expect(() => compareAlone([herald, articleOf([`${long}.`])])).not.toThrow()
  })

  it('compares no sentences of different languages by their words', () => {
    const german = articleOf(['Der Rat hat die Alder-Brücke geschlossen.'], { language: 'de' })
    expect(compareAlone([herald, german]).pairs[0]?.otherLanguage).toBe(true)
  })
})

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'compare-dev')
const Truth = z.object({
  articles: z.record(
    z.string(),
    z.object({ sentences: z.array(z.tuple([z.number(), z.number()])) }),
  ),
  pairs: z.array(
    z.object({
      a: z.tuple([z.string(), z.number()]),
      b: z.tuple([z.string(), z.number()]),
      label: z.string(),
      confidence: z.string().optional(),
    }),
  ),
})
const outlets = ['fox', 'hpo', 'nyt']

// These stories taught the weights: the floors only tell that nothing was broken.
describe.runIf(existsSync(folder))('comparing the labelled stories', () => {
  it('finds as much as it did, and as little that is wrong', { timeout: 120_000 }, async () => {
    let [right, wrong, positives, sureRight, sureWrong] = [0, 0, 0, 0, 0]
    for (const id of readdirSync(folder)) {
      if (!existsSync(join(folder, id, 'truth.json'))) continue
      const truth = Truth.parse(JSON.parse(readFileSync(join(folder, id, 'truth.json'), 'utf8')))
      const inputs = []
      for (const outlet of outlets) {
        const name = `${outlet}.txt`
        const read = await parseArticle(readFileSync(join(folder, id, name)), name)
        if (read.ok) inputs.push(read.value)
      }
      const comparison = compareAlone(inputs)
      const place = (article: number, sentence: number): string => {
        const { start = 0, end = 0 } = comparison.articles[article]?.sentences[sentence] ?? {}
        const outlet = outlets[article] ?? ''
        const at = truth.articles[outlet]?.sentences.findIndex(([from, to]) => {
          const overlap = Math.min(to, end) - Math.max(from, start)
          return overlap >= Math.min(to - from, end - start) / 2
        })
        return `${outlet} ${at}`
      }
      const labels = new Map<string, number>()
      for (const { a, b, label, confidence } of truth.pairs) {
        const value = confidence === 'high' ? 1 : confidence || label === 'related' ? -1 : 0
        labels.set([a.join(' '), b.join(' ')].sort().join(), value)
        if (value === 1) positives++
      }
      for (const { a, b, tier } of comparison.links) {
        const key = [place(a.article, a.sentence), place(b.article, b.sentence)].sort().join()
        const label = labels.get(key) ?? 0
        if (label === 1) right++
        if (label === 0) wrong++
        if (tier !== 'possible' && label === 1) sureRight++
        if (tier !== 'possible' && label === 0) sureWrong++
      }
    }
    expect((2 * right) / (right + wrong + positives)).toBeGreaterThan(0.7)
    expect(sureRight / (sureRight + sureWrong)).toBeGreaterThan(0.95)
    expect(sureRight / positives).toBeGreaterThan(0.36)
  })
})
