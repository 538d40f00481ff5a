// What a screen reader says of a highlighted passage.
import type { PaintedAnnotation } from '../dom/painter.ts'

/** Colour, tags and note of each annotation, the smallest last. */
export const describeMark = (annotations: readonly PaintedAnnotation[]): string =>
  annotations
    .map(({ color, tags = [], note = '' }) =>
      [
        `${color} highlight`,
        ...(tags.length > 0 ? [`tagged ${tags.join(', ')}`] : []),
        ...(note === '' ? [] : [`note: ${note}`]),
      ].join(', '),
    )
    .join('; ')
