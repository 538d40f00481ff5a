// Opens zip archives that may have been made to hurt. What an archive says of its own sizes is never
// believed: a part is unpacked against hard limits, in memory, and only when it is asked for. Names
// are looked up, never written to a disk. Archives inside the archive stay closed.
import { crc32, inflateRawSync } from 'node:zlib'
import type { Warning } from '../../../shared/model/article.ts'
import { Refused } from '../refused.ts'
import { type Entry, entriesOf } from './directory.ts'
import { locked } from './locked.ts'

export interface Limits {
  /** Bytes that all parts together may unpack to. */
  readonly all: number
  /** Bytes of one part. */
  readonly part: number
}

const usual: Limits = { all: 256 * 1024 * 1024, part: 64 * 1024 * 1024 }
/** Text of real documents packs to a fiftieth at best; only parts above `ratioFrom` bytes are asked. */
const mostRatio = 250
const ratioFrom = 8 * 1024 * 1024

export interface Archive {
  /** In the order of the archive. */
  readonly names: readonly string[]
  readonly warnings: readonly Warning[]
  has(name: string): boolean
  /**
   * The bytes of a part; null where there is none of that name.
   * @throws Refused (`damaged`, `encrypted`, `too-large`)
   */
  read(name: string): Uint8Array | null
  /** As `read`, for parts that the text can do without: a warning in place of what `read` throws. */
  readOptional(name: string): Uint8Array | null
}

/**
 * Opens an archive. Nothing is unpacked yet.
 * @throws Refused (`damaged`, `too-large`, `encrypted`)
 */
export async function openArchive(bytes: Uint8Array, limits: Limits = usual): Promise<Archive> {
  const entries = await entriesOf(bytes)
  const byName = new Map<string, Entry>()
  const byKey = new Map<string, Entry>()
  const warnings: Warning[] = []
  let twice: string | null = null
  for (const entry of entries) {
    if (byName.has(entry.name)) twice ??= entry.name
    byName.set(entry.name, entry)
    const key = keyOf(entry.name)
    if (!byKey.has(key)) byKey.set(key, entry)
  }
  if (twice !== null)
    warnings.push({
      code: 'part-twice',
      message: `The file holds “${shown(twice)}” more than once; the last of them was read.`,
    })
  const find = (name: string): Entry | undefined => byName.get(name) ?? byKey.get(keyOf(name))
  const cache = new Map<Entry, Uint8Array>()
  const failed = new Map<Entry, Refused>()
  let left = limits.all

  function read(name: string): Uint8Array | null {
    const entry = find(name)
    if (entry === undefined) return null
    const known = cache.get(entry)
    if (known !== undefined) return known
    const before = failed.get(entry)
    if (before !== undefined) throw before
    try {
      const limit = Math.min(left, limits.part, Math.max(ratioFrom, entry.size * mostRatio))
      const data = unpack(bytes, entry, limit, (used) => {
        left = Math.max(0, left - used)
      })
      cache.set(entry, data)
      return data
    } catch (thrown) {
      if (thrown instanceof Refused) failed.set(entry, thrown)
      throw thrown
    }
  }

  return {
    names: [...byName.keys()],
    warnings,
    has: (name) => find(name) !== undefined,
    read,
    readOptional(name) {
      const entry = find(name)
      if (entry === undefined || failed.has(entry)) return null
      try {
        return read(name)
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown
        if (warnings.length < 20)
          warnings.push({
            code: 'part-left-out',
            message: `The part “${shown(name)}” of the file could not be read and was left out.`,
          })
        return null
      }
    },
  }
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/** A part's name in a message: short, on one line. */
const shown = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replace(/^(.{60}).+$/su, '$1…')

function unpack(
  bytes: Uint8Array,
  entry: Entry,
  limit: number,
  used: (bytes: number) => void,
): Uint8Array {
  if (entry.isEncrypted) throw locked()
  const packed = dataOf(bytes, entry)
  const { method } = entry
  if (method !== 0 && method !== 8) throw broken(entry)
  if (method === 0) {
    if (packed.length > limit) throw tooLarge()
    used(packed.length)
    if (crc32(packed) !== entry.crc) throw broken(entry)
    return packed
  }
  let data: Uint8Array
  try {
    data = inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (thrown) {
    const isTooLarge = thrown instanceof RangeError
    used(isTooLarge ? limit : packed.length)
    throw isTooLarge ? tooLarge() : broken(entry)
  }
  used(data.length)
  if (crc32(data) !== entry.crc) throw broken(entry)
  return data
}

/** The packed bytes, found by the part's own header: its length there may differ from the directory's. */
function dataOf(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { at, size } = entry
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw broken(entry)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + size > bytes.length) throw broken(entry)
  return bytes.subarray(start, start + size)
}

const again = 'Get the file anew from where it came from, then open that.'

const broken = ({ name }: Entry): Refused =>
  new Refused('damaged', `is damaged: its part “${shown(name)}” cannot be unpacked`, again)

const tooLarge = (): Refused =>
  new Refused(
    'too-large',
    'unpacks to far more than an article can hold',
    'Do not trust the file if you do not know where it comes from.',
  )
