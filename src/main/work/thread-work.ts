// The work itself, in the thread that calls it. Keeps the last files that hold pictures or several
// articles as they were read, so that a book is not parsed anew for each of its pictures.
import { stat } from 'node:fs/promises'
import { ok, type Result } from '../../shared/result.ts'
import { articleIn, articlesIn, type LoadedFile, picturesIn } from '../reading/parse-article.ts'
import type { LoadedPicture } from '../reading/pictures.ts'
import { readEncodings, readFileOnce } from '../reading/read-article.ts'
import type { FileWork } from './file-work.ts'

interface Kept {
  /** Tells one state of the file from the next. */
  readonly stamp: string
  readonly file: LoadedFile
  /** By part, those that were asked for. */
  readonly pictures: Map<number | null, readonly LoadedPicture[]>
}

const mostFiles = 2
/** Bytes that the kept files may come to together. */
const mostBytes = 128 * 1024 * 1024

export function createThreadWork(): FileWork {
  /** By path, the one asked for last at the end. */
  const kept = new Map<string, Kept>()

  const load = async (path: string, encoding: string | null = null): Promise<Result<Kept>> => {
    const stamp = await stampOf(path)
    const wanted = stamp === '' ? '' : `${stamp} ${encoding ?? ''}`
    const known = kept.get(path)
    kept.delete(path)
    if (known && wanted !== '' && known.stamp === wanted) {
      kept.set(path, known)
      return ok(known)
    }
    const read = await readFileOnce(path, encoding)
    if (!read.ok) return read
    const loaded = { stamp: wanted, file: read.value, pictures: new Map() }
    if (isWorthKeeping(read.value)) {
      kept.set(path, loaded)
      forgetOldest(kept)
    }
    return ok(loaded)
  }

  return {
    async readArticle(path, part = null, { encoding } = {}) {
      const loaded = await load(path, encoding)
      return loaded.ok ? withPath(await articleIn(loaded.value.file, part), path) : loaded
    },
    async readParts(path, { encoding } = {}) {
      const loaded = await load(path, encoding)
      return loaded.ok ? withPath(await articlesIn(loaded.value.file), path) : loaded
    },
    async readPicture(path, part, index) {
      const loaded = await load(path)
      if (!loaded.ok) return loaded
      const { pictures, file } = loaded.value
      let mine = pictures.get(part)
      if (!mine) {
        const found = withPath(await picturesIn(file, part), path)
        if (!found.ok) return found
        mine = found.value
        pictures.set(part, mine)
      }
      const picture = mine[index]
      // A copy: what is a view of a whole archive would take the archive with it to the other thread.
      return ok(picture ? { mime: picture.mime, bytes: new Uint8Array(picture.bytes) } : null)
    },
    async readEncodings(path) {
      return withPath(await readEncodings(path), path)
    },
    async cleanHtml(html) {
      const { cleanHtml } = await import('../reading/paste-html.ts')
      return ok(cleanHtml(html))
    },
    async close() {
      kept.clear()
    },
  }
}

const withPath = <T>(result: Result<T>, path: string): Result<T> =>
  result.ok ? result : { ok: false, error: { ...result.error, path } }

async function stampOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch {
    return ''
  }
}

const isWorthKeeping = (file: LoadedFile): boolean =>
  ((file.draft.pictures?.length ?? 0) > 0 || (file.draft.parts?.length ?? 0) > 0) &&
  sizeOf(file) <= mostBytes

const sizeOf = ({ draft }: LoadedFile): number =>
  (draft.pictures ?? []).reduce((sum, { bytes }) => sum + bytes.length, draft.text.length * 2)

function forgetOldest(kept: Map<string, Kept>): void {
  const total = (): number => [...kept.values()].reduce((sum, { file }) => sum + sizeOf(file), 0)
  while (kept.size > mostFiles || total() > mostBytes) {
    const oldest = kept.keys().next()
    if (oldest.done) return
    kept.delete(oldest.value)
  }
}
