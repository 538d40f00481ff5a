// Passages that two articles share, sentences regardless: text that was taken over, also where some
// words were changed, put in or left out. Seeds are extended over small gaps as long as more is
// gained than lost (BLAST, Altschul et al. 1990, with gaps; passim and PAN's best aligners do alike).
import type { Prepared } from '../prepare/prepare.ts'
import { type CommonWords, commonWords } from './common-words.ts'
import { eachRunMatch, runLength } from './run-matches.ts'
import { type SameStretch, stretchesOf } from './same-words.ts'

/** Words that may be changed, put in or left out at a time. */
const widestGap = 8
/** How many words of both may lie before a content word that is the same without its neighbours. */
const loneReach = 5
/** What a word gains when it is the same, and what each word of a gap costs. */
const contentGain = 2
const functionGain = 1
const gapCost = 1
/** An extension ends when this much is lost since it was best. */
const drop = 20
/** What a passage has to gain, content words it has to have. */
const leastGain = 15
/** Passages with no more than this many words between them in both articles are one. */
const joinable = 25

/** In tokens. */
interface Passage {
  a: number
  b: number
  endA: number
  endB: number
  gain: number
}

/** In the order of `a`. Close to linear in the articles' lengths. */
export function sharedStretches(a: Prepared, b: Prepared): SameStretch[] {
  const common = commonWords(a, b)
  const passages: Passage[] = []
  const extend = extender(a, b, common)
  /** For each diagonal where what is found on it ends in `b`. */
  const covered = new Int32Array(common.a.length + common.b.length + 1)
  eachRunMatch(a, b, common, (placeA, placeB) => {
    const diagonal = placeA - placeB + common.b.length
    for (let near = -widestGap; near <= widestGap; near++)
      if ((covered[diagonal + near] ?? 0) > placeB) return
    const ahead = extend(placeA + runLength, placeB + runLength, 1)
    const back = extend(placeA - 1, placeB - 1, -1)
    const passage = {
      a: back.a + 1,
      b: back.b + 1,
      endA: ahead.a,
      endB: ahead.b,
      gain: ahead.gain + back.gain + gainOf(common, placeA),
    }
    covered[diagonal] = Math.max(covered[diagonal] ?? 0, passage.endB)
    const last = passage.endA - passage.endB + common.b.length
    covered[last] = Math.max(covered[last] ?? 0, passage.endB)
    if (passage.gain >= leastGain) passages.push(passage)
  })
  return joined(passages).map(({ a: inA, b: inB, endA, endB }) => ({
    a: stretchesOf(a, b, { a: inA, b: inB, length: endA - inA }).a,
    b: stretchesOf(a, b, { a: inA, b: inB, length: endB - inB }).b,
  }))
}

const gainOf = (common: CommonWords, place: number): number => {
  let gain = 0
  for (let at = place; at < place + runLength; at++)
    gain += common.isContent(common.a[at] ?? 0) ? contentGain : functionGain
  return gain
}

/** Where an extension ends, and what it gains. */
interface Extension {
  readonly a: number
  readonly b: number
  readonly gain: number
}

/** Extends a match forwards (step 1) or backwards (-1) from the next words to compare. */
function extender(a: Prepared, b: Prepared, common: CommonWords) {
  const isIn = (one: Prepared, at: number): boolean => {
    const sentence = one.sentences[one.tokens.sentences[at] ?? -1]
    return sentence !== undefined && !sentence.furniture
  }
  return (fromA: number, fromB: number, step: 1 | -1): Extension => {
    let [inA, inB, gain] = [fromA, fromB, 0]
    let best: Extension = { a: inA, b: inB, gain }
    while (isIn(a, inA) && isIn(b, inB)) {
      const word = common.a[inA]
      if (word === common.b[inB]) {
        gain += common.isContent(word ?? 0) ? contentGain : functionGain
        inA += step
        inB += step
        if (gain > best.gain) best = { a: inA, b: inB, gain }
        continue
      }
      const gap = gapAt(common, inA, inB, step)
      if (!gap) break
      gain -= gapCost * Math.max(gap.a, gap.b)
      if (gain < best.gain - drop) break
      inA += gap.a * step
      inB += gap.b * step
    }
    return best
  }
}

/** The smallest gap after which two words in a row, or a content word near by, are the same; null if there is none. */
function gapAt({ a, b, isContent }: CommonWords, inA: number, inB: number, step: 1 | -1) {
  for (let total = 1; total <= 2 * widestGap; total++)
    for (let gap = Math.max(0, total - widestGap); gap <= Math.min(total, widestGap); gap++) {
      const [atA, atB] = [inA + gap * step, inB + (total - gap) * step]
      const word = a[atA]
      if (word === undefined || word !== b[atB]) continue
      const next = a[atA + step]
      const isRow = next !== undefined && next === b[atB + step]
      if (isRow || (total <= loneReach && isContent(word))) return { a: gap, b: total - gap }
    }
  return null
}

/** How many of the passages before may go on in the next. */
const lookBack = 12

/** Neighbouring passages as one, and none twice. */
function joined(passages: Passage[]): Passage[] {
  passages.sort((x, y) => x.a - y.a || x.b - y.b)
  const kept: Passage[] = []
  for (const passage of passages) {
    let isJoined = false
    for (let index = kept.length - 1; index >= kept.length - lookBack && !isJoined; index--) {
      const before = kept[index]
      if (!before || before.endA + joinable < passage.a) continue
      if (passage.b < before.b - joinable || passage.b > before.endB + joinable) continue
      before.b = Math.min(before.b, passage.b)
      before.endA = Math.max(before.endA, passage.endA)
      before.endB = Math.max(before.endB, passage.endB)
      isJoined = true
    }
    if (!isJoined) kept.push({ ...passage })
  }
  return kept
}
