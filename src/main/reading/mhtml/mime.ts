// Takes a MIME message apart into its leaves (RFC 2045, 2046). Our own, because the libraries for
// mail join all pages of a message into one and forget the addresses that a saved page knows its
// parts by (Content-Location, RFC 2557); of a cut-off file they give less than there is.

/** A field's value without its parameters, in lower case, and the parameters by lower-case name. */
export interface Field {
  readonly value: string
  readonly params: ReadonlyMap<string, string>
}

export interface MimePart {
  /** By name in lower case; the first of each name. Values are unfolded, in Latin-1. */
  readonly headers: ReadonlyMap<string, string>
  readonly type: Field
  /** As it stands in the file, each byte a character. */
  readonly body: string
}

export interface MimeMessage {
  readonly headers: ReadonlyMap<string, string>
  readonly type: Field
  /** What holds no other parts, in order. */
  readonly leaves: readonly MimePart[]
  /** A part's end mark is missing. */
  readonly cut: boolean
  /** Some parts are nested too deep, or are too many, and were left out. */
  readonly left: boolean
}

const deepest = 100
const mostParts = 5000

/** Takes a message apart. `source` has one character a byte. Bounded in depth and number of parts. */
export function readMime(source: string): MimeMessage {
  const top = partOf(source)
  const leaves: MimePart[] = []
  let cut = false
  let left = false
  const todo: { readonly part: MimePart; readonly depth: number }[] = [{ part: top, depth: 0 }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { part, depth } = next
    const inner = innerOf(part)
    if (inner === null) leaves.push(part)
    else {
      const room = depth < deepest ? Math.max(0, mostParts - leaves.length - todo.length) : 0
      cut ||= inner.cut
      left ||= inner.bodies.length > room
      for (const body of inner.bodies.slice(0, room).reverse())
        todo.push({ part: partOf(body), depth: depth + 1 })
    }
  }
  return { headers: top.headers, type: top.type, leaves, cut, left }
}

function partOf(source: string): MimePart {
  const { headers, bodyAt } = readHeaders(source)
  return {
    headers,
    type: fieldOf(headers.get('content-type') ?? 'text/plain'),
    body: source.slice(bodyAt),
  }
}

/** Header lines up to the first empty one; folded lines are joined. */
function readHeaders(source: string): {
  readonly headers: ReadonlyMap<string, string>
  readonly bodyAt: number
} {
  const headers = new Map<string, string>()
  let at = 0
  let name: string | null = null
  while (at < source.length) {
    const feed = source.indexOf('\n', at)
    const end = feed === -1 ? source.length : feed
    const line = source.slice(at, end).replace(/\r$/, '')
    if (line === '') return { headers, bodyAt: Math.min(source.length, end + 1) }
    const field = /^([!-9;-~]{1,80})[ \t]*:[ \t]*/.exec(line)
    if (/^[ \t]/.test(line)) {
      if (name !== null) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
    } else if (field === null) {
      // The body begins without an empty line; the first line may be an mbox's "From …".
      if (at > 0 || !line.startsWith('From ')) return { headers, bodyAt: at }
    } else {
      const key = (field[1] ?? '').toLowerCase()
      name = headers.has(key) ? null : key
      if (name !== null) headers.set(name, line.slice(field[0].length).trim())
    }
    at = end + 1
  }
  return { headers, bodyAt: source.length }
}

/** `text/html; charset="utf-8"` and such. */
export function fieldOf(text: string): Field {
  const params = new Map<string, string>()
  const value = (/^[^;]*/.exec(text)?.[0] ?? '').trim().toLowerCase()
  const each = /;\s*([\w*.-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g
  for (const [, name = '', quoted, bare = ''] of text.slice(0, 4000).matchAll(each))
    params.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare.trim())
  return { value, params }
}

/** The parts in a part; null for a leaf. */
function innerOf({ type, headers, body }: MimePart): { bodies: string[]; cut: boolean } | null {
  const attached = fieldOf(headers.get('content-disposition') ?? '').value === 'attachment'
  if (type.value === 'message/rfc822' && !attached) return { bodies: [body], cut: false }
  if (!type.value.startsWith('multipart/')) return null
  const boundary = type.params.get('boundary') ?? /^--([^\s-][^\r\n]{0,200})\r?\n/m.exec(body)?.[1]
  return boundary === undefined || boundary === '' ? null : split(body, `--${boundary.trimEnd()}`)
}

/** Cuts a body at its delimiter lines. What stands before the first and after the last is no part. */
function split(body: string, delimiter: string): { bodies: string[]; cut: boolean } {
  const bodies: string[] = []
  let start = -1
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    if (at > 0 && body[at - 1] !== '\n') continue
    const after = body.slice(at + delimiter.length, at + delimiter.length + 3)
    const isLast = after.startsWith('--')
    if (!isLast && !/^[ \t]*(?:\r?\n|$)/.test(after)) continue
    if (start !== -1) bodies.push(body.slice(start, at).replace(/\r?\n$/, ''))
    if (isLast) return { bodies, cut: false }
    const feed = body.indexOf('\n', at)
    start = feed === -1 ? body.length : feed + 1
  }
  if (start !== -1) bodies.push(body.slice(start))
  return { bodies, cut: true }
}

/** A part's body, its transfer encoding undone. Never fails: what is no code stays. */
export function bytesOf({ headers, body }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
  if (encoding.startsWith('base64')) return Buffer.from(body, 'base64')
  if (encoding.startsWith('quoted-printable')) return Buffer.from(unquoted(body), 'latin1')
  return Buffer.from(body, 'latin1')
}

const unquoted = (body: string): string =>
  body
    .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, '')
    .replace(/=(?:\r?\n|([\dA-Fa-f]{2}))/g, (_, hex?: string) =>
      hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
    )
