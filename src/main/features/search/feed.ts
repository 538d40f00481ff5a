// Tells the index what there is: everything once, by comparing, then what changes. In the background, a
// batch at a time; nobody waits for it, and what is not told when it ends is found at the next start.
import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Index } from '../../index/open-index.ts'
import type { ArticleSource } from './article-changes.ts'
import { nextBatch } from './batch.ts'
import { compare } from './compare.ts'
import { createPending } from './pending.ts'

export interface Feed {
  /** Everything is to be compared: at the start, and when the index was lost. */
  everything(): void
  articles(ids: readonly string[]): void
  changes(changes: readonly Change[]): void
  /** Articles that the index may not know as they are now; null when it knows all. */
  left(): number | null
  /** Resolves when the index knows all there is, or the feed has ended. */
  idle(): Promise<void>
  end(): void
}

export interface FeedDeps {
  readonly source: ArticleSource
  readonly index: Index
  /** Files that are not read yet. */
  readonly unread: () => number
  /** Told after each batch. @param wrote whether the index says something else now */
  readonly progressed: (wrote: boolean) => void
  /** A bug of ours ended the feed. */
  readonly onBug: (thrown: unknown) => void
}

/** Milliseconds between batches while files are being read: so that more go into one. */
const gatherFor = 400

/** Keeps the process: somebody may wait for the index, and for nothing else. */
const gather = (signal: AbortSignal): Promise<void> =>
  rest(gatherFor, undefined, { signal }).catch((thrown: unknown) => {
    if (!signal.aborted) throw thrown
  })

export function createFeed({ source, index, unread, progressed, onBug }: FeedDeps): Feed {
  const pending = createPending()
  let isWhole = false
  let comparing = false
  /** Texts that nothing has any more are forgotten after the next batch. */
  let wasCompared = false
  let isFeeding = false
  let ended = false
  let running: Promise<void> | null = null
  const ending = new AbortController()

  const run = async (): Promise<void> => {
    await nextTurn()
    while (!ended && (isWhole || pending.size() > 0)) {
      let wrote = false
      if (isWhole) {
        isWhole = false
        comparing = true
        await compare(source, index, pending, () => ended)
        comparing = false
        wasCompared = true
      } else {
        isFeeding = true
        const changes = await nextBatch(source, index, pending, () => ended)
        wrote = !ended && changes.length > 0
        // What is lost with the index is compared again: it was told so by then.
        if (wrote) await index.put(changes)
        isFeeding = false
      }
      progressed(wrote)
      if (unread() > 0 && !ended) await gather(ending.signal)
    }
    if (ended || !wasCompared) return
    wasCompared = false
    await index.tidy()
  }

  const wake = (): void => {
    if (ended || running) return
    running = run()
      .catch((thrown: unknown) => {
        // What is under way when the index is left may fail; that is no bug.
        if (!ended) onBug(thrown)
        ended = true
      })
      .finally(() => {
        running = null
        if (isWhole || pending.size() > 0) wake()
        else progressed(false)
      })
  }

  return {
    everything() {
      isWhole = true
      wake()
    },
    articles(ids) {
      pending.articles(ids)
      if (pending.size() > 0) wake()
    },
    changes(changes) {
      pending.changes(changes)
      if (pending.size() > 0) wake()
    },
    left() {
      const isBusy = isWhole || comparing || isFeeding || pending.size() > 0
      return isBusy ? pending.size() : null
    },
    async idle() {
      while (running) await running
    },
    end() {
      ended = true
      ending.abort()
    },
  }
}
