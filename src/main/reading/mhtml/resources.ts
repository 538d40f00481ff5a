// What a saved page's addresses lead to inside its file (RFC 2557).
import { bytesOf, type MimePart } from './mime.ts'

/** Gives the bytes of a part by the address that a page names it by. */
export type Resources = (src: string) => Uint8Array | null

/** The parts by their Content-Location and Content-ID; addresses of a page are relative to `base`. */
export function resourcesOf(leaves: readonly MimePart[], base: string | null): Resources {
  const byName = new Map<string, MimePart>()
  const add = (name: string | null, part: MimePart): void => {
    if (name !== null && !byName.has(name)) byName.set(name, part)
  }
  for (const part of leaves) {
    const location = locationOf(part)
    add(location, part)
    if (location !== null) add(absolute(location, base), part)
    const id = idOf(part)
    if (id !== null) add(`cid:${id}`, part)
  }
  return (src) => {
    const name = src.trim()
    const part =
      byName.get(name) ?? byName.get(absolute(name, base) ?? '') ?? byName.get(unescaped(name))
    return part === undefined ? null : bytesOf(part)
  }
}

export const locationOf = ({ headers }: Pick<MimePart, 'headers'>): string | null =>
  headers.get('content-location')?.replace(/\s+/g, '') || null

/** A part's Content-ID without its angle brackets. */
export const idOf = ({ headers }: MimePart): string | null =>
  headers.get('content-id')?.trim().replace(/^<|>$/g, '') || null

function absolute(address: string, base: string | null): string | null {
  try {
    const url = new URL(address, base ?? undefined)
    url.hash = ''
    return url.href
  } catch {
    // A relative address without a base, or no address at all.
    return null
  }
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    // A per cent sign that escapes nothing.
    return address
  }
}
