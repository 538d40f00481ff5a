// Says of articles whose sketches are alike whether they are near: by all runs of words in both texts,
// which are read again for that. Only suspects are read, and only when somebody is told.
import type { Duplicate } from '../../../shared/model/reading.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { shinglesOf, trueShareOf } from '../../reading/sketch.ts'
import type { Suspect } from './duplicates.ts'

/** The share of the shorter text from which two are called near. */
const nearFrom = 0.6
/** Suspects that are looked at for one article; the likest come first. */
const mostRead = 8
/** Texts whose shingles, and pairs whose shares, stay in memory. A text of 1,000 words has 4 kB. */
const textsKept = 64
const longestKept = 250_000
const sharesKept = 20_000

export interface Likeness {
  /**
   * Those among the suspects that are the same, or near with their true share; the likest first. One
   * whose file cannot be read now is left out.
   */
  confirm(entry: CacheEntry, suspects: readonly Suspect[]): Promise<Duplicate[]>
}

export function createLikeness(peek: Reading['peek']): Likeness {
  const texts = new Map<string, Promise<Uint32Array | null>>()
  const shares = new Map<string, number>()

  const shinglesIn = ({ path, sha256 }: CacheEntry): Promise<Uint32Array | null> => {
    const known = texts.get(sha256)
    const found =
      known ?? peek(path, sha256).then((parsed) => parsed && shinglesOf(parsed.text, parsed.blocks))
    keep(texts, sha256, found, textsKept)
    // What could not be read may be there the next time.
    void found.then((shingles) => {
      if (!shingles || shingles.length > longestKept) texts.delete(sha256)
    })
    return found
  }

  const shareOf = async (a: CacheEntry, b: CacheEntry): Promise<number | null> => {
    const key = [a.sha256, b.sha256].sort().join(' ')
    const known = shares.get(key)
    if (known !== undefined) return known
    const [mine, theirs] = await Promise.all([shinglesIn(a), shinglesIn(b)])
    if (!mine || !theirs) return null
    const share = trueShareOf(mine, theirs)
    keep(shares, key, share, sharesKept)
    return share
  }

  return {
    async confirm(entry, suspects) {
      const told: Duplicate[] = []
      let read = 0
      for (const { entry: other, ...duplicate } of suspects) {
        if (duplicate.kind !== 'near-text') told.push(duplicate)
        else if (read++ < mostRead) {
          const share = await shareOf(entry, other)
          if (share !== null && share >= nearFrom)
            told.push({ ...duplicate, share: Math.round(share * 100) / 100 })
        }
      }
      return told.sort((a, b) => Number(isNear(a)) - Number(isNear(b)) || b.share - a.share)
    },
  }
}

const isNear = ({ kind }: Duplicate): boolean => kind === 'near-text'

/** Puts in last; what was used longest ago goes when there are too many. */
function keep<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > most && !oldest.done) map.delete(oldest.value)
}
