// The core behind the door, as a host starts it.
import { resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type App, type AppDeps, createApp } from '../../src/main/app.ts'
import type { Host } from '../../src/main/core/host.ts'
import type { CallName, EventName } from '../../src/shared/call-names.ts'
import { type CallResult, calls, type EventData, events } from '../../src/shared/calls.ts'
import type { ListedRow } from '../../src/shared/model/rows.ts'
import type { Answer, At, Caller, Told } from '../../src/shared/stream.ts'
import { clock, ownWork } from './library/support.ts'
import { errorOf, must, tempFolder } from './store/support.ts'

export interface Started {
  readonly app: App
  readonly dataDir: string
  readonly bugs: unknown[]
  readonly told: EventName[]
  /** Everything that was told, as the windows got it. */
  readonly stream: Told[]
  /** A call of the window `one`, which shows what was opened last; of another caller if given. */
  ask(name: CallName, arg?: unknown, from?: Partial<Caller>): Promise<Answer<unknown>>
  call<N extends CallName>(name: N, arg?: unknown, from?: Partial<Caller>): Promise<CallResult<N>>
  error(
    name: CallName,
    arg?: unknown,
    from?: Partial<Caller>,
  ): Promise<{ code: string; message: string }>
}

const bare = { folderDialog: false, saveDialog: false, nativeMenu: false, openLinks: false }

/** A core for one test, closed after it. Everything it says is held to the table of calls. */
export async function startApp(
  host: Partial<Host> = {},
  deps: Partial<AppDeps> = {},
): Promise<Started> {
  const dataDir = deps.dataDir ?? (await tempFolder())
  const bugs: unknown[] = []
  const told: EventName[] = []
  const stream: Told[] = []
  /** What a window would show: calls mean it. */
  let library: string | null = null
  const app = await createApp({
    host: {
      capabilities: bare,
      emit: <E extends EventName>(event: E, data: EventData<E>, at: At) => {
        told.push(event)
        stream.push({ event, data, at })
        if (event === 'library-opened') library = at.library
        expect(events[event].safeParse(data).error, event).toBeUndefined()
      },
      ...host,
    },
    work: ownWork(),
    version: '0.0.0',
    dataDir,
    resources: resolve('resources'),
    now: clock(),
    onBug: (thrown) => bugs.push(thrown),
    ...deps,
  })
  onTestFinished(() => app.close())
  const ask: Started['ask'] = (name, arg = {}, from = {}) =>
    app.dispatch(name, arg, { host: 'electron', window: 'one', library, ...from })
  return {
    app,
    dataDir,
    bugs,
    told,
    stream,
    ask,
    async call(name, arg = {}, from = {}) {
      const value = must(await ask(name, arg, from))
      // What is given must be what the table promises.
      expect(calls[name].result.safeParse(value).error, name).toBeUndefined()
      return value as never
    },
    error: async (name, arg = {}, from = {}) => errorOf(await ask(name, arg, from)),
  }
}

/** The rows of the list in the order of their paths, once the index knows that there are so many. */
export async function listedRows(
  { call }: Pick<Started, 'call'>,
  total: number,
): Promise<readonly ListedRow[]> {
  const range = { query: { sort: 'path' }, start: 0, end: 500 }
  const listed = async () => (await call('rows-page', range)).total
  await expect.poll(listed, { timeout: 10_000 }).toBe(total)
  // A row is listed before the index has all that is said of it, such as its title.
  const settling = async () => (await call('rows-counts')).settling
  await expect.poll(settling, { timeout: 10_000 }).toBe(false)
  return (await call('rows-page', range)).rows
}
