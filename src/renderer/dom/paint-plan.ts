// Which annotations lie on which block, and what changed since last time: so that a repaint touches
// no more blocks than it must. Pure of the DOM.
import type { Color } from '../../shared/model/color.ts'
import { blockIndexAt } from '../../shared/text/blocks.ts'
import { clip, flatten, type Segment } from '../../shared/text/spans.ts'
import type { OffsetText } from './block-places.ts'

/** What the painter needs of an annotation. UTF-16 offsets, end exclusive; orphans are left out. */
export interface PaintedAnnotation {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly color: Color
  readonly tags?: readonly string[]
  readonly note?: string
  /** Does not match the reader's filter: drawn faintly. */
  readonly dimmed?: boolean
  /** Was found again in a changed text, and is not confirmed: told apart. */
  readonly foundAgain?: boolean
}

export interface PaintPlan {
  /** Takes the new state; gives the indices of the blocks that look or read otherwise now. */
  update(annotations: readonly PaintedAnnotation[]): ReadonlySet<number>
  get(id: string): PaintedAnnotation | undefined
  /** The first and the last block an annotation touches. */
  blocksOf(annotation: PaintedAnnotation): readonly [first: number, last: number]
  /**
   * The segments to mark between two offsets of a block. None is white space alone: that joins its
   * neighbour, so that no gap shows.
   */
  segments(block: number, start: number, end: number): readonly Segment[]
}

export function createPaintPlan({ text, blocks }: OffsetText): PaintPlan {
  const current = new Map<string, PaintedAnnotation>()
  const covering = new Map<number, Map<string, PaintedAnnotation>>()

  const blocksOf = ({ start, end }: PaintedAnnotation): readonly [number, number] => [
    blockIndexAt(blocks, start),
    blockIndexAt(blocks, Math.max(start, end - 1)),
  ]

  function update(annotations: readonly PaintedAnnotation[]): ReadonlySet<number> {
    const dirty = new Set<number>()
    for (const after of annotations) {
      const before = current.get(after.id)
      if (before === after) continue
      current.set(after.id, after)
      if (before && looksAlike(before, after)) continue
      if (before) take(before, dirty)
      put(after, dirty)
    }
    // Where as many are known as were given, none has gone.
    if (current.size !== annotations.length) {
      const given = new Set(annotations.map(({ id }) => id))
      for (const [id, before] of current) {
        if (given.has(id)) continue
        current.delete(id)
        take(before, dirty)
      }
    }
    return dirty
  }

  function take(annotation: PaintedAnnotation, dirty: Set<number>): void {
    eachBlock(annotation, (block) => {
      covering.get(block)?.delete(annotation.id)
      dirty.add(block)
    })
  }

  function put(annotation: PaintedAnnotation, dirty: Set<number>): void {
    eachBlock(annotation, (block) => {
      const here = covering.get(block)
      if (here) here.set(annotation.id, annotation)
      else covering.set(block, new Map([[annotation.id, annotation]]))
      dirty.add(block)
    })
  }

  function eachBlock(annotation: PaintedAnnotation, visit: (block: number) => void): void {
    if (annotation.end <= annotation.start) return
    const [first, last] = blocksOf(annotation)
    for (let block = Math.max(0, first); block <= last; block++) visit(block)
  }

  function segments(block: number, start: number, end: number): readonly Segment[] {
    const here = covering.get(block)
    if (!here || here.size === 0) return []
    const spans = [...here.values()].map((annotation) => ({
      id: annotation.id,
      start: outsidePair(text, annotation.start, -1),
      end: outsidePair(text, annotation.end, 1),
    }))
    return joinBlank(text, clip(flatten(spans), start, end))
  }

  return { update, get: (id) => current.get(id), blocksOf, segments }
}

function looksAlike(a: PaintedAnnotation, b: PaintedAnnotation): boolean {
  return (
    a === b ||
    (a.start === b.start &&
      a.end === b.end &&
      a.color === b.color &&
      (a.note ?? '') === (b.note ?? '') &&
      (a.dimmed ?? false) === (b.dimmed ?? false) &&
      (a.foundAgain ?? false) === (b.foundAgain ?? false) &&
      (a.tags ?? []).join('\n') === (b.tags ?? []).join('\n'))
  )
}

/** mark.js marks no white space alone: a segment of it goes to the one before, or else after, it. */
function joinBlank(text: string, segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = []
  let pending: Segment | null = null
  for (const segment of segments) {
    const previous = joined.at(-1)
    if (/\S/.test(text.slice(segment.start, segment.end))) {
      const start: number = pending?.end === segment.start ? pending.start : segment.start
      joined.push({ ...segment, start })
      pending = null
    } else if (previous?.end === segment.start) {
      joined[joined.length - 1] = { ...previous, end: segment.end }
    } else {
      const start: number = pending?.end === segment.start ? pending.start : segment.start
      pending = { ...segment, start }
    }
  }
  return joined
}

/** A mark that began inside a surrogate pair would break the character. */
function outsidePair(text: string, offset: number, step: -1 | 1): number {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  const inside = code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
  return inside ? offset + step : offset
}
