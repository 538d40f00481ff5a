// Notes out of a library, and into it.
import { z } from 'zod'
import { duplicateChoices } from '../import/twins.ts'
import { ArticleId } from '../model/library.ts'
import { StoryId } from '../model/story.ts'
import { type CallTable, commandLine, desktop, everywhere } from './call-rule.ts'

export const exportFormats = ['markdown', 'html', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ExportRequest = z.strictObject({
  format: z.enum(exportFormats),
  /** Null: the whole library. */
  article: ArticleId.nullable(),
  /** The articles of a story, in its order; null: whatever `article` says. */
  story: StoryId.nullable().default(null),
  /** Also list articles without annotations. */
  empty: z.boolean().default(false),
})
export type ExportRequest = Readonly<z.input<typeof ExportRequest>>

export const ExportFile = z.strictObject({
  name: z.string(),
  mime: z.string(),
  text: z.string(),
  articles: z.number().int(),
  annotations: z.number().int(),
})
export type ExportFile = Readonly<z.infer<typeof ExportFile>>

/** What an import did, or would do. */
export const ImportReport = z.strictObject({
  read: z.number().int(),
  anchored: z.number().int(),
  moved: z.number().int(),
  orphaned: z.number().int(),
  /** Already here: the same, or changed here since. */
  duplicates: z.number().int(),
  /** Already here, and changed later in the file: joined; what was here is kept as a version. */
  joined: z.number().int(),
  /** Here under another id: on the same passage of the same article. What became of them was asked for. */
  twins: z.number().int(),
  /** Of these, those with another note, tags or colour than here. */
  differing: z.number().int(),
  /** Stories and verdicts that are new. */
  stories: z.number().int(),
  verdicts: z.number().int(),
  /** Records of other kinds that say something new. */
  records: z.array(z.strictObject({ noun: z.string(), count: z.number().int() })),
  /** What could not be brought in, a sentence each. */
  lost: z.array(z.string()),
})
export type ImportReport = Readonly<z.infer<typeof ImportReport>>

export const exchangeCalls = {
  /**
   * Takes an exported JSON's text. `duplicates`: what is done with highlights that are here under other
   * ids: theirs are left out, both are kept, or theirs take the place of those here.
   */
  'library-import': {
    arg: z.strictObject({
      text: z.string(),
      name: z.string(),
      dryRun: z.boolean(),
      duplicates: z.enum(duplicateChoices).default('skip'),
    }),
    result: ImportReport,
    of: 'library',
    hosts: everywhere,
  },
  'export-build': {
    arg: ExportRequest.extend({
      /** UTF-16 units of the text that are wanted, from its beginning; null: the whole. */
      atMost: z.number().int().nonnegative().nullable().default(null),
    }),
    result: ExportFile,
    of: 'library',
    hosts: everywhere,
  },
  /** Builds, asks for a place with the native dialog, writes; null when the user thought better of it. */
  'export-save': {
    arg: ExportRequest,
    result: z.strictObject({ path: z.string() }).nullable(),
    of: 'library',
    hosts: desktop,
  },
  /** Builds, and writes it at a path, in whose place nothing is or a file that may go. */
  'export-write': {
    arg: ExportRequest.extend({ path: z.string() }),
    result: ExportFile.pick({ articles: true, annotations: true }).extend({ path: z.string() }),
    of: 'library',
    hosts: commandLine,
  },
} satisfies CallTable
