// Opens one library after the other, each known by its true path, and tells the windows which it is.
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { OpenLibrary } from '../shared/calls/library.ts'
import { emptySession } from '../shared/model/defaults.ts'
import { ok, type Result } from '../shared/result.ts'
import type { AppDeps } from './app-deps.ts'
import { createOpenLibraries, type OpenLibraries } from './core/open-libraries.ts'
import type { Stream } from './core/stream.ts'
import { type Library, openLibrary } from './library.ts'
import { samplePath } from './sample.ts'
import { createQueue } from './store/queue.ts'
import type { UserData } from './store/user-data.ts'
import type { Work } from './work/work.ts'

/** How many libraries are remembered as opened lately. */
const maxRecent = 12

export interface OpenerDeps {
  readonly app: AppDeps
  /** For the sample. */
  readonly sampleWork: Work
  readonly userData: UserData
  readonly stream: Stream
  /** Names this machine in what is written. */
  readonly machine: string
  /** Ends an opening that is under way when the app is closed. */
  readonly signal: AbortSignal
}

export interface Opener {
  readonly libraries: OpenLibraries<Library>
  /** A library as the window needs it when it opens one. */
  view(library: Library): OpenLibrary
  /** Makes the library at a path the open one. Fails as opening a library does. */
  openAt(path: string): Promise<Result<OpenLibrary>>
  /** Resolves when nothing is being opened. */
  idle(): Promise<void>
}

export function createOpener(deps: OpenerDeps): Opener {
  const { app, sampleWork, userData, stream, machine, signal } = deps
  const libraries = createOpenLibraries<Library>()
  // One library is opened at a time, and known by its true path: another way to it is the same one.
  const opening = createQueue()

  const view = (library: Library): OpenLibrary => ({
    info: library.info(),
    stories: library.stories(),
    session: userData.state.sessions[library.path] ?? emptySession,
    history: library.history(),
  })

  const openAnew = async (path: string): Promise<Result<Library>> => {
    const sample = path === (await realpath(samplePath(app.dataDir)).catch(() => null))
    return openLibrary(path, {
      work: sample ? sampleWork : app.work,
      now: app.now,
      emit: stream.of(path),
      mode: 'write',
      toBin: app.host.toBin,
      watch: true,
      search: { dataDir: app.dataDir, workerUrl: app.indexWorker ?? null },
      signal,
      machine,
      gained: () => {
        // One that is still being opened is shown as it is then.
        const open = libraries.current()
        if (open?.path === path) stream.emit('library-opened', view(open))
      },
      sample,
    })
  }

  /** The library at its true path: as it is open, or was until a moment ago, else opened anew. */
  const libraryAt = async (path: string): Promise<Result<Library>> => {
    const open = libraries.current()
    const known = open?.path === path ? open : await libraries.takeBack(path)
    // One that could only be read is opened anew: what stood in the way may be gone.
    return known && !known.info().readOnly ? ok(known) : openAnew(path)
  }

  const openNow = async (path: string): Promise<Result<OpenLibrary>> => {
    const opened = await libraryAt(path)
    if (!opened.ok) return opened
    const library = opened.value
    const another = library !== libraries.current()
    stream.show(library.path)
    await libraries.show(library, app.host.windows?.() ?? [])
    const { path: root } = library
    await userData.updateState((state) => ({
      ...state,
      recent: [root, ...state.recent.filter((other) => other !== root)].slice(0, maxRecent),
    }))
    const shown = view(library)
    if (another) stream.emit('library-opened', shown)
    return ok(shown)
  }

  const openAt = (path: string): Promise<Result<OpenLibrary>> =>
    opening.run(async () => openNow(await realpath(path).catch(() => resolve(path))))

  return { libraries, view, openAt, idle: () => opening.idle() }
}
