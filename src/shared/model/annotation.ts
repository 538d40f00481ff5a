// A highlight on a passage of one article, with what is needed to find the passage again.
import { z } from 'zod'
import { colors } from './color.ts'
import { limits } from './limits.ts'

const offset = z.number().int().nonnegative()
const time = z.iso.datetime()

/**
 * Where an annotation stands. Position and quote together (W3C TextPositionSelector and
 * TextQuoteSelector, but in UTF-16 units), with the hash of the text both were taken from.
 * An empty range (`end` is `start`) stands on nothing: see `detached.ts`.
 */
export const Target = z.strictObject({
  start: offset,
  end: offset,
  exact: z.string().min(1),
  /** Up to 32 code units before and after, fewer at the text's ends. */
  prefix: z.string(),
  suffix: z.string(),
  textHash: z.string(),
})
export type Target = Readonly<z.infer<typeof Target>>

/** A tag's name as one may give it; `/` makes a tree. Without white space at its ends, without control characters. */
export const TagName = z
  .string()
  .min(1)
  .max(limits.tagLength)
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'must not start or end with white space')

/** As it is kept. What one may ask for is narrower: `AnnotationDraft`, `AnnotationPatch`. */
/** What another machine set one part to without knowing of what holds, until the reader has looked at it. */
const AnnotationVersion = z.strictObject({
  field: z.string(),
  value: z.unknown(),
  /** When it was set, and where: names it. */
  stamp: z.string(),
})

export const Annotation = z.strictObject({
  id: z.uuid(),
  target: Target,
  color: z.enum(colors),
  tags: z.array(z.string()).readonly(),
  /** Markdown; empty when there is none. */
  note: z.string(),
  created: time,
  modified: time,
  /** The latest first; absent where there is none. */
  versions: z.array(AnnotationVersion).readonly().optional(),
})
export type Annotation = Readonly<z.infer<typeof Annotation>>

/** Words of a passage as they were, and what stands in their place; either may be empty. */
export const WordChange = z.strictObject({ was: z.string(), is: z.string() })
export type WordChange = Readonly<z.infer<typeof WordChange>>

/** Where a target's words are in the text at hand. An orphan is data, never an error. */
export const Anchor = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('anchored'), start: offset, end: offset, score: z.number() }),
  z.strictObject({
    state: z.literal('moved'),
    start: offset,
    end: offset,
    score: z.number(),
    /** Which of its words are others now, in their order; absent where they are the same. */
    changes: z.array(WordChange).readonly().optional(),
  }),
  z.strictObject({
    state: z.literal('orphaned'),
    start: z.null(),
    end: z.null(),
    score: z.number(),
  }),
])
export type Anchor = Readonly<z.infer<typeof Anchor>>

export const ResolvedAnnotation = z.strictObject({ annotation: Annotation, anchor: Anchor })
export type ResolvedAnnotation = Readonly<z.infer<typeof ResolvedAnnotation>>
