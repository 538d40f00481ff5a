// Which library is open: opens another as the user asks for it, holds the one that is left until the
// windows have said their last word, and finds what to open at the start.
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { OpenLibrary } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import { emptySession } from '../shared/model/defaults.ts'
import { ok, type Result } from '../shared/result.ts'
import type { AppDeps } from './app-deps.ts'
import { createOpenLibraries, type OpenLibraries } from './core/open-libraries.ts'
import type { Stream } from './core/stream.ts'
import { type Library, openLibrary } from './library.ts'
import { ensureSample, samplePath } from './sample.ts'
import { createQueue } from './store/queue.ts'
import type { UserData } from './store/user-data.ts'

interface Started {
  /** What could not be opened or read, to be told once. */
  readonly notices: readonly AppError[]
  /** The sample was made just now. */
  readonly firstStart: boolean
}

export interface Opening {
  readonly libraries: OpenLibraries<Library>
  /** A library as the window needs it when it opens one. */
  view(library: Library): OpenLibrary
  openAt(path: string): Promise<Result<OpenLibrary>>
  /** Makes the sample when it is not there yet, and opens it. */
  openSample(): Promise<Result<OpenLibrary>>
  /** Opens the library asked for, else the last one, else the sample; the first time it is called. */
  start(): Promise<Started>
  close(): Promise<void>
}

const maxRecent = 12

/** @param machine names this machine in what is written */
export function createOpening(
  deps: AppDeps,
  userData: UserData,
  stream: Stream,
  machine: string,
): Opening {
  const libraries = createOpenLibraries<Library>()
  // One library is opened at a time, and known by its true path: another way to it is the same one.
  const opening = createQueue()
  /** Of an opening that is under way when the app is closed. */
  const ending = new AbortController()
  let started: Promise<Started> | null = null

  const view = (library: Library): OpenLibrary => ({
    info: library.info(),
    articles: library.articles(),
    stories: library.stories(),
    session: userData.state.sessions[library.path] ?? emptySession,
    history: library.history(),
  })

  const openAnew = async (path: string): Promise<Result<Library>> =>
    openLibrary(path, {
      work: deps.work,
      now: deps.now,
      emit: stream.of(path),
      mode: 'write',
      watch: true,
      search: { dataDir: deps.dataDir, workerUrl: deps.indexWorker ?? null },
      signal: ending.signal,
      machine,
      gained: () => {
        // One that is still being opened is shown as it is then.
        const open = libraries.current()
        if (open?.path === path) stream.emit('library-opened', view(open))
      },
      sample: path === (await realpath(samplePath(deps.dataDir)).catch(() => null)),
    })

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
    await libraries.show(library, deps.host.windows?.() ?? [])
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

  const openSample = async (): Promise<Result<{ shown: OpenLibrary; made: boolean }>> => {
    const { resources, dataDir, work, now } = deps
    const made = await ensureSample({ resources, dataDir, work, now })
    if (!made.ok) return made
    const session = made.value
    const path = await realpath(samplePath(dataDir))
    if (session)
      await userData.updateState((state) => ({
        ...state,
        sessions: { ...state.sessions, [path]: session },
      }))
    const opened = await openAt(path)
    return opened.ok ? ok({ shown: opened.value, made: session !== null }) : opened
  }

  const start = async (): Promise<Started> => {
    const notices = [...userData.notices]
    const wanted = deps.library ?? userData.state.recent[0]
    if (wanted !== undefined) {
      const opened = await openAt(wanted)
      if (opened.ok || ending.signal.aborted) return { notices, firstStart: false }
      notices.push(opened.error)
    }
    const sample = await openSample()
    if (!sample.ok) notices.push(sample.error)
    return { notices, firstStart: sample.ok && sample.value.made }
  }

  return {
    libraries,
    view,
    openAt,
    async openSample() {
      const opened = await openSample()
      return opened.ok ? ok(opened.value.shown) : opened
    },
    start() {
      started ??= start()
      return started
    },
    async close() {
      ending.abort()
      await started?.catch(() => undefined)
      await opening.idle()
      await libraries.close()
    },
  }
}
