// The reader's own word on an article: on its facts, and on what of it is furniture. What was taken
// back stays as a correction to nothing, so that a synced copy does not bring it back.
import { z } from 'zod'
import { Target } from './annotation.ts'
import { type ArticleMeta, metaOf } from './article.ts'
import { type MetaField, metaFields } from './library.ts'

const time = z.iso.datetime()

export const FactCorrection = z.strictObject({
  kind: z.literal('fact'),
  field: z.enum(metaFields),
  /** Null: what the file says. */
  value: z.string().nullable(),
  modified: time,
})
export type FactCorrection = Readonly<z.infer<typeof FactCorrection>>

export const BlockMark = z.strictObject({
  kind: z.literal('mark'),
  /** Of the text and the place it was made on: two machines that mark one block make one mark. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** The block's words, to find it again by. */
  target: Target,
  /** Whether it is furniture. Null: as the rules say. */
  furniture: z.boolean().nullable(),
  modified: time,
})
export type BlockMark = Readonly<z.infer<typeof BlockMark>>

export const Correction = z.discriminatedUnion('kind', [FactCorrection, BlockMark])
export type Correction = Readonly<z.infer<typeof Correction>>

/** What a correction is about: of two with the same key the later one holds. */
export const correctionKey = (correction: Correction): string =>
  correction.kind === 'fact' ? `fact ${correction.field}` : `mark ${correction.id}`

/** Whether it says anything, or was taken back. */
export const isInForce = (correction: Correction): boolean =>
  (correction.kind === 'fact' ? correction.value : correction.furniture) !== null

/** The same taken back: the file's or the rules' own word holds. */
export const withdrawn = (correction: Correction): Correction =>
  correction.kind === 'fact' ? { ...correction, value: null } : { ...correction, furniture: null }

const factsOf = (corrections: readonly Correction[]): FactCorrection[] =>
  corrections.filter((each) => each.kind === 'fact').filter(isInForce)

/** The facts with the reader's word in the place of the file's. */
export function correctedMeta(said: ArticleMeta, corrections: readonly Correction[]): ArticleMeta {
  const own = factsOf(corrections).map(({ field, value }) => [field, value])
  return own.length === 0 ? metaOf(said) : { ...metaOf(said), ...Object.fromEntries(own) }
}

/** The facts that were corrected, in their usual order. */
export function correctedFields(corrections: readonly Correction[]): MetaField[] {
  const own = new Set(factsOf(corrections).map(({ field }) => field))
  return metaFields.filter((field) => own.has(field))
}

/** The marks of blocks that are in force, those made last at the end. */
export const marksOf = (corrections: readonly Correction[]): BlockMark[] =>
  corrections
    .filter((each) => each.kind === 'mark')
    .filter(isInForce)
    .sort((a, b) => (a.modified < b.modified ? -1 : a.modified > b.modified ? 1 : 0))
