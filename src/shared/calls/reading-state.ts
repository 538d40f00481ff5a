// How far the reader is with articles.
import { z } from 'zod'
import { ArticleId } from '../model/library.ts'
import { limits } from '../model/limits.ts'
import { readingStates } from '../search/ast.ts'
import { type CallTable, everywhere } from './call-rule.ts'
import { offset } from './fields.ts'

export const readingStateCalls = {
  /** How far the reader is with some articles. One step of undo. Gives how many of them are there. */
  'reading-set': {
    arg: z.strictObject({
      articles: z.array(ArticleId).min(1).max(limits.marked),
      state: z.enum(readingStates),
    }),
    result: z.strictObject({ articles: offset }),
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable
