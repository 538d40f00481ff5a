// Where a passage of the old version is in the new one, once the two are aligned.
import { type Compared, compare } from '../meaning/differences.ts'
import { likeness } from '../tokens.ts'
import { firstAfter, firstFrom, tokenAt } from './word-at.ts'
import type { VersionWords, Vocabulary } from './words.ts'

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

export interface Versions {
  readonly old: VersionWords
  readonly next: VersionWords
  /** For each word of the old version the same, or nearly the same, of the new one; -1: none. */
  readonly partner: Int32Array
  /** The same the other way round. */
  readonly back: Int32Array
  /** For each word of the old version where the row that stands there as it stood ends; exclusive. */
  readonly runs: Int32Array
  /** For each word of the old version 1 where its sentence stands elsewhere. */
  readonly elsewhere: Uint8Array
  readonly vocabulary: Vocabulary
}

const same: Compared = { difference: 'none', changes: [] }

/** Words apart by more than this are not of one passage. */
const farApart = 60

export function place(versions: Versions, start: number, end: number): Placed | null {
  const { old, next, partner, vocabulary } = versions
  const from = firstAfter(old.ends, start)
  const to = firstFrom(old.starts, end)
  if (from >= to) return null
  // Most passages stand as they stood: that is known without looking at their words.
  if ((versions.runs[from] ?? 0) >= to) return standing(versions, start, end, from, to)
  const row = withoutStrays(versions, from, to, heaviestRow(versions, from, to))
  if (!row) return null
  let total = 0
  let found = 0
  let whole = true
  for (let word = from; word < to; word++) {
    const id = old.ids[word] ?? 0
    const weight = vocabulary.weights[id] ?? 0
    total += weight
    const other = partner[word] ?? -1
    if (other < row.low || other > row.high) {
      whole = false
      continue
    }
    const same = next.ids[other] === id
    whole &&= same
    found +=
      weight *
      (same ? 1 : likeness(tokenAt(old, word, vocabulary), tokenAt(next, other, vocabulary)))
  }
  if (isReordered(versions, from, to, row)) return null
  const { low, high } = widened(versions, from, to, row)
  const isWhole = whole && high - low === to - 1 - from
  let added = 0
  for (let word = low; word <= high; word++)
    if (!isWithin(versions.back[word] ?? -1, from, to))
      added += vocabulary.weights[next.ids[word] ?? 0] ?? 0
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

/**
 * Whether parts of a passage changed places: their words stand in another order, or its first or last
 * sentence is gone and a sentence that was not there stands amid the rest. That may be it, changed.
 */
function isReordered(
  { old, next, partner, back }: Versions,
  from: number,
  to: number,
  row: Row,
): boolean {
  let last = -1
  for (let word = from; word < to; word++) {
    const other = partner[word] ?? -1
    if (other < row.low || other > row.high) continue
    if (other < last) return true
    last = other
  }
  const isThere = (word: number): boolean => isWithin(partner[word] ?? -1, row.low, row.high + 1)
  const firstEnd = old.sentences[firstFrom(old.sentences, from + 1)] ?? to
  const lastStart = old.sentences[firstFrom(old.sentences, to) - 1] ?? from
  if (firstEnd >= to) return false
  const isLost = (start: number, end: number): boolean => {
    for (let word = start; word < end; word++) if (isThere(word)) return false
    return true
  }
  if (!isLost(from, firstEnd) && !isLost(lastStart, to)) return false
  const isForeign = (start: number, end: number): boolean => {
    for (let word = start; word < end; word++)
      if (isWithin(back[word] ?? -1, from, to)) return false
    return true
  }
  for (let at = firstFrom(next.sentences, row.low); ; at++) {
    const [start, end] = [next.sentences[at], next.sentences[at + 1]]
    if (start === undefined || end === undefined || end > row.high) return false
    if (isForeign(start, end)) return true
  }
}

const isWithin = (word: number, from: number, to: number): boolean => word >= from && word < to

function standing(
  versions: Versions,
  start: number,
  end: number,
  from: number,
  to: number,
): Placed {
  const low = versions.partner[from] ?? 0
  const stands = ends(versions, start, end, from, to - 1, low, low + to - 1 - from)
  const inPlace = versions.elsewhere[from] !== 1
  return { ...stands, covered: 1, whole: true, inPlace, compared: same }
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
    if (!best || row.weight > best.weight) best = row === best ? best : { ...row }
  }
  return best
}

/** Without a first or last few that stand apart from the rest, behind or before more than they say themselves. */
function withoutStrays(
  { old, next, partner, vocabulary }: Versions,
  from: number,
  to: number,
  row: Row | null,
): Row | null {
  if (!row) return null
  const weightOf = ({ ids }: VersionWords, word: number): number =>
    vocabulary.weights[ids[word] ?? 0] ?? 0
  const groups: { low: number; high: number; weight: number; gap: number }[] = []
  let lost = 0
  for (let word = from; word < to; word++) {
    const other = partner[word] ?? -1
    if (other < row.low || other > row.high) {
      lost += weightOf(old, word)
      continue
    }
    const last = groups.at(-1)
    if (last && other === last.high + 1) {
      last.high = other
      last.weight += weightOf(old, word)
      continue
    }
    // What stands in the place of words that are gone parts nothing.
    let gap = -lost
    for (let at = (last?.high ?? other) + 1; at < other; at++) gap += weightOf(next, at)
    groups.push({ low: other, high: other, weight: weightOf(old, word), gap })
    lost = 0
  }
  const isStray = (weight: number, gap: number): boolean =>
    weight < 1 ? gap > 1 : gap > strayGap && weight < gap / 3
  let first = 0
  let last = groups.length - 1
  for (let at = 1, weight = groups[0]?.weight ?? 0; at <= last; at++) {
    const group = groups[at]
    if (!group) break
    if (isStray(weight, group.gap)) {
      first = at
      weight = 0
    }
    weight += group.weight
  }
  for (let at = last, weight = 0; at > first; at--) {
    const group = groups[at]
    if (!group) break
    weight += group.weight
    if (isStray(weight, group.gap)) {
      last = at - 1
      weight = 0
    }
  }
  return { low: groups[first]?.low ?? row.low, high: groups[last]?.high ?? row.high }
}

/** Weight of words: of about four. */
const strayGap = 14

/** Whether a sentence begins with a word; the number of an item and what stands behind it are one. */
function opensSentence({ sentences, starts, ends, text }: VersionWords, word: number): boolean {
  const at = firstFrom(sentences, word)
  if (sentences[at] !== word) return false
  const before = text.slice(starts[sentences[at - 1] ?? word], ends[word - 1])
  return at === 0 || /\p{L}/u.test(before)
}

/**
 * With what was put in the place of the passage's first and last words; never with what stood elsewhere, nor
 * with another sentence.
 */
function widened(versions: Versions, from: number, to: number, row: Row): Row {
  const { low, high } = withWhatTookTheEnds(versions, from, to, row)
  const isBreak = (word: number): boolean => opensSentence(versions.next, word)
  let first = row.low
  while (first > low && !isBreak(first) && (versions.back[first - 1] ?? -1) < 0) first--
  let last = row.high
  while (last < high && !isBreak(last + 1) && (versions.back[last + 1] ?? -1) < 0) last++
  return { low: first, high: last }
}

function withWhatTookTheEnds(
  { old, next, partner }: Versions,
  from: number,
  to: number,
  row: Row,
): Row {
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
