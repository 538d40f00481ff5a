// Which library is open: opens another as the user asks for it, holds the one that is left until the
// windows have said their last word, and finds what to open at the start.
import { realpath } from 'node:fs/promises'
import type { OpenLibrary } from '../shared/calls/library.ts'
import type { AppError } from '../shared/errors.ts'
import { ok, type Result } from '../shared/result.ts'
import type { AppDeps } from './app-deps.ts'
import type { OpenLibraries } from './core/open-libraries.ts'
import type { Stream } from './core/stream.ts'
import type { Library } from './library.ts'
import { createOpener } from './opener.ts'
import { ensureSample, samplePath } from './sample.ts'
import { createSampleReading } from './sample-reading.ts'
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

/** @param machine names this machine in what is written */
export function createOpening(
  deps: AppDeps,
  userData: UserData,
  stream: Stream,
  machine: string,
): Opening {
  /** Of an opening that is under way when the app is closed. */
  const ending = new AbortController()
  const sampleReading = createSampleReading(deps.work)
  const opener = createOpener({
    app: deps,
    sampleWork: sampleReading.opening,
    userData,
    stream,
    machine,
    signal: ending.signal,
  })
  const { libraries, view, openAt } = opener
  let started: Promise<Started> | null = null

  const openSample = async (): Promise<Result<{ shown: OpenLibrary; made: boolean }>> => {
    const { resources, dataDir, now } = deps
    const made = await ensureSample({ resources, dataDir, work: sampleReading.making, now })
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
      await opener.idle()
      await libraries.close()
    },
  }
}
