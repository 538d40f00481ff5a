// Lays a quote in its context over a stretch of text, word by word, and says where the quote's ends
// come to lie. Gotoh's alignment with affine gaps (1982): words that were put in or taken out
// together cost little more than one, so a passage with an added clause is still one passage.
// The context takes part, because a changed word at the quote's end is best placed by what follows.
import { likeness, type Token } from './tokens.ts'

const different = -1
const wordAgainstMark = -2.5
const openGap = -1.6
const perDropped = -0.4
const perAdded = -0.2

export type Alignment = {
  readonly start: number
  readonly end: number
  /** Share of the quote's words found again, by weight, less a part for words put in; 0 to 1. */
  readonly covered: number
}

// How a cell of the table was reached: a token of each side, one of the needle, one of the text.
const Step = { Both: 0, Dropped: 1, Added: 2 } as const

/**
 * Aligns the whole needle with any stretch of `text`. `from` to `to` are the tokens of the needle
 * that are the quote; those around are context. Null when none of the quote's words is found.
 */
export function align(
  needle: readonly Token[],
  from: number,
  to: number,
  text: readonly Token[],
): Alignment | null {
  const partner = trace(needle, text)
  const { low, high } = held(needle, from, to, text, partner)
  let first = -1
  let last = -1
  let found = 0
  let total = 0
  for (let row = from; row < to; row++) {
    const token = needle[row]
    if (!token) continue
    total += token.weight
    const column = partner[row] ?? -1
    const other = text[column]
    if (!other || column < low || column > high) continue
    if (first < 0) first = column
    last = column
    found += token.weight * likeness(token, other)
  }
  const same = (row: number, column: number): boolean =>
    row >= from && row < to && needle[row]?.text === text[column]?.text
  for (let row = partner.indexOf(first); same(row - 1, first - 1); row--)
    found += text[--first]?.weight ?? 0
  for (let row = partner.indexOf(last); same(row + 1, last + 1); row++)
    found += text[++last]?.weight ?? 0
  const start = text[first]
  const end = text[last]
  if (!start || !end || found === 0) return null
  const matched = new Set(partner.subarray(from, to))
  let added = 0
  for (let column = first; column <= last; column++) {
    if (!matched.has(column)) added += text[column]?.weight ?? 0
  }
  return { start: start.start, end: end.end, covered: found / (total + added * 0.2) }
}

/**
 * Between which columns the quote is: without what stands apart from the rest of it, behind or before more
 * than it says itself.
 */
function held(
  needle: readonly Token[],
  from: number,
  to: number,
  text: readonly Token[],
  partner: Int32Array,
): { readonly low: number; readonly high: number } {
  const rows = Array.from({ length: to - from }, (_, at) => from + at).filter(
    (row) => (partner[row] ?? -1) >= 0,
  )
  const weightOf = (some: readonly number[]): number =>
    some.reduce((sum, row) => sum + (needle[row]?.weight ?? 0), 0)
  const between = (one: number, other: number): number => {
    // What stands in the place of words that are gone parts nothing.
    let weight = 0
    for (let row = one + 1; row < other; row++) weight -= needle[row]?.weight ?? 0
    for (let column = (partner[one] ?? 0) + 1; column < (partner[other] ?? 0); column++)
      weight += text[column]?.weight ?? 0
    return weight
  }
  let [low, high] = [0, rows.length - 1]
  for (let at = 1; at < rows.length; at++) {
    const gap = between(rows[at - 1] ?? 0, rows[at] ?? 0)
    const isStray = (weight: number): boolean =>
      weight < 1 ? gap > 1 : gap > apart && weight < gap / 3
    if (isStray(weightOf(rows.slice(low, at)))) low = at
    else if (isStray(weightOf(rows.slice(at)))) {
      high = at - 1
      break
    }
  }
  return { low: partner[rows[low] ?? -1] ?? 0, high: partner[rows[high] ?? -1] ?? -1 }
}

/** Weight of words: of about five. */
const apart = 18

/** For each token of the needle the index of the token of the text opposite it; -1: dropped. */
function trace(needle: readonly Token[], text: readonly Token[]): Int32Array {
  const width = text.length + 1
  const cameFrom = new Uint8Array((needle.length + 1) * width)
  let both = new Float64Array(width)
  let dropped = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  let added = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  let nextBoth = new Float64Array(width)
  let nextDropped = new Float64Array(width)
  let nextAdded = new Float64Array(width)
  for (let row = 1; row <= needle.length; row++) {
    const token = needle[row - 1]
    if (!token) break
    nextBoth[0] = Number.NEGATIVE_INFINITY
    nextAdded[0] = Number.NEGATIVE_INFINITY
    for (let column = 0; column < width; column++) {
      const cell = row * width + column
      let moves = 0
      const dropOpen = Math.max(at(both, column), at(added, column)) + openGap
      const dropMore = at(dropped, column)
      if (dropMore >= dropOpen) moves |= Step.Dropped << 2
      else if (at(added, column) > at(both, column)) moves |= Step.Added << 2
      nextDropped[column] = Math.max(dropOpen, dropMore) + perDropped
      const other = text[column - 1]
      if (other) {
        const b = at(both, column - 1)
        const d = at(dropped, column - 1)
        const a = at(added, column - 1)
        const best = Math.max(b, d, a)
        if (best !== b) moves |= best === d ? Step.Dropped : Step.Added
        nextBoth[column] = best + pair(token, other)
        const addOpen = Math.max(at(nextBoth, column - 1), at(nextDropped, column - 1)) + openGap
        const addMore = at(nextAdded, column - 1)
        if (addMore >= addOpen) moves |= Step.Added << 4
        else if (at(nextDropped, column - 1) > at(nextBoth, column - 1)) moves |= Step.Dropped << 4
        nextAdded[column] = Math.max(addOpen, addMore) + perAdded
      }
      cameFrom[cell] = moves
    }
    ;[both, nextBoth] = [nextBoth, both]
    ;[dropped, nextDropped] = [nextDropped, dropped]
    ;[added, nextAdded] = [nextAdded, added]
  }
  return walkBack(needle.length, width, cameFrom, both, dropped)
}

function walkBack(
  rows: number,
  width: number,
  cameFrom: Uint8Array,
  both: Float64Array,
  dropped: Float64Array,
): Int32Array {
  const partner = new Int32Array(rows).fill(-1)
  let column = 0
  let step: number = Step.Dropped
  let best = Number.NEGATIVE_INFINITY
  for (let candidate = 0; candidate < width; candidate++) {
    const score = Math.max(at(both, candidate), at(dropped, candidate))
    if (score <= best) continue
    best = score
    column = candidate
    step = at(both, candidate) >= at(dropped, candidate) ? Step.Both : Step.Dropped
  }
  let row = rows
  while (row > 0) {
    const moves = cameFrom[row * width + column] ?? 0
    if (step === Step.Both) {
      row--
      column--
      partner[row] = column
      step = moves & 3
    } else if (step === Step.Dropped) {
      row--
      step = (moves >> 2) & 3
    } else {
      column--
      step = (moves >> 4) & 3
    }
  }
  return partner
}

function pair(a: Token, b: Token): number {
  const alike = likeness(a, b)
  if (alike > 0) return a.weight * (2 * alike - 1)
  return a.word === b.word ? different : wordAgainstMark
}

const at = (row: Float64Array, column: number): number => row[column] ?? Number.NEGATIVE_INFINITY
