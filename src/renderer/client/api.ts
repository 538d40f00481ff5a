// The one object the renderer calls. Typed by the table of calls; the core parses what it is given.
import type { CallName, EventName } from '../../shared/call-names.ts'
import type { Arg, CallResult, EventData } from '../../shared/calls.ts'
import type { Result } from '../../shared/result.ts'
import { type Bridge, chooseBridge } from './bridge.ts'

export interface Api {
  call<N extends CallName>(name: N, arg: Arg<N>): Promise<Result<CallResult<N>>>
  on<E extends EventName>(name: E, listener: (data: EventData<E>) => void): () => void
  /** Resolves when events are heard. */
  readonly listening: Promise<void>
  /** What the core told meanwhile was not heard: ask again. */
  onReconnect(listener: () => void): void
}

const createApi = (bridge: Bridge): Api => ({
  call: async <N extends CallName>(name: N, arg: Arg<N>) =>
    (await bridge.call(name, arg)) as Result<CallResult<N>>,
  on: (name, listener) => bridge.on(name, (data) => listener(data as never)),
  listening: bridge.listening ?? Promise.resolve(),
  onReconnect: (listener) => bridge.onReconnect?.(listener),
})

export const api: Api = createApi(chooseBridge())
