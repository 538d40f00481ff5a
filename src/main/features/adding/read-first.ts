// Reads a file that is to be added from a copy under way: only what could be read gets a place.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { maxFileSize, tooLarge } from '../../core/shelf/shelf.ts'
import { attempt } from '../../errors.ts'
import { type Disk, type Staged, stage } from '../../store/new-file.ts'
import type { Work } from '../../work/work.ts'
import { safePath } from './safe-name.ts'

/** A file to add: the name it shall have, and its bytes or where it lies. */
export interface NewFile {
  readonly name: string
  readonly source: Uint8Array | string
}

export interface ReadingFirst {
  /** Where files are while they are read; on the library's own disk. */
  readonly incoming: string
  /** Another disk than the real one; for tests of disks that this machine has not. */
  readonly disk: Disk | undefined
  readonly work: Work
}

/** A copy that was read, and is to be given its place or removed. */
interface ReadFile {
  readonly staged: Staged
  readonly parsed: ParsedArticle
}

/** Leaves no copy behind when it fails; then the error names the file. */
export async function readFirst(
  { incoming, disk, work }: ReadingFirst,
  { name, source }: NewFile,
): Promise<Result<ReadFile>> {
  const size = typeof source === 'string' ? await sizeOf(source) : ok(source.length)
  if (!size.ok) return size
  if (size.value > maxFileSize) return fail(tooLarge(name, size.value, 'save it as plain text'))
  const staged = await attempt(name, 'copied', () =>
    stage(incoming, basename(safePath(name)), source, disk),
  )
  if (!staged.ok) return staged
  // Outside the queue: what waits for the disk holds up nobody.
  const [parsed, settled] = await Promise.all([
    work.readArticle(staged.value.path, null, { rank: 'soon' }),
    attempt(name, 'saved', staged.value.settle),
  ])
  if (!parsed.ok) {
    await staged.value.remove()
    return fail({ ...parsed.error, path: name })
  }
  if (!settled.ok) {
    await staged.value.remove()
    return settled
  }
  return ok({ staged: staged.value, parsed: parsed.value })
}

async function sizeOf(path: string): Promise<Result<number>> {
  const found = await attempt(path, 'read', () => stat(path))
  if (!found.ok) return found
  if (found.value.isFile()) return ok(found.value.size)
  const isFolder = found.value.isDirectory()
  return fail({
    code: isFolder ? 'is-folder' : 'unsupported',
    message: `“${basename(path)}” is a ${isFolder ? 'folder' : 'device or a pipe'}, not a file.`,
    advice: 'Choose a file.',
    path,
  })
}
