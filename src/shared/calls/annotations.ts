// Annotations: made, changed, deleted.
import { z } from 'zod'
import { Annotation, ResolvedAnnotation, TagName } from '../model/annotation.ts'
import { colors } from '../model/color.ts'
import { ArticleId, OpenArticle } from '../model/library.ts'
import { limits } from '../model/limits.ts'
import { type CallTable, type EventTable, everywhere } from './call-rule.ts'
import { nothing, offset, textHash } from './fields.ts'

const tags = z.array(TagName).max(limits.tags)
const note = z.string().max(limits.noteLength)
const annotationIds = z.array(z.uuid()).min(1).max(limits.ids)

export const AnnotationDraft = z.strictObject({
  article: ArticleId,
  start: offset,
  end: offset,
  textHash,
  color: z.enum(colors),
  tags: tags.default([]),
  note: note.default(''),
})
export type AnnotationDraft = Readonly<z.input<typeof AnnotationDraft>>

/** What to change; what is absent stays. */
export const AnnotationPatch = z.strictObject({
  color: z.enum(colors).optional(),
  tags: tags.optional(),
  note: note.optional(),
  /** Attach to another passage of the same article. */
  range: z.strictObject({ start: offset, end: offset, textHash }).optional(),
})
export type AnnotationPatch = Readonly<z.infer<typeof AnnotationPatch>>

/**
 * Highlights that were found again, each with where it was shown, in the text that was shown: what stands
 * elsewhere by now was not what the reader spoke of.
 */
const SeenAgain = z.strictObject({
  article: ArticleId,
  textHash,
  places: z
    .array(z.strictObject({ id: z.uuid(), start: offset, end: offset }))
    .min(1)
    .max(limits.ids),
})
export type SeenAgain = Readonly<z.infer<typeof SeenAgain>>

export const annotationsCalls = {
  'annotations-create': {
    arg: AnnotationDraft,
    result: ResolvedAnnotation,
    of: 'library',
    hosts: everywhere,
  },
  /** Makes annotations in one or several articles as one step of undo: all of them, or none. */
  'annotations-add': {
    arg: z.strictObject({ drafts: z.array(AnnotationDraft).min(1).max(limits.drafts) }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  'annotations-update': {
    arg: z.strictObject({ article: ArticleId, ids: annotationIds, patch: AnnotationPatch }),
    result: z.array(Annotation),
    of: 'library',
    hosts: everywhere,
  },
  /** A version that another machine made of one part holds, or is put away. One step of undo. */
  'annotations-settle': {
    arg: z.strictObject({
      article: ArticleId,
      id: z.uuid(),
      stamp: z.string().max(100),
      use: z.boolean(),
    }),
    result: Annotation,
    of: 'library',
    hosts: everywhere,
  },
  /** The passages are the right ones: from now on the highlights are made on their present words. One step of undo. */
  'annotations-confirm': {
    arg: SeenAgain,
    result: z.array(Annotation),
    of: 'library',
    hosts: everywhere,
  },
  /**
   * The passages are not the right ones: the highlights stand on nothing, keep the words that they were
   * made on, and are found again by no change of the file. One step of undo.
   */
  'annotations-detach': {
    arg: SeenAgain,
    result: z.array(Annotation),
    of: 'library',
    hosts: everywhere,
  },
  'annotations-delete': {
    arg: z.strictObject({ article: ArticleId, ids: annotationIds }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Puts the newest good copy in the place of a damaged annotations file that was set aside. */
  'annotations-restore': {
    arg: z.strictObject({ article: ArticleId }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable

export const annotationsEvents = {
  /** Annotations of an article that are new, others, or gone. */
  'annotations-changed': z.strictObject({
    article: ArticleId,
    /** Where they stand is not known at the moment: whoever shows the article asks again. */
    unplaced: z.boolean(),
    /** `changed` are all that there are: what is not among them is gone. */
    whole: z.boolean(),
    changed: z.array(ResolvedAnnotation),
    removed: z.array(z.uuid()),
    /** How many the article has now, as its row counts them. */
    annotations: z.number().int().nonnegative(),
    notes: z.number().int().nonnegative(),
  }),
} satisfies EventTable
