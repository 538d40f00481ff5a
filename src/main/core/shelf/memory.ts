// What is remembered of a library's files from one opening to the next: which file is which article, and
// what was read of it. It is in the index; what is on its way there, or has none to go to, is in memory.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { IndexChange } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import type { Work } from '../../work/work.ts'
import { type CacheEntry, loaderVersion } from './cache.ts'
import { entryOf, fileOf, readFactsOf } from './remembered.ts'
import { createTextWriting, type TextWriting } from './text-writing.ts'

export interface FileMemory
  extends Pick<TextWriting, 'facts' | 'hold' | 'holdFacts' | 'stored' | 'flush'> {
  /**
   * The same work; what it reads is remembered. What is read in the background waits while much is on
   * its way into the index.
   */
  noting(work: Work): Work
  /** The files as they were saved last. */
  files(): Promise<CacheEntry[]>
  /** What was read under this `contentKey`; null when that is not known. */
  read(key: string): CacheEntry['read']
  /** Whether the text of this `contentKey` will be known at the next opening. */
  isKept(key: string): boolean
  /**
   * Saves which files there are. What cannot be saved costs the next opening time, nothing else.
   * @returns whether the next opening will know them all
   */
  save(entries: Iterable<CacheEntry>): Promise<boolean>
  /** The index was lost and goes on empty: what was saved is not there any more. */
  lost(): void
}

/** Files that are read from the index, or told to it, at a time. */
const readAtOnce = 2_000
const toldAtOnce = 500

/** @param index null where there is none: then all is in memory, until the library is closed */
export function createFileMemory(index: Index | null): FileMemory {
  const texts = createTextWriting(index)
  /** By path, as the index has them. */
  const saved = new Map<string, CacheEntry>()
  const save = createSaving(index, saved)

  return {
    facts: texts.facts,
    hold: texts.hold,
    holdFacts: texts.holdFacts,
    stored: texts.stored,
    flush: texts.flush,
    noting: (work) => ({
      ...work,
      async readArticle(...args) {
        const [, part = null, order] = args
        if (order?.rank === 'background' && texts.isFull()) await texts.room(order.signal)
        const read = await work.readArticle(...args)
        if (read.ok) texts.hold(read.value, part, args[0])
        return read
      },
      async readParts(...args) {
        const read = await work.readParts(...args)
        if (!read.ok) return read
        for (const [part, parsed] of read.value.entries()) texts.hold(parsed, part, args[0])
        return read
      },
    }),
    async files() {
      if (!index || index.isNew) return []
      for (let last = ''; ; ) {
        const found = index.filesAfter(last, loaderVersion, readAtOnce).map(entryOf)
        for (const entry of found) saved.set(entry.path, entry)
        if (found.length < readAtOnce) return [...saved.values()]
        last = found.at(-1)?.path ?? last
        await nextTurn()
      }
    },
    read(key) {
      const read = key === '' ? null : index?.readOf(key, loaderVersion)
      return read ? { ...readFactsOf(read), split: null } : null
    },
    isKept: (key) => index?.isKept() === true && index.has(key, null, loaderVersion),
    save,
    lost() {
      saved.clear()
    },
  }
}

/** @param saved by path, as the index has them */
function createSaving(index: Index | null, saved: Map<string, CacheEntry>): FileMemory['save'] {
  let saving: Promise<unknown> = Promise.resolve()

  const put = async (entries: readonly CacheEntry[], gone: readonly string[]): Promise<boolean> => {
    if (!index) return false
    if (entries.length === 0 && gone.length === 0) return true
    const changes: IndexChange[] = entries.map((entry) => ({ kind: 'file', file: fileOf(entry) }))
    for (const path of gone) changes.push({ kind: 'file-gone', path })
    if (!(await index.put(changes))) return false
    for (const entry of entries) saved.set(entry.path, entry)
    for (const path of gone) saved.delete(path)
    return index.isKept()
  }

  const save = async (entries: Iterable<CacheEntry>): Promise<boolean> => {
    const there = new Set<string>()
    const fresh: CacheEntry[] = []
    const others: CacheEntry[] = []
    for (const entry of entries) {
      there.add(entry.path)
      const last = saved.get(entry.path)
      if (!last) fresh.push(entry)
      else if (!isSameFile(last, entry)) others.push(entry)
    }
    // A disk that is not there shows an empty folder: what is known of its files is kept.
    const gone = there.size === 0 ? [] : [...saved.keys()].filter((path) => !there.has(path))
    for (let at = 0; at < fresh.length; at += toldAtOnce)
      if (!(await put(fresh.slice(at, at + toldAtOnce), []))) return false
    // Together: files that changed places are never both in one.
    return (await put(others, gone)) && index?.isKept() === true
  }

  return (entries) => {
    // A write that failed as none should: whoever tells the index the rest says so.
    const done = saving.then(() => save(entries)).catch(() => false)
    saving = done
    return done
  }
}

const isSameFile = (a: CacheEntry, b: CacheEntry): boolean =>
  a === b || isDeepStrictEqual(fileOf(a), fileOf(b))
