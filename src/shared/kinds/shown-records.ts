// What the records of the kinds that windows show look like. Types alone: the core has parsed what it
// tells by the kind's schema, and windows do without schemas.
import type { KeptSearch } from './kept-search.ts'
import type { Reading } from './reading.ts'
import type { TagRecord } from './tag.ts'

export interface ShownRecords {
  readonly 'reading': Reading
  readonly 'kept-search': KeptSearch
  readonly 'tag': TagRecord
}
export type ShownKind = keyof ShownRecords
