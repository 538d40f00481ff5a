// What the reader says of tags, and their renaming: of the tag's record and of all annotations that have
// the tag, or one beneath it, as one set.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { currentTag, renamedTag, type TagRecord, tagKind } from '../../../shared/kinds/tag.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { limits } from '../../../shared/model/limits.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { isBeneath } from '../../../shared/text/beneath.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { definedOnly } from '../../defined-only.ts'
import { nothingSaid, type Said, tagChanges } from './tag-changes.ts'

export interface TagsDeps {
  readonly ledger: Pick<Ledger, 'get' | 'all' | 'articles' | 'isRemembered'>
  readonly now: () => Date
  readonly perform: Changing['perform']
  readonly keep: Changing['keep']
  readonly refusal: () => AppError | null
  readonly notice: (error: AppError) => void
}

export interface Tags {
  /**
   * One step of undo. A new name that is there already takes both: they are one tag then, of which that
   * holds which is given, else what was said of the one that was there, else of the other.
   * Fails with `bad-argument` for a new name beneath the tag itself, or too long for those beneath it.
   */
  save(arg: ParsedArg<'tag-save'>): Promise<Result<Record<never, never>>>
  /**
   * Gives annotations that came under the old name of a renamed tag its new one. No step of undo.
   * @param changes null: any annotation may have come, as when the library is opened
   */
  settle(changes: readonly Change[] | null): void
  /** Whether all that came is settled: not while that is under way, may not be done, or has failed. */
  isSettled(): boolean
  /** Resolves when what was settled is kept, or cannot be. */
  idle(): Promise<void>
}

/** Articles that are gone through before others get their turn: their records may have to be parsed first. */
const articlesAtOnce = 100

export function createTags(deps: TagsDeps): Tags {
  const { ledger, now, perform } = deps
  const { change, moved } = tagChanges(ledger, now)
  let keeping: Promise<unknown> = Promise.resolve()
  let underway = 0
  let isOwed = false

  const calledSo = () => ledger.all(tagKind).filter(({ renamedTo }) => renamedTo === null)

  const keep = async (late: readonly Change<Annotation>[]): Promise<void> => {
    if (late.length === 0) return
    const done = await deps.keep(late)
    if (done.ok) return
    isOwed = true
    deps.notice(done.error)
  }

  const describe = async (name: string, set: Said): Promise<Result<void>> => {
    const said = change(name, () => ({ ...set, renamedTo: null }))
    return isSame(said) ? ok(undefined) : perform('Describe tag', [said])
  }

  const rename = async (from: string, to: string, set: Said): Promise<Result<void>> => {
    if (isBeneath(to, from)) return fail(beneathItself(from, to))
    const annotations = await retagged(deps, (tag) => renamedTag(tag, from, to))
    const long = annotations.some(({ after }) =>
      after?.tags.some((tag) => isBeneath(tag, to) && tag.length > limits.tagLength),
    )
    if (long) return fail(tooLong(to))
    const beneath = calledSo().filter(({ name }) => name !== from && isBeneath(name, from))
    return perform(`Rename tag “${from}”`, [
      ...moved(from, to, set),
      ...beneath.flatMap(({ name }) => moved(name, renamedTag(name, from, to))),
      ...annotations,
    ])
  }

  return {
    async save({ name, newName = name, ...said }) {
      const set = definedOnly(said)
      const done = await (newName === name ? describe(name, set) : rename(name, newName, set))
      return done.ok ? ok({}) : done
    },
    settle(changes) {
      const renamed = new Map<string, string>()
      for (const { name, renamedTo } of ledger.all(tagKind))
        if (renamedTo !== null) renamed.set(name, renamedTo)
      if (renamed.size === 0) return
      if (deps.refusal() !== null) {
        isOwed = true
        return
      }
      const next = (tag: string): string => currentTag(tag, (name) => renamed.get(name) ?? null)
      const some = lateIn(ledger, changes, next, now)
      const articles = changes === null ? notSettledBefore(ledger) : ledger.articles()
      underway++
      // Whatever was owed is among those.
      if (changes === null) isOwed = false
      const kept = (some ? keep(some) : retagged(deps, next, articles).then(keep))
        .catch((thrown: unknown) => {
          isOwed = true
          deps.notice(notSettled(thrown))
        })
        .finally(() => underway--)
      keeping = Promise.all([keeping, kept])
    },
    isSettled: () => underway === 0 && !isOwed,
    async idle() {
      // What is kept may bring up more.
      for (let last: unknown = null; last !== keeping; ) {
        last = keeping
        await keeping
      }
    },
  }
}

/** What of some articles' annotations is called otherwise by `next`. */
async function retagged(
  { ledger, now }: Pick<TagsDeps, 'ledger' | 'now'>,
  next: (tag: string) => string,
  articles: Iterable<string> = ledger.articles(),
): Promise<Change<Annotation>[]> {
  const changes: Change<Annotation>[] = []
  for (const [at, article] of [...articles].entries()) {
    if (at % articlesAtOnce === articlesAtOnce - 1) await nextTurn()
    for (const before of ledger.all(annotationKind, article))
      changes.push(...retag(article, before, next, now))
  }
  return changes
}

/** Where nothing was said of tags since, what is remembered was settled before it was. */
function* notSettledBefore(ledger: TagsDeps['ledger']): Iterable<string> {
  const isSaidBefore = ledger.isRemembered(tagKind, null)
  for (const article of ledger.articles())
    if (!isSaidBefore || !ledger.isRemembered(annotationKind, article)) yield article
}

/** Of those that came, what has its new name late; null when any annotation may be called otherwise now. */
function lateIn(
  ledger: TagsDeps['ledger'],
  changes: readonly Change[] | null,
  next: (tag: string) => string,
  now: () => Date,
): readonly Change<Annotation>[] | null {
  if (changes === null || changes.some(({ kind }) => kind.name === tagKind.name)) return null
  return changes.flatMap(({ kind, article, key }) => {
    const came = kind.name === annotationKind.name && article !== null
    const before = came ? ledger.get(annotationKind, article, key) : null
    return article !== null && before ? retag(article, before, next, now) : []
  })
}

/** Whether a change says of a tag what is said of it already. */
function isSame({ before, after }: Change<TagRecord>): boolean {
  const { color, description, renamedTo } = before ?? nothingSaid
  return (
    color === after?.color && description === after.description && renamedTo === after.renamedTo
  )
}

/** The change that gives an annotation's tags other names; none where they stay. */
function retag(
  article: string,
  before: Annotation,
  next: (tag: string) => string,
  now: () => Date,
): Change<Annotation>[] {
  const tags = [...new Set(before.tags.map(next))]
  const same = tags.length === before.tags.length && tags.every((tag, i) => tag === before.tags[i])
  if (same) return []
  const after = { ...before, tags, modified: now().toISOString() }
  return [{ kind: annotationKind, article, key: before.id, before, after, renames: true }]
}

const notSettled = (thrown: unknown): AppError => ({
  code: 'internal',
  message:
    'Annotations that came under the old name of a renamed tag could not be given its new one.',
  advice:
    'Quit Parallax and start it again; if it happens again, please report it with the details below.',
  detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
})

const beneathItself = (from: string, to: string): AppError => ({
  code: 'bad-argument',
  message: `“${to}” is beneath “${from}”: a tag cannot be moved beneath itself.`,
  advice: 'Choose a name that does not begin with the tag’s own name and a slash.',
})

const tooLong = (to: string): AppError => ({
  code: 'bad-argument',
  message: `With “${to}” some tags beneath it would be longer than ${limits.tagLength} characters.`,
  advice: 'Choose a shorter name, or rename those beneath it first.',
})
