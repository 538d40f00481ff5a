// Whether a library is sound: its store can be read, its annotations stand in their texts.
import type { CheckReport } from '../../../shared/calls/checking.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleSummary, LibraryInfo, OpenArticle } from '../../../shared/model/library.ts'
import type { ReadingReport } from '../../../shared/model/reading.ts'
import type { Story } from '../../../shared/model/story.ts'
import type { Result } from '../../../shared/result.ts'

export interface CheckedLibrary {
  info(): LibraryInfo
  articles(): ArticleSummary[]
  stories(): readonly Story[]
  open(id: string): Promise<Result<OpenArticle>>
  /** What came of reading the files, as far as they were read. */
  report(): Promise<ReadingReport>
}

export async function checkLibrary(library: CheckedLibrary): Promise<CheckReport> {
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
