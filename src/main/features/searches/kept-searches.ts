// Searches that the reader keeps under a name: making, changing and deleting them as change sets.
import { randomUUID } from 'node:crypto'
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { type KeptSearch, keptSearchKind } from '../../../shared/kinds/kept-search.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'

export interface KeptSearchesDeps {
  readonly ledger: Pick<Ledger, 'get'>
  readonly now: () => Date
  readonly perform: Changing['perform']
}

export interface KeptSearches {
  /** Makes one, or changes its name and query. Fails with `not-found` for one that is gone. */
  save(arg: ParsedArg<'search-keep'>): Promise<Result<CallResult<'search-keep'>>>
  remove(arg: ParsedArg<'search-forget'>): Promise<Result<Record<never, never>>>
}

export function createKeptSearches({ ledger, now, perform }: KeptSearchesDeps): KeptSearches {
  const keptAt = (id: string): KeptSearch | null => ledger.get(keptSearchKind, null, id)
  return {
    async save({ id: given, name, query }) {
      const before = given === null ? null : keptAt(given)
      if (given !== null && !before) return fail(searchGone())
      const time = now().toISOString()
      const id = given ?? randomUUID()
      const after = { id, name, query, created: before?.created ?? time, modified: time }
      if (before?.name === name && before.query === query) return ok({ id })
      const label = !before
        ? 'Keep search'
        : before.name === name
          ? 'Change search'
          : 'Rename search'
      const done = await perform(label, [changeOf(id, before, after)])
      return done.ok ? ok({ id }) : done
    },
    async remove({ id }) {
      const before = keptAt(id)
      if (!before) return fail(searchGone())
      const done = await perform('Delete search', [changeOf(id, before, null)])
      return done.ok ? ok({}) : done
    },
  }
}

const changeOf = (
  key: string,
  before: KeptSearch | null,
  after: KeptSearch | null,
): Change<KeptSearch> => ({ kind: keptSearchKind, article: null, key, before, after })

const searchGone = (): AppError => ({
  code: 'not-found',
  message: 'That search is not kept any more.',
  advice: 'It may have been deleted in another window; Undo there brings it back.',
})
