// The reader's own word on an article's facts and furniture. What was taken back stays as a correction
// to nothing.
import { Correction, correctionKey } from '../model/correction.ts'
import type { Kind } from './kind.ts'

export const correctionKind: Kind<Correction> = {
  name: 'correction',
  nouns: ['correction', 'corrections'],
  home: { per: 'article' },
  list: 'corrections',
  schema: Correction,
  keyOf: correctionKey,
  fields: ['value', 'target', 'furniture'],
  exchange: 'own',
}
