// What is said of a database's article whose head was not understood.
import type { Warning } from '../../../shared/model/article.ts'
import type { Header } from './shown-header.ts'

/** A warning that names what the head did not tell for sure; none where it told all. */
export function warningsOf({ title, source, published }: Header): readonly Warning[] {
  const missing = [
    ...(source === null ? ['outlet'] : []),
    ...(published === null ? ['date'] : []),
    ...(title === null && source !== null && published !== null ? ['headline'] : []),
  ]
  if (missing.length === 0) return []
  const message = `This seems to be an article from a news database, but its ${missing.join(' and ')} could not be told for sure. What its head says of it stays in the text.`
  return [{ code: 'database-head', message }]
}
