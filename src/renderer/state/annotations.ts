// The annotations of the articles that are open, as the core told them, and the one in hand.
import { create } from 'zustand'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'

export interface InHand {
  readonly article: string
  readonly id: string
}

interface AnnotationsState {
  readonly byArticle: ReadonlyMap<string, readonly ResolvedAnnotation[]>
  readonly inHand: InHand | null
  /** Which part of the one in hand is being written. */
  readonly editing: 'tags' | 'note' | null
  /** Notes as they were written, by annotation, until they are saved. */
  readonly drafts: ReadonlyMap<string, string>
  /** What the core is being asked to save now. */
  readonly saving: number
}

export const useAnnotations = create<AnnotationsState>()(() => ({
  byArticle: new Map(),
  inHand: null,
  editing: null,
  drafts: new Map(),
  saving: 0,
}))

const none: readonly ResolvedAnnotation[] = []

export const annotationsOf = (
  state: Pick<AnnotationsState, 'byArticle'>,
  article: string,
): readonly ResolvedAnnotation[] => state.byArticle.get(article) ?? none

export function setAnnotations(article: string, resolved: readonly ResolvedAnnotation[]): void {
  useAnnotations.setState(({ byArticle, inHand }) => {
    const gone =
      inHand?.article === article && !resolved.some(({ annotation }) => annotation.id === inHand.id)
    return {
      byArticle: new Map(byArticle).set(article, resolved),
      ...(gone && { inHand: null, editing: null }),
    }
  })
}

/** Takes in annotations that are new, others, or gone. */
export function changeAnnotations(
  article: string,
  changed: readonly ResolvedAnnotation[],
  removed: readonly string[],
): void {
  const ids = new Set([...removed, ...changed.map(({ annotation }) => annotation.id)])
  const all = annotationsOf(useAnnotations.getState(), article)
  setAnnotations(article, [...all.filter(({ annotation }) => !ids.has(annotation.id)), ...changed])
}

/** Puts one annotation in before the core's event tells it. */
export const mergeAnnotation = (article: string, made: ResolvedAnnotation): void =>
  changeAnnotations(article, [made], [])

export const takeInHand = (inHand: InHand | null, editing: 'tags' | 'note' | null = null): void =>
  useAnnotations.setState({ inHand, editing })

export const keepDraft = (id: string, note: string): void =>
  useAnnotations.setState(({ drafts }) => ({ drafts: new Map(drafts).set(id, note) }))

/** Unless it was written on meanwhile. */
export const dropDraft = (id: string, note: string): void =>
  useAnnotations.setState(({ drafts }) => {
    if (drafts.get(id) !== note) return {}
    const rest = new Map(drafts)
    rest.delete(id)
    return { drafts: rest }
  })

/** In the order of the text; orphans last. */
export const inTextOrder = (all: readonly ResolvedAnnotation[]): readonly ResolvedAnnotation[] =>
  [...all].sort(
    (a, b) =>
      (a.anchor.start ?? Number.POSITIVE_INFINITY) - (b.anchor.start ?? Number.POSITIVE_INFINITY) ||
      (a.anchor.end ?? 0) - (b.anchor.end ?? 0) ||
      a.annotation.target.start - b.annotation.target.start,
  )
