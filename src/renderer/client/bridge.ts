// How the window reaches the core: the preload's bridge in Electron, HTTP and a socket elsewhere.
// Chosen once, here; nothing else in the renderer knows which it is.
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
        return { ok: false, error: errorsByStatus[response.status] ?? lostError }
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

const tooLargeError: AppError = {
  code: 'too-large',
  message: 'That is larger than Parallax takes in one piece: a file may have up to 50 MB.',
  advice: 'Split it into smaller files, or save it as plain text.',
}

const strangerError: AppError = {
  code: 'bad-sender',
  message: 'This page was not opened with the address that Parallax printed.',
  advice: 'Open the whole address, with what follows the #.',
}

const errorsByStatus: Readonly<Record<number, AppError | undefined>> = {
  401: strangerError,
  413: tooLargeError,
}
