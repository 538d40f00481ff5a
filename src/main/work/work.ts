// What the core asks of the workers. Tests of the core may do the same work in their own thread.
import type { ParsedArticle } from '../../shared/model/article.ts'
import type { Result } from '../../shared/result.ts'

export interface Work {
  /** Reads and parses one article file, apart from the main thread. `path` is absolute. */
  readArticle(path: string): Promise<Result<ParsedArticle>>
  close(): Promise<void>
}
