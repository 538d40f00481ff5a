// How the window reaches the core: the preload's bridge in Electron, HTTP and a socket elsewhere.
// Chosen once, here; nothing else in the renderer knows which it is.
import { megabytesOf } from '../../shared/call-limits.ts'
import type { CallName, EventName } from '../../shared/call-names.ts'
import type { AppError } from '../../shared/errors.ts'

export interface Bridge {
  /** Gives the result as the core gave it. Never rejects: a lost connection is an error as a value. */
  call(name: CallName, arg: unknown): Promise<unknown>
  on(name: EventName, listener: (data: unknown) => void): () => void
  /** Resolves when events are heard; after that nothing the core tells is missed. */
  readonly listening?: Promise<void>
  /** Events were not heard for a while, and are again. */
  onReconnect?(listener: () => void): void
}

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
  const listeners = new Map<string, Set<(data: unknown) => void>>()
  const returned = new Set<() => void>()
  let isListening = (): void => undefined
  const listening = new Promise<void>((done) => {
    isListening = done
    setTimeout(done, patience)
  })
  listen(token, {
    heard: (event, data) => {
      for (const listener of listeners.get(event) ?? []) listener(data)
    },
    opened: (again) => {
      isListening()
      if (again) for (const listener of returned) listener()
    },
  })
  return {
    listening,
    onReconnect: (listener) => returned.add(listener),
    async call(name, arg) {
      try {
        const response = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'authorization': `Bearer ${token}` },
          body: JSON.stringify(arg),
          // What is said while the page is being closed still arrives.
          keepalive: name === 'session-save',
        })
        if (response.ok) return await response.json()
        return { ok: false, error: errorOf(response.status, name) }
      } catch {
        return { ok: false, error: lostError }
      }
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
  }
}

/** Milliseconds before a lost socket is opened again, and until the app begins without one. */
const retryAfter = 1_000
const patience = 3_000

interface Ear {
  heard(event: string, data: unknown): void
  opened(again: boolean): void
}

function listen(token: string, ear: Ear, again = false): void {
  if (token === '') return
  const socket = new WebSocket(`ws://${location.host}/events`, ['parallax.v1', `token.${token}`])
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { event: string; data: unknown }
    ear.heard(message.event, message.data)
  })
  socket.addEventListener('open', () => ear.opened(again))
  socket.addEventListener('close', () => setTimeout(() => listen(token, ear, true), retryAfter))
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
