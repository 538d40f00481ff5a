// Records of the kinds that windows show, whichever they are.
import { z } from 'zod'
import { limits } from '../model/limits.ts'
import { type CallTable, type EventTable, everywhere } from './call-rule.ts'

const ShownRecord = z.strictObject({
  key: z.string(),
  /** As the schema of its kind says. */
  record: z.record(z.string(), z.unknown()),
})

export const recordsCalls = {
  /** Records of one kind that windows show, as `shared/kinds` has them. */
  'records-get': {
    arg: z.strictObject({
      kind: z.string(),
      /** Null: all that there are. */
      keys: z.array(z.string().max(200)).max(limits.ids).nullable(),
    }),
    result: z.strictObject({ records: z.array(ShownRecord) }),
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable

export const recordsEvents = {
  /** Records of one kind that are new, others, or gone. */
  'records-changed': z.strictObject({
    kind: z.string(),
    changed: z.array(ShownRecord),
    removed: z.array(z.string()),
  }),
} satisfies EventTable
