// How far the reader is with articles, as change sets.
import type { ParsedArg } from '../../../shared/calls.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { type Reading, readingKind } from '../../../shared/kinds/reading.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { ReadingState } from '../../../shared/search/ast.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { fileGone } from '../../core/shelf/rows.ts'

export interface ReadingStateDeps {
  readonly ledger: Pick<Ledger, 'get'>
  readonly now: () => Date
  readonly known: (article: string) => KnownFile | null
  readonly perform: Changing['perform']
}

export interface ReadingStates {
  /** One step of undo. Fails with `not-found`, and changes nothing, for an article that nobody knows. */
  set(arg: ParsedArg<'reading-set'>): Promise<Result<Record<never, never>>>
}

export const createReadingStates = (deps: ReadingStateDeps): ReadingStates => ({
  async set({ articles, state }) {
    const changes: Change<Reading>[] = []
    for (const id of new Set(articles)) {
      const before = deps.ledger.get(readingKind, null, id)
      if ((before?.state ?? 'new') === state) continue
      const article = before?.article ?? deps.known(id)
      if (!article) return fail(fileGone(id))
      const after = { article, state, modified: deps.now().toISOString() }
      changes.push({ kind: readingKind, article: null, key: id, before, after })
    }
    const done = await deps.perform(labelOf(state, changes.length), changes)
    return done.ok ? ok({}) : done
  },
})

const words = { new: 'new', reading: 'being read', read: 'read' } as const

const labelOf = (state: ReadingState, count: number): string =>
  count > 1 ? `Mark ${count} articles as ${words[state]}` : `Mark as ${words[state]}`
