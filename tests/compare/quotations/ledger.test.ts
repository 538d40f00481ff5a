import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ArticleInput } from '../../../src/compare/article.ts'
import { findQuotations } from '../../../src/compare/quotations/find-quotations.ts'
import { ledgerOf } from '../../../src/compare/quotations/ledger.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { Quotation } from '../../../src/shared/model/comparison.ts'
import { articleOf } from './articles.ts'

const ledger = (...articles: readonly ArticleInput[]): Quotation[] =>
  ledgerOf(
    articles.map((article) => ({
      quotations: findQuotations(article),
      sentences: article.blocks.map(({ start, end }) => ({ start, end })),
    })),
  )

const long = 'We cannot wait for somebody to be hurt, and we shall close the pier tonight,'

describe('a quotation cut differently is one entry', () => {
  it.each([
    ['the same', `“${long}” Varga said.`],
    ['its beginning', 'Varga said the town “cannot wait for somebody to be hurt.”'],
    ['its end', '“We shall close the pier tonight,” Varga said.'],
    ['cut in the middle', '“We cannot wait … and we shall close the pier tonight,” Varga said.'],
    ['with brackets', '“We cannot wait for somebody [in town] to be hurt,” Varga said.'],
    [
      'typed otherwise',
      '"We CANNOT wait for somebody to be hurt -- and we shall close the pier tonight," Varga said.',
    ],
    ['a few words', 'Nobody would be left “to be hurt tonight”: Varga said to “close the pier.”'],
  ])('%s', (_, other) => {
    const entries = ledger(articleOf(`“${long}” Varga said.`), articleOf(other))
    const [first] = entries
    expect(first?.words).toContain('cannot wait for somebody to be hurt')
    expect(new Set(first?.variants.map(({ article }) => article))).toEqual(new Set([0, 1]))
    expect(first?.speaker).toBe('Varga')
  })
})

it('lists what only one article quotes', () => {
  const entries = ledger(
    articleOf('“The pier is old,” Varga said.'),
    articleOf('Nothing was said.'),
  )
  expect(entries.map(({ words }) => words)).toEqual(['The pier is old,'])
})

it('keeps a short phrase of two people apart', () => {
  expect(
    ledger(articleOf('“Never again,” Varga said.'), articleOf('“Never again,” Adler said.')),
  ).toHaveLength(2)
})

it('takes a marked term in the plural for the same', () => {
  expect(
    ledger(articleOf('They met “wild pilots” there.'), articleOf('One “wild pilot” came.')),
  ).toHaveLength(1)
})

it('leaves titles of works out', () => {
  expect(ledger(articleOf('Her book “The Long Pier” sold.'))).toEqual([])
})

it('finds the same whatever the order of the articles', () => {
  const articles = [
    articleOf(`“${long}” Ines Varga said. She called it “a disgrace.”`),
    articleOf('The town “cannot wait for somebody to be hurt,” the mayor said.'),
    articleOf('“We shall close the pier tonight,” Varga said. It is “a disgrace.”'),
  ]
  const shape = (entries: readonly Quotation[]): string[] =>
    entries
      .map(({ words, speaker, variants }) =>
        [words, speaker, ...variants.map((variant) => variant.words).sort()].join(' | '),
      )
      .sort()
  expect(shape(ledger(...[...articles].reverse()))).toEqual(shape(ledger(...articles)))
})

const data = fileURLToPath(new URL('../../../../shared/data/stories/', import.meta.url))

interface Cluster {
  readonly cluster: string
  readonly articles: readonly { readonly file: string }[]
  readonly sharedQuotations?: readonly {
    readonly quote: string
    readonly files: readonly string[]
  }[]
}

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

it.skipIf(!existsSync(data))(
  'finds every quotation that real stories are known to share',
  async () => {
    const { clusters }: { clusters: readonly Cluster[] } = JSON.parse(
      readFileSync(`${data}stories.json`, 'utf8'),
    )
    const missed: string[] = []
    for (const { cluster, articles, sharedQuotations = [] } of clusters) {
      const files = articles.map(({ file }) => file)
      const read: ArticleInput[] = []
      for (const file of files) {
        const parsed = await parseArticle(readFileSync(`${data}${cluster}/${file}`), file)
        if (!parsed.ok) throw new Error(parsed.error.message)
        const { title, text, blocks } = parsed.value
        read.push({ ...articleOf(), title, text, blocks })
      }
      const entries = ledger(...read)
      for (const { quote, files: carriers } of sharedQuotations) {
        const holds = (words: string): boolean =>
          plain(words).includes(plain(quote)) || plain(quote).includes(plain(words))
        const isOne = entries.some(({ variants }) =>
          carriers.every((file) =>
            variants.some(({ article, words }) => article === files.indexOf(file) && holds(words)),
          ),
        )
        if (!isOne) missed.push(quote)
      }
    }
    expect(missed).toEqual([])
  },
)
