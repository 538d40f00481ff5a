// What each call about the list of articles does.
import type { ListedArticle, listingCalls } from '../../../shared/calls/listing.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ReadingReport } from '../../../shared/model/reading.ts'
import type { Story } from '../../../shared/model/story.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { ListCalls } from './list-calls.ts'

export interface ListedLibrary extends ListCalls {
  /** In the order of their paths. */
  articles(): ArticleSummary[]
  stories(): readonly Story[]
  /** The files that were read though something in them was mended or left out. */
  repaired(): ReadingReport['repaired']
}

export const listingHandlers = (on: OnLibrary<ListedLibrary>): HandlersOf<typeof listingCalls> => ({
  'articles-list': on(async (library) => ok(listedIn(library))),
  'rows-page': on((library, arg) => library.rowsPage(arg)),
  'rows-place': on((library, arg) => library.rowsPlace(arg)),
  'rows-named': on((library, arg) => library.rowsNamed(arg)),
  'rows-between': on((library, arg) => library.rowsBetween(arg)),
  'rows-get': on(async (library, arg) => ok(library.rowsGet(arg))),
  'rows-counts': on((library) => library.counts()),
})

function listedIn(library: ListedLibrary): ListedArticle[] {
  const repaired = new Map(library.repaired().map(({ path, warnings }) => [path, warnings.length]))
  const stories = library.stories()
  return library.articles().map((row) => ({
    ...row,
    warnings: repaired.get(row.path) ?? 0,
    stories: stories.flatMap(({ name, articles }) => (articles.includes(row.id) ? [name] : [])),
  }))
}
