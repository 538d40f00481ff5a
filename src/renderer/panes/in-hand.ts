// Taking the highlights of a text in hand: by a click, by the caret.
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { annotationsAt, nextInCycle } from '../dom/hit-test.ts'
import type { PaintedAnnotation } from '../dom/painter.ts'
import { takeInHand, useAnnotations } from '../state/annotations.ts'

export const inHandOf = (article: string): string | null => {
  const { inHand } = useAnnotations.getState()
  return inHand?.article === article ? inHand.id : null
}

/** Takes an annotation at an offset in hand: the smallest, or the one after that in hand now. Gives whether there was one. */
export function takeAt(
  article: string,
  painted: readonly PaintedAnnotation[],
  offset: number,
  which: 'smallest' | 'next',
): boolean {
  const ids = annotationsAt(painted, offset).map(({ id }) => id)
  const now = inHandOf(article)
  const id = which === 'next' ? nextInCycle(ids, now) : (ids[0] ?? null)
  if (id !== null) takeInHand({ article, id })
  else if (now !== null) takeInHand(null)
  return id !== null
}

const drawn = new WeakMap<ResolvedAnnotation, PaintedAnnotation>()

/** Orphans are left out. Gives the same object for the same annotation, so that the painter passes it by. */
export const toPainted = (
  resolved: readonly ResolvedAnnotation[],
): readonly PaintedAnnotation[] => {
  const all: PaintedAnnotation[] = []
  for (const one of resolved) {
    const painted = drawn.get(one) ?? asPainted(one)
    if (painted === null) continue
    drawn.set(one, painted)
    all.push(painted)
  }
  return all
}

function asPainted({ annotation, anchor }: ResolvedAnnotation): PaintedAnnotation | null {
  if (anchor.state === 'orphaned') return null
  return {
    id: annotation.id,
    start: anchor.start,
    end: anchor.end,
    color: annotation.color,
    tags: annotation.tags,
    note: annotation.note,
    foundAgain: anchor.state === 'moved',
  }
}
