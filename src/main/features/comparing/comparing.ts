// Comparisons of articles of the library: opened, asked for their sections, told when a verdict changes
// them. The same articles in the same state are one comparison, whoever asks for it.
import { setImmediate } from 'node:timers/promises'
import type { ArticleInput } from '../../../compare/article.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import { type ComparisonPatch, isEmptyPatch } from '../../../shared/comparison/patch.ts'
import type { ComparisonHead, RevisedPage } from '../../../shared/comparison/sections.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Explanation, Sentence } from '../../../shared/model/comparison.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fileGone } from '../../core/shelf/rows.ts'
import type { Comparer } from '../../work/comparer.ts'
import { stopped } from '../../work/stopped.ts'
import { comparisonId, inputOf } from './comparison-id.ts'
import {
  createHeldComparisons,
  type HeldComparison,
  type HeldComparisons,
  sentencesOf,
} from './held-comparisons.ts'
import { createInterest } from './interest.ts'
import type { Judging } from './judging.ts'
import { createResource, type Resource } from './resource.ts'

export interface ComparingDeps {
  readonly comparer: Comparer
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly verdictsOn: Judging['on']
  /** Where an article was that is gone; null when nobody knows. */
  readonly pathOf: (id: string) => string | null
  /** A verdict has changed a comparison that is open. */
  readonly changed: (change: ComparisonChange) => void
}

interface ComparisonChange {
  readonly id: string
  /** That the comparison has now. */
  readonly revision: number
  readonly patch: ComparisonPatch
}

interface OpenComparison {
  readonly id: string
  readonly head: ComparisonHead
}

export interface Comparing {
  /**
   * Makes a comparison unless it is there. Fails with `stopped` when its holder asks for another one or
   * closes it, and nobody else wants it; with what names an article that cannot be had.
   */
  open(arg: ParsedArg<'comparison-open'>): Promise<Result<OpenComparison>>
  /** Fails with `not-found` for a comparison that is no longer known. */
  section(arg: ParsedArg<'comparison-section'>): Promise<Result<RevisedPage>>
  explain(arg: ParsedArg<'comparison-explain'>): Promise<Result<Explanation>>
  close(holder: string): void
  /** The reader's verdicts are others now. */
  judged(): Promise<void>
  /** Nobody wants anything any more. */
  end(): void
}

/** What opening and judging a comparison take. */
interface Ground {
  readonly comparer: Comparer
  readonly verdictsOn: Judging['on']
  readonly changed: ComparingDeps['changed']
  readonly known: HeldComparisons
  readonly resource: Resource
}

export function createComparing(deps: ComparingDeps): Comparing {
  const { comparer, verdictsOn, changed } = deps
  const interest = createInterest()
  const known = createHeldComparisons(interest.isWanted)
  const resource = createResource(comparer)
  const ground: Ground = { comparer, verdictsOn, changed, known, resource }
  /** What each holder asked for last. */
  const turns = new Map<string, object>()

  const letGo = (ids: readonly string[]): void => {
    for (const id of ids) comparer.stop(id)
  }

  return {
    async open({ holder, articles: ids }) {
      const turn = {}
      turns.set(holder, turn)
      const articles = await articlesOf(deps, ids)
      if (turns.get(holder) !== turn) return fail(stopped())
      turns.delete(holder)
      if (!articles.ok) {
        letGo(interest.leave(holder))
        return articles
      }
      const inputs = articles.value.map(inputOf)
      const id = comparisonId(ids, inputs)
      letGo(interest.want(holder, id))
      const held = await heldFor(ground, id, ids, inputs)
      if (!held.ok) return held
      const head = await judge(ground, held.value)
      return head.ok ? ok({ id, head: head.value }) : head
    },
    close(holder) {
      turns.delete(holder)
      letGo(interest.leave(holder))
    },
    async section({ id, request }) {
      const held = known.get(id)
      if (!held) return fail(forgotten())
      const read = await resource.ask(held, { kind: 'section', request })
      return read.ok ? ok({ revision: held.revision, page: read.value.page }) : read
    },
    async explain({ id, a, b }) {
      const held = known.get(id)
      if (!held) return fail(forgotten())
      const explained = await resource.ask(held, { kind: 'explain', a, b })
      return explained.ok ? ok(explained.value.explanation) : explained
    },
    async judged() {
      for (const held of known.all()) await judge(ground, held)
    },
    end() {
      turns.clear()
      letGo(interest.clear())
      known.clear()
    },
  }
}

/** The comparison with this id, made if it is not known. Fails as making it does. */
async function heldFor(
  { comparer, known }: Ground,
  id: string,
  ids: readonly string[],
  inputs: readonly ArticleInput[],
): Promise<Result<HeldComparison>> {
  const before = known.get(id)
  if (before) return ok(before)
  const made = await comparer.make(id, inputs)
  if (!made.ok) return made
  const sentences: Sentence[][] = []
  // Article by article: others are answered between them.
  for (const columns of made.value) {
    sentences.push(sentencesOf(columns))
    await setImmediate()
  }
  const meanwhile = known.get(id)
  if (meanwhile) return ok(meanwhile)
  const held: HeldComparison = {
    id,
    inputs,
    texts: inputs.map(({ text, textHash }, at) => ({ id: ids[at] ?? '', text, textHash })),
    sentences,
    verdicts: [],
    revision: 0,
  }
  known.put(held)
  return ok(held)
}

/** Lays the verdicts of now over a comparison, and tells what that changed. */
async function judge(
  { verdictsOn, changed, resource }: Ground,
  held: HeldComparison,
): Promise<Result<ComparisonHead>> {
  const verdicts = verdictsOn(held.texts, held.sentences)
  const judged = await resource.ask(held, { kind: 'judge', verdicts })
  if (!judged.ok) return judged
  const { patch, head } = judged.value
  if (!isEmptyPatch(patch)) {
    held.revision++
    changed({ id: held.id, revision: held.revision, patch })
  }
  return ok({ ...head, revision: held.revision })
}

async function articlesOf(
  deps: Pick<ComparingDeps, 'open' | 'pathOf'>,
  ids: readonly string[],
): Promise<Result<OpenArticle[]>> {
  const articles: OpenArticle[] = []
  for (const id of ids) {
    const opened = await deps.open(id)
    if (!opened.ok) return named(deps, id, opened.error)
    articles.push(opened.value)
  }
  return ok(articles)
}

/** Of an article that only a story knows, the id says nothing to the reader. */
function named(
  { pathOf }: Pick<ComparingDeps, 'pathOf'>,
  id: string,
  error: AppError,
): Result<never> {
  const path = error.path === id ? pathOf(id) : null
  return fail(path === null ? error : fileGone(path))
}

const forgotten = (): AppError => ({
  code: 'not-found',
  message: 'This comparison is no longer in memory.',
  advice: 'Compare the articles again.',
})
