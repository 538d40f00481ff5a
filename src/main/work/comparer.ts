// What the core asks of the thread that compares, and the same work in the thread that calls it.
import type { ArticleInput } from '../../compare/article.ts'
import { type Compared, compareArticles, type RawComparison } from '../../compare/compare.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Explanation, SentenceRef } from '../../shared/model/comparison.ts'
import { ok, type Result } from '../../shared/result.ts'

export interface Comparer {
  /**
   * Compares two to six articles, apart from the main thread. A call with another key ends the
   * comparison that is under way, which fails with `stopped`. Fails with `timed-out`, `too-large`, or
   * `internal`, too.
   * @param key names these articles in this very state
   */
  compare(key: string, articles: readonly ArticleInput[]): Promise<Result<RawComparison>>
  /** Why two sentences were, or were not, linked. Quick for what was compared lately. */
  explain(
    key: string,
    articles: readonly ArticleInput[],
    a: SentenceRef,
    b: SentenceRef,
  ): Promise<Result<Explanation>>
  /** Ends the comparison that is under way. */
  stop(): void
  close(): Promise<void>
}

/** What the thread is asked. */
export type CompareRequest =
  | {
      readonly kind: 'compare'
      readonly key: string
      readonly articles: readonly ArticleInput[]
    }
  | {
      readonly kind: 'explain'
      readonly key: string
      /** Null: those of the key, if they are still in memory. */
      readonly articles: readonly ArticleInput[] | null
      readonly a: SentenceRef
      readonly b: SentenceRef
    }

/** What it answers. `forgotten`: the articles of the key are to be sent. */
export type CompareAnswer =
  | { readonly kind: 'compared'; readonly comparison: RawComparison }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'thrown'; readonly detail: string }

/** How many compared sets stay in memory, so that asking why is quick. */
const kept = 3

/** Answers requests; keeps what was compared last. */
export function createAnswering(): (request: CompareRequest) => CompareAnswer {
  const memory = new Map<string, Compared>()
  const comparedAs = (key: string, articles: readonly ArticleInput[] | null): Compared | null => {
    const known = memory.get(key) ?? (articles && compareArticles(articles))
    if (!known) return null
    memory.delete(key)
    memory.set(key, known)
    const oldest = memory.keys().next()
    if (memory.size > kept && !oldest.done) memory.delete(oldest.value)
    return known
  }
  return (request) => {
    try {
      const compared = comparedAs(request.key, request.articles)
      if (!compared) return { kind: 'forgotten' }
      if (request.kind === 'compare') return { kind: 'compared', comparison: compared.comparison }
      return { kind: 'explained', explanation: compared.explain(request.a, request.b) }
    } catch (thrown) {
      return { kind: 'thrown', detail: thrown instanceof Error ? `${thrown.stack}` : `${thrown}` }
    }
  }
}

/** In the thread that calls it: what the method throws is thrown. */
export function createOwnComparer(): Comparer {
  const answer = createAnswering()
  return {
    async compare(key, articles) {
      const given = answer({ kind: 'compare', key, articles })
      if (given.kind === 'compared') return ok(given.comparison)
      throw new Error(given.kind === 'thrown' ? given.detail : given.kind)
    },
    async explain(key, articles, a, b) {
      const given = answer({ kind: 'explain', key, articles, a, b })
      if (given.kind === 'explained') return ok(given.explanation)
      throw new Error(given.kind === 'thrown' ? given.detail : given.kind)
    },
    stop: () => undefined,
    close: async () => undefined,
  }
}

export const stopped = (): AppError => ({
  code: 'stopped',
  message: 'The comparison was stopped.',
  advice: 'Compare again to see it.',
})
