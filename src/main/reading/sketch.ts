// A small mark of an article's words, by which the same story is known again in another file without
// reading both. Furniture and headline are left out: they differ where the text does not.
//
// Near texts are found by the resemblance and containment of their word shingles, estimated from the
// smallest hashes of each: A. Broder, "On the resemblance and containment of documents" (1997), in
// its form with one hash function ("bottom-k": E. Cohen and H. Kaplan, 2007).
import { createHash } from 'node:crypto'
import type { Block, Sketch } from '../../shared/model/article.ts'

/** How many hashes are kept, and how many words each is of. */
const kept = 64
const shingle = 4
/** Words; of fewer, that they are the same says nothing. */
const fewest = 5

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
// A character is a word where a script puts no spaces between words.
const word = new RegExp(`[${unspaced}]|[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]+`, 'gv')
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g

/** Null for an article with hardly any words. */
export function sketchOf(text: string, blocks: readonly Block[]): Sketch | null {
  const hash = createHash('sha256')
  const hashes: number[] = []
  for (const words of wordsOf(text, blocks)) {
    if (words.length > 0) hash.update(`${words.join(' ')} `)
    for (const one of words) hashes.push(hashOf(one))
  }
  if (hashes.length < fewest) return null
  const shingles = runsOf(hashes)
  const lowest = Buffer.alloc(Math.min(kept, shingles.length) * 4)
  for (let i = 0; i * 4 < lowest.length; i++) lowest.writeUInt32LE(shingles[i] ?? 0, i * 4)
  return {
    words: hash.digest('hex').slice(0, 32),
    shingles: shingles.length,
    lowest: lowest.toString('base64'),
  }
}

/** The hashes of all runs of four words that an article has, each once, in ascending order. */
export function shinglesOf(text: string, blocks: readonly Block[]): Uint32Array {
  const hashes: number[] = []
  for (const words of wordsOf(text, blocks)) for (const one of words) hashes.push(hashOf(one))
  return runsOf(hashes)
}

/** How much of the shorter of two texts both share, 0 to 1, of all of their shingles. */
export function trueShareOf(a: Uint32Array, b: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y) both++
    if (x <= y) i++
    if (y <= x) j++
  }
  return both / Math.max(1, Math.min(a.length, b.length))
}

/** The words of each block that is the article's own, folded. */
function* wordsOf(text: string, blocks: readonly Block[]): Generator<readonly string[]> {
  for (const { start, end, furniture, role } of blocks) {
    if (furniture || role) continue
    const folded = text.slice(start, end).normalize('NFKC').replace(invisible, '').toLowerCase()
    yield folded.match(word) ?? []
  }
}

/** The sketch's hashes, in order. */
export function lowestOf({ lowest }: Sketch): Uint32Array {
  const bytes = Buffer.from(lowest, 'base64')
  const hashes = new Uint32Array(bytes.length >> 2)
  for (let i = 0; i < hashes.length; i++) hashes[i] = bytes.readUInt32LE(i * 4)
  return hashes
}

/**
 * How much of the shorter text both share, 0 to 1, measured in shingles. Exact for texts of up to 64
 * shingles each; for longer ones an estimate that is off by about 0.06.
 */
export function shareOf(a: Sketch, b: Sketch): number {
  const [mine, theirs] = [lowestOf(a), lowestOf(b)]
  const whole = a.shingles <= kept && b.shingles <= kept
  let [i, j, seen, both] = [0, 0, 0, 0]
  while ((i < mine.length || j < theirs.length) && (whole || seen < kept)) {
    const x = mine[i] ?? Number.POSITIVE_INFINITY
    const y = theirs[j] ?? Number.POSITIVE_INFINITY
    if (x === y) both++
    if (x <= y) i++
    if (y <= x) j++
    seen++
  }
  if (seen === 0) return 0
  const resemblance = both / seen
  const common = (resemblance * (a.shingles + b.shingles)) / (1 + resemblance)
  return Math.min(1, common / Math.max(1, Math.min(a.shingles, b.shingles)))
}

/** Hashes of all runs of four words, each once, in ascending order. */
function runsOf(words: readonly number[]): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, words.length - shingle + 1))
  for (let at = 0; at < hashes.length; at++) {
    let mixed = 0x9e3779b9
    for (let n = 0; n < shingle; n++) mixed = mix(Math.imul(mixed, 31) + (words[at + n] ?? 0))
    hashes[at] = mixed
  }
  hashes.sort()
  let length = 0
  for (const value of hashes)
    if (length === 0 || hashes[length - 1] !== value) hashes[length++] = value
  return hashes.subarray(0, length)
}

/** FNV-1a over code units (Fowler, Noll, Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The finalizer of MurmurHash3 (A. Appleby), which spreads every bit over all. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
