// A library as a whole: which one is open, and what lies in its folder.
import { z } from 'zod'
import { ArticleId, ArticleSummary, LibraryInfo } from '../model/library.ts'
import { Session } from '../model/settings.ts'
import { Story } from '../model/story.ts'
import { type CallTable, desktop, type EventTable, everywhere, windows } from './call-rule.ts'
import { nothing } from './fields.ts'
import { HistoryState } from './history.ts'

/** A library as the window needs it when it opens one. */
export const OpenLibrary = z.strictObject({
  info: LibraryInfo,
  /** By name. */
  stories: z.array(Story),
  session: Session,
  history: HistoryState,
})
export type OpenLibrary = Readonly<z.infer<typeof OpenLibrary>>

export const libraryCalls = {
  'library-open': {
    arg: z.strictObject({ path: z.string().min(1) }),
    result: OpenLibrary,
    of: 'app',
    hosts: everywhere,
  },
  /** Shows the native dialog; null when the user thought better of it. */
  'library-pick': { arg: nothing, result: OpenLibrary.nullable(), of: 'app', hosts: desktop },
  'sample-open': { arg: nothing, result: OpenLibrary, of: 'app', hosts: windows },
  /** This window has said all it had to say of a library that is open no more. */
  'library-left': {
    arg: z.strictObject({ library: z.string() }),
    result: nothing,
    of: 'app',
    hosts: windows,
  },
  /** Looks at the folder again. What is found is told by events. */
  'library-refresh': {
    /** Whether reading that was stopped goes on. */
    arg: z.strictObject({ resume: z.boolean().default(true) }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable

export const libraryEvents = {
  /** Another library is open now: every window follows. */
  'library-opened': OpenLibrary,
  /** Rows that are new or changed, ids that are gone, and what is wrong with the library now. */
  'library-changed': z.strictObject({
    info: LibraryInfo,
    changed: z.array(ArticleSummary),
    removed: z.array(ArticleId),
    /** These are only some of them: whoever holds rows asks for them again. */
    more: z.boolean(),
  }),
  /** Reading new and changed files. `done === total`: finished. */
  'library-progress': z.strictObject({ done: z.number().int(), total: z.number().int() }),
} satisfies EventTable
