// Opens files for reading, and nothing but files: whoever opens a named pipe waits until somebody
// writes to it, and so for ever. What was opened is asked what it is, so that nothing can be put in
// its place between the question and the reading.
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { NotAFile } from '../errors.ts'

/** Windows knows neither, and needs them not: no pipe lies in one of its folders. */
const withoutWaiting = (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/**
 * Opens a file for reading; a link to a file is followed. The caller closes it. Throws `NotAFile` for
 * a folder, a pipe, a socket or a device, else what the file system throws.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  let file: FileHandle
  try {
    file = await open(path, constants.O_RDONLY | withoutWaiting)
  } catch (thrown) {
    // A socket cannot be opened at all, and the system's word for that says nothing.
    demandFile(path, await stat(path).catch(() => null))
    throw thrown
  }
  try {
    demandFile(path, await file.stat())
    return file
  } catch (thrown) {
    await file.close()
    throw thrown
  }
}

/** The bytes of a file. Throws as `openRegular` does. */
export async function readRegular(path: string): Promise<Buffer> {
  const file = await openRegular(path)
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** The text of a file and what the system says of it, without waiting. Throws as `openRegular` does. */
export function readRegularSync(path: string): { readonly text: string; readonly stats: Stats } {
  const { bytes, stats } = readBytesSync(path)
  return { text: bytes.toString('utf8'), stats }
}

/** The same, as bytes. */
export function readBytesSync(path: string): { readonly bytes: Buffer; readonly stats: Stats } {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | withoutWaiting)
  } catch (thrown) {
    demandFile(path, statSync(path, { throwIfNoEntry: false }) ?? null)
    throw thrown
  }
  try {
    const stats = fstatSync(file)
    demandFile(path, stats)
    return { bytes: readFileSync(file), stats }
  } finally {
    closeSync(file)
  }
}

function demandFile(path: string, found: Stats | null): void {
  if (found && !found.isFile()) throw new NotAFile(path, kindOf(found))
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder'
  if (found.isFIFO()) return 'a named pipe'
  if (found.isSocket()) return 'a socket'
  return 'a device'
}
