// What an archive lists. yauzl reads the list, ZIP64 and all; we keep what unpacking needs.
import { fromBuffer, getFileNameLowLevel, type Entry as YauzlEntry, type ZipFile } from 'yauzl'
import { Refused } from '../refused.ts'
import { locked } from './locked.ts'

export interface Entry {
  readonly name: string
  /** Where the part's own header begins, in bytes. */
  readonly at: number
  /** Packed bytes, as the list says. */
  readonly size: number
  /** 0 for stored, 8 for deflated. */
  readonly method: number
  readonly crc: number
  readonly isEncrypted: boolean
}

/** More parts than any book has. */
const mostEntries = 10_000

/**
 * All parts that an archive lists, folders left out.
 * @throws Refused (`damaged`, `too-large`, `encrypted`)
 */
export async function entriesOf(bytes: Uint8Array): Promise<Entry[]> {
  const archive = trimmed(bytes)
  if (archive === null)
    throw new Refused(
      'damaged',
      'is cut off: its end, which lists what is in it, is missing',
      'Get the file anew from where it came from, then open that.',
    )
  try {
    return await list(archive)
  } catch (thrown) {
    if (thrown instanceof Refused) throw thrown
    // yauzl names what it met in the words of the format; a reader is told only what to do.
    if (thrown instanceof Error && thrown.message.includes('encryption')) throw locked()
    throw new Refused(
      'damaged',
      'is damaged: the list of its parts cannot be read',
      'Get the file anew from where it came from, then open that.',
    )
  }
}

/** The file up to the end of its archive; null if that end is missing. Stray bytes after it are common. */
function trimmed(bytes: Uint8Array): Buffer | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = Buffer.from('PK\x05\x06', 'latin1')
  const earliest = buffer.length - 22 - 2 * 0xffff
  let at = buffer.lastIndexOf(mark)
  for (let tries = 0; at >= 0 && at >= earliest && tries < 100; tries++) {
    if (at + 22 <= buffer.length) {
      const end = at + 22 + buffer.readUInt16LE(at + 20)
      if (end <= buffer.length) return buffer.subarray(0, end)
    }
    if (at === 0) break
    at = buffer.lastIndexOf(mark, at - 1)
  }
  return null
}

function list(buffer: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    const take = (zip: ZipFile, entry: YauzlEntry): void => {
      const name = nameOf(entry)
      if (!name.endsWith('/')) {
        if (entries.length === mostEntries) {
          reject(
            new Refused(
              'too-large',
              `holds more than ${mostEntries.toLocaleString('en')} parts`,
              'Do not trust the file if you do not know where it comes from.',
            ),
          )
          return
        }
        entries.push({
          name,
          at: entry.relativeOffsetOfLocalHeader,
          size: entry.compressedSize,
          method: entry.compressionMethod,
          crc: entry.crc32,
          isEncrypted: entry.isEncrypted(),
        })
      }
      zip.readEntry()
    }
    // Names are decoded here, since yauzl refuses the whole archive for one that it dislikes.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error !== null) {
        reject(error)
        return
      }
      zip.on('error', reject)
      zip.on('end', () => resolve(entries))
      zip.on('entry', (entry: YauzlEntry) => {
        try {
          take(zip, entry)
        } catch (thrown) {
          reject(thrown)
        }
      })
      zip.readEntry()
    })
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Many programs write UTF-8 without saying so; what is none is of the old PC's character set. */
function nameOf(entry: YauzlEntry): string {
  const raw = entry.fileNameRaw
  try {
    return utf8.decode(raw).replaceAll('\\', '/')
  } catch {
    // Not UTF-8, whatever the archive says: the flag for it is left out.
    return getFileNameLowLevel(0, raw, entry.extraFields, false)
  }
}
