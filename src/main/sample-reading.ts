// The reading of the sample. It is made beside its place and opened there a moment later, by somebody who
// waits for it from the first file on: each is read once for both.
import { basename } from 'node:path'
import type { ParsedArticle } from '../shared/model/article.ts'
import type { Result } from '../shared/result.ts'
import { createQueue } from './store/queue.ts'
import type { FileOrder } from './work/file-work.ts'
import type { Work } from './work/work.ts'

export interface SampleReading {
  /** For making it: one file after the other, by the process that stands ready. No second one is started. */
  readonly making: Work
  /** For opening it: what was read when it was made is not read again while it is the same. */
  readonly opening: Work
}

export function createSampleReading(work: Work): SampleReading {
  const queue = createQueue()
  /** By content and name: a few short texts, and none where the sample was there already. */
  const made = new Map<string, ParsedArticle>()

  const read = async (
    path: string,
    part: number | null,
    order: FileOrder,
  ): Promise<Result<ParsedArticle>> => {
    const article = await work.readArticle(path, part, { ...order, rank: 'asked' })
    if (article.ok) made.set(keyOf(path, part, article.value.sha256), article.value)
    return article
  }

  return {
    making: {
      ...work,
      readArticle: (path, part = null, order = {}) => queue.run(() => read(path, part, order)),
    },
    opening: {
      ...work,
      async readArticle(path, part = null, order = {}) {
        const known = made.get(keyOf(path, part, order.state ?? ''))
        return known ? { ok: true, value: known } : work.readArticle(path, part, order)
      },
    },
  }
}

const keyOf = (path: string, part: number | null, sha256: string): string =>
  `${sha256} ${part ?? ''} ${basename(path)}`
