// The core, assembled for a host: the stream of what is told, the open library, the door for calls.
// Knows no host.
import type { OpenLibrary } from '../shared/calls/library.ts'
import type { Result } from '../shared/result.ts'
import type { AppDeps } from './app-deps.ts'
import { createDispatch, type Dispatch } from './core/dispatch.ts'
import { createStream, type Emit } from './core/stream.ts'
import { createHandlers } from './handlers.ts'
import { createOpening } from './opening.ts'
import { machineName } from './store/machine-name.ts'
import { openUserData, type UserData } from './store/user-data.ts'

export type { AppDeps } from './app-deps.ts'
export type { Dispatch } from './core/dispatch.ts'
export type { Tell } from './core/stream.ts'
export type { WindowBounds } from './store/user-data.ts'

export interface App {
  readonly dispatch: Dispatch
  readonly userData: UserData
  /** Tells the windows what the host has to say, such as a chosen menu item. */
  readonly emit: Emit
  /** Opens another library, as if the user had chosen it. */
  openLibrary(path: string): Promise<Result<OpenLibrary>>
  /** Finishes what is being written and lets go of every library. */
  close(): Promise<void>
}

export async function createApp(deps: AppDeps): Promise<App> {
  const userData = await openUserData(deps.dataDir)
  const stream = createStream(deps.host.emit)
  const opening = createOpening(deps, userData, stream, await machineName(deps.dataDir))
  const { libraries } = opening
  return {
    dispatch: createDispatch({
      handlers: createHandlers(deps, userData, opening),
      at: stream.at,
      isOpen: (library) =>
        library === null ? libraries.current() === null : libraries.named(library) !== null,
      onBug: deps.onBug,
    }),
    userData,
    emit: stream.emit,
    openLibrary: opening.openAt,
    async close() {
      await opening.close()
      await userData.idle()
      await deps.work.close()
    },
  }
}
