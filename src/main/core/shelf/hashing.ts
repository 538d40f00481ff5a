// What a file holds, as a number: several files at a time, so that the disk is never waited for by one
// alone, and whole where they are small.
import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { inTurns } from '../../../shared/in-turns.ts'
import { errorFor } from '../../errors.ts'
import type { FoundFile } from './walk.ts'

/** Files that are read at a time, and bytes up to which one is read whole. */
const atOnce = 8
const whole = 1024 * 1024

/**
 * The SHA-256 of each file's bytes in lower-case hex, or why it cannot be read, in their order.
 * @returns null when the signal was aborted
 */
export async function hashFiles(
  root: string,
  files: readonly FoundFile[],
  signal: AbortSignal,
): Promise<(string | AppError)[] | null> {
  const found: (string | AppError)[] = []
  const hash = async ({ path, size }: FoundFile, at: number): Promise<void> => {
    found[at] = await hashFile(join(root, path), size, signal)
  }
  await inTurns(files, atOnce, hash, () => !signal.aborted)
  return signal.aborted ? null : found
}

async function hashFile(
  path: string,
  size: number,
  signal: AbortSignal,
): Promise<string | AppError> {
  const hash = createHash('sha256')
  try {
    if (size <= whole) return hash.update(await readFile(path)).digest('hex')
    const file = await open(path)
    try {
      const chunk = Buffer.allocUnsafe(whole)
      for (;;) {
        const { bytesRead } = await file.read(chunk)
        if (bytesRead === 0 || signal.aborted) return hash.digest('hex')
        hash.update(chunk.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  } catch (thrown) {
    return errorFor(thrown, path, 'read')
  }
}
