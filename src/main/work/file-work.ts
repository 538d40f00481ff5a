// What is done with files that nobody here wrote, in whatever process or thread it is done.
import type { ParsedArticle } from '../../shared/model/article.ts'
import type { Result } from '../../shared/result.ts'
import type { EncodingPreviews } from '../reading/encoding-previews.ts'
import type { CleanHtml } from '../reading/paste-html.ts'
import type { Order } from './scheduler.ts'

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
  /** The encoding that the reader chose for the file, if it is text. */
  readonly encoding?: string
}

/** What its order's signal ends fails with `stopped`. */
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
  /** How a file that is text looks in each encoding. */
  readEncodings(path: string, order?: Order): Promise<Result<EncodingPreviews>>
  /** What copied HTML holds of text and its shape. */
  cleanHtml(html: string, order?: Order): Promise<Result<CleanHtml>>
  close(): Promise<void>
}
