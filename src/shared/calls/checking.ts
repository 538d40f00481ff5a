// Whether a library is sound.
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ReadingReport } from '../model/reading.ts'
import { type CallTable, commandLine } from './call-rule.ts'
import { nothing, offset } from './fields.ts'

export const CheckReport = z.strictObject({
  /** Those that can be read. */
  articles: offset,
  annotations: offset,
  /** Annotations whose words are not in their article any more. */
  orphans: offset,
  stories: offset,
  /** Articles that are the same as another, each pair once. */
  duplicates: ReadingReport.shape.duplicates,
  /** Of the store first, then of the articles. */
  problems: z.array(AppError),
})
export type CheckReport = Readonly<z.infer<typeof CheckReport>>

export const checkingCalls = {
  /** Looks at every article that has annotations. */
  'library-check': { arg: nothing, result: CheckReport, of: 'library', hosts: commandLine },
} satisfies CallTable
