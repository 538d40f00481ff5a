// `app://parallax/…`: the renderer's files, each with its policy. No `file://` anywhere.
import { protocol } from 'electron'
import { serveStatic } from '../static-files.ts'
import { host, scheme } from './security.ts'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** @param renderer the folder of the built page */
export function serveScheme(renderer: string): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    if (url.host !== host) return new Response(null, { status: 404 })
    const { status, headers, body } = await serveStatic(renderer, url.pathname)
    return new Response(body ? new Uint8Array(body) : null, { status, headers })
  })
}
