// Who may speak to the loopback server. Any page in any browser of this machine can reach the port,
// so every request must prove that it comes from the page this server gave.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Doorkeeper {
  /** 256 bits; given once, in the fragment of the printed address. */
  readonly token: string
  /** The exact `Host` we are: anything else is DNS rebinding. */
  isOurHost(request: IncomingMessage): boolean
  /** The exact `Origin` of our page: anything else, `null` too, is another site. */
  isOurPage(request: IncomingMessage): boolean
  /** Whether a header's value is `prefix` and then the token. Takes the same time either way. */
  hasToken(value: string | undefined, prefix: string): boolean
}

/** @param authority gives `127.0.0.1:PORT` once the server listens */
export function createDoorkeeper(authority: () => string): Doorkeeper {
  const token = randomBytes(32).toString('base64url')
  const expected = Buffer.from(token)
  return {
    token,
    isOurHost: (request) => request.headers.host === authority(),
    isOurPage: (request) => request.headers.origin === `http://${authority()}`,
    hasToken(value, prefix) {
      if (!value?.startsWith(prefix)) return false
      const given = Buffer.from(value.slice(prefix.length))
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
