// An index in a temporary folder or in memory.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Index, type IndexOptions, openIndex } from '../../../src/main/index/open-index.ts'
import type { AppError } from '../../../src/shared/errors.ts'
import type { SearchNode, WordsNode } from '../../../src/shared/search/ast.ts'
import { must, tempFolder } from '../store/support.ts'

export { must, tempFolder } from '../store/support.ts'
export * from './told.ts'

export interface Opened {
  readonly index: Index
  readonly path: string
  /** What was told of lost indexes. */
  readonly lost: AppError[]
}

/** An index in a file of its own, written in the test's thread; closed after the test. */
export async function openTemp(options: Partial<IndexOptions> = {}): Promise<Opened> {
  return openAt(join(await tempFolder(), 'cache', 'index.sqlite'), options)
}

export function openAt(path: string, options: Partial<IndexOptions> = {}): Opened {
  const lost: AppError[] = []
  const onLost = (notice: AppError): void => void lost.push(notice)
  const index = must(openIndex({ path, workerUrl: null, onLost, ...options }))
  onTestFinished(() => index.close())
  return { index, path, lost }
}

export const words = (text: string, more: Partial<WordsNode> = {}): WordsNode => ({
  kind: 'words',
  text,
  field: null,
  prefix: false,
  ...more,
})

/** The ids that a search finds, the best first. */
export const found = (index: Index, search: SearchNode): string[] =>
  must(index.search(search, { start: 0, end: 1_000, hits: 5 })).articles.map(
    ({ article }) => article.id,
  )
