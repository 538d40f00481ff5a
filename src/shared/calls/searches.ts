// Searches that are kept under a name.
import { z } from 'zod'
import { limits } from '../model/limits.ts'
import { type CallTable, everywhere } from './call-rule.ts'
import { nothing } from './fields.ts'

export const searchesCalls = {
  /** Keeps a search under a name, or changes one that is kept. One step of undo. */
  'search-keep': {
    arg: z.strictObject({
      /** Null: a new one. */
      id: z.uuid().nullable(),
      name: z.string().trim().min(1).max(limits.searchNameLength),
      query: z.string().max(limits.queryLength),
    }),
    result: z.strictObject({ id: z.uuid() }),
    of: 'library',
    hosts: everywhere,
  },
  'search-forget': {
    arg: z.strictObject({ id: z.uuid() }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable
