// What comparing makes: articles as everything that compares sees them, and what is found in them. On
// its own, so that explaining and settling need not know how it is found.
import type { Comparison, Explanation, SentenceRef } from '../shared/model/comparison.ts'
import type { ArticleInput } from './article.ts'
import type { FactArticle } from './facts/evidence.ts'

/** What is found without the reader's word; `settle` adds that. */
export type RawComparison = Omit<Comparison, 'clusters' | 'only'>

export interface Compared {
  readonly comparison: RawComparison
  /** Why two sentences were, or were not, linked. */
  explain(a: SentenceRef, b: SentenceRef): Explanation
}

/** An article as everything that compares sees it. */
export interface ReadArticle extends FactArticle {
  readonly input: ArticleInput
}
