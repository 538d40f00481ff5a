// The annotations of the articles that panes show, as the core told them. What is told of an article
// while its answer is on its way is kept, and stands on top of the answer when that is older.
import { create } from 'zustand'
import type { EventData } from '../../shared/calls.ts'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { createTable, type Stamp, type Table } from './table.ts'

interface AnnotatedState {
  readonly byArticle: ReadonlyMap<string, readonly ResolvedAnnotation[]>
}

export const useAnnotated = create<AnnotatedState>()(() => ({ byArticle: new Map() }))

const none: readonly ResolvedAnnotation[] = []

export const annotationsOf = (
  state: AnnotatedState,
  article: string,
): readonly ResolvedAnnotation[] => state.byArticle.get(article) ?? none

/** An annotation as it is at this moment. */
export const annotationNow = (article: string, id: string): ResolvedAnnotation | undefined =>
  annotationsOf(useAnnotated.getState(), article).find(({ annotation }) => annotation.id === id)

const tables = new Map<string, Table<ResolvedAnnotation>>()

/** From now on what is told of an article is kept: to be called before it is asked for. */
export function expectAnnotations(article: string): void {
  if (!tables.has(article)) tables.set(article, createTable())
}

/** All annotations of an article. */
export function takeAnnotations(
  article: string,
  resolved: readonly ResolvedAnnotation[],
  stamp: Stamp,
): void {
  const table = tables.get(article)
  if (table?.replace(resolved.map(keyed), stamp)) show(article, table)
}

/** Annotations of an article that are new, others, or gone. */
export function changeAnnotations(
  article: string,
  {
    whole,
    changed,
    removed,
  }: Pick<EventData<'annotations-changed'>, 'whole' | 'changed' | 'removed'>,
  stamp: Stamp,
): void {
  if (whole) takeAnnotations(article, changed, stamp)
  const table = tables.get(article)
  if (!whole && table?.change(changed.map(keyed), removed, stamp)) show(article, table)
}

/** Of articles that no pane shows any more nothing is kept. */
export function forgetAnnotations(articles: Iterable<string>): void {
  const byArticle = new Map(useAnnotated.getState().byArticle)
  for (const article of articles) {
    tables.delete(article)
    byArticle.delete(article)
  }
  useAnnotated.setState({ byArticle })
}

/** Begins with another library. */
export function forgetAllAnnotations(): void {
  tables.clear()
  useAnnotated.setState({ byArticle: new Map() })
}

const keyed = (one: ResolvedAnnotation): readonly [string, ResolvedAnnotation] => [
  one.annotation.id,
  one,
]

const show = (article: string, table: Table<ResolvedAnnotation>): void =>
  useAnnotated.setState(({ byArticle }) => ({
    byArticle: new Map(byArticle).set(article, table.values()),
  }))

const orders = new WeakMap<readonly ResolvedAnnotation[], readonly ResolvedAnnotation[]>()

/** In the order of the text; orphans last. The same for the same list, which must not be changed in place. */
export function inTextOrder(all: readonly ResolvedAnnotation[]): readonly ResolvedAnnotation[] {
  const known = orders.get(all)
  if (known) return known
  const ordered = [...all].sort(byPlace)
  orders.set(all, ordered)
  return ordered
}

const byPlace = (a: ResolvedAnnotation, b: ResolvedAnnotation): number =>
  (a.anchor.start ?? Number.POSITIVE_INFINITY) - (b.anchor.start ?? Number.POSITIVE_INFINITY) ||
  (a.anchor.end ?? 0) - (b.anchor.end ?? 0) ||
  a.annotation.target.start - b.annotation.target.start
