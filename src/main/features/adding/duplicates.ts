// Finds articles that are the same: byte for byte, word for word, or for the most part. Looks them up
// by their sketches, so that one more is compared with fifty thousand in no time. A sketch only
// suspects that two are near; whether they are, their texts say (`likeness.ts`).
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Sketch } from '../../../shared/model/article.ts'
import type { Duplicate } from '../../../shared/model/reading.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import { lowestOf, shareOf } from '../../reading/sketch.ts'

/**
 * The estimated share of the shorter text from which two may be near. Well below what near is: an
 * estimate is off by 0.06 for texts of one length, by 0.14 where one is three times the other.
 */
const suspectFrom = 0.35
/** Shingles of the shorter one; of fewer, likeness may be chance. */
const fewestShingles = 40
/** How much longer one of two near texts may be. */
const longestTimes = 3
/** Hashes an article is found by, and how many articles one hash may lead to. */
const probes = 12
const mostSharing = 40
/** How many are given of one article. */
const mostFound = 20
/** Articles that are compared before others get their turn. */
const atOnce = 200

/** Another article that is the same, or `near-text` by estimate. */
export interface Suspect extends Duplicate {
  readonly entry: CacheEntry
}

export interface DuplicateIndex {
  /** Those among the articles put in before that may be the same as this; the likest first. */
  find(entry: CacheEntry): Suspect[]
  put(entry: CacheEntry): void
}

/** By what a file's words are known again elsewhere; null while that is not known, or of too few. */
export type SketchOf = (entry: CacheEntry) => Sketch | null

/** @param current the entry of an id as it is now; what is gone or changed since is not told */
export function createDuplicateIndex(
  current: (id: string) => CacheEntry | undefined,
  sketchOf: SketchOf,
): DuplicateIndex {
  const bySha = new Map<string, CacheEntry[]>()
  const byWords = new Map<string, CacheEntry[]>()
  const byHash = new Map<number, CacheEntry[]>()

  const isCurrent = (entry: CacheEntry): boolean => {
    const now = current(entry.id)
    return now !== undefined && now.sha256 === entry.sha256 && now.path === entry.path
  }

  return {
    find(entry) {
      const told = new Map<string, Suspect>()
      const tell = (other: CacheEntry, kind: Duplicate['kind'], share: number): void => {
        if (other.id === entry.id || other.path === entry.path || told.has(other.id)) return
        if (!isCurrent(other)) return
        const title = other.read?.meta.title ?? null
        told.set(other.id, {
          article: other.id,
          path: other.path,
          title,
          kind,
          share,
          entry: other,
        })
      }
      for (const other of entry.sha256 === '' ? [] : (bySha.get(entry.sha256) ?? []))
        tell(other, 'same-file', 1)
      const sketch = sketchOf(entry)
      if (sketch) {
        for (const other of byWords.get(sketch.words) ?? []) tell(other, 'same-text', 1)
        for (const [other, share] of nearOf(entry, sketch)) tell(other, 'near-text', share)
      }
      return [...told.values()]
        .sort((a, b) => order[a.kind] - order[b.kind] || b.share - a.share)
        .slice(0, mostFound)
    },
    put(entry) {
      if (entry.sha256 !== '') push(bySha, entry.sha256, entry)
      const sketch = sketchOf(entry)
      if (!sketch) return
      push(byWords, sketch.words, entry)
      if (sketch.shingles < fewestShingles) return
      for (const hash of lowestOf(sketch).subarray(0, probes)) push(byHash, hash, entry)
    },
  }

  function nearOf(entry: CacheEntry, sketch: Sketch): readonly (readonly [CacheEntry, number])[] {
    if (sketch.shingles < fewestShingles) return []
    const candidates = new Set<CacheEntry>()
    for (const hash of lowestOf(sketch).subarray(0, probes))
      for (const other of byHash.get(hash) ?? []) if (other !== entry) candidates.add(other)
    return [...candidates].flatMap((other) => {
      const theirs = sketchOf(other)
      if (!theirs) return []
      const [short, long] = [sketch.shingles, theirs.shingles].sort((a, b) => a - b)
      if ((long ?? 0) > (short ?? 0) * longestTimes) return []
      const share = shareOf(sketch, theirs)
      return share < suspectFrom ? [] : [[other, share] as const]
    })
  }
}

const order = { 'same-file': 0, 'same-text': 1, 'near-text': 2 } as const

/** The first ones of a kind stand for all of it: what a thousand share is no news. */
function push<K>(map: Map<K, CacheEntry[]>, key: K, entry: CacheEntry): void {
  const list = map.get(key)
  if (!list) map.set(key, [entry])
  else if (list.length < mostSharing) list.push(entry)
}

/**
 * All pairs, each once, the later one by its path with those before it. Of a file with many copies
 * each is told with the first of them.
 */
export async function suspectPairs(
  entries: readonly CacheEntry[],
  sketchOf: SketchOf,
): Promise<{ readonly entry: CacheEntry; readonly suspects: readonly Suspect[] }[]> {
  const all = new Map(entries.map((entry) => [entry.id, entry]))
  const sketches = new Map<string, Sketch | null>()
  const sketchOnce: SketchOf = (entry) => {
    const known = sketches.get(entry.id)
    if (known !== undefined) return known
    const sketch = sketchOf(entry)
    sketches.set(entry.id, sketch)
    return sketch
  }
  const index = createDuplicateIndex((id) => all.get(id), sketchOnce)
  const pairs: { readonly entry: CacheEntry; readonly suspects: readonly Suspect[] }[] = []
  for (const [at, entry] of entries.entries()) {
    if (at % atOnce === atOnce - 1) await nextTurn()
    const found = index.find(entry)
    index.put(entry)
    const same = found.find(({ kind }) => kind !== 'near-text')
    const suspects = same ? [same] : found
    if (suspects.length > 0) pairs.push({ entry, suspects })
  }
  return pairs
}
