// What the core asks of the workers. Tests of the core may do the same work in their own thread.
import type { ParsedArticle } from '../../shared/model/article.ts'
import type { Result } from '../../shared/result.ts'
import type { CleanHtml } from '../reading/paste-html.ts'
import { type Comparer, createOwnComparer } from './comparer.ts'
import type { Order } from './scheduler.ts'
import { createThreadWork } from './thread-work.ts'

export interface PictureBytes {
  readonly mime: string
  readonly bytes: Uint8Array
}

export interface FileOrder extends Order {
  /**
   * Names the state of the file that is to be read: what is asked for again of the same state, while
   * it waits or is read, is read once for all. Not shared without it.
   */
  readonly state?: string
}

/** What is done with files that nobody here wrote. What its order's signal ends fails with `stopped`. */
export interface FileWork {
  /**
   * Reads and parses one article file, apart from the main thread. `path` is absolute; `part` is
   * which of the articles in the file, from 0, and null for all of it as one.
   */
  readArticle(path: string, part?: number | null, order?: FileOrder): Promise<Result<ParsedArticle>>
  /** Every article of a file that holds several, in order; the file is read once for all. */
  readParts(path: string, order?: FileOrder): Promise<Result<readonly ParsedArticle[]>>
  /** One of the article's pictures, by its place in `ParsedArticle.pictures`; null without it. */
  readPicture(
    path: string,
    part: number | null,
    index: number,
    order?: Order,
  ): Promise<Result<PictureBytes | null>>
  /** What copied HTML holds of text and its shape. */
  cleanHtml(html: string, order?: Order): Promise<Result<CleanHtml>>
  close(): Promise<void>
}

export interface Work extends FileWork {
  readonly comparer: Comparer
}

/** What a worker is asked for: one of the above, by name. */
export type WorkRequest =
  | { readonly kind: 'article'; readonly path: string; readonly part: number | null }
  | { readonly kind: 'parts'; readonly path: string }
  | {
      readonly kind: 'picture'
      readonly path: string
      readonly part: number | null
      readonly index: number
    }
  | { readonly kind: 'clean'; readonly html: string }

/** The work itself, in the thread that calls it. */
export const ownThreadWork: Work = { ...createThreadWork(), comparer: createOwnComparer() }
