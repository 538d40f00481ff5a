// Making, changing and deleting annotations: each as a change set, written first, then published
// and kept for undo.
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { describe } from '../../shared/anchoring/describe.ts'
import type { AnnotationPatch, HistoryState, ParsedArg } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { ParsedArticle } from '../../shared/model/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isSpace } from '../../shared/text/fold.ts'
import type { AnnotationData, ArticleRecord } from '../store/annotation-file.ts'
import type { Texts } from '../store/texts.ts'
import { type Change, type ChangeSet, createHistory, invert } from './change-sets.ts'
import type { Records } from './records.ts'

/** An article with its facts and its text. */
export interface Known {
  readonly record: ArticleRecord
  readonly parsed: ParsedArticle
}

export interface AnnotatingDeps {
  readonly records: Records
  readonly texts: Texts
  readonly now: () => Date
  /** Why nothing may be changed now; null when it may. */
  readonly refusal: () => AppError | null
  /** The article as it is now; its text for new anchors. */
  readonly article: (id: string) => Promise<Result<Known>>
  /** The same from memory, for an article that was looked at just now. */
  readonly recall: (id: string) => Known | null
  readonly changed: (article: string) => Promise<void>
  readonly historyChanged: (state: HistoryState) => void
}

export interface Annotating {
  create(draft: ParsedArg<'annotations-create'>): Promise<Result<Annotation>>
  update(
    article: string,
    ids: readonly string[],
    patch: AnnotationPatch,
  ): Promise<Result<Annotation[]>>
  remove(article: string, ids: readonly string[]): Promise<Result<void>>
  /** Brings in annotations made elsewhere, as one step. */
  add(
    label: string,
    incoming: readonly { article: string; annotations: readonly Annotation[] }[],
  ): Promise<Result<void>>
  undo(): Promise<Result<HistoryState>>
  redo(): Promise<Result<HistoryState>>
  history(): HistoryState
}

export function createAnnotating(deps: AnnotatingDeps): Annotating {
  const { records, texts, now } = deps
  const history = createHistory()

  /** Writes the articles of a set one after another; takes back what was written when one fails. */
  const apply = async (set: ChangeSet): Promise<Result<void>> => {
    const refused = deps.refusal()
    if (refused) return fail(refused)
    const written: Change[] = []
    for (const [article, changes] of byArticle(set.changes)) {
      const result = await applyTo(article, changes)
      if (!result.ok) {
        for (const [id, taken] of byArticle(invert({ ...set, changes: written }).changes))
          await applyTo(id, taken)
        return result
      }
      written.push(...changes)
    }
    for (const article of byArticle(set.changes).keys()) await deps.changed(article)
    return ok(undefined)
  }

  const applyTo = async (id: string, changes: readonly Change[]): Promise<Result<unknown>> => {
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

  const perform = async (label: string, changes: readonly Change[]): Promise<Result<void>> => {
    if (changes.length === 0) return ok(undefined)
    const set: ChangeSet = { label, changes, at: now().getTime() }
    const applied = await apply(set)
    if (!applied.ok) return applied
    history.push(set)
    deps.historyChanged(history.state())
    return ok(undefined)
  }

  const find = (article: string, ids: readonly string[]): Result<Annotation[]> => {
    const all = new Map(records.get(article)?.annotations.map((a) => [a.id, a]))
    const found = ids.map((id) => all.get(id))
    return found.every((a) => a !== undefined) ? ok(found) : fail(goneAnnotation())
  }

  const step = async (set: ChangeSet | null, done: () => void): Promise<Result<HistoryState>> => {
    if (set) {
      // What is put back is the latest word on it, also for a machine that synced the one before.
      const modified = now().toISOString()
      const changes = set.changes.map((change) =>
        change.after ? { ...change, after: { ...change.after, modified } } : change,
      )
      const applied = await apply({ ...set, changes })
      if (!applied.ok) return applied
      done()
      deps.historyChanged(history.state())
    }
    return ok(history.state())
  }

  return {
    async create({ article, start, end, textHash: expected, color, tags, note }) {
      const opened = await deps.article(article)
      if (!opened.ok) return opened
      const { text, textHash } = opened.value.parsed
      if (expected !== undefined && expected !== textHash)
        return fail(textChanged(opened.value.record.path))
      if (!hasWords(text, start, end)) return fail(badRange())
      const time = now().toISOString()
      const annotation: Annotation = {
        id: randomUUID(),
        target: describe(text, textHash, start, end),
        color,
        tags: unique(tags),
        note,
        created: time,
        modified: time,
      }
      const done = await perform('Highlight', [{ article, before: null, after: annotation }])
      return done.ok ? ok(annotation) : done
    },

    async update(article, ids, patch) {
      const found = find(article, ids)
      if (!found.ok) return found
      const target = await targetOf(article, patch)
      if (!target.ok) return target
      const modified = now().toISOString()
      const changes: Change[] = []
      const after = found.value.map((before) => {
        const next: Annotation = {
          ...before,
          ...(patch.color && { color: patch.color }),
          ...(patch.tags && { tags: unique(patch.tags) }),
          ...(patch.note !== undefined && { note: patch.note }),
          ...(target.value && { target: target.value }),
        }
        if (isDeepStrictEqual(before, next)) return before
        const changed = { ...next, modified }
        changes.push({ article, before, after: changed })
        return changed
      })
      const done = await perform(labelOf(patch, changes.length), changes)
      return done.ok ? ok(after) : done
    },

    async remove(article, ids) {
      const found = find(article, ids)
      if (!found.ok) return found
      return perform(
        found.value.length > 1 ? `Delete ${found.value.length} highlights` : 'Delete highlight',
        found.value.map((before) => ({ article, before, after: null })),
      )
    },

    add: (label, incoming) =>
      perform(
        label,
        incoming.flatMap(({ article, annotations }) =>
          annotations.map((after) => ({ article, before: null, after })),
        ),
      ),

    undo: () => step(history.toUndo(), history.undone),
    redo: () => step(history.toRedo(), history.redone),
    history: history.state,
  }

  async function targetOf(
    article: string,
    { range }: AnnotationPatch,
  ): Promise<Result<Annotation['target'] | null>> {
    if (!range) return ok(null)
    const opened = await deps.article(article)
    if (!opened.ok) return opened
    const { text, textHash } = opened.value.parsed
    const { start, end, textHash: expected } = range
    if (expected !== undefined && expected !== textHash)
      return fail(textChanged(opened.value.record.path))
    if (!hasWords(text, start, end)) return fail(badRange())
    return ok(describe(text, textHash, start, end))
  }
}

/** The data of an article's file after some changes. A deleted annotation leaves a tombstone. */
function nextData(
  article: ArticleRecord,
  before: AnnotationData | null,
  changes: readonly Change[],
  time: string,
): AnnotationData {
  const annotations = new Map(before?.annotations.map((a) => [a.id, a]))
  const deleted = new Map(before?.deleted.map((t) => [t.id, t]))
  for (const change of changes) {
    if (change.after) {
      annotations.set(change.after.id, change.after)
      deleted.delete(change.after.id)
    } else if (change.before) {
      annotations.delete(change.before.id)
      deleted.set(change.before.id, { id: change.before.id, deleted: time })
    }
  }
  return { article, annotations: [...annotations.values()], deleted: [...deleted.values()] }
}

function byArticle(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.article)
    if (group) group.push(change)
    else groups.set(change.article, [change])
  }
  return groups
}

function labelOf(patch: AnnotationPatch, count: number): string {
  const what = patch.range
    ? 'Attach highlight'
    : patch.color
      ? 'Change colour'
      : patch.tags
        ? 'Change tags'
        : 'Edit note'
  return count > 1 ? `${what} of ${count} highlights` : what
}

/** Whether a range lies in the text and holds more than white space. */
function hasWords(text: string, start: number, end: number): boolean {
  if (end > text.length) return false
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return true
  return false
}

/** Tags are never merged silently: only the very same name counts as the same. */
const unique = (tags: readonly string[]): string[] => [...new Set(tags)]

const badRange = (): AppError => ({
  code: 'bad-argument',
  message: 'There are no words in that selection.',
  advice: 'Select some text, then try again.',
})

const textChanged = (path: string): AppError => ({
  code: 'changed',
  message: `“${path}” was changed by another program while it was open, so nothing was marked in it.`,
  advice: 'It is shown as it is now: select the passage again.',
  path,
})

const goneAnnotation = (): AppError => ({
  code: 'not-found',
  message: 'That highlight is not there any more.',
  advice: 'It may have been deleted in another window; Undo there brings it back.',
})
