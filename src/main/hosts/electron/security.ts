// The window may show our own page and nothing else: no navigation, no new windows, no permissions,
// no web views. Electron's security checklist, items 5 and 11 to 14.
import { app, type Session, type WebContents } from 'electron'
import { devServerUrl } from './dev-server.ts'

export const scheme = 'app'
export const host = 'parallax'

/** The page's address; under `npm run dev` its server's. */
export const pageUrl = (): string =>
  devServerUrl({ isPackaged: app.isPackaged, argv: process.argv, env: process.env }) ??
  `${scheme}://${host}/index.html`

/** Whether a URL is of our own page. Compares scheme and host: the origin of a custom scheme is `null` in Node. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host: found } = new URL(url)
  const expected = new URL(pageUrl())
  return protocol === expected.protocol && found === expected.host
}

/** To be called for every web contents, before anything is loaded. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Copying a quote is the one thing the page may ask for. */
const granted = 'clipboard-sanitized-write'

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === granted && isOurs(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (contents, permission) =>
      (permission as string) === granted && contents !== null && isOurs(contents.getURL()),
  )
}
