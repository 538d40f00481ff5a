// What the fake core answers about rows and records: every article there is, nothing made of it.
import { noCounts, rowOf } from '../list-rows.ts'
import type { FakeCore } from './fake-core.ts'

export function answerRows(core: FakeCore): void {
  core.always('rows-get', ({ articles }) => ({ rows: articles.map((id) => rowOf(id)) }))
  core.always('rows-page', () => ({ total: 0, rows: [], groups: [] }))
  core.always('rows-counts', () => noCounts)
  core.always('records-get', () => ({ records: [] }))
}
