// What the core asks of the workers. Tests of the core may do the same work in their own thread.
import type { ParsedArticle } from '../../shared/model/article.ts'
import type { Result } from '../../shared/result.ts'
import { readArticle, readPictures } from '../articles/read-article.ts'

export interface PictureBytes {
  readonly mime: string
  readonly bytes: Uint8Array
}

export interface Work {
  /**
   * Reads and parses one article file, apart from the main thread. `path` is absolute; `part` is
   * which of the articles in the file, from 0, and null for all of it as one.
   */
  readArticle(path: string, part?: number | null): Promise<Result<ParsedArticle>>
  /** One of the article's pictures, by its place in `ParsedArticle.pictures`; null without it. */
  readPicture(
    path: string,
    part: number | null,
    index: number,
  ): Promise<Result<PictureBytes | null>>
  close(): Promise<void>
}

/** What a worker is asked for. */
export interface WorkRequest {
  readonly path: string
  readonly part: number | null
  /** Null: the article itself. */
  readonly picture: number | null
}

/** The work itself, in the thread that calls it. */
export const ownThreadWork: Work = {
  readArticle: (path, part = null) => readArticle(path, { part }),
  async readPicture(path, part, index) {
    const read = await readPictures(path, { part })
    if (!read.ok) return read
    const picture = read.value[index]
    return { ok: true, value: picture ? { mime: picture.mime, bytes: picture.bytes } : null }
  },
  close: async () => undefined,
}
