// What a screen reader says of a highlighted passage.
import type { PaintedAnnotation } from '../dom/painter.ts'

/** Each part of a highlight says it: what is longer is read in the notes. */
const saidLength = 500
const saidTags = 20

const beginning = (text: string): string =>
  text.length > saidLength ? `${text.slice(0, saidLength)}…` : text

/** Colour, whether it waits to be confirmed, tags and note of each annotation, the smallest last; of what is long the beginning. */
export const describeMark = (annotations: readonly PaintedAnnotation[]): string =>
  annotations
    .map(({ color, tags = [], note = '', foundAgain = false }) =>
      [
        `${color} highlight`,
        ...(foundAgain ? ['found again, not confirmed'] : []),
        ...(tags.length > 0 ? [`tagged ${tags.slice(0, saidTags).join(', ')}`] : []),
        ...(note === '' ? [] : [`note: ${beginning(note)}`]),
      ].join(', '),
    )
    .join('; ')
