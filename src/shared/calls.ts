// The one table of everything the app can do, put together of what each feature says of its calls and
// events in `calls/`. Each host carries it; none adds to it.
import type { z } from 'zod'
import { addingCalls } from './calls/adding.ts'
import { annotationsCalls, annotationsEvents } from './calls/annotations.ts'
import { articlesCalls } from './calls/articles.ts'
import type { CallTable, EventTable } from './calls/call-rule.ts'
import { checkingCalls } from './calls/checking.ts'
import { comparingCalls, comparingEvents } from './calls/comparing.ts'
import { exchangeCalls } from './calls/exchange.ts'
import { historyCalls, historyEvents } from './calls/history.ts'
import { libraryCalls, libraryEvents } from './calls/library.ts'
import { listingCalls, listingEvents } from './calls/listing.ts'
import { notesCalls } from './calls/notes.ts'
import { readingStateCalls } from './calls/reading-state.ts'
import { recordsCalls, recordsEvents } from './calls/records.ts'
import { searchCalls, searchEvents } from './calls/search.ts'
import { searchesCalls } from './calls/searches.ts'
import { settingsCalls } from './calls/settings.ts'
import { storiesCalls, storiesEvents } from './calls/stories.ts'
import { tagsCalls } from './calls/tags.ts'
import { windowCalls, windowEvents } from './calls/window.ts'

export const calls = {
  ...windowCalls,
  ...settingsCalls,
  ...libraryCalls,
  ...addingCalls,
  ...listingCalls,
  ...articlesCalls,
  ...annotationsCalls,
  ...notesCalls,
  ...tagsCalls,
  ...comparingCalls,
  ...storiesCalls,
  ...searchCalls,
  ...searchesCalls,
  ...readingStateCalls,
  ...recordsCalls,
  ...historyCalls,
  ...exchangeCalls,
  ...checkingCalls,
} satisfies CallTable

type CallName = keyof typeof calls

export type Arg<N extends CallName> = z.input<(typeof calls)[N]['arg']>
export type ParsedArg<N extends CallName> = z.output<(typeof calls)[N]['arg']>
export type CallResult<N extends CallName> = z.output<(typeof calls)[N]['result']>

export const events = {
  ...windowEvents,
  ...libraryEvents,
  ...listingEvents,
  ...annotationsEvents,
  ...comparingEvents,
  ...storiesEvents,
  ...searchEvents,
  ...recordsEvents,
  ...historyEvents,
} satisfies EventTable
export type EventData<E extends keyof typeof events> = z.output<(typeof events)[E]>
