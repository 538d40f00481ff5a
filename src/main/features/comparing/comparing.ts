// Compares articles of the library, with the reader's verdicts laid over what the method finds. What it
// found is kept by what the articles were like, so that a verdict, or a look back, computes nothing anew.
import { createHash } from 'node:crypto'
import type { ArticleInput } from '../../../compare/article.ts'
import type { RawComparison } from '../../../compare/compare.ts'
import { engineVersion } from '../../../compare/engine-version.ts'
import { type SentenceVerdict, withVerdicts } from '../../../compare/settle.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type {
  Comparison,
  Explanation,
  Link,
  Reason,
  SentenceRef,
} from '../../../shared/model/comparison.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fileGone } from '../../core/shelf/rows.ts'
import { type Comparer, stopped } from '../../work/comparer.ts'
import type { Judging } from './judging.ts'

export interface ComparingDeps {
  readonly comparer: Comparer
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly verdictsOn: Judging['on']
  /** Where an article was that is gone; null when nobody knows. */
  readonly pathOf: (id: string) => string | null
}

export interface Comparing {
  /** Fails with `stopped` when a later call, or `stop`, ends it; with what names an article that cannot be had. */
  compare(ids: readonly string[]): Promise<Result<Comparison>>
  stop(): void
  explain(arg: ParsedArg<'comparison-explain'>): Promise<Result<Explanation>>
}

/** How many comparisons stay in memory, and how many links, sentences and other rows of them. */
const mostKept = 16
const mostRows = 400_000

export function createComparing(deps: ComparingDeps): Comparing {
  const { comparer, open, verdictsOn } = deps
  const kept = new Map<string, { readonly raw: RawComparison; readonly rows: number }>()
  /** The comparison that was asked for last, while it is under way. */
  let turn: { readonly articles: string } | null = null

  const keep = (key: string, raw: RawComparison): void => {
    kept.delete(key)
    kept.set(key, { raw, rows: rowsIn(raw) })
    let rows = [...kept.values()].reduce((sum, each) => sum + each.rows, 0)
    for (const [oldest, each] of kept) {
      if (kept.size === 1 || (kept.size <= mostKept && rows <= mostRows)) return
      kept.delete(oldest)
      rows -= each.rows
    }
  }

  const articlesOf = async (ids: readonly string[]): Promise<Result<OpenArticle[]>> => {
    const articles: OpenArticle[] = []
    for (const id of ids) {
      const opened = await open(id)
      if (!opened.ok) return named(id, opened.error)
      articles.push(opened.value)
    }
    return ok(articles)
  }

  /** Of an article that only a story knows, the id says nothing to the reader. */
  const named = (id: string, error: AppError): Result<never> => {
    const path = error.path === id ? deps.pathOf(id) : null
    return fail(path === null ? error : fileGone(path))
  }

  const settled = (raw: RawComparison, articles: readonly OpenArticle[]): Comparison => {
    const sentences = raw.articles.map((each) => each.sentences)
    const comparison = withVerdicts(raw, verdictsOn(articles, sentences))
    return { ...comparison, differences: withoutRejected(raw, comparison.links) }
  }

  return {
    async compare(ids) {
      const asked = ids.join(' ')
      if (turn?.articles !== asked) {
        comparer.stop()
        turn = { articles: asked }
      }
      const mine = turn
      const articles = await articlesOf(ids)
      if (!articles.ok) return articles
      const inputs = articles.value.map(inputOf)
      const key = keyOf(inputs)
      const known = kept.get(key)
      if (known) {
        keep(key, known.raw)
        return ok(settled(known.raw, articles.value))
      }
      if (turn !== mine) return fail(stopped())
      const raw = await comparer.compare(key, inputs)
      if (!raw.ok) return raw
      keep(key, raw.value)
      return ok(settled(raw.value, articles.value))
    },
    stop() {
      turn = null
      comparer.stop()
    },
    async explain({ articles: ids, a, b }) {
      const articles = await articlesOf(ids)
      if (!articles.ok) return articles
      const inputs = articles.value.map(inputOf)
      const key = keyOf(inputs)
      const explained = await comparer.explain(key, inputs, a, b)
      const sentences = kept.get(key)?.raw.articles.map((each) => each.sentences)
      if (!explained.ok || !sentences) return explained
      return ok(withVerdict(explained.value, verdictsOn(articles.value, sentences), a, b))
    },
  }
}

const inputOf = (article: OpenArticle): ArticleInput => {
  const { text, textHash, blocks, title, source, published, language } = article
  return { text, textHash, blocks, title, source, published, language }
}

/** Names articles in this very state: another text, date or mark of furniture gives another key. */
const keyOf = (articles: readonly ArticleInput[]): string =>
  createHash('sha256')
    .update(JSON.stringify([engineVersion, articles.map(({ text: _, ...rest }) => rest)]))
    .digest('hex')

const rowsIn = ({ articles, links, figures, quotations, keywords, differences }: RawComparison) =>
  articles.reduce((sum, { sentences }) => sum + sentences.length, 0) +
  links.length +
  figures.length +
  differences.length +
  quotations.reduce((sum, { variants }) => sum + variants.length, 0) +
  keywords.reduce((sum, { places }) => sum + places.length, 0)

/** The reader's own word comes first. */
function withVerdict(
  explanation: Explanation,
  verdicts: readonly SentenceVerdict[],
  a: SentenceRef,
  b: SentenceRef,
): Explanation {
  const mine = verdicts.find(
    (each) => (isSame(each.a, a) && isSame(each.b, b)) || (isSame(each.a, b) && isSame(each.b, a)),
  )
  if (!mine) return explanation
  const reason: Reason = { kind: 'reader', verdict: mine.verdict }
  return mine.verdict === 'yes'
    ? { ...explanation, reasons: [reason, ...explanation.reasons] }
    : { ...explanation, cautions: [reason, ...explanation.cautions] }
}

const isSame = (x: SentenceRef, y: SentenceRef): boolean =>
  x.article === y.article && x.sentence === y.sentence

/** Figures of sentences that the reader has parted are not offered as differing. */
function withoutRejected(
  { differences, figures }: RawComparison,
  links: readonly Link[],
): RawComparison['differences'] {
  const key = (a: Place | undefined, b: Place | undefined): string =>
    `${a?.article} ${a?.sentence} ${b?.article} ${b?.sentence}`
  const rejected = new Set(
    links.filter(({ verdict }) => verdict === 'no').map(({ a, b }) => key(a, b)),
  )
  return differences.filter(({ a, b }) => {
    const [one, other] = [figures[a], figures[b]]
    return !rejected.has(key(one, other)) && !rejected.has(key(other, one))
  })
}

type Place = Pick<SentenceRef, 'article' | 'sentence'>
