// A core that answers when a test says so: each call waits, each event is told by hand, so that answers
// and events can overtake each other as they do between processes.
import type { Bridge, Listener } from '../../../src/renderer/client/bridge.ts'
import type { CallName, EventName } from '../../../src/shared/call-names.ts'
import type { OpenLibrary } from '../../../src/shared/calls/library.ts'
import type { Arg, CallResult, EventData } from '../../../src/shared/calls.ts'
import type { AppError } from '../../../src/shared/errors.ts'
import type { ResolvedAnnotation } from '../../../src/shared/model/annotation.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { emptySession } from '../../../src/shared/model/defaults.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'
import { rowOf } from '../list-rows.ts'

interface Asked<N extends CallName = CallName> {
  readonly name: N
  readonly arg: Arg<N>
  readonly library: string | null
  /** @param revision at which the core began with it */
  answer(value: CallResult<N>, revision: number): void
  refuse(error: AppError): void
}

export interface FakeCore {
  /** Calls that are not answered yet, in their order. */
  readonly waiting: Asked[]
  /** The next call of this name, waited for and taken out of those that wait. */
  next<N extends CallName>(name: N): Promise<Asked<N>>
  tell<E extends EventName>(event: E, data: EventData<E>, library: string, revision: number): void
  /** From now on calls of this name are answered at once, as of what was told last. */
  always<N extends CallName>(name: N, answer: (arg: Arg<N>) => CallResult<N>): void
  /** From now on calls of this name wait again. */
  never(name: CallName): void
  /** The connection was lost, and is there again. */
  reconnect(): void
}

/** Takes the place of the bridge. To be called before anything of the renderer's client is imported. */
export function installFakeCore(): FakeCore {
  const listeners = new Map<string, Set<Listener>>()
  const returned: (() => void)[] = []
  const waiting: Asked[] = []
  const answers = new Map<string, (arg: never) => unknown>()
  let told = 0
  const bridge: Bridge = {
    call: (name, arg, library) =>
      new Promise((done) => {
        const asked: Asked = {
          name,
          arg: arg as never,
          library,
          answer: (value, revision) => done({ ok: true, value, at: { library, revision } }),
          refuse: (error) => done({ ok: false, error, at: { library, revision: 0 } }),
        }
        const answer = answers.get(name)
        if (answer) asked.answer(answer(arg as never) as never, told)
        else waiting.push(asked)
      }),
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    onReconnect: (listener) => void returned.push(listener),
  }
  Object.defineProperty(window, 'parallaxBridge', { value: bridge, configurable: true })
  return {
    waiting,
    async next(name) {
      for (let turn = 0; turn < 200; turn++) {
        const at = waiting.findIndex((asked) => asked.name === name)
        const [found] = at < 0 ? [] : waiting.splice(at, 1)
        if (found) return found as never
        await new Promise((done) => setTimeout(done, 5))
      }
      throw new Error(`“${name}” was not asked for`)
    },
    tell(event, data, library, revision) {
      told = Math.max(told, revision)
      for (const listener of listeners.get(event) ?? []) listener(data, { library, revision })
    },
    always(name, answer) {
      answers.set(name, answer)
    },
    never(name) {
      answers.delete(name)
    },
    reconnect() {
      for (const listener of returned) listener()
    },
  }
}

export const articleOf = (
  id: string,
  resolved: readonly ResolvedAnnotation[] = [],
  text = 'The bridge is shut.',
): OpenArticle => ({
  ...rowOf(id),
  version: text,
  text,
  textHash: text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  spans: [],
  pictures: [],
  said: noMeta,
  warnings: [],
  resolved: [...resolved],
  frozen: null,
})

export const annotationOf = (number: number, note = ''): ResolvedAnnotation => ({
  annotation: {
    id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    target: { start: 0, end: 3, exact: 'The', prefix: '', suffix: ' bridge', textHash: '' },
    color: 'yellow',
    tags: [],
    note,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
  },
  anchor: { state: 'anchored', start: 0, end: 3, score: 1 },
})

/** A library with some articles open. */
export const libraryOf = (path: string, open: readonly string[] = []): OpenLibrary => ({
  info: { path, name: path.slice(1), readOnly: null, sample: false, problems: [] },
  stories: [],
  session: { ...emptySession, panes: open.map((article) => ({ article, top: 0, size: null })) },
  history: { undo: null, redo: null },
})
