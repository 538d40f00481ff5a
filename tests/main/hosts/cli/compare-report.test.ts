// What `parallax compare` prints of a comparison.
import { describe, expect, it } from 'vitest'
import { asJson } from '../../../../src/main/hosts/cli/compare/as-json.ts'
import {
  type ComparedFile,
  type ComparedSet,
  percentOf,
} from '../../../../src/main/hosts/cli/compare/compared-set.ts'
import { inWords } from '../../../../src/main/hosts/cli/compare/in-words.ts'
import { tagMatrix } from '../../../../src/main/hosts/cli/compare/tag-matrix.ts'
import { Comparison } from '../../../../src/shared/model/comparison.ts'

const texts = [
  'A mill burns\nThe mill burned on Friday. “It went fast,” said Kolb. Thirty people came.\nSign up',
  'Mill destroyed\nThe mill burned down on Friday. “It went fast, very fast,” Kolb said. Some 40 came.',
]

const sentences = texts.map((text, article) => {
  const rows: { start: number; end: number; title?: true; furniture?: true }[] = []
  for (const match of text.matchAll(/[^\n]*?[.](?=\s|$)|[^\n]+/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const row = { start, end: match.index + match[0].length }
    if (rows.length === 0) rows.push({ ...row, title: true })
    else rows.push(match[0] === 'Sign up' ? { ...row, furniture: true } : row)
  }
  return { textHash: `${article}`, language: article === 0 ? 'en' : null, sentences: rows }
})

const at = (article: number, words: string) => {
  const start = texts[article]?.indexOf(words) ?? -1
  return { article, start, end: start + words.length }
}
const ref = (article: number, sentence: number) => ({ article, sentence })

const comparison = Comparison.parse({
  articles: sentences,
  pairs: [
    { a: 0, b: 1, event: 'unsure', score: 0.4, because: ['few names'], otherLanguage: false },
  ],
  links: [
    { a: ref(0, 1), b: ref(1, 1), kind: 'near', tier: 'certain', score: 0.9 },
    { a: ref(0, 2), b: ref(1, 2), kind: 'same-fact', tier: 'sure', score: 0.6, verdict: 'no' },
    { a: ref(0, 3), b: ref(1, 3), kind: 'same-fact', tier: 'possible', score: 0.4 },
  ],
  clusters: [{ members: [ref(0, 1), ref(1, 1)], tier: 'certain' }],
  only: [ref(0, 2), ref(1, 2)],
  quotations: [
    {
      words: 'It went fast, very fast,',
      speaker: 'Kolb',
      variants: [
        { ...at(0, 'It went fast,'), sentence: 2, words: 'It went fast,', speaker: null },
        {
          ...at(1, 'It went fast, very fast,'),
          ...{ sentence: 2, words: 'It went fast, very fast,', speaker: null },
        },
      ],
    },
  ],
  figures: [
    { kind: 'number', ...at(0, 'Thirty'), sentence: 3, text: 'Thirty', value: '30' },
    { kind: 'number', ...at(1, '40'), sentence: 3, text: '40', value: '40' },
  ],
  differences: [{ kind: 'number', a: 0, b: 1, differs: 'other' }],
  keywords: [
    {
      ...{ article: 1, term: 'destroyed', count: 1, elsewhere: 0, logLikelihood: 1, logRatio: 1 },
      places: [{ start: 5, end: 14 }],
    },
  ],
})

const file = (article: number, tagged: ComparedFile['tagged'] = []): ComparedFile => ({
  ...{ path: `${article}.txt`, title: `Title ${article}`, source: 'Herald', published: null },
  ...{ text: texts[article] ?? '', tagged },
})
const set: ComparedSet = {
  ...{ articles: [file(0), file(1)], comparison, hasTags: false, explanations: null },
}

describe('places in percent of an article', () => {
  it('count its own text alone: no headline, no furniture', () => {
    expect(percentOf(comparison, at(0, 'The mill'))).toBe(0)
    expect(percentOf(comparison, { article: 0, start: 0 })).toBe(0)
    expect(percentOf(comparison, at(0, 'Sign up'))).toBe(100)
    const half = percentOf(comparison, at(0, '“It went'))
    expect(half).toBeGreaterThan(20)
    expect(half).toBeLessThan(60)
  })
})

describe('a comparison as JSON', () => {
  const json = JSON.parse(JSON.stringify(asJson(set)))

  it('gives passages as ranges, without what the reader rejected', () => {
    expect(json.matches).toEqual([
      {
        ...{ a: at(0, 'The mill burned on Friday.'), b: at(1, 'The mill burned down on Friday.') },
        ...{ kind: 'near', tier: 'certain', score: 0.9 },
      },
      {
        ...{ a: at(0, 'Thirty people came.'), b: at(1, 'Some 40 came.') },
        ...{ kind: 'same-fact', tier: 'possible', score: 0.4 },
      },
    ])
    expect(json.only[0]).toEqual(at(0, '“It went fast,” said Kolb.'))
    expect(json.articles[0]).toMatchObject({ path: '0.txt', title: 'Title 0', language: 'en' })
    expect(json.articles[0].sentences.at(-1)).toEqual({
      ...{ start: texts[0]?.indexOf('Sign'), end: texts[0]?.length, furniture: true },
    })
  })

  it('says where in each article each shared passage stands', () => {
    expect(json.prominence).toEqual([
      { cluster: 0, article: 0, percent: [0] },
      { cluster: 0, article: 1, percent: [0] },
    ])
    expect(json.tags).toBeUndefined()
  })

  it('gives reasons where they were asked for', () => {
    const why = { reasons: [{ kind: 'best' as const }], cautions: [], same: [] }
    const told = JSON.parse(JSON.stringify(asJson({ ...set, explanations: [why, why] })))
    expect(told.matches[1]).toMatchObject(why)
  })
})

describe('a comparison in words', () => {
  it('says who has what, and how', () => {
    const report = inWords(set).join('\n')
    for (const words of [
      '1  Title 0 · Herald · 0.txt',
      '!  1 and 2 may be reports of different events (few names).',
      '2 of 2: 1, 2 (certain)',
      '1–2: nearly the same words, certain (0.90)',
      '1–2: the same in other words, possible (0.40)',
      '“It went fast, very fast,” (Kolb)',
      'as “It went fast,”',
      '1 “Thirty”  2 “40”  (number)',
      '2  destroyed (1 here, 0 elsewhere)  …Mill destroyed The mill',
    ])
      expect(report).toContain(words)
    expect(report).not.toContain('Tags')
  })

  it('says why, and what speaks against it', () => {
    const why = {
      reasons: [{ kind: 'best' as const }],
      cautions: [{ kind: 'denial' as const, word: 'not' }],
      same: [],
    }
    const report = inWords({ ...set, explanations: [why, why] }).join('\n')
    expect(report).toContain('because: Each is the most similar')
    expect(report).toContain('but: One of them denies')
  })

  it('says of articles in different languages, and of nothing found', () => {
    const pair = { a: 0, b: 1, score: 0, because: [], otherLanguage: true }
    const empty = Comparison.parse({
      ...{ articles: sentences, pairs: [{ ...pair, event: 'different' }] },
      ...{ links: [], clusters: [], only: [], quotations: [], figures: [], differences: [] },
      keywords: [],
    })
    const report = inWords({ ...set, comparison: empty }).join('\n')
    expect(report).toContain('1 and 2 are in different languages')
    expect(report).toContain('look like reports of different events.')
    expect(report).toContain('Quotations\n  none')
  })
})

describe('the tag matrix', () => {
  it('counts each tag in each article, with its passages and their places', () => {
    const burned = { ...at(0, 'burned'), tags: ['fire', 'act'] }
    const tagged = { ...set, hasTags: true, articles: [file(0, [burned]), file(1)] }
    const passage = { start: burned.start, end: burned.end, percent: expect.any(Number) }
    expect(tagMatrix(tagged)).toEqual(
      ['act', 'fire'].map((name) => ({
        name,
        articles: [
          { count: 1, passages: [passage] },
          { count: 0, passages: [] },
        ],
      })),
    )
    expect(inWords(tagged).join('\n')).toMatch(/^ {2}fire +1 +0$/m)
  })
})
