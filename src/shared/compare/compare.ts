// The comparison as a whole: articles in, what they share out. Pure; the same articles give the same
// answer every time.
import type { Comparison, Explanation, Link, Sentence, SentenceRef } from '../model/comparison.ts'
import type { ArticleInput } from './article.ts'
import { settle } from './settle.ts'

/** What is found without the reader's word; `settle` adds that. */
export type RawComparison = Omit<Comparison, 'clusters' | 'only'>

export interface Compared {
  readonly comparison: RawComparison
  /** Why two sentences were, or were not, linked. */
  explain(a: SentenceRef, b: SentenceRef): Explanation
}

/** Compares two to six articles. Never fails: one that is empty has no sentences. */
export function compareArticles(articles: readonly ArticleInput[]): Compared {
  const sentences = articles.map(sentencesOf)
  const bags = articles.map(({ text }, article) =>
    (sentences[article] ?? []).map((sentence) => bagOf(text, sentence)),
  )
  const frequency = new Map<string, number>()
  for (const bag of bags.flat())
    for (const word of bag) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const total = bags.flat().length
  const weight = (word: string): number =>
    Math.log((total + 1) / ((frequency.get(word) ?? 0) + 0.5))
  const sum = (bag: Iterable<string>): number => {
    let all = 0
    for (const word of bag) all += weight(word)
    return all
  }
  const shared = (x: ReadonlySet<string>, y: ReadonlySet<string>): string[] =>
    [...x].filter((word) => y.has(word))
  const links: Link[] = []
  for (let i = 0; i < articles.length; i++)
    for (let j = i + 1; j < articles.length; j++)
      for (const [s, x] of (bags[i] ?? []).entries())
        for (const [t, y] of (bags[j] ?? []).entries()) {
          if (x.size < 3 || y.size < 3) continue
          const score = sum(shared(x, y)) / Math.sqrt(sum(x) * sum(y) || 1)
          if (score < 0.3) continue
          links.push({
            a: { article: i, sentence: s },
            b: { article: j, sentence: t },
            kind: score > 0.85 ? 'verbatim' : score > 0.65 ? 'near' : 'same-fact',
            tier: score > 0.65 ? 'certain' : score > 0.42 ? 'sure' : 'possible',
            score: Math.min(1, score),
          })
        }
  return {
    comparison: {
      articles: articles.map(({ textHash, language }, article) => ({
        textHash,
        language,
        sentences: sentences[article] ?? [],
      })),
      pairs: articles.flatMap((_, a) =>
        articles.slice(a + 1).map((_, k) => ({
          a,
          b: a + 1 + k,
          event: 'same' as const,
          score: 1,
          because: [],
          otherLanguage: false,
        })),
      ),
      links,
      quotations: [],
      figures: [],
      differences: [],
      keywords: [],
    },
    explain(a, b) {
      const x = bags[a.article]?.[a.sentence] ?? new Set<string>()
      const y = bags[b.article]?.[b.sentence] ?? new Set<string>()
      const words = shared(x, y).sort((v, w) => weight(w) - weight(v))
      return { reasons: words.length > 0 ? [{ kind: 'words', words }] : [], cautions: [], same: [] }
    },
  }
}

/** A comparison with no word of the reader's. */
export function compareAlone(articles: readonly ArticleInput[]): Comparison {
  const { comparison } = compareArticles(articles)
  const { clusters, only, links } = settle(
    comparison.articles.map(({ sentences }) => sentences),
    comparison.links,
    [],
  )
  return { ...comparison, links: [...links], clusters: [...clusters], only: [...only] }
}

function sentencesOf({ text, blocks }: ArticleInput): Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return blocks.flatMap(({ start, end, furniture, role }) =>
    [...segmenter.segment(text.slice(start, end))].flatMap(({ segment, index }) => {
      const from = start + index + (segment.length - segment.trimStart().length)
      const words = segment.trim()
      if (words === '') return []
      const chrome = furniture && role !== 'title' && role !== 'subtitle'
      return [
        {
          start: from,
          end: from + words.length,
          ...(chrome && { furniture: true as const }),
          ...(role === 'title' && { title: true as const }),
        },
      ]
    }),
  )
}

const bagOf = (text: string, { start, end, furniture }: Sentence): ReadonlySet<string> =>
  new Set(
    furniture
      ? []
      : text
          .slice(start, end)
          .toLowerCase()
          .match(/[\p{L}\p{N}]{4,}/gu),
  )
