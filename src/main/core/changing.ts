// Carries out change sets: safe on disk first, then told and kept for undo. All that the reader makes
// goes the same way, so that one history holds it.
import type { HistoryState, HistoryTurn } from '../../shared/calls/history.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Change, Renamed } from '../../shared/kinds/kind.ts'
import { libraryKinds } from '../../shared/kinds/kinds-by-home.ts'
import type { ParsedArticle } from '../../shared/model/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ArticleRecord } from '../store/sheet.ts'
import type { Texts } from '../store/texts.ts'
import { type ChangeSet, createHistory, type Deed, type History } from './history.ts'
import type { Heads, Ledger } from './records/ledger.ts'
import { articleSheet, sheetOf } from './records/places.ts'
import { createSteps } from './steps.ts'

/** An article with its facts and its text. */
export interface Known {
  readonly record: ArticleRecord
  readonly parsed: ParsedArticle
}

export interface ChangingDeps {
  readonly ledger: Ledger
  readonly texts: Texts
  readonly now: () => Date
  /** Why nothing may be changed now; null when it may. */
  readonly refusal: () => AppError | null
  /** The article as it is now; its text for new anchors. */
  readonly article: (id: string) => Promise<Result<Known>>
  /** The same from memory, for an article that was looked at just now. */
  readonly recall: (id: string) => Known | null
  /** Records that are others now. Awaited: what is told before an answer is known when that comes. */
  readonly changed: (changes: readonly Change[]) => Promise<void>
  readonly historyChanged: (state: HistoryState) => void
}

export type ActedStep = Required<Pick<ChangeSet, 'label' | 'deed'>>

export interface Changing {
  /**
   * Carries out changes as one step of undo: all of them, or none.
   * @param also what goes with them and is not taken back by undo
   */
  perform(
    label: string,
    changes: readonly Change[],
    also?: readonly Change[],
  ): Promise<Result<void>>
  /**
   * Does what is no record as a step of undo.
   * @param stepOf what came of it, to be taken back; null: nothing. A deed that is a step already has
   * grown, and may be called otherwise
   */
  act<T>(work: () => Promise<T>, stepOf: (done: T) => ActedStep | null): Promise<T>
  /** Carries out changes that are no step of undo. */
  keep(changes: readonly Change[]): Promise<Result<void>>
  /**
   * Articles have other ids now: what names them is to name them so, also what undo brings back.
   * Gives the changes that do it.
   */
  rename(renamed: Renamed): readonly Change[]
  /** They have the ids again that they had. */
  unname(renamed: Renamed): void
  /** Resolves when nothing is on its way that changes records of these articles; of any if not given. */
  idle(articles?: Iterable<string>): Promise<void>
  undo(): Promise<Result<HistoryTurn>>
  redo(): Promise<Result<HistoryTurn>>
  history(): HistoryState
}

export function createChanging(deps: ChangingDeps): Changing {
  const history = createHistory()
  const steps = createSteps()
  const names = new Map<string, string>()

  const push = pushingTo(history, deps)
  const step = async (
    which: keyof Pick<Deed, 'undo' | 'redo'>,
    next: () => ChangeSet | null,
    done: () => void,
  ): Promise<Result<HistoryTurn>> => {
    const applied = await steps.turn(
      history.last(),
      () => {
        const { changes = [], deed } = next() ?? {}
        return { changes: changes.map((each) => underNewIds(each, names)), deed }
      },
      ({ changes }) => sheetsOf(changes),
      async ({ changes, deed }): Promise<Result<Turned>> => {
        if (changes.length === 0 && !deed) return ok({ changes: [], said: null })
        const turned = await turn(deps, changes, deed, which)
        if (!turned.ok) return turned
        done()
        deps.historyChanged(history.state())
        return turned
      },
    )
    if (!applied.ok) return applied
    await deps.changed(applied.value.changes)
    return ok({ ...history.state(), said: applied.value.said })
  }

  return {
    async perform(label, changes, also = []) {
      // An article may have got another id since they were made.
      const mine = changes.map((each) =>
        names.has(each.article ?? '') ? underNewIds(each, names) : each,
      )
      const all = [...also, ...mine]
      if (all.length === 0) return ok(undefined)
      const refused = deps.refusal()
      if (refused) return fail(refused)
      const carried = await steps.act(
        sheetsOf(all),
        () => carryOut(deps, all),
        (done, number) => {
          if (!done.ok) return
          const made = mine.flatMap((change) => asCarriedOut(change, done.value) ?? [])
          if (made.length === 0) return
          push({ label, changes: made }, number)
        },
      )
      if (!carried.ok) return carried
      await deps.changed(carried.value)
      return ok(undefined)
    },
    act: (work, stepOf) =>
      steps.act(new Set(), work, (done, number) => {
        const acted = stepOf(done)
        if (acted) push({ ...acted, changes: [] }, number)
      }),
    async keep(changes) {
      const carried = await carryOut(deps, changes)
      if (!carried.ok) return carried
      await deps.changed(carried.value)
      return ok(undefined)
    },
    rename(renamed) {
      for (const [before, after] of renamed) names.set(before, after)
      return renamings(deps.ledger, renamed)
    },
    unname(renamed) {
      for (const before of renamed.keys()) names.delete(before)
    },
    idle: (articles) => steps.idle(articles && new Set([...articles].map(articleSheet))),
    undo: () => step('undo', history.toUndo, history.undone),
    redo: () => step('redo', history.toRedo, history.redone),
    history: history.state,
  }
}

const pushingTo =
  (history: History, { now, historyChanged }: ChangingDeps) =>
  (made: Omit<ChangeSet, 'at'>, number: number): void => {
    history.push({ ...made, at: now().getTime() }, number)
    historyChanged(history.state())
  }

interface Turned {
  readonly changes: readonly Change[]
  readonly said: string | null
}

async function turn(
  deps: ChangingDeps,
  changes: readonly Change[],
  deed: Deed | undefined,
  which: 'undo' | 'redo',
): Promise<Result<Turned>> {
  if (!deed) {
    const carried = await carryOut(deps, changes)
    return carried.ok ? ok({ changes: carried.value, said: null }) : carried
  }
  const refused = deps.refusal()
  if (refused) return fail(refused)
  const turned = await deed[which]()
  return turned.ok ? ok({ changes: [], said: turned.value }) : turned
}

/** All of them are safe on disk, or none. */
async function carryOut(
  deps: ChangingDeps,
  changes: readonly Change[],
): Promise<Result<readonly Change[]>> {
  const heads = await headsOf(deps, changes)
  if (!heads.ok) return heads
  await deps.ledger.prepare(changes)
  const refused = deps.refusal()
  return refused ? fail(refused) : deps.ledger.commit(changes, heads.value)
}

const sheetsOf = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(changes.map(({ kind, article }) => sheetOf(kind, article)))

/** A change with what stood before and after it when it was written; null for one that left all as it was. */
function asCarriedOut(change: Change, own: readonly Change[]): Change | null {
  if (!change.edit) return change
  const { kind, article, key } = change
  const same = (each: Change): boolean =>
    each.kind === kind && each.article === article && each.key === key
  return own.find(same) ?? null
}

/**
 * The facts of the articles that changes are kept with, as they are now; of an article that has records
 * and is not in memory they stay as they are. The texts are kept, so that passages are found again.
 */
async function headsOf(deps: ChangingDeps, changes: readonly Change[]): Promise<Result<Heads>> {
  const heads = new Map<string, ArticleRecord>()
  const ids = new Set(changes.flatMap(({ article }) => article ?? []))
  for (const id of ids) {
    const recalled = deps.recall(id)
    const kept = recalled ? null : deps.ledger.head(id)
    if (kept) {
      heads.set(id, kept)
      continue
    }
    const article = recalled ? ok(recalled) : await deps.article(id)
    if (!article.ok) return article
    const { record, parsed } = article.value
    const keptText = await deps.texts.keep(record.textHash, parsed.text)
    if (!keptText.ok) return keptText
    heads.set(id, record)
  }
  return ok(heads)
}

/** The changes by which what is kept for the whole library names articles by their new ids. */
const renamings = (ledger: Ledger, renamed: Renamed): readonly Change[] =>
  [...libraryKinds.values()].flat().flatMap((kind) =>
    ledger.all(kind).flatMap((before): Change[] => {
      const after = kind.renamed?.(before, renamed) ?? before
      if (after === before) return []
      const [old, key] = [kind.keyOf(before), kind.keyOf(after)]
      if (old === key) return [{ kind, article: null, key, before, after }]
      return [
        { kind, article: null, key: old, before, after: null },
        { kind, article: null, key, before: ledger.get(kind, null, key), after },
      ]
    }),
  )

function underNewIds(change: Change, names: Renamed): Change {
  const { kind, article } = change
  const renamed = <R extends object>(record: R | null): R | null =>
    (record && (kind.renamed?.(record, names) as R | undefined)) ?? record
  const [before, after] = [renamed(change.before), renamed(change.after)]
  const record = after ?? before
  return {
    ...change,
    article: article === null ? null : (names.get(article) ?? article),
    key: record ? kind.keyOf(record) : change.key,
    before,
    after,
  }
}
