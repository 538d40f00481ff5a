// Lays an older version of a text against the one at hand, once for the pair of them, and says of each
// passage of the old where it is now, what of it was changed there, or that it is gone.
import { type Compared, compare } from '../meaning/differences.ts'
import { likeness, type Token } from '../tokens.ts'
import { pairIds } from './pair-ids.ts'
import { pairSentences } from './pair-sentences.ts'
import { emptyVocabulary, type VersionWords, type Vocabulary, wordsOf } from './words.ts'

/** Where a passage of the old version stands in the new one. */
export interface Placed {
  /** UTF-16 offsets into the new text, end exclusive. */
  readonly start: number
  readonly end: number
  /** The share of its words that are there, by weight, less a part for words put in; 0 to 1. */
  readonly covered: number
  /** Whether its words stand there just as they were, but for how they are typed. */
  readonly whole: boolean
  /** Whether it stands between what it stood between. */
  readonly inPlace: boolean
  /** How it differs from what it was, and in which words. */
  readonly compared: Compared
}

export interface AlignedVersions {
  /** Null where nothing of `[start, end)` of the old text is left. */
  place(start: number, end: number): Placed | null
  /** Whether most of the words of `[start, end)` of the new text stood in the old one. */
  stoodBefore(start: number, end: number): boolean
}

/** Linear for texts that have much in common. */
export function alignVersions(oldText: string, newText: string): AlignedVersions {
  const vocabulary = emptyVocabulary()
  const old = wordsOf(oldText, vocabulary)
  const next = wordsOf(newText, vocabulary)
  const { partner, elsewhere } = partnersOf(old, next, vocabulary)
  const known = new Uint8Array(next.count)
  for (const other of partner) if (other >= 0) known[other] = 1
  const versions = { old, next, partner, elsewhere, vocabulary }
  return {
    place: (start, end) => place(versions, start, end),
    stoodBefore(start, end) {
      let [there, all] = [0, 0]
      const to = firstFrom(next.starts, end)
      for (let word = firstAfter(next.ends, start); word < to; word++) {
        const weight = vocabulary.weights[next.ids[word] ?? 0] ?? 0
        all += weight
        if (known[word] === 1) there += weight
      }
      return there * 2 > all
    },
  }
}

interface Versions {
  readonly old: VersionWords
  readonly next: VersionWords
  /** For each word of the old version the same, or nearly the same, of the new one; -1: none. */
  readonly partner: Int32Array
  /** For each word of the old version 1 where its sentence stands elsewhere. */
  readonly elsewhere: Uint8Array
  readonly vocabulary: Vocabulary
}

function partnersOf(
  old: VersionWords,
  next: VersionWords,
  vocabulary: Vocabulary,
): Pick<Versions, 'partner' | 'elsewhere'> {
  const partner = new Int32Array(old.count).fill(-1)
  const elsewhere = new Uint8Array(old.count)
  const weight = (id: number): number => vocabulary.weights[id] ?? 1
  for (const pair of pairSentences(old, next, vocabulary)) {
    const from = old.sentences[pair.from] ?? 0
    const to = old.sentences[pair.to] ?? 0
    const otherFrom = next.sentences[pair.otherFrom] ?? 0
    const otherTo = next.sentences[pair.otherTo] ?? 0
    if (pair.moved) elsewhere.fill(1, from, to)
    if (pair.same) for (let at = from; at < to; at++) partner[at] = otherFrom + at - from
    else {
      const stretch = { from, to, otherFrom, otherTo }
      pairIds(old.ids, next.ids, stretch, partner, weight)
      pairSpellings(old, next, stretch, partner, vocabulary)
    }
  }
  return { partner, elsewhere }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/** One word for one, where the two are nearly the same: an inflection, a slip that was mended. */
function pairSpellings(
  old: VersionWords,
  next: VersionWords,
  { from, to, otherFrom, otherTo }: Stretch,
  partner: Int32Array,
  vocabulary: Vocabulary,
): void {
  let other = otherFrom
  for (let at = from; at < to; ) {
    const paired = partner[at] ?? -1
    if (paired >= 0) {
      other = paired + 1
      at++
      continue
    }
    let end = at
    while (end < to && (partner[end] ?? -1) < 0) end++
    const otherEnd = end < to ? (partner[end] ?? otherTo) : otherTo
    if (end - at === otherEnd - other)
      for (let word = at; word < end; word++) {
        const across = other + word - at
        if (likeness(token(old, word, vocabulary), token(next, across, vocabulary)) > 0)
          partner[word] = across
      }
    at = end
  }
}

const token = (words: VersionWords, at: number, { words: texts, weights }: Vocabulary): Token => {
  const id = words.ids[at] ?? 0
  const weight = weights[id] ?? 0
  return { text: texts[id] ?? '', start: 0, end: 0, weight, word: weight >= 1 }
}

const same: Compared = { difference: 'none', changes: [] }

/** Words apart by more than this are not of one passage. */
const farApart = 60

function place(versions: Versions, start: number, end: number): Placed | null {
  const { old, next, partner, vocabulary } = versions
  const from = firstAfter(old.ends, start)
  const to = firstFrom(old.starts, end)
  const row = heaviestRow(versions, from, to)
  if (!row) return null
  let total = 0
  let found = 0
  let whole = true
  const partners = new Set<number>()
  for (let word = from; word < to; word++) {
    const id = old.ids[word] ?? 0
    const weight = vocabulary.weights[id] ?? 0
    total += weight
    const other = partner[word] ?? -1
    if (other < row.low || other > row.high) {
      whole = false
      continue
    }
    partners.add(other)
    const same = next.ids[other] === id
    whole &&= same
    found +=
      weight * (same ? 1 : likeness(token(old, word, vocabulary), token(next, other, vocabulary)))
  }
  const { low, high } = widened(versions, from, to, row)
  const isWhole = whole && high - low === to - 1 - from
  let added = 0
  for (let word = low; word <= high; word++)
    if (!partners.has(word)) added += vocabulary.weights[next.ids[word] ?? 0] ?? 0
  return {
    ...ends(versions, start, end, from, to - 1, low, high),
    covered: found / (total + added * 0.2),
    whole: isWhole,
    inPlace: !versions.elsewhere.subarray(from, to).includes(1),
    compared: isWhole
      ? same
      : compare({ words: old, from, to }, { words: next, from: low, to: high + 1 }, partner),
  }
}

interface Row {
  /** Words of the new version, both inclusive. */
  readonly low: number
  readonly high: number
}

/** Of the stretches of the new text in which words of the passage stand, the one that has most of them. */
function heaviestRow({ old, partner, vocabulary }: Versions, from: number, to: number): Row | null {
  let best: (Row & { weight: number }) | null = null
  let row: { low: number; high: number; weight: number } | null = null
  for (let word = from; word < to; word++) {
    const other = partner[word] ?? -1
    if (other < 0) continue
    const weight = vocabulary.weights[old.ids[word] ?? 0] ?? 0
    if (row && other > row.high && other - row.high <= farApart + (to - from)) {
      row.high = other
      row.weight += weight
    } else row = { low: other, high: other, weight }
    if (!best || row.weight > best.weight) best = { ...row }
  }
  return best
}

/** With what was put in the place of the passage's first and last words. */
function widened({ old, next, partner }: Versions, from: number, to: number, row: Row): Row {
  let { low, high } = row
  let first = from
  while (first < to && (partner[first] ?? -1) !== low) first++
  const before = first > from ? (partner[from - 1] ?? -1) : -1
  // As many words as were there, and only where the word before them is still their neighbour.
  if (first > from && before >= 0 && before < low && low - before - 1 <= (first - from) * 2 + 1)
    low = before + 1
  else if (first > from && from === 0 && low <= (first - from) * 2 + 1) low = 0
  let last = to - 1
  while (last >= from && (partner[last] ?? -1) !== high) last--
  const after = last < to - 1 ? (partner[to] ?? -1) : -1
  if (last < to - 1 && after > high && after - high - 1 <= (to - 1 - last) * 2 + 1) high = after - 1
  else if (last < to - 1 && to === old.count && next.count - 1 - high <= (to - 1 - last) * 2 + 1)
    high = next.count - 1
  return { low, high }
}

/** An end inside a word that is still the same stays inside it. */
function ends(
  { old, next, partner }: Versions,
  start: number,
  end: number,
  first: number,
  last: number,
  low: number,
  high: number,
): { readonly start: number; readonly end: number } {
  const at = (words: VersionWords, word: number): string =>
    words.text.slice(words.starts[word], words.ends[word])
  const into = start - (old.starts[first] ?? 0)
  const short = (old.ends[last] ?? 0) - end
  const startsInside = into > 0 && partner[first] === low && at(old, first) === at(next, low)
  const endsInside = short > 0 && partner[last] === high && at(old, last) === at(next, high)
  return {
    start: (next.starts[low] ?? 0) + (startsInside ? into : 0),
    end: (next.ends[high] ?? 0) - (endsInside ? short : 0),
  }
}

/** The first word that ends after an offset. */
function firstAfter(ends: Int32Array, offset: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The first word that begins at an offset or after it. */
function firstFrom(starts: Int32Array, offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
