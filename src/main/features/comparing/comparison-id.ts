// A comparison's id: the same articles in the same state have the same, so that whoever compares them
// shares what is found.
import { createHash } from 'node:crypto'
import type { ArticleInput } from '../../../compare/article.ts'
import { engineVersion } from '../../../compare/engine-version.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'

export function inputOf(article: OpenArticle): ArticleInput {
  const { text, textHash, blocks, title, source, published, language } = article
  return { text, textHash, blocks, title, source, published, language }
}

/**
 * Another text, date or mark of furniture gives another id, and another order of the articles.
 * @param ids of the articles, in their order
 */
export function comparisonId(ids: readonly string[], inputs: readonly ArticleInput[]): string {
  const hash = createHash('sha256').update(JSON.stringify([engineVersion, ids]))
  for (const { text: _, ...rest } of inputs) hash.update(JSON.stringify(rest))
  return hash.digest('hex').slice(0, 32)
}
