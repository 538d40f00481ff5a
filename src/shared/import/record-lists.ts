// The lists of an exchange file that hold records of kinds which need no shape of their own. What is in
// them is looked at record by record, so that one that cannot be read does not refuse the whole file.
import type { LibraryJson, LibraryJsonArticle, RecordLists } from '../export/json-schema.ts'
import type { Kind } from '../kinds/kind.ts'
import { listedInArticles, listedInLibrary } from '../kinds/kinds-by-home.ts'

/** @param raw what the file was parsed from: a list that is not one counts as none */
export function withRecordLists(parsed: Omit<LibraryJson, 'records'>, raw: unknown): LibraryJson {
  const rawArticles = fieldOf(raw, 'articles')
  const articles = parsed.articles.map((article, at): LibraryJsonArticle => {
    const records = listsIn(Array.isArray(rawArticles) ? rawArticles[at] : null, listedInArticles)
    return records ? { ...article, records } : article
  })
  const records = listsIn(raw, listedInLibrary)
  return records ? { ...parsed, articles, records } : { ...parsed, articles }
}

function listsIn(raw: unknown, kinds: readonly Kind[]): RecordLists | null {
  const lists = kinds.flatMap(({ list }) => {
    const lines: unknown = fieldOf(raw, list)
    return Array.isArray(lines) && lines.length > 0 ? [[list, lines] as const] : []
  })
  return lists.length > 0 ? Object.fromEntries(lists) : null
}

const fieldOf = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null
    ? Object.entries(raw).find(([key]) => key === name)?.[1]
    : null
