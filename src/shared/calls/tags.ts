// Tags: how often each is given, and what is said of one.
import { z } from 'zod'
import { TagName } from '../model/annotation.ts'
import { colors } from '../model/color.ts'
import { limits } from '../model/limits.ts'
import { type CallTable, everywhere } from './call-rule.ts'
import { nothing } from './fields.ts'

export const TagCount = z.strictObject({ name: z.string(), count: z.number().int() })
export type TagCount = Readonly<z.infer<typeof TagCount>>

export const tagsCalls = {
  'tags-list': { arg: nothing, result: z.array(TagCount), of: 'library', hosts: everywhere },
  /**
   * What is new of a tag: what is not given stays. A new name is given to it and to those beneath it in
   * all annotations. All of it is one step of undo.
   */
  'tag-save': {
    arg: z.strictObject({
      /** As annotations write it, whichever program did. */
      name: z.string().min(1),
      newName: TagName.optional(),
      color: z.enum(colors).nullable().optional(),
      description: z.string().max(limits.tagDescriptionLength).optional(),
    }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable
