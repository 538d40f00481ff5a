// Tells the index what there is: everything once, by comparing, then what changes. In the background, a
// batch at a time; nobody waits for it, and what is not told when it ends is found at the next start.
import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { IndexChange } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import { type ArticleSource, mirroredAs } from './article-changes.ts'
import { nextBatch } from './batch.ts'
import { compare, countDiffering } from './compare.ts'
import { createPending, type Pending } from './pending.ts'

export interface Feed {
  /** Everything is to be compared: at the start, and when the index was lost. */
  everything(): void
  articles(ids: readonly string[]): void
  changes(changes: readonly Change[]): void
  /** Articles that the index may not know as they are now; null when it knows all. */
  left(): number | null
  /** Whether it is being told something, or soon will be. */
  isBusy(): boolean
  /** Begins anew where a bug has stopped it; else does nothing. */
  again(): void
  /** Resolves when the index knows all there is, or the feed was stopped or has ended. */
  idle(): Promise<void>
  end(): void
}

type FedIndex = Pick<
  Index,
  'told' | 'toldAfter' | 'has' | 'content' | 'stories' | 'records' | 'mirrored' | 'put' | 'tidy'
>

export interface FeedDeps {
  readonly source: ArticleSource
  readonly index: FedIndex
  /** Files that are not read yet. */
  readonly unread: () => number
  /**
   * Whether another process keeps this index, which may have newer records than are known here: then
   * it is told nothing but the texts that are read.
   */
  readonly isKeptBeside: () => Promise<boolean>
  /** Told after each batch. @param wrote whether the index says something else now */
  readonly progressed: (wrote: boolean) => void
  /** Milliseconds between batches while files are being read. */
  readonly gatherFor?: number
  /** A bug of ours stopped the feed. */
  readonly onBug: (thrown: unknown) => void
}

/** Milliseconds until it is asked again what an index does not know that another process keeps. */
const askAgainAfter = 2_000
/** Milliseconds until it is asked again whether records are in their files. */
const askWrittenAfter = 100
/** Milliseconds between batches while files are being read: so that more go into one. */
const gatherFor = 400

interface Gathering {
  wait(): Promise<void>
  /** The last of them was read: nobody waits for more. */
  end(): void
}

/** Keeps the process: somebody may wait for the index, and for nothing else. */
function createGathering(milliseconds: number): Gathering {
  let ending = new AbortController()
  return {
    async wait() {
      ending = new AbortController()
      const { signal } = ending
      await rest(milliseconds, undefined, { signal }).catch((thrown: unknown) => {
        if (!signal.aborted) throw thrown
      })
    },
    end: () => ending.abort(),
  }
}

export function createFeed(deps: FeedDeps): Feed {
  const { unread, progressed, onBug } = deps
  const pending = createPending()
  const gathering = createGathering(deps.gatherFor ?? gatherFor)
  const telling = createTelling(deps, pending, () => ended)
  /** What was not told when the step that is under way began. */
  let waiting: number | null = null
  /** Articles that were not told because of a bug of ours, at least; null when there was none. */
  let stoppedAt: number | null = null
  let ended = false
  let running: Promise<void> | null = null
  let asking: NodeJS.Timeout | undefined

  const run = async (): Promise<void> => {
    await nextTurn()
    while (!ended && telling.isDue()) {
      waiting = pending.size()
      const wrote = await telling.step()
      waiting = null
      progressed(wrote)
      if (unread() > 0 && !ended) await gathering.wait()
    }
    if (!ended) await telling.tellMarks()
    if (ended) return
    await telling.tidy()
    if (telling.behind() > 0) asking = setTimeout(everything, askAgainAfter).unref()
  }

  const wake = (): void => {
    if (ended || running || stoppedAt !== null) return
    clearTimeout(asking)
    running = run()
      .catch((thrown: unknown) => {
        // What is under way when the index is left may fail; that is no bug.
        if (!ended) onBug(thrown)
        stoppedAt = Math.max(1, waiting ?? 0)
        waiting = null
      })
      .finally(() => {
        running = null
        if (stoppedAt === null && telling.isDue()) wake()
        else progressed(false)
      })
  }

  const isBusy = (): boolean =>
    !ended && stoppedAt === null && (waiting !== null || telling.isDue())

  const mark = (work: () => void): void => {
    work()
    if (unread() === 0) gathering.end()
    if (telling.isDue()) wake()
  }
  const everything = (): void => mark(telling.everything)

  return {
    everything,
    articles: (ids) => mark(() => pending.articles(ids)),
    changes: (changes) => mark(() => pending.changes(changes)),
    left() {
      if (stoppedAt !== null) return stoppedAt + pending.size()
      const behind = telling.behind()
      return isBusy() || behind > 0 ? Math.max(pending.size(), behind) : null
    },
    isBusy,
    again() {
      if (stoppedAt === null) return
      stoppedAt = null
      everything()
    },
    async idle() {
      while (running) await running
    },
    end() {
      ended = true
      gathering.end()
      clearTimeout(asking)
    },
  }
}

interface Telling {
  /** Whether there is something to be told, or to be compared. */
  isDue(): boolean
  everything(): void
  /** Compares, or tells a batch. Gives whether the index says something else now. */
  step(): Promise<boolean>
  /** Articles that are known otherwise to an index that another process keeps. */
  behind(): number
  /** Tells of records that came into their files only after they were told in which state of them they are. */
  tellMarks(): Promise<void>
  /** Has texts forgotten that nothing has any more: once all was compared, and something told for it. */
  tidy(): Promise<void>
}

/** Before all was compared, what is told of an article's records may not be all that is to be told. */
const inPart = (change: IndexChange): IndexChange =>
  change.kind === 'mirrored' ? { ...change, mark: null } : change

function createTelling(
  { source, index, unread, isKeptBeside }: FeedDeps,
  pending: Pending,
  ended: () => boolean,
): Telling {
  let isWhole = false
  /** Something was not told because another process keeps the index; should that go, all is compared. */
  let isOwed = false
  let behind = 0
  let wasCompared = false
  let wasWritten = false
  /** Of each article's records what the index knows otherwise is marked. */
  let isAllMarked = false

  const leave = async (): Promise<void> => {
    isWhole = false
    isOwed = true
    pending.clear()
    behind = await countDiffering(source, index, ended)
  }

  const isDue = (): boolean => isWhole || pending.size() > 0

  return {
    isDue,
    everything() {
      isWhole = true
      isAllMarked = false
    },
    async step() {
      if (await isKeptBeside()) {
        await leave()
        return false
      }
      behind = 0
      if (isOwed || isWhole) {
        isOwed = false
        isWhole = false
        isAllMarked = true
        await compare(source, index, pending, ended)
        wasCompared = true
        return false
      }
      const changes = await nextBatch(source, index, pending, ended)
      if (ended() || changes.length === 0) return false
      // What is lost with the index is compared again: it was told so by then.
      await index.put(isAllMarked ? changes : changes.map(inPart))
      wasWritten = true
      return true
    },
    behind: () => behind,
    async tellMarks() {
      if (!pending.hasUnwritten()) return
      const written = source.ledger.written().then(() => true)
      // What comes meanwhile goes first.
      while (!(await Promise.race([written, rest(askWrittenAfter, false)])))
        if (ended() || isDue()) return
      if (!isAllMarked) return
      const marked = pending.takeUnwritten().flatMap(([article, textHash]) => {
        const mark = mirroredAs(source, article, textHash)
        return mark === null ? [] : { kind: 'mirrored' as const, article, mark }
      })
      if (!ended() && marked.length > 0) await index.put(marked)
    },
    async tidy() {
      // Of what is being read no file and no article is told yet.
      if (!wasCompared || isOwed || unread() > 0) return
      wasCompared = false
      if (wasWritten) await index.tidy()
    },
  }
}
