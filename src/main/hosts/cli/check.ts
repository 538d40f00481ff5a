// Whether a library is sound: its store can be read, its annotations stand in their texts.
import type { AppError } from '../../../shared/errors.ts'
import type { ReadingReport } from '../../../shared/model/reading.ts'
import type { Library } from '../../library.ts'

export interface CheckReport {
  readonly articles: number
  readonly annotations: number
  readonly orphans: number
  readonly stories: number
  /** Articles that are the same as another, each pair once. */
  readonly duplicates: ReadingReport['duplicates']
  /** Of the store first, then of the articles. */
  readonly problems: readonly AppError[]
}

export async function checkLibrary(library: Library): Promise<CheckReport> {
  const rows = library.articles()
  const problems: AppError[] = [...library.info().problems]
  let orphans = 0
  for (const row of rows) {
    if (row.problem) problems.push(row.problem)
    if (row.annotations === 0) continue
    const opened = await library.open(row.id)
    if (!opened.ok) continue
    orphans += opened.value.resolved.filter(({ anchor }) => anchor.state === 'orphaned').length
  }
  return {
    articles: rows.filter(({ state }) => state === 'ready').length,
    annotations: rows.reduce((sum, row) => sum + row.annotations, 0),
    orphans,
    stories: library.stories().length,
    duplicates: (await library.report()).duplicates,
    problems,
  }
}
