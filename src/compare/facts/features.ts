// What two sentences alone show of telling the same. Every feature is the same whichever sentence
// comes first.
import type { Kinship } from './kinship.ts'
import { slot } from './pair-features.ts'
import type { Profile, Profiles } from './profile.ts'
import { windowsOf } from './windows.ts'

/** A word of the second sentence and a kindred one of the first. */
interface Kin {
  readonly id: number
  readonly own: number
  readonly strength: number
}

export interface Matcher {
  /** Sets the first sentence. */
  from(a: Profile): void
  /** Writes the features of the first sentence and `b` into `out` from `at` on. */
  fill(b: Profile, out: Float64Array, at: number): void
}

/** What is known of the two sentences in hand, by word. A stamp that is not of now says nothing. */
interface Workspace {
  readonly data: Profiles
  readonly kinship: Kinship
  /** Stamped with `turn`: words of the first sentence, and their places in it. */
  readonly inA: Int32Array
  readonly placeInA: Int32Array
  /** Stamped with `pair`: words of the second. */
  readonly inB: Int32Array
  /** Words of the second that have a kindred one in the first, how near, and its place there. */
  readonly matched: Int32Array
  readonly usedKin: Int32Array
  readonly kinIn: Float64Array
  readonly kinPlace: Int32Array
  /** Where each word stands in the order of the first sentence, and where it stands next. */
  readonly firstInOrder: Int32Array
  nextInOrder: Int32Array
  /** Pairs of words that were counted. */
  readonly seen: Set<number>
  turn: number
  pair: number
}

export function matcherOf(data: Profiles, kinship: Kinship): Matcher {
  const work = workspaceOf(data, kinship)
  const windows = windowsOf(data)
  let a: Profile | undefined
  return {
    from(profile) {
      a = profile
      setFirst(work, profile)
    },
    fill(b, out, start) {
      if (!a) return
      work.pair++
      for (let k = 0; k < b.ids.length; k++) work.inB[b.ids[k] ?? 0] = work.pair
      matchKin(work, b)
      fillWords(work, a, b, out, start)
      fillOrder(work, a, b, out, start)
      fillPeople(data, a, b, out, start)
      fillPlaces(a, b, out, start)
      fillClauses(work, a, b, out, start)
      const [coreA, coreB] = [windows.core(a), windows.core(b)]
      out[start + slot.window] = windows.similarity(a, b)
      out[start + slot.core] = Math.sqrt(coreA * coreB)
      out[start + slot.coreOne] = Math.max(coreA, coreB)
    },
  }
}

function workspaceOf(data: Profiles, kinship: Kinship): Workspace {
  const count = data.stems.length
  return {
    data,
    kinship,
    inA: new Int32Array(count),
    placeInA: new Int32Array(count),
    inB: new Int32Array(count),
    matched: new Int32Array(count),
    usedKin: new Int32Array(count),
    kinIn: new Float64Array(count),
    kinPlace: new Int32Array(count),
    firstInOrder: new Int32Array(count),
    nextInOrder: new Int32Array(64),
    seen: new Set(),
    turn: 0,
    pair: 0,
  }
}

function setFirst(work: Workspace, profile: Profile): void {
  const { inA, placeInA, firstInOrder } = work
  work.turn++
  for (let k = 0; k < profile.ids.length; k++) {
    const id = profile.ids[k] ?? 0
    inA[id] = work.turn
    placeInA[id] = k
    firstInOrder[id] = -1
  }
  if (work.nextInOrder.length < profile.order.length)
    work.nextInOrder = new Int32Array(profile.order.length * 2)
  for (let at = profile.order.length - 1; at >= 0; at--) {
    const id = profile.order[at] ?? 0
    work.nextInOrder[at] = firstInOrder[id] ?? -1
    firstInOrder[id] = at
  }
}

/** Words of `b` that `a` has not, each with a kindred one of `a` that `b` has not: the nearest of kin first. */
function matchKin(work: Workspace, b: Profile): void {
  const { data, kinship, inA, inB, matched, usedKin, kinIn, kinPlace, placeInA, turn, pair } = work
  const kin: Kin[] = []
  for (let k = 0; k < b.ids.length; k++) {
    const id = b.ids[k] ?? 0
    const relatives = kinship[id]
    if (!relatives || inA[id] === turn) continue
    for (const [own, strength] of relatives)
      if (inA[own] === turn && inB[own] !== pair) kin.push({ id, own, strength })
  }
  if (kin.length > 1) kin.sort(nearestOfKin(data))
  for (const { id, own, strength } of kin) {
    if (matched[id] === pair || usedKin[own] === pair) continue
    matched[id] = pair
    usedKin[own] = pair
    kinIn[id] = strength
    kinPlace[id] = placeInA[own] ?? 0
  }
}

/** The same order whichever sentence comes first. */
function nearestOfKin({ stems }: Profiles): (x: Kin, y: Kin) => number {
  const wordsOf = ({ id, own }: Kin): string => [stems[id] ?? '', stems[own] ?? ''].sort().join(' ')
  return (x, y) => y.strength - x.strength || (wordsOf(x) < wordsOf(y) ? -1 : 1)
}

/** Both have some, and none in common. */
const differ = (x: number, y: number, shared: number): number =>
  x > 0 && y > 0 && shared === 0 ? 1 : 0

/** Words in common: all of them, kindred ones, names, quoted ones. */
function fillWords(
  work: Workspace,
  a: Profile,
  b: Profile,
  out: Float64Array,
  start: number,
): void {
  const { inA, placeInA, matched, kinIn, kinPlace, turn, pair } = work
  let dotLocal = 0
  let dotGeneral = 0
  let sharedLocal = 0
  let sharedGeneral = 0
  let count = 0
  let rarest = 0
  let second = 0
  let kin = 0
  let kinCount = 0
  let names = 0
  let plain = 0
  let quoted = 0
  let quoteOfOther = 0
  for (let k = 0; k < b.ids.length; k++) {
    const id = b.ids[k] ?? 0
    const isKin = inA[id] !== turn
    if (isKin && matched[id] !== pair) continue
    const strength = isKin ? (kinIn[id] ?? 0) : 1
    const at = (isKin ? kinPlace[id] : placeInA[id]) ?? 0
    const [localA = 0, localB = 0] = [a.local[at], b.local[k]]
    const [generalA = 0, generalB = 0] = [a.general[at], b.general[k]]
    dotLocal += strength * localA * localB
    dotGeneral += strength * generalA * generalB
    const low = strength * Math.min(localA, localB)
    sharedLocal += low
    sharedGeneral += strength * Math.min(generalA, generalB)
    count += strength
    if (low > rarest) {
      second = rarest
      rarest = low
    } else if (low > second) second = low
    if (isKin) {
      kin += low
      kinCount++
    }
    const isName = a.isName[at] === 1 || b.isName[k] === 1
    if (isName) names += strength * Math.min(generalA, generalB)
    else plain += strength * Math.min(generalA, generalB)
    if (a.isQuoted[at] !== b.isQuoted[k]) quoteOfOther += low
    else if (a.isQuoted[at] === 1) quoted += low
  }
  out[start + slot.cosLocal] = dotLocal / (a.localNorm * b.localNorm)
  out[start + slot.cosGeneral] = dotGeneral / (a.generalNorm * b.generalNorm)
  out[start + slot.coverLocal] = sharedLocal / Math.min(a.localSum, b.localSum)
  out[start + slot.coverGeneral] = sharedGeneral / Math.min(a.generalSum, b.generalSum)
  out[start + slot.coverLongerLocal] = sharedLocal / Math.max(a.localSum, b.localSum)
  out[start + slot.coverLongerGeneral] = sharedGeneral / Math.max(a.generalSum, b.generalSum)
  out[start + slot.sharedLocal] = Math.min(2.5, sharedLocal)
  out[start + slot.sharedGeneral] = Math.min(5, sharedGeneral) / 2
  out[start + slot.sharedCount] = Math.log1p(count)
  out[start + slot.rarest] = rarest
  out[start + slot.secondRarest] = second
  out[start + slot.kin] = Math.min(1, kin)
  out[start + slot.kinCount] = Math.min(3, kinCount)
  out[start + slot.names] = names / (Math.min(a.nameSum, b.nameSum) || 1)
  out[start + slot.nameSum] = Math.min(2, names)
  out[start + slot.namesDiffer] = differ(a.nameSum, b.nameSum, names)
  out[start + slot.plain] = plain / (Math.min(a.plainSum, b.plainSum) || 1)
  out[start + slot.plainSum] = Math.min(3, plain)
  out[start + slot.quoted] = quoted / (Math.min(a.quotedSum, b.quotedSum) || 1)
  out[start + slot.quoteOfOther] = Math.min(1, quoteOfOther)
}

/** The same words in the same order. */
function fillOrder(
  work: Workspace,
  a: Profile,
  b: Profile,
  out: Float64Array,
  start: number,
): void {
  const { data, inA, firstInOrder, nextInOrder, seen, turn } = work
  const { general, stems } = data
  seen.clear()
  let bigrams = 0
  let run = 0
  for (let at = 0; at < b.order.length; at++) {
    const id = b.order[at] ?? 0
    if (inA[id] !== turn) continue
    let best = 0
    for (let other = firstInOrder[id] ?? -1; other >= 0; other = nextInOrder[other] ?? -1) {
      let length = 1
      while (
        length < 12 &&
        at + length < b.order.length &&
        b.order[at + length] === a.order[other + length]
      )
        length++
      if (length > best) best = length
    }
    if (best > run) run = best
    const next = b.order[at + 1] ?? 0
    // Each two words once, however often either sentence has them.
    if (best > 1 && !seen.has(id * stems.length + next)) {
      seen.add(id * stems.length + next)
      bigrams += ((general[id] ?? 0) + (general[next] ?? 0)) / 2
    }
  }
  out[start + slot.bigrams] = bigrams / Math.min(a.bigramSum, b.bigramSum)
  out[start + slot.bigramSum] = Math.min(3, bigrams)
  out[start + slot.run] = Math.max(0, Math.min(run, 6) - 1) / 5
}

/** People, who acts, and numbers. */
function fillPeople(
  { local }: Profiles,
  a: Profile,
  b: Profile,
  out: Float64Array,
  start: number,
): void {
  let numbers = 0
  for (const number of a.numbers) if (b.numbers.includes(number)) numbers++
  let peopleShared = 0
  let peopleA = 0
  let peopleB = 0
  for (const id of a.people) {
    const weight = local[id] ?? 0
    peopleA += weight
    if (b.people.includes(id)) peopleShared += weight
  }
  for (const id of b.people) peopleB += local[id] ?? 0
  const actors = a.actor >= 0 && b.actor >= 0
  const actorSame = actors && a.actor === b.actor
  const mentioned = actors && (a.people.includes(b.actor) || b.people.includes(a.actor))
  out[start + slot.people] = peopleShared / (Math.min(peopleA, peopleB) || 1)
  out[start + slot.peopleMissing] = Math.max(peopleA, peopleB) - peopleShared
  out[start + slot.actorSame] = actorSame ? 1 : 0
  out[start + slot.actorDiffers] = actors && !actorSame ? (mentioned ? 0.3 : 1) : 0
  out[start + slot.numbers] = Math.min(2, numbers)
  out[start + slot.numbersDiffer] = differ(a.numbers.length, b.numbers.length, numbers)
}

/** Quotation, and place in the article; what words have in common is there already. */
function fillPlaces(a: Profile, b: Profile, out: Float64Array, start: number): void {
  const coverLocal = out[start + slot.coverLocal] ?? 0
  const plainCover = out[start + slot.plain] ?? 0
  const lead = a.lead && b.lead ? 1 : 0
  const title = (a.title ? 0.5 : 0) + (b.title ? 0.5 : 0)
  out[start + slot.bothQuote] = a.hasQuote && b.hasQuote ? 1 : 0
  out[start + slot.oneQuotes] = a.hasQuote !== b.hasQuote ? 1 : 0
  out[start + slot.lead] = lead
  out[start + slot.leadPlain] = lead * plainCover
  out[start + slot.leadCover] = lead * coverLocal
  out[start + slot.title] = title
  out[start + slot.titleCover] = title * coverLocal
  out[start + slot.place] = Math.abs(a.position - b.position)
  out[start + slot.early] = 1 - Math.max(a.position, b.position)
  out[start + slot.shorter] = Math.log1p(Math.min(a.ids.length, b.ids.length))
  out[start + slot.longer] = Math.log1p(Math.max(a.ids.length, b.ids.length))
}

/** A clause of one in the other. */
function fillClauses(
  { data: { local, general }, inA, inB, turn, pair }: Workspace,
  a: Profile,
  b: Profile,
  out: Float64Array,
  start: number,
): void {
  out[start + slot.clause] = Math.max(
    clauseCover(a.clauses, inB, pair, local, b.localSum),
    clauseCover(b.clauses, inA, turn, local, a.localSum),
  )
  out[start + slot.clauseGeneral] = Math.max(
    clauseCover(a.clauses, inB, pair, general, b.generalSum),
    clauseCover(b.clauses, inA, turn, general, a.generalSum),
  )
}

function clauseCover(
  clauses: readonly Int32Array[],
  stamps: Int32Array,
  stamp: number,
  weights: Float64Array,
  other: number,
): number {
  let best = 0
  for (const clause of clauses) {
    let all = 0
    let hit = 0
    for (let k = 0; k < clause.length; k++) {
      const id = clause[k] ?? 0
      const weight = weights[id] ?? 0
      all += weight
      if (stamps[id] === stamp) hit += weight
    }
    const score = (hit / (all || 1)) * Math.sqrt(hit / (all + other - hit || 1))
    if (score > best) best = score
  }
  return best
}
