// Lays the sentences of two versions against each other: those that are the same, in their order; those
// that stand elsewhere now; between them those that were changed where they stand.

import type { WordChange } from '../../model/annotation.ts'
import { type Compared, compare } from '../meaning/differences.ts'
import { pairIds } from './pair-ids.ts'
import type { VersionWords, Vocabulary } from './words.ts'

/** Sentences `[from, to)` of the old version are `[otherFrom, otherTo)` of the new one. */
export interface SentencePair {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
  readonly same: boolean
  /** What stood elsewhere. */
  readonly moved: boolean
  /** It alone stood between its neighbours, and this alone stands there. */
  readonly complete: boolean
}

/** Shares of words in common, 0 to 1. */
const like = 0.42
/** So much more than others like it must what was changed have in common with what it was. */
const clearly = 0.04
/** And so much more where the others look alike: with this in common. */
const lookAlike = 0.7
const veryClearly = 0.12
/** What has so much less in common is asked, too, how many of its words are others. */
const alsoAlike = 0.35
const alsoLike = 0.42
const maxChanges = 2
/** Somewhere else, without its neighbours, it must have much in common. */
const surelyLike = 0.8

/** More sentences than these on either side are compared near the diagonal alone. */
const maxCells = 60_000

export function pairSentences(
  old: VersionWords,
  next: VersionWords,
  vocabulary: Vocabulary,
): readonly SentencePair[] {
  const kinds = new Map<string, number>()
  const weights: number[] = []
  const a = sentenceIds(old, kinds, weights, vocabulary)
  const b = sentenceIds(next, kinds, weights, vocabulary)
  const partner = new Int32Array(a.length).fill(-1)
  const all = { from: 0, to: a.length, otherFrom: 0, otherTo: b.length }
  pairIds(a, b, all, partner, (id) => weights[id] ?? 1)
  const taken = new Uint8Array(b.length)
  const pairs: SentencePair[] = []
  const put = (at: number, other: number, moved: boolean): void => {
    taken[other] = 1
    const ends = { from: at, to: at + 1, otherFrom: other, otherTo: other + 1 }
    pairs.push({ ...ends, same: true, moved, complete: true })
  }
  for (const [at, other] of partner.entries()) if (other >= 0) put(at, other, false)
  const elsewhere = moved(a, b, partner, taken)
  for (const [at, other] of elsewhere) put(at, other, true)
  const bags = createBags(old, next, vocabulary)
  const changed = gapsOf(partner, b.length).flatMap((gap) => {
    const olds = within(gap.from, gap.to, (at) => !elsewhere.has(at))
    const news = within(gap.otherFrom, gap.otherTo, (at) => taken[at] !== 1)
    const complete =
      olds.length === gap.to - gap.from && news.length === gap.otherTo - gap.otherFrom
    return changedIn(olds, news, bags).map((pair) => ({
      ...pair,
      complete: complete && pair.complete,
    }))
  })
  const sides: Sides = {
    old,
    next,
    olds: within(0, a.length, (at) => (partner[at] ?? -1) < 0 && !elsewhere.has(at)),
    news: within(0, b.length, (at) => taken[at] !== 1),
    bags,
    weights: vocabulary.weights,
  }
  for (const pair of sure(changed, sides)) {
    taken.fill(1, pair.otherFrom, pair.otherTo)
    pairs.push(pair)
  }
  pairs.push(...movedAndChanged(pairs, taken, sides))
  return pairs.sort((one, other) => one.from - other.from)
}

function sentenceIds(
  { ids, sentences }: VersionWords,
  kinds: Map<string, number>,
  weights: number[],
  vocabulary: Vocabulary,
): Int32Array {
  const found = new Int32Array(Math.max(0, sentences.length - 1))
  for (let at = 0; at < found.length; at++) {
    const words = ids.subarray(sentences[at], sentences[at + 1])
    const key =
      String.fromCharCode(...words.subarray(0, 400).map((id) => id & 0xffff)) +
      (words.length > 400 || vocabulary.words.length > 0xffff ? words.join() : '')
    let kind = kinds.get(key)
    if (kind === undefined) {
      kind = weights.length
      kinds.set(key, kind)
      let weight = 0
      for (const id of words) weight += vocabulary.weights[id] ?? 1
      weights.push(weight)
    }
    found[at] = kind
  }
  return found
}

const within = (from: number, to: number, is: (at: number) => boolean): number[] => {
  const found: number[] = []
  for (let at = from; at < to; at++) if (is(at)) found.push(at)
  return found
}

/** What has no partner in its order, and stands once on either side among what has none. */
function moved(
  a: Int32Array,
  b: Int32Array,
  partner: Int32Array,
  taken: Uint8Array,
): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (let at = 0; at < b.length; at++) {
    if (taken[at] === 1) continue
    const id = b[at] ?? -1
    places.set(id, places.has(id) ? -1 : at)
  }
  const times = new Map<number, number>()
  for (let at = 0; at < a.length; at++) {
    if ((partner[at] ?? -1) < 0) times.set(a[at] ?? -1, (times.get(a[at] ?? -1) ?? 0) + 1)
  }
  const found = new Map<number, number>()
  for (let at = 0; at < a.length; at++) {
    if ((partner[at] ?? -1) >= 0 || times.get(a[at] ?? -1) !== 1) continue
    const other = places.get(a[at] ?? -1) ?? -1
    if (other < 0) continue
    found.set(at, other)
    taken[other] = 1
  }
  return found
}

interface Gap {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/** The stretches between partners in their order. */
function gapsOf(partner: Int32Array, others: number): readonly Gap[] {
  const gaps: Gap[] = []
  let from = 0
  let otherFrom = 0
  for (let at = 0; at <= partner.length; at++) {
    const other = at < partner.length ? (partner[at] ?? -1) : others
    if (other < 0) continue
    if (at > from && other > otherFrom) gaps.push({ from, to: at, otherFrom, otherTo: other })
    from = at + 1
    otherFrom = other + 1
  }
  return gaps
}

/** What sentences have in common, as bags of words. */
interface Bags {
  /** The share of words, by weight, that some sentences have in common with others. */
  like(olds: readonly number[], news: readonly number[]): number
  /** The weight of what one sentence has in common with each of the others. */
  common(old: number, news: readonly number[]): Float64Array
  oldWeight(at: number): number
  newWeight(at: number): number
  /** Whether sentences `[from, to)` of the old, or the new, version are more than short lines. */
  isOldLine(from: number, to: number): boolean
  isNewLine(from: number, to: number): boolean
}

function createBags(old: VersionWords, next: VersionWords, { weights }: Vocabulary): Bags {
  const counts = new Int32Array(weights.length)
  const oldWeights = weightsOf(old, weights)
  const newWeights = weightsOf(next, weights)
  const count = (at: number, by: 1 | -1): void => {
    for (let word = old.sentences[at] ?? 0; word < (old.sentences[at + 1] ?? 0); word++)
      counts[old.ids[word] ?? 0] = (counts[old.ids[word] ?? 0] ?? 0) + by
  }
  /** Takes from what is counted what a sentence has of it, too. */
  const take = (at: number, used: number[]): number => {
    let common = 0
    for (let word = next.sentences[at] ?? 0; word < (next.sentences[at + 1] ?? 0); word++) {
      const id = next.ids[word] ?? 0
      if ((counts[id] ?? 0) <= 0) continue
      counts[id] = (counts[id] ?? 0) - 1
      used.push(id)
      common += weights[id] ?? 0
    }
    return common
  }
  const putBack = (used: readonly number[]): void => {
    for (const id of used) counts[id] = (counts[id] ?? 0) + 1
  }
  return {
    oldWeight: (at) => oldWeights[at] ?? 0,
    newWeight: (at) => newWeights[at] ?? 0,
    isOldLine: (from, to) => !areItems(old, from, to),
    isNewLine: (from, to) => !areItems(next, from, to),
    common(at, news) {
      count(at, 1)
      const found = Float64Array.from(news, (other) => {
        const used: number[] = []
        const common = take(other, used)
        putBack(used)
        return common
      })
      count(at, -1)
      return found
    },
    like(olds, news) {
      for (const at of olds) count(at, 1)
      const used: number[] = []
      let common = 0
      let all = 0
      for (const at of news) {
        common += take(at, used)
        all += newWeights[at] ?? 0
      }
      putBack(used)
      for (const at of olds) {
        count(at, -1)
        all += oldWeights[at] ?? 0
      }
      return all === 0 ? 0 : (2 * common) / all
    },
  }
}

/** So few words make an item of a list, or a row of a table. */
const mostOfItem = 12

const areItems = ({ opensLine, sentences }: VersionWords, from: number, to: number): boolean =>
  opensLine.subarray(from + 1, to).includes(1) &&
  (sentences[to] ?? 0) - (sentences[from] ?? 0) <= mostOfItem * (to - from)

function weightsOf({ ids, sentences }: VersionWords, weights: readonly number[]): Float64Array {
  const found = new Float64Array(Math.max(0, sentences.length - 1))
  for (let at = 0; at < found.length; at++)
    for (let word = sentences[at] ?? 0; word < (sentences[at + 1] ?? 0); word++)
      found[at] = (found[at] ?? 0) + (weights[ids[word] ?? 0] ?? 0)
  return found
}

/** So much more sentences may have in common one by one than all together. */
const maxOverlap = 1.35
/** So much of each must be of what it was joined to, or cut from. */
const ownPart = 0.35

/** How many sentences may have become how many: a clause was cut off, two were joined. */
const shapes = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
] as const

/** What was changed where it stood. The best row of pairs whose members have much in common. */
function changedIn(
  olds: readonly number[],
  news: readonly number[],
  bags: Bags,
): readonly SentencePair[] {
  if (olds.length === 0 || news.length === 0) return []
  const width = news.length + 1
  const best = new Float64Array((olds.length + 1) * width)
  const shape = new Int8Array(best.length).fill(-1)
  const band = olds.length * news.length > maxCells ? Math.ceil(maxCells / olds.length / 2) : width
  const commons: Float64Array[] = []
  /** Of sentences that were joined or cut each has a part of its own; of those that look alike, the same. */
  const isOneWhole = (
    alike: number,
    row: number,
    column: number,
    high: number,
    wide: number,
  ): boolean => {
    let apart = 0
    let all = 0
    for (let at = row; at < row + high; at++) {
      all += bags.oldWeight(olds[at] ?? 0)
      for (let other = column; other < column + wide; other++) apart += commons[at]?.[other] ?? 0
    }
    for (let other = column; other < column + wide; other++) all += bags.newWeight(news[other] ?? 0)
    if (apart > ((alike * all) / 2) * maxOverlap) return false
    for (let at = row; at < row + high; at++) {
      let own = 0
      for (let other = column; other < column + wide; other++) own += commons[at]?.[other] ?? 0
      if (own < bags.oldWeight(olds[at] ?? 0) * ownPart) return false
    }
    for (let other = column; other < column + wide; other++) {
      let own = 0
      for (let at = row; at < row + high; at++) own += commons[at]?.[other] ?? 0
      if (own < bags.newWeight(news[other] ?? 0) * ownPart) return false
    }
    return true
  }
  for (let row = olds.length - 1; row >= 0; row--) {
    const middle = Math.round((row * news.length) / olds.length)
    const low = Math.max(0, middle - band)
    const near = news.slice(low, middle + band + 4)
    commons[row] = new Float64Array(width)
    commons[row]?.set(bags.common(olds[row] ?? 0, near), low)
    for (let column = news.length - 1; column >= 0; column--) {
      const cell = row * width + column
      const down = best[cell + width] ?? 0
      const right = best[cell + 1] ?? 0
      let value = Math.max(down, right)
      shape[cell] = down >= right ? -1 : -2
      for (const [which, [high, wide]] of shapes.entries()) {
        if (row + high > olds.length || column + wide > news.length) continue
        const most = mostLike(olds, news, bags, commons, row, column, high, wide)
        if (most < like) continue
        let weight = 0
        for (let at = row; at < row + high; at++) weight += bags.oldWeight(olds[at] ?? 0)
        const rest = best[cell + high * width + wide] ?? 0
        if (rest + most * most * weight <= value) continue
        const alike =
          high + wide === 2
            ? most
            : bags.like(olds.slice(row, row + high), news.slice(column, column + wide))
        if (alike < like || rest + alike * alike * weight <= value) continue
        if (high + wide > 2 && !isOneWhole(alike, row, column, high, wide)) continue
        value = rest + alike * alike * weight
        shape[cell] = which
      }
      best[cell] = value
    }
  }
  return walk(olds, news, shape)
}

/** How like some sentences that adjoin each other are to others that do, at most; 0 where they do not adjoin. */
function mostLike(
  olds: readonly number[],
  news: readonly number[],
  bags: Bags,
  commons: readonly Float64Array[],
  row: number,
  column: number,
  high: number,
  wide: number,
): number {
  const [from, otherFrom] = [olds[row] ?? 0, news[column] ?? 0]
  const adjoin =
    (olds[row + high - 1] ?? 0) - from === high - 1 &&
    (news[column + wide - 1] ?? 0) - otherFrom === wide - 1
  // An item of a list does not become two, nor two one.
  if (!adjoin || !bags.isOldLine(from, from + high) || !bags.isNewLine(otherFrom, otherFrom + wide))
    return 0
  let olders = 0
  let common = 0
  for (let at = row; at < row + high; at++) {
    const weight = bags.oldWeight(olds[at] ?? 0)
    olders += weight
    let own = 0
    for (let other = column; other < column + wide; other++) own += commons[at]?.[other] ?? 0
    common += Math.min(weight, own)
  }
  let newers = 0
  for (let other = column; other < column + wide; other++)
    newers += bags.newWeight(news[other] ?? 0)
  return (2 * Math.min(common, newers)) / Math.max(1e-9, olders + newers)
}

function walk(olds: readonly number[], news: readonly number[], shape: Int8Array): SentencePair[] {
  const pairs: SentencePair[] = []
  const width = news.length + 1
  let row = 0
  let column = 0
  while (row < olds.length && column < news.length) {
    const which = shape[row * width + column] ?? -1
    const size = shapes[which]
    if (!size) {
      if (which === -1) row++
      else column++
      continue
    }
    const from = olds[row] ?? 0
    const otherFrom = news[column] ?? 0
    pairs.push({
      from,
      to: from + size[0],
      otherFrom,
      otherTo: otherFrom + size[1],
      same: false,
      moved: false,
      complete: false,
    })
    row += size[0]
    column += size[1]
  }
  const complete = olds.length === 1 && news.length === 1
  return pairs.map((pair) => ({ ...pair, complete }))
}

/**
 * Without those for which another is as good: where one of several that look alike is gone, what is there
 * may have been any of them. Where one stands alone between its neighbours, they tell.
 */
function sure(pairs: readonly SentencePair[], sides: Sides): readonly SentencePair[] {
  const { old, next, bags } = sides
  const changesOf = (at: number, other: number): number => {
    const { changes } = comparedAt(old, at, next, other)
    return changes.every(isOfFewWords) ? changes.length : Number.POSITIVE_INFINITY
  }
  const olds = postings(old, sides.olds, sides.weights)
  const news = postings(next, sides.news, sides.weights)
  return pairs.filter(({ from, to, otherFrom, otherTo, complete }) => {
    const these = range(from, to)
    const those = range(otherFrom, otherTo)
    const alike = bags.like(these, those)
    // Another must be better where the neighbours tell, and nearly as good is enough where they do not.
    const isRival = (other: number): boolean =>
      other > alike - (complete ? clearly : other >= lookAlike ? veryClearly : clearly)
    const likeOld = (at: number): number =>
      most(
        insteadOf(these, at, bags.oldWeight, (one) => bags.like([one], those)),
        (some) => bags.like(some, those),
      )
    const likeNew = (at: number): number =>
      most(
        insteadOf(those, at, bags.newWeight, (one) => bags.like(these, [one])),
        (some) => bags.like(these, some),
      )
    const isOneForOne = to - from === 1 && otherTo - otherFrom === 1
    const changes = isOneForOne ? changesOf(from, otherFrom) : 0
    // With no more words that are others, another is as near, however long those are.
    const isOfOneMake = (at: number, other: number): boolean =>
      bags.like([at], [other]) >= alsoLike && Number.isFinite(changesOf(at, other))
    const isAsNear = (at: number, other: number): boolean =>
      isOneForOne && isOfOneMake(at, other) && changesOf(at, other) <= changes
    const least = alike - (isOneForOne ? alsoAlike : veryClearly)
    const otherOlds = rivalsOf(olds, next, those, bags.oldWeight, least).filter(
      (at) => at < from || at >= to,
    )
    const otherNews = rivalsOf(news, old, these, bags.newWeight, least).filter(
      (at) => at < otherFrom || at >= otherTo,
    )
    const olders = otherOlds.map((at) => [at, otherFrom] as const)
    const newers = otherNews.map((at) => [from, at] as const)
    // Among others of its make, what differs in most that it says is one more of them.
    if (isOneForOne && !complete && changes > maxChanges && isOther(old, from, next, otherFrom))
      if ([...olders, ...newers].some(([at, other]) => isOfOneMake(at, other))) return false
    return !(
      otherOlds.some((at) => isRival(likeOld(at))) ||
      otherNews.some((at) => isRival(likeNew(at))) ||
      [...olders, ...newers].some(([at, other]) => isAsNear(at, other))
    )
  })
}

/** The sentences that may be as like some of the other version as is wanted, or stand for one of them. */
function rivalsOf(
  postings: Postings,
  { ids, sentences }: VersionWords,
  some: readonly number[],
  weight: (at: number) => number,
  least: number,
): readonly number[] {
  const { common } = postings
  const touched: number[] = []
  let [all, everywhere] = [0, 0]
  for (const at of some)
    for (let word = sentences[at] ?? 0; word < (sentences[at + 1] ?? 0); word++) {
      const id = ids[word] ?? 0
      const each = postings.weights[id] ?? 0
      all += each
      const places = postings.places.get(id)
      if (!places) continue
      if (places.length > maxPostings) everywhere += each
      else
        for (const place of places) {
          if (common[place] === 0) touched.push(place)
          common[place] = (common[place] ?? 0) + each
        }
    }
  const found: number[] = []
  for (const at of touched) {
    const own = weight(at)
    const most = Math.min(own, (common[at] ?? 0) + everywhere)
    common[at] = 0
    if (2 * most > least * (own + all) || (some.length > 1 && most > own / 2)) found.push(at)
  }
  return found
}

/** Some sentences with another in the place of one that is about as long and as much there, and that alone. */
const insteadOf = (
  some: readonly number[],
  other: number,
  weight: (at: number) => number,
  like: (at: number) => number,
): readonly (readonly number[])[] => {
  const all = some.reduce((sum, at) => sum + weight(at), 0)
  return some.length === 1
    ? [[other]]
    : [
        [other],
        ...some.flatMap((at, i) => {
          const ratio = weight(other) / Math.max(1e-9, weight(at))
          const isPart = weight(at) > all * 0.15
          const isAlike = isPart && ratio > 0.7 && ratio < 1.4 && like(other) >= like(at) * 0.9
          return isAlike ? [some.with(i, other)] : []
        }),
      ]
}

const most = (
  all: readonly (readonly number[])[],
  like: (some: readonly number[]) => number,
): number => Math.max(...all.map(like))

/** In which sentences each word stands, and what it weighs. */
interface Postings {
  readonly places: ReadonlyMap<number, readonly number[]>
  readonly weights: readonly number[]
  /** Nothing but zeros between two uses. */
  readonly common: Float64Array
}

const postings = (
  words: VersionWords,
  some: readonly number[],
  weights: readonly number[],
): Postings => ({
  places: postingsOf(words, some),
  weights,
  common: new Float64Array(words.sentences.length),
})

interface Sides {
  readonly old: VersionWords
  readonly next: VersionWords
  /** Sentences without one that is the same. */
  readonly olds: readonly number[]
  readonly news: readonly number[]
  readonly bags: Bags
  readonly weights: readonly number[]
}

/** The sentences that have a word in common with some of the other version that does not stand everywhere. */
function neighboursOf(
  postings: ReadonlyMap<number, readonly number[]>,
  { ids, sentences }: VersionWords,
  some: readonly number[],
): readonly number[] {
  const found = new Set<number>()
  for (const at of some)
    for (let word = sentences[at] ?? 0; word < (sentences[at + 1] ?? 0); word++) {
      const places = postings.get(ids[word] ?? 0)
      if (places && places.length <= maxPostings) for (const place of places) found.add(place)
    }
  return [...found]
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at)

/** Words that stand in more sentences than this do not tell where to look. */
const maxPostings = 24

/** What stands elsewhere and was changed, too: only where one alone is like it. */
function movedAndChanged(
  pairs: readonly SentencePair[],
  taken: Uint8Array,
  { old, next, bags }: Sides,
): readonly SentencePair[] {
  const known = new Uint8Array(Math.max(0, old.sentences.length - 1))
  for (const { from, to } of pairs) known.fill(1, from, to)
  const left = within(0, known.length, (at) => known[at] !== 1)
  const postings = postingsOf(
    next,
    within(0, taken.length, (at) => taken[at] !== 1),
  )
  const ranked = left.map((at) =>
    neighboursOf(postings, old, [at])
      .map((other) => ({ at, other, alike: bags.like([at], [other]) }))
      .sort((one, another) => another.alike - one.alike),
  )
  return ranked.flatMap(([best, second]) => {
    if (!best || best.alike < surelyLike || (second?.alike ?? 0) > best.alike - veryClearly)
      return []
    const isRival = (some: (typeof ranked)[number]): boolean =>
      some.some(
        ({ at, other, alike }) =>
          other === best.other && at !== best.at && alike > best.alike - veryClearly,
      )
    if (ranked.some(isRival)) return []
    const { at, other } = best
    // With other names or numbers, and elsewhere, it is another sentence.
    if (isOther(old, at, next, other)) return []
    const ends = { from: at, to: at + 1, otherFrom: other, otherTo: other + 1 }
    return [{ ...ends, same: false, moved: true, complete: false }]
  })
}

function isOther(old: VersionWords, at: number, next: VersionWords, other: number): boolean {
  const { difference } = comparedAt(old, at, next, other)
  return difference === 'contrary' || difference === 'lost' || difference === 'added'
}

/** Words. */
const mostOfSlot = 4

/** Whether a name, a number or the like may have given way to another; more is another way of saying it. */
const isOfFewWords = ({ was, is }: WordChange): boolean =>
  [was, is].every((words) => (words.match(/[\p{L}\p{N}]+/gu) ?? []).length <= mostOfSlot)

/** How a sentence of the new version differs from one of the old. */
function comparedAt(old: VersionWords, at: number, next: VersionWords, other: number): Compared {
  const was = { words: old, from: old.sentences[at] ?? 0, to: old.sentences[at + 1] ?? 0 }
  const is = { words: next, from: next.sentences[other] ?? 0, to: next.sentences[other + 1] ?? 0 }
  const partner = new Int32Array(old.count).fill(-1)
  const stretch = { from: was.from, to: was.to, otherFrom: is.from, otherTo: is.to }
  pairIds(old.ids, next.ids, stretch, partner, () => 1)
  return compare(was, is, partner)
}

function postingsOf(
  { ids, sentences }: VersionWords,
  some: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const postings = new Map<number, number[]>()
  for (const at of some)
    for (const id of new Set(ids.subarray(sentences[at], sentences[at + 1]))) {
      const known = postings.get(id)
      if (known) known.push(at)
      else postings.set(id, [at])
    }
  return postings
}
