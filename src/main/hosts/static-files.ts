// Serves the renderer's files, for `app://` and for the loopback server alike, each under the same
// strict policy. Knows only its own folder.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/**
 * The content security policy.
 * @param connect extra sources for `connect-src`, such as the event socket
 */
export const contentSecurityPolicy = (connect = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${connect === '' ? '' : ` ${connect}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

export interface StaticAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
}

/** Answers for a URL's path. 404 for what is not there and for what lies outside the folder. */
export async function serveStatic(
  root: string,
  pathname: string,
  connect = '',
): Promise<StaticAnswer> {
  const missing: StaticAnswer = { status: 404, headers: {}, body: null }
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return missing
  }
  if (decoded.includes('\0')) return missing
  const file = join(root, normalize(decoded === '/' ? '/index.html' : decoded))
  if (!file.startsWith(root + sep)) return missing
  const body = await readFile(file).catch(() => null)
  if (body === null) return missing
  return {
    status: 200,
    body,
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(connect),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy':
        'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    },
  }
}
