// What two sentences alone show of telling the same. Every feature is the same whichever sentence
// comes first.
import type { Kinship } from './kinship.ts'
import type { Profile, Profiles } from './profile.ts'
import { windowsOf } from './windows.ts'

export const pairFeatures = [
  // Words in common: by the angle between them, by the share of the shorter, of the longer, in all.
  'cosLocal',
  'cosGeneral',
  'coverLocal',
  'coverGeneral',
  'coverLongerLocal',
  'coverLongerGeneral',
  'sharedLocal',
  'sharedGeneral',
  'sharedCount',
  'rarest',
  'secondRarest',
  'kin',
  'kinCount',
  // The same words in the same order.
  'bigrams',
  'bigramSum',
  'run',
  // Names, and what is not names.
  'names',
  'nameSum',
  'namesDiffer',
  'plain',
  'plainSum',
  'people',
  'peopleMissing',
  'actorSame',
  'actorDiffers',
  'numbers',
  'numbersDiffer',
  // Quotation.
  'quoted',
  'bothQuote',
  'oneQuotes',
  'quoteOfOther',
  // Place in the article.
  'lead',
  'leadPlain',
  'leadCover',
  'title',
  'titleCover',
  'place',
  'early',
  'shorter',
  'longer',
  // A clause of one in the other; what surrounds them; the event as such.
  'clause',
  'clauseGeneral',
  'window',
  'core',
  'coreOne',
] as const

export const pairCount = pairFeatures.length

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

export function matcherOf(data: Profiles, kinship: Kinship): Matcher {
  const { general, local, stems } = data
  const windows = windowsOf(data)
  const inA = new Int32Array(stems.length)
  const placeInA = new Int32Array(stems.length)
  const inB = new Int32Array(stems.length)
  const kinIn = new Float64Array(stems.length)
  const kinPlace = new Int32Array(stems.length)
  const firstInOrder = new Int32Array(stems.length)
  let nextInOrder = new Int32Array(64)
  const usedKin = new Int32Array(stems.length)
  const matched = new Int32Array(stems.length)
  const seen = new Set<number>()
  let turn = 0
  let pair = 0
  let a: Profile | undefined

  const from = (profile: Profile): void => {
    a = profile
    turn++
    for (let k = 0; k < profile.ids.length; k++) {
      const id = profile.ids[k] ?? 0
      inA[id] = turn
      placeInA[id] = k
      firstInOrder[id] = -1
    }
    if (nextInOrder.length < profile.order.length)
      nextInOrder = new Int32Array(profile.order.length * 2)
    for (let at = profile.order.length - 1; at >= 0; at--) {
      const id = profile.order[at] ?? 0
      nextInOrder[at] = firstInOrder[id] ?? -1
      firstInOrder[id] = at
    }
  }

  const clauseCover = (
    clauses: readonly Int32Array[],
    stamps: Int32Array,
    stamp: number,
    weights: Float64Array,
    other: number,
  ): number => {
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

  /** Words of `b` that `a` has not, each with a kindred one of `a` that `b` has not: the nearest of kin first. */
  const matchKin = (b: Profile): void => {
    const kin: Kin[] = []
    for (let k = 0; k < b.ids.length; k++) {
      const id = b.ids[k] ?? 0
      const relatives = kinship[id]
      if (!relatives || inA[id] === turn) continue
      for (const [own, strength] of relatives)
        if (inA[own] === turn && inB[own] !== pair) kin.push({ id, own, strength })
    }
    if (kin.length > 1) kin.sort(nearestOfKin)
    for (const { id, own, strength } of kin) {
      if (matched[id] === pair || usedKin[own] === pair) continue
      matched[id] = pair
      usedKin[own] = pair
      kinIn[id] = strength
      kinPlace[id] = placeInA[own] ?? 0
    }
  }

  /** The same order whichever sentence comes first. */
  const nearestOfKin = (x: Kin, y: Kin): number =>
    y.strength - x.strength || (wordsOf(x) < wordsOf(y) ? -1 : 1)
  const wordsOf = ({ id, own }: Kin): string => [stems[id] ?? '', stems[own] ?? ''].sort().join(' ')

  const fill = (b: Profile, out: Float64Array, start: number): void => {
    if (!a) return
    pair++
    for (let k = 0; k < b.ids.length; k++) inB[b.ids[k] ?? 0] = pair
    matchKin(b)
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
      const place = (isKin ? kinPlace[id] : placeInA[id]) ?? 0
      const [localA = 0, localB = 0] = [a.local[place], b.local[k]]
      const [generalA = 0, generalB = 0] = [a.general[place], b.general[k]]
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
      const isName = a.isName[place] === 1 || b.isName[k] === 1
      if (isName) names += strength * Math.min(generalA, generalB)
      else plain += strength * Math.min(generalA, generalB)
      if (a.isQuoted[place] !== b.isQuoted[k]) quoteOfOther += low
      else if (a.isQuoted[place] === 1) quoted += low
    }
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
    const coverLocal = sharedLocal / Math.min(a.localSum, b.localSum)
    const coverGeneral = sharedGeneral / Math.min(a.generalSum, b.generalSum)
    const plainCover = plain / (Math.min(a.plainSum, b.plainSum) || 1)
    const lead = a.lead && b.lead ? 1 : 0
    const title = (a.title ? 0.5 : 0) + (b.title ? 0.5 : 0)
    const [coreA, coreB] = [windows.core(a), windows.core(b)]
    const differ = (x: number, y: number, shared: number): number =>
      x > 0 && y > 0 && shared === 0 ? 1 : 0
    let at = start
    const put = (value: number): void => {
      out[at++] = value
    }
    put(dotLocal / (a.localNorm * b.localNorm))
    put(dotGeneral / (a.generalNorm * b.generalNorm))
    put(coverLocal)
    put(coverGeneral)
    put(sharedLocal / Math.max(a.localSum, b.localSum))
    put(sharedGeneral / Math.max(a.generalSum, b.generalSum))
    put(Math.min(2.5, sharedLocal))
    put(Math.min(5, sharedGeneral) / 2)
    put(Math.log1p(count))
    put(rarest)
    put(second)
    put(Math.min(1, kin))
    put(Math.min(3, kinCount))
    put(bigrams / Math.min(a.bigramSum, b.bigramSum))
    put(Math.min(3, bigrams))
    put(Math.max(0, Math.min(run, 6) - 1) / 5)
    put(names / (Math.min(a.nameSum, b.nameSum) || 1))
    put(Math.min(2, names))
    put(differ(a.nameSum, b.nameSum, names))
    put(plainCover)
    put(Math.min(3, plain))
    put(peopleShared / (Math.min(peopleA, peopleB) || 1))
    put(Math.max(peopleA, peopleB) - peopleShared)
    put(actorSame ? 1 : 0)
    put(actors && !actorSame ? (mentioned ? 0.3 : 1) : 0)
    put(Math.min(2, numbers))
    put(differ(a.numbers.length, b.numbers.length, numbers))
    put(quoted / (Math.min(a.quotedSum, b.quotedSum) || 1))
    put(a.hasQuote && b.hasQuote ? 1 : 0)
    put(a.hasQuote !== b.hasQuote ? 1 : 0)
    put(Math.min(1, quoteOfOther))
    put(lead)
    put(lead * plainCover)
    put(lead * coverLocal)
    put(title)
    put(title * coverLocal)
    put(Math.abs(a.position - b.position))
    put(1 - Math.max(a.position, b.position))
    put(Math.log1p(Math.min(a.ids.length, b.ids.length)))
    put(Math.log1p(Math.max(a.ids.length, b.ids.length)))
    put(
      Math.max(
        clauseCover(a.clauses, inB, pair, local, b.localSum),
        clauseCover(b.clauses, inA, turn, local, a.localSum),
      ),
    )
    put(
      Math.max(
        clauseCover(a.clauses, inB, pair, general, b.generalSum),
        clauseCover(b.clauses, inA, turn, general, a.generalSum),
      ),
    )
    put(windows.similarity(a, b))
    put(Math.sqrt(coreA * coreB))
    put(Math.max(coreA, coreB))
  }
  return { from, fill }
}
