// What belongs to the user, not to a library: settings, recent libraries, how each was left, the
// window's bounds. Two small files in the user's data folder.
import { join } from 'node:path'
import { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'
import { defaultSettings } from '../../shared/model/defaults.ts'
import { Session, Settings } from '../../shared/model/settings.ts'
import type { Result } from '../../shared/result.ts'
import { attempt } from '../errors.ts'
import { sweepTemps } from './atomic-file.ts'
import { makeFolder } from './make-folder.ts'
import { createQueue } from './queue.ts'
import { setAside } from './safekeeping.ts'
import { openStoreFile, type StoreFile } from './store-file.ts'
import { type Format, serializePlain } from './versioned.ts'

export const WindowBounds = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})
export type WindowBounds = Readonly<z.infer<typeof WindowBounds>>

const State = z.strictObject({
  /** Newest first, absolute paths. */
  recent: z.array(z.string()).readonly(),
  sessions: z.record(z.string(), Session).readonly(),
  window: WindowBounds.nullable(),
})
type State = Readonly<z.infer<typeof State>>

const settingsFormat: Format<Settings> = {
  name: 'parallax/settings',
  version: 1,
  // A setting that an older Parallax did not know takes its default.
  schema: z.preprocess(
    (raw) => (typeof raw === 'object' ? { ...defaultSettings, ...raw } : raw),
    Settings,
  ),
  migrations: {},
  serialize: (data) => serializePlain('parallax/settings', 1, data),
}

const stateFormat: Format<State> = {
  name: 'parallax/state',
  version: 2,
  schema: State,
  // Version 1 knew no stories, pins and comparing; the schema gives a session without them their defaults.
  migrations: { 1: (data) => data },
  serialize: (data) => serializePlain('parallax/state', 2, data),
}

const emptyState: State = { recent: [], sessions: {}, window: null }

export interface UserData {
  readonly settings: Settings
  readonly state: State
  saveSettings(patch: Partial<Settings>): Promise<Result<Settings>>
  /** Computes the next state from the newest one and saves it. */
  updateState(change: (state: State) => State): Promise<Result<State>>
  /** What could not be read at the start. */
  readonly notices: readonly AppError[]
  idle(): Promise<void>
}

/** Opens (or begins) the user's data. A file that cannot be read is set aside and told; defaults stand in. */
export async function openUserData(folder: string): Promise<UserData> {
  const notices: AppError[] = []
  await makeOwnFolder(folder, notices)
  await sweepTemps(folder)
  let settings = await openOrBegin(
    join(folder, 'settings.json'),
    settingsFormat,
    defaultSettings,
    notices,
  )
  let state = await openOrBegin(join(folder, 'state.json'), stateFormat, emptyState, notices)
  const queue = createQueue()
  return {
    get settings() {
      return settings.data
    },
    get state() {
      return state.data
    },
    notices,
    saveSettings: (patch) =>
      queue.run(async () => {
        settings = await asOnDisk(settings, settingsFormat, defaultSettings)
        return settings.write({ ...settings.data, ...patch })
      }),
    updateState: (change) =>
      queue.run(async () => {
        state = await asOnDisk(state, stateFormat, emptyState)
        return state.write(change(state.data))
      }),
    idle: () => queue.idle(),
  }
}

/** Another Parallax of the same user may have written meanwhile: its word counts, too. */
async function asOnDisk<T>(file: StoreFile<T>, format: Format<T>, empty: T): Promise<StoreFile<T>> {
  if (!file.hasChanged()) return file
  const fresh = await openStoreFile(file.path, format, empty)
  return fresh.ok ? fresh.value : file
}

/** The user's own, so closed to others; one that is there already stays as it is. */
async function makeOwnFolder(folder: string, notices: AppError[]): Promise<void> {
  const made = await attempt(folder, 'made', () => makeFolder(folder, 0o700))
  if (!made.ok) notices.push(made.error)
}

async function openOrBegin<T>(
  path: string,
  format: Format<T>,
  empty: T,
  notices: AppError[],
): Promise<StoreFile<T>> {
  const opened = await openStoreFile(path, format, empty)
  if (opened.ok) return opened.value
  const aside = await setAside(path, join(path, '..', 'damaged'), new Date())
  notices.push({
    ...opened.error,
    advice: aside.ok
      ? `It was set aside as “${aside.value}”; Parallax starts with its usual values.`
      : aside.error.message,
  })
  const again = await openStoreFile(path, format, empty)
  if (again.ok) return again.value
  // Not even aside: work in memory, and every save says why it fails.
  return {
    path,
    data: empty,
    write: async () => opened,
    writeOver: async () => opened,
    hasChanged: () => false,
  }
}
