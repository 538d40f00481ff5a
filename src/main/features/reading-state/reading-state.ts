// How far the reader is with articles, as change sets.
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { type Reading, readingKind } from '../../../shared/kinds/reading.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import { inFigures } from '../../../shared/model/limits.ts'
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
  /**
   * One step of undo. Those that nobody knows are left out; fails with `not-found` where none is known.
   * Gives how many of them are known: they are in that state now.
   */
  set(arg: ParsedArg<'reading-set'>): Promise<Result<CallResult<'reading-set'>>>
}

export const createReadingStates = (deps: ReadingStateDeps): ReadingStates => ({
  async set({ articles, state }) {
    const changes: Change<Reading>[] = []
    let known = 0
    for (const id of new Set(articles)) {
      const before = deps.ledger.get(readingKind, null, id)
      const article = before?.article ?? deps.known(id)
      if (!article) continue
      known++
      if ((before?.state ?? 'new') === state) continue
      const after = { article, state, modified: deps.now().toISOString() }
      changes.push({ kind: readingKind, article: null, key: id, before, after })
    }
    if (known === 0) return fail(allGone(articles))
    const done = await deps.perform(labelOf(state, changes.length), changes)
    return done.ok ? ok({ articles: known }) : done
  },
})

const allGone = (articles: readonly string[]): AppError =>
  articles.length > 1
    ? {
        code: 'not-found',
        message: `None of these ${inFigures(articles.length)} articles is in the library any more.`,
        advice: 'Choose others in the list.',
      }
    : fileGone(articles[0] ?? '')

const words = { new: 'new', reading: 'being read', read: 'read' } as const

const labelOf = (state: ReadingState, count: number): string =>
  count > 1 ? `Mark ${count} articles as ${words[state]}` : `Mark as ${words[state]}`
