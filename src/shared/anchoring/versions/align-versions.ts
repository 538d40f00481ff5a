// Lays an older version of a text against the one at hand, once for the pair of them, and says of each
// passage of the old where it is now, what of it was changed there, or that it is gone.
import { likeness } from '../tokens.ts'
import { pairIds, type Stretch, slideTogether } from './pair-ids.ts'
import { pairSentences } from './pair-sentences.ts'
import { type Placed, place, type Versions } from './place.ts'
import { firstAfter, firstFrom, tokenAt } from './word-at.ts'
import { emptyVocabulary, type VersionWords, type Vocabulary, wordsOf } from './words.ts'

export type { Placed } from './place.ts'

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
  const back = new Int32Array(next.count).fill(-1)
  for (let word = 0; word < old.count; word++) {
    const other = partner[word] ?? -1
    if (other >= 0) back[other] = word
  }
  const runs = runsOf(old, next, partner)
  const versions = { old, next, partner, back, runs, elsewhere, vocabulary }
  return {
    place: (start, end) => place(versions, start, end),
    stoodBefore(start, end) {
      let [there, all] = [0, 0]
      const to = firstFrom(next.starts, end)
      for (let word = firstAfter(next.ends, start); word < to; word++) {
        const weight = vocabulary.weights[next.ids[word] ?? 0] ?? 0
        all += weight
        if ((back[word] ?? -1) >= 0) there += weight
      }
      return there * 2 > all
    },
  }
}

/** Where the row of words that stand as they stood ends, for each word; the word itself where it does not. */
function runsOf(old: VersionWords, next: VersionWords, partner: Int32Array): Int32Array {
  const runs = new Int32Array(old.count)
  for (let word = old.count - 1; word >= 0; word--) {
    const other = partner[word] ?? -1
    if (other < 0 || old.ids[word] !== next.ids[other]) runs[word] = word
    else {
      const goesOn = word + 1 < old.count && partner[word + 1] === other + 1
      runs[word] = goesOn ? Math.max(word + 1, runs[word + 1] ?? 0) : word + 1
    }
  }
  return runs
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
      slideTogether(old.ids, next.ids, stretch, partner)
      pairSpellings(old, next, stretch, partner, vocabulary)
      // The same words in another order say something else.
      if (shareInOrder(old, next, stretch, partner, weight) < enoughInOrder)
        partner.fill(-1, from, to)
    }
  }
  return { partner, elsewhere }
}

const enoughInOrder = 0.4

/** The share of the words of both sides, by weight, that are partners. */
function shareInOrder(
  old: VersionWords,
  next: VersionWords,
  { from, to, otherFrom, otherTo }: Stretch,
  partner: Int32Array,
  weight: (id: number) => number,
): number {
  let [common, all] = [0, 0]
  for (let at = from; at < to; at++) {
    const each = weight(old.ids[at] ?? 0)
    all += each
    if ((partner[at] ?? -1) >= 0) common += 2 * each
  }
  for (let at = otherFrom; at < otherTo; at++) all += weight(next.ids[at] ?? 0)
  return common / Math.max(1e-9, all)
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
        if (likeness(tokenAt(old, word, vocabulary), tokenAt(next, across, vocabulary)) > 0)
          partner[word] = across
      }
    at = end
  }
}
