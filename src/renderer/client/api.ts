// The one object the renderer calls. Typed by the table of calls; the core parses what it is given.
import type { CallName, EventName } from '../../shared/call-names.ts'
import type { Arg, CallResult, EventData } from '../../shared/calls.ts'
import type { Answer, At } from '../../shared/stream.ts'
import { type Bridge, chooseBridge } from './bridge.ts'

/** An answer with the number of its call: calls of this window are numbered as they are made. */
export type Heard<T> = Answer<T> & { readonly asked: number }

export interface Api {
  /** @param library id of the library that is meant; the one the window shows now if not given */
  call<N extends CallName>(
    name: N,
    arg: Arg<N>,
    library?: string | null,
  ): Promise<Heard<CallResult<N>>>
  on<E extends EventName>(name: E, listener: (data: EventData<E>, at: At) => void): () => void
  /** From now on the window shows this library; null: none. Calls mean it unless they name another. */
  showLibrary(library: string | null): void
  /** Id of the library that the window shows. */
  shownLibrary(): string | null
  /** Resolves when events are heard. */
  readonly listening: Promise<void>
  /** What the core told meanwhile was not heard: ask again. */
  onReconnect(listener: () => void): void
}

function createApi(bridge: Bridge): Api {
  let shown: string | null = null
  let calls = 0
  return {
    async call<N extends CallName>(name: N, arg: Arg<N>, library = shown) {
      const asked = ++calls
      const answer = (await bridge.call(name, arg, library)) as Answer<CallResult<N>>
      return { ...answer, asked }
    },
    on: (name, listener) => bridge.on(name, (data, at) => listener(data as never, at)),
    showLibrary(library) {
      shown = library
    },
    shownLibrary: () => shown,
    listening: bridge.listening ?? Promise.resolve(),
    onReconnect: (listener) => bridge.onReconnect?.(listener),
  }
}

export const api: Api = createApi(chooseBridge())

/** How new an answer is. */
export const stampOf = ({ at }: Pick<Answer<unknown>, 'at'>) =>
  ({ revision: at.revision, by: 'answer' }) as const
