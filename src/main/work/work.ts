// What the core asks of the workers. Tests of the core may do the same work in their own thread.
import { type Comparer, createOwnComparer } from './comparer.ts'
import type { FileWork } from './file-work.ts'
import { createThreadWork } from './thread-work.ts'

export interface Work extends FileWork {
  readonly comparer: Comparer
}

/** What a worker is asked for: one of the above, by name. */
export type WorkRequest =
  | {
      readonly kind: 'article'
      readonly path: string
      readonly part: number | null
      readonly encoding?: string | undefined
    }
  | { readonly kind: 'parts'; readonly path: string; readonly encoding?: string | undefined }
  | { readonly kind: 'encodings'; readonly path: string }
  | {
      readonly kind: 'picture'
      readonly path: string
      readonly part: number | null
      readonly index: number
    }
  | { readonly kind: 'clean'; readonly html: string }

/** The work itself, in the thread that calls it. */
export const ownThreadWork: Work = { ...createThreadWork(), comparer: createOwnComparer() }
