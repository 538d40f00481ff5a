// The texts that annotations were made on, compressed: a changed file can be re-anchored by
// aligning old and new, and a deleted one can still be read.
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gunzipSync, gzip } from 'node:zlib'
import type { Result } from '../../shared/result.ts'
import { attempt } from '../errors.ts'
import { writeAtomic } from './atomic-file.ts'
import { readBytesSync, readRegular } from './regular-file.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)
/** Bytes; a text larger than this is no article. */
const maxText = 256 * 1024 * 1024
/** Bytes; a text larger than this is not read at once. */
const maxNow = 8 * 1024 * 1024

export interface Texts {
  /** Keeps a text under its hash. Does nothing when it is there already. */
  keep(textHash: string, text: string): Promise<Result<void>>
  /** The text, or null when it was never kept or no longer matches its hash. */
  load(textHash: string): Promise<string | null>
  /**
   * The same at once, for whoever finds notes again in the middle of other work: most texts are read in a
   * millisecond. Null also for one that would take long.
   */
  loadNow(textHash: string): string | null
  /** What was kept may have been removed: each text is looked for again before it counts as kept. */
  forget(): void
}

export function openTexts(folder: string): Texts {
  const kept = new Set<string>()
  const fileOf = (hash: string): string => join(folder, `${hash}.txt.gz`)
  return {
    forget: () => kept.clear(),
    async keep(textHash, text) {
      if (kept.has(textHash)) return { ok: true, value: undefined }
      const file = fileOf(textHash)
      return attempt(file, 'saved', async () => {
        if (!(await isFile(file))) await writeAtomic(file, await pack(Buffer.from(text, 'utf8')))
        kept.add(textHash)
      })
    },
    async load(textHash) {
      try {
        const bytes = await unpack(await readRegular(fileOf(textHash)), {
          maxOutputLength: maxText,
        })
        return isIntact(bytes, textHash) ? bytes.toString('utf8') : null
      } catch {
        return null
      }
    },
    loadNow(textHash) {
      try {
        const bytes = gunzipSync(readBytesSync(fileOf(textHash)).bytes, { maxOutputLength: maxNow })
        return isIntact(bytes, textHash) ? bytes.toString('utf8') : null
      } catch {
        return null
      }
    },
  }
}

const isIntact = (bytes: Buffer, textHash: string): boolean =>
  createHash('sha256').update(bytes).digest('hex') === textHash

/** Only a file can hold a text: what else stands in its place is written over. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
