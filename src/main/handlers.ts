// Every call's handler, put together of those that each feature gives for its own calls.
import type { AppError } from '../shared/errors.ts'
import { fail } from '../shared/result.ts'
import type { AppDeps } from './app-deps.ts'
import { libraryHandlers } from './assembly/library-calls.ts'
import { windowHandlers } from './assembly/window-calls.ts'
import type { Handlers, OnLibrary } from './core/handlers.ts'
import { historyHandlers } from './core/history-calls.ts'
import type { Host } from './core/host.ts'
import { recordsHandlers } from './core/records/calls.ts'
import { addingHandlers } from './features/adding/calls.ts'
import { annotationsHandlers } from './features/annotations/calls.ts'
import { articlesHandlers } from './features/articles/calls.ts'
import { checkingHandlers } from './features/checking/calls.ts'
import { comparingHandlers } from './features/comparing/calls.ts'
import { exchangeHandlers } from './features/exchange/calls.ts'
import type { ExchangeDeps } from './features/exchange/exchange.ts'
import { listingHandlers } from './features/listing/calls.ts'
import { notesHandlers } from './features/notes/calls.ts'
import { readingStateHandlers } from './features/reading-state/calls.ts'
import { searchHandlers } from './features/search/calls.ts'
import { searchesHandlers } from './features/searches/calls.ts'
import { settingsHandlers } from './features/settings/calls.ts'
import { storiesHandlers } from './features/stories/calls.ts'
import { tagsHandlers } from './features/tags/calls.ts'
import type { Library } from './library.ts'
import type { Opening } from './opening.ts'
import type { UserData } from './store/user-data.ts'

/** Those of every call. They know no host but by what `deps.host` offers. */
export function createHandlers(deps: AppDeps, userData: UserData, opening: Opening): Handlers {
  const { host } = deps
  const on = onLibrary(opening.libraries.named)
  return {
    ...windowHandlers(deps, userData, opening),
    ...settingsHandlers(userData),
    ...libraryHandlers(on, opening, host),
    ...featureHandlers(on, deps, host),
  }
}

/** Those of the calls of features: what they need of the app itself is in `deps`. */
export const featureHandlers = (
  on: OnLibrary<Library>,
  deps: ExchangeDeps & Pick<AppDeps, 'work'>,
  host: Pick<Host, 'pickSavePath'>,
) => ({
  ...addingHandlers(on),
  ...listingHandlers(on),
  ...articlesHandlers(on, deps.work),
  ...annotationsHandlers(on),
  ...notesHandlers(on),
  ...tagsHandlers(on),
  ...comparingHandlers(on, deps.work),
  ...storiesHandlers(on),
  ...searchHandlers(on),
  ...searchesHandlers(on),
  ...readingStateHandlers(on),
  ...recordsHandlers(on),
  ...historyHandlers(on),
  ...exchangeHandlers(on, deps, host),
  ...checkingHandlers(on),
})

/** @param named the library of an id; dispatch has made sure that it is open */
export const onLibrary =
  (named: (id: string | null) => Library | null): OnLibrary<Library> =>
  (work) =>
  async (arg, { library }) => {
    const open = named(library)
    return open ? work(open, arg) : fail(noLibrary())
  }

const noLibrary = (): AppError => ({
  code: 'not-open',
  message: 'No library is open.',
  advice: 'Open a folder of articles first.',
})
