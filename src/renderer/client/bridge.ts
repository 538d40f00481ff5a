// How the window reaches the core: the preload's bridge in Electron, HTTP and a socket elsewhere.
// Chosen once, here; nothing else in the renderer knows which it is.
import { megabytesOf } from '../../shared/call-limits.ts'
import type { CallName, EventName } from '../../shared/call-names.ts'
import type { AppError } from '../../shared/errors.ts'
import { type At, nowhere, type Told } from '../../shared/stream.ts'

export interface Bridge {
  /**
   * Gives the answer as the core gave it. Never rejects: a lost connection is an error as a value.
   * @param library id of the library that is meant
   */
  call(name: CallName, arg: unknown, library: string | null): Promise<unknown>
  on(name: EventName, listener: Listener): () => void
  /** Resolves when events are heard; after that nothing the core tells is missed. */
  readonly listening?: Promise<void>
  /** Events were not heard for a while, and are again. */
  onReconnect?(listener: () => void): void
}

export type Listener = (data: unknown, at: At) => void

declare global {
  interface Window {
    readonly parallaxBridge?: Bridge
  }
}

export const chooseBridge = (): Bridge => window.parallaxBridge ?? loopbackBridge()

const tokenKey = 'parallax-token'

/** The token from the address's fragment, which is then taken out of the address bar. */
function takeToken(): string {
  const found = new URLSearchParams(location.hash.slice(1)).get('token')
  if (found !== null) {
    sessionStorage.setItem(tokenKey, found)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(tokenKey) ?? ''
}

function loopbackBridge(): Bridge {
  const token = takeToken()
  const window = crypto.randomUUID()
  const listeners = new Map<string, Set<Listener>>()
  const returned = new Set<() => void>()
  let isListening = (): void => undefined
  const listening = new Promise<void>((done) => {
    isListening = done
    setTimeout(done, patience)
  })
  // A page that was not given the token is nobody: it hears nothing.
  if (token !== '')
    listen([`token.${token}`, `window.${window}`], {
      heard: ({ event, data, at }) => {
        for (const listener of listeners.get(event) ?? []) listener(data, at)
      },
      opened: (again) => {
        isListening()
        if (again) for (const listener of returned) listener()
      },
    })
  return {
    listening,
    onReconnect: (listener) => returned.add(listener),
    async call(name, arg, library) {
      const body = JSON.stringify({ library, window, arg })
      try {
        const response = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'authorization': `Bearer ${token}` },
          body,
          // What is said while the page is being closed still arrives.
          keepalive: lastWords.has(name) && body.length < keptAlive,
        })
        if (response.ok) return await response.json()
        return { ok: false, error: errorOf(response.status, name), at: nowhere }
      } catch {
        return { ok: false, error: lostError, at: nowhere }
      }
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
  }
}

/** Calls that a window makes while it is closed. */
const lastWords: ReadonlySet<CallName> = new Set(['session-save', 'annotations-update'])
/** UTF-16 units of a call that may outlive its page: browsers take 64 kB of all such together. */
const keptAlive = 10_000

/** Milliseconds before a lost socket is opened again, and until the app begins without one. */
const retryAfter = 1_000
const patience = 3_000

interface Ear {
  heard(told: Told): void
  opened(again: boolean): void
}

/** @param names the window's token and id, as protocols of the socket: headers it cannot send */
function listen(names: readonly string[], ear: Ear, again = false): void {
  const socket = new WebSocket(`ws://${location.host}/events`, ['parallax.v1', ...names])
  socket.addEventListener('message', ({ data }) => ear.heard(JSON.parse(String(data)) as Told))
  socket.addEventListener('open', () => ear.opened(again))
  socket.addEventListener('close', () => setTimeout(() => listen(names, ear, true), retryAfter))
}

const lostError: AppError = {
  code: 'io',
  message: 'Parallax itself is not answering: it was closed, or has stopped.',
  advice: 'Start Parallax again and open the address it prints. What was saved is safe.',
}

const tooLarge = (what: string, limit: number, advice: string): AppError => ({
  code: 'too-large',
  message: `That is more than Parallax takes in one piece: ${what} may have up to ${limit} MB.`,
  advice,
})

function tooLargeFor(name: CallName): AppError {
  switch (name) {
    case 'library-add':
      return tooLarge('a file', 50, 'Split it into smaller files, or save it as plain text.')
    case 'library-paste':
      return tooLarge('what is pasted', megabytesOf(name), 'Paste it in several pieces.')
    case 'library-import':
      return tooLarge(
        'an exported file',
        megabytesOf(name),
        'Bring it in from the command line, which takes larger ones: parallax import.',
      )
    default:
      return tooLarge('it', megabytesOf(name), 'Shorten it, then try again.')
  }
}

const strangerError: AppError = {
  code: 'bad-sender',
  message: 'This page was not opened with the address that Parallax printed.',
  advice: 'Open the whole address, with what follows the #.',
}

function errorOf(status: number, name: CallName): AppError {
  if (status === 401) return strangerError
  return status === 413 ? tooLargeFor(name) : lostError
}
