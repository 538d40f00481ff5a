// Highlights and notes: in the file of their article, the oldest first, so that a new one is a new last line.
import { Annotation } from '../model/annotation.ts'
import type { Kind } from './kind.ts'

export const annotationKind: Kind<Annotation> = {
  name: 'annotation',
  nouns: ['annotation', 'annotations'],
  home: { per: 'article' },
  list: 'annotations',
  schema: Annotation,
  keyOf: ({ id }) => id,
  fields: ['target', 'color', 'tags', 'note'],
  sets: ['tags'],
  exchange: 'own',
  versions: true,
  orderOf: ({ created, id }) => `${created} ${id}`,
}
