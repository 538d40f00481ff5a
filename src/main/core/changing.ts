// Carries out change sets: written first, then published and kept for undo. All that the reader makes
// goes the same way, so that one history holds it.
import type { HistoryState } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import type { ParsedArticle } from '../../shared/model/article.ts'
import { correctionKey } from '../../shared/model/correction.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { AnnotationData, ArticleRecord } from '../store/annotation-file.ts'
import type { Texts } from '../store/texts.ts'
import {
  type ArticleChange,
  type Change,
  type ChangeSet,
  createHistory,
  invert,
  type StoryChange,
  type VerdictChange,
} from './change-sets.ts'
import type { Records } from './records.ts'

/** An article with its facts and its text. */
export interface Known {
  readonly record: ArticleRecord
  readonly parsed: ParsedArticle
}

export interface ChangingDeps {
  readonly records: Records
  readonly texts: Texts
  readonly now: () => Date
  /** Why nothing may be changed now; null when it may. */
  readonly refusal: () => AppError | null
  /** The article as it is now; its text for new anchors. */
  readonly article: (id: string) => Promise<Result<Known>>
  /** The same from memory, for an article that was looked at just now. */
  readonly recall: (id: string) => Known | null
  /** Shows a file as its articles, or as one. */
  readonly split: (file: string, split: boolean) => Promise<Result<void>>
  readonly writeStories: (changes: readonly StoryChange[]) => Promise<Result<void>>
  readonly writeVerdicts: (changes: readonly VerdictChange[]) => Promise<Result<void>>
  /** An article whose annotations or corrections are others now. */
  readonly changed: (article: string, changes: readonly ArticleChange[]) => Promise<void>
  readonly historyChanged: (state: HistoryState) => void
}

export interface Changing {
  /** Writes changes as one step of undo. Nothing is kept when a part of them cannot be written. */
  perform(label: string, changes: readonly Change[]): Promise<Result<void>>
  undo(): Promise<Result<HistoryState>>
  redo(): Promise<Result<HistoryState>>
  history(): HistoryState
}

export function createChanging(deps: ChangingDeps): Changing {
  const { records, texts, now } = deps
  const history = createHistory()

  /** Writes the files of a set one after another; takes back what was written when one fails. */
  const apply = async (set: ChangeSet): Promise<Result<void>> => {
    const refused = deps.refusal()
    if (refused) return fail(refused)
    const written: Change[] = []
    for (const changes of byFile(set.changes)) {
      const result = await write(changes)
      if (!result.ok) {
        const { changes: back } = invert({ ...set, changes: written })
        for (const taken of byFile(latest(back))) await write(taken)
        return result
      }
      written.push(...changes)
    }
    for (const changes of byFile(set.changes)) {
      const mine = changes.filter(isOfArticle)
      if (mine[0]) await deps.changed(mine[0].article, mine)
    }
    return ok(undefined)
  }

  /** Writes changes of one file. */
  const write = async (changes: readonly Change[]): Promise<Result<unknown>> => {
    const [first] = changes
    if (first?.kind === 'story')
      return deps.writeStories(changes.filter((each) => each.kind === 'story'))
    if (first?.kind === 'verdict')
      return deps.writeVerdicts(changes.filter((each) => each.kind === 'verdict'))
    return first ? applyTo(first.article, changes.filter(isOfArticle)) : ok(undefined)
  }

  /** What is put back is the latest word on it, also for a machine that synced the one before. */
  const latest = (changes: readonly Change[]): readonly Change[] => {
    const modified = now().toISOString()
    return changes.map((change) => dated(change, modified))
  }

  const applyTo = async (
    id: string,
    changes: readonly ArticleChange[],
  ): Promise<Result<unknown>> => {
    for (const change of changes) {
      if (change.kind !== 'split') continue
      const done = await deps.split(id, change.after)
      if (!done.ok) return done
    }
    if (changes.every(({ kind }) => kind === 'split')) return ok(undefined)
    const before = await records.settle(id)
    if (!before.ok) return before
    const head = await headOf(id, before.value)
    if (!head.ok) return head
    return records.write(id, nextData(head.value, before.value, changes, now().toISOString()))
  }

  /** The article's facts as they are now; when its file is gone, as they were. Its text is kept. */
  const headOf = async (
    id: string,
    before: AnnotationData | null,
  ): Promise<Result<ArticleRecord>> => {
    const recalled = deps.recall(id)
    const article = recalled ? ok(recalled) : await deps.article(id)
    if (!article.ok) return before ? ok(before.article) : article
    const { record, parsed } = article.value
    const keptText = await texts.keep(record.textHash, parsed.text)
    return keptText.ok ? ok(record) : keptText
  }

  const step = async (set: ChangeSet | null, done: () => void): Promise<Result<HistoryState>> => {
    if (set) {
      const applied = await apply({ ...set, changes: latest(set.changes) })
      if (!applied.ok) return applied
      done()
      deps.historyChanged(history.state())
    }
    return ok(history.state())
  }

  return {
    async perform(label, changes) {
      if (changes.length === 0) return ok(undefined)
      const set: ChangeSet = { label, changes, at: now().getTime() }
      const applied = await apply(set)
      if (!applied.ok) return applied
      history.push(set)
      deps.historyChanged(history.state())
      return ok(undefined)
    },
    undo: () => step(history.toUndo(), history.undone),
    redo: () => step(history.toRedo(), history.redone),
    history: history.state,
  }
}

function dated(change: Change, modified: string): Change {
  switch (change.kind) {
    case 'split':
      return change
    case 'correction':
      return { ...change, after: { ...change.after, modified } }
    case 'verdict':
      return { ...change, after: { ...change.after, modified } }
    case 'story':
      return change.after ? { ...change, after: { ...change.after, modified } } : change
    default:
      return change.after ? { ...change, after: { ...change.after, modified } } : change
  }
}

/** The data of an article's file after some changes. A deleted annotation leaves a tombstone. */
function nextData(
  article: ArticleRecord,
  before: AnnotationData | null,
  changes: readonly ArticleChange[],
  time: string,
): AnnotationData {
  const annotations = new Map(before?.annotations.map((a) => [a.id, a]))
  const deleted = new Map(before?.deleted.map((t) => [t.id, t]))
  const corrections = new Map(before?.corrections.map((c) => [correctionKey(c), c]))
  for (const change of changes) {
    if (change.kind === 'split') continue
    if (change.kind === 'correction') corrections.set(correctionKey(change.after), change.after)
    else if (change.after) {
      annotations.set(change.after.id, change.after)
      deleted.delete(change.after.id)
    } else if (change.before) {
      annotations.delete(change.before.id)
      deleted.set(change.before.id, { id: change.before.id, deleted: time })
    }
  }
  return {
    article,
    annotations: [...annotations.values()],
    deleted: [...deleted.values()],
    corrections: [...corrections.values()],
  }
}

const isOfArticle = (change: Change): change is ArticleChange =>
  change.kind !== 'story' && change.kind !== 'verdict'

/** Changes that are written together. */
function byFile(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const file = isOfArticle(change) ? change.article : `all ${change.kind}`
    const group = groups.get(file)
    if (group) group.push(change)
    else groups.set(file, [change])
  }
  return [...groups.values()]
}
