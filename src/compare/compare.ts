// The comparison as a whole: articles in, what they share out. Pure; the same articles give the same
// answer every time, and another order of them changes nothing but the indices.
import type { Comparison, Link, PairVerdict } from '../shared/model/comparison.ts'
import type { ArticleInput } from './article.ts'
import type { Compared, ReadArticle } from './compared.ts'
import { explainPair } from './explain.ts'
import type { Block } from './facts/context.ts'
import { generalRarity } from './facts/general-rarity.ts'
import { probability } from './facts/logistic.ts'
import { factData, scoreFacts } from './facts/score-facts.ts'
import { factModel } from './facts/weights.ts'
import { differencesOf, placeFigures } from './figures/differences.ts'
import { findFigures } from './figures/figures.ts'
import { gateOf } from './gate.ts'
import { byPlace } from './judged-links.ts'
import { keywordsOf } from './keywords/keywords.ts'
import { linkTable } from './link-table.ts'
import { prepare } from './prepare/prepare.ts'
import { findQuotations } from './quotations/find-quotations.ts'
import { ledgerOf } from './quotations/ledger.ts'
import { withVerdicts } from './settle.ts'
import { linksWithoutWords } from './without-words.ts'
import { type WordingLink, wordingLinks } from './wording/wording-links.ts'

/** By how much both limits rise where the articles may be, or are, about different events. */
const raised: Readonly<Record<PairVerdict['event'], number>> = {
  same: 0,
  unsure: 1,
  different: 4,
}

/** Compares two to six articles. Never fails: one that is empty has no sentences. */
export function compareArticles(inputs: readonly ArticleInput[]): Compared {
  const articles = inputs.map(read)
  const ledger = ledgerOf(
    articles.map(({ prepared, quotations }) => ({ quotations, sentences: prepared.sentences })),
  )
  const couples = articles.flatMap((_, i) =>
    articles.slice(i + 1).map((_, k) => [i, i + 1 + k] as const),
  )
  const wording = new Map(
    couples.map(([i, j]) => [keyOf(i, j), wordingOf(articles[i], articles[j])]),
  )
  const pairs = couples.map(([a, b]): PairVerdict => {
    const certain = wording.get(keyOf(a, b))?.length ?? 0
    const [one, other] = [articles[a], articles[b]]
    if (!one || !other) throw new Error('a couple of articles that are not there')
    return { a, b, ...gateOf(one, other, { certain }) }
  })
  const certain = new Set(
    couples.flatMap(([i, j]) =>
      (wording.get(keyOf(i, j)) ?? []).map(({ a, b }) => `${i} ${a} ${j} ${b}`),
    ),
  )
  const byWords = pairs.filter(({ otherLanguage }) => !otherLanguage)
  const data = factData(
    articles,
    ledger,
    byWords.map(({ a, b }) => [a, b]),
    generalRarity(),
  )
  const blocks = scoreFacts(data, factModel, (i, a, j, b) => certain.has(`${i} ${a} ${j} ${b}`))
  const links = [
    ...couples.flatMap(([i, j]) =>
      (wording.get(keyOf(i, j)) ?? []).map((link) => certainLink(i, j, link)),
    ),
    ...blocks.flatMap((block) => factLinks(block, pairs, certain)),
    ...pairs
      .filter(({ otherLanguage }) => otherLanguage)
      .flatMap(({ a, b }) => linksWithoutWords(data.evidence, articles, a, b, certain)),
  ].sort(byPlace)
  const table = linkTable(
    articles.map(({ prepared }) => prepared.sentences.length),
    links,
  )
  const placed = placeFigures(articles.map(({ figures }) => figures))
  return {
    comparison: {
      articles: articles.map(({ input, prepared }) => ({
        textHash: input.textHash,
        language: input.language,
        sentences: prepared.sentences.map(({ start, end, furniture, title }) => ({
          start,
          end,
          ...(furniture && { furniture }),
          ...(title && { title }),
        })),
      })),
      pairs,
      links,
      quotations: ledger,
      figures: [...placed.figures],
      differences: differencesOf(links, placed),
      keywords: keywordsOf(articles.map(({ prepared }) => prepared)),
    },
    explain: (a, b) =>
      explainPair(
        { articles, ledger, pairs, data, linksOf: (ref) => Array.from(table.of(ref), table.link) },
        a,
        b,
      ),
  }
}

/** A comparison with no word of the reader's. */
export const compareAlone = (inputs: readonly ArticleInput[]): Comparison =>
  withVerdicts(compareArticles(inputs).comparison, [])

function read(input: ArticleInput): ReadArticle {
  const prepared = prepare(input)
  return {
    input,
    prepared,
    quotations: findQuotations(input),
    figures: findFigures(input, prepared),
  }
}

const keyOf = (i: number, j: number): string => `${i} ${j}`

const wordingOf = (a: ReadArticle | undefined, b: ReadArticle | undefined): WordingLink[] =>
  a && b ? wordingLinks(a.prepared, b.prepared, { a: a.quotations, b: b.quotations }) : []

const certainLink = (i: number, j: number, { a, b, kind, score }: WordingLink): Link => ({
  a: { article: i, sentence: a },
  b: { article: j, sentence: b },
  kind,
  tier: 'certain',
  score,
})

/** What the same-fact layer finds beyond the same words. */
function factLinks(
  { i, j, a, b, sums }: Block,
  pairs: readonly PairVerdict[],
  certain: ReadonlySet<string>,
): Link[] {
  const event = pairs.find((pair) => pair.a === i && pair.b === j)?.event ?? 'unsure'
  const possible = factModel.possible + raised[event]
  const sure = factModel.sure + raised[event]
  const links: Link[] = []
  for (let at = 0; at < sums.length; at++) {
    const [x = 0, y = 0, sum = 0] = [a[at], b[at], sums[at]]
    if (sum < possible || certain.has(`${i} ${x} ${j} ${y}`)) continue
    links.push({
      a: { article: i, sentence: x },
      b: { article: j, sentence: y },
      kind: 'same-fact',
      tier: sum >= sure ? 'sure' : 'possible',
      score: probability(sum - raised[event]),
    })
  }
  return links
}
