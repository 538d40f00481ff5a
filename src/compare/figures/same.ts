// Whether figures of two sentences come to the same. For telling whether the sentences report one fact:
//
//   const [same, other] = [sameFigures(a, b), conflictingFigures(a, b)]
//
// `a` and `b` are what `findFigures` gave for one sentence each (`figuresBySentence`). Only like is
// compared with like: shares with shares, money with money of one currency, "7 councillors" with
// "5 councillors", dates with dates. What stands on one side only counts for nothing. Both are cheap
// (a few comparisons of numbers) and symmetrical, and never fail.
//
// Numbers and dates only are told to conflict; names are told to be the same, or nothing is said.
import { sameGiven } from './titles.ts'
import type { DateFigure, FoundFigure, NameFigure, NumberFigure } from './types.ts'

/** How many figures of one sentence are compared: each is set against each of the other’s. */
export const mostCompared = 400

/** A figure of each of two sentences. */
export interface FigurePair {
  readonly a: FoundFigure
  readonly b: FoundFigure
}

/** Figures that come to the same, each with one of the other sentence; the surest first come first. */
export function sameFigures(
  a: readonly FoundFigure[],
  b: readonly FoundFigure[],
): readonly FigurePair[] {
  const pairs: FigurePair[] = []
  const used = new Set<FoundFigure>()
  // What is written alike goes together before what only may mean the same.
  for (const close of [(x: FoundFigure, y: FoundFigure) => x.value === y.value, () => true])
    for (const x of a) {
      if (used.has(x)) continue
      const y = b.find((each) => !used.has(each) && close(x, each) && comeToTheSame(x, each))
      if (y === undefined) continue
      used.add(x)
      used.add(y)
      pairs.push({ a: x, b: y })
    }
  return pairs
}

/**
 * Figures that differ where the sentences should say the same: of each kind of thing, when what comes
 * to the same is put aside, one is left on each side and these two are like. With more left it is not
 * plain which answers to which, and nothing is said.
 */
export function conflictingFigures(
  a: readonly FoundFigure[],
  b: readonly FoundFigure[],
): readonly FigurePair[] {
  const same = sameFigures(a, b)
  const matched = new Set(same.flatMap((pair) => [pair.a, pair.b]))
  const left = (figures: readonly FoundFigure[], others: readonly FoundFigure[]) =>
    figures.filter(
      (figure) =>
        figure.kind !== 'name' &&
        !matched.has(figure) &&
        // The same again: "30% … the 30%".
        !others.some((other) => matched.has(other) && comeToTheSame(figure, other)),
    )
  const [restA, restB] = [left(a, b), left(b, a)]
  return restA.flatMap((x) => {
    const likeX = restB.filter((y) => areLike(x, y))
    const [y] = likeX
    if (y === undefined || likeX.length > 1) return []
    if (restA.filter((each) => areLike(each, y)).length > 1) return []
    // A count of nothing named, or a share of it, is told by standing alone.
    if (!isPlain(x, y) && (matchedLike(x, a, matched) || matchedLike(y, b, matched))) return []
    return comeToTheSame(x, y) ? [] : [{ a: x, b: y }]
  })
}

/** Both say what they are of. */
const isPlain = (x: FoundFigure, y: FoundFigure): boolean =>
  x.kind === 'number' && y.kind === 'number' && x.of !== null && y.of !== null

const matchedLike = (
  figure: FoundFigure,
  all: readonly FoundFigure[],
  matched: ReadonlySet<FoundFigure>,
): boolean => all.some((other) => other !== figure && matched.has(other) && areLike(figure, other))

/** Whether two figures measure the same thing, whatever they come to. Names are never told to. */
export function areLike(a: FoundFigure, b: FoundFigure): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    if (a.sort !== b.sort || a.unit !== b.unit) return false
    if (a.sort === 'count' || a.sort === 'ordinal') return a.of !== null && a.of === b.of
    if (a.of !== null && b.of !== null) return a.of === b.of
    // What differs by more is of something else: "$750,000 … a $43,000 watch".
    return a.sort === 'votes' || Math.max(a.low, b.low) < 2 * Math.min(a.high, b.high)
  }
  if (a.kind !== 'date' || b.kind !== 'date') return false
  if ((a.precision === 'time') !== (b.precision === 'time')) return false
  // "Said on Tuesday" and "closed on Wednesday" do not contradict each other.
  if (a.happens === null || a.happens !== b.happens) return false
  if (a.precision === 'time') return a.zone === b.zone
  if (a.days !== null && b.days !== null) return a.precision === b.precision
  return a.weekday !== null && b.weekday !== null
}

/** Whether two figures may stand for one and the same. */
export function comeToTheSame(a: FoundFigure, b: FoundFigure): boolean {
  if (a.kind === 'number') return b.kind === 'number' && sameNumber(a, b)
  if (a.kind === 'date') return b.kind === 'date' && sameDate(a, b)
  return b.kind === 'name' && sameName(a, b)
}

const overlap = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] <= b[1] && b[0] <= a[1]

function sameNumber(a: NumberFigure, b: NumberFigure): boolean {
  if (a.sort !== b.sort || a.unit !== b.unit) return false
  const counts = a.sort === 'count' || a.sort === 'ordinal'
  // A count whose thing is not named may be of anything: the value has to be the very same.
  if (counts && a.of !== b.of)
    return (a.of === null || b.of === null) && a.low === b.low && a.high === b.high
  if (!counts && a.of !== null && b.of !== null && a.of !== b.of) return false
  if (a.sort === 'votes')
    return (a.low === b.low && a.high === b.high) || (a.low === b.high && a.high === b.low)
  // "At least 129" and "at least 132".
  if (a.bound === 'over' && b.bound === 'over') return a.low === b.low
  if (a.bound === 'under' && b.bound === 'under') return a.high === b.high
  return overlap([a.low, a.high], [b.low, b.high])
}

function sameDate(a: DateFigure, b: DateFigure): boolean {
  if ((a.precision === 'time') !== (b.precision === 'time')) return false
  if (a.precision === 'time' && a.zone !== b.zone && a.zone !== null && b.zone !== null)
    return false
  if (a.days !== null && b.days !== null) return overlap(a.days, b.days)
  if (a.weekday !== null && b.weekday !== null) return a.weekday === b.weekday
  return a.value.toLowerCase() === b.value.toLowerCase()
}

/** One name, or one person's family name with given names that may be the same. */
function sameName(a: NameFigure, b: NameFigure): boolean {
  if (a.value === b.value) return true
  if (a.family !== b.family) return false
  if (a.sort !== 'person' && b.sort !== 'person') return false
  // "Mr. Lind" where the article nowhere names him in full.
  if (a.given === null || b.given === null)
    return [a, b].some(
      ({ given, value, family }) => given === null && value.toLowerCase() === family,
    )
  return sameGiven(a.given ?? '', b.given ?? '')
}

/** The figures of each sentence. @param count how many sentences the article has */
export function figuresBySentence<Figure extends { readonly sentence: number }>(
  figures: readonly Figure[],
  count: number,
): readonly (readonly Figure[])[] {
  const bySentence = Array.from({ length: count }, (): Figure[] => [])
  for (const figure of figures) bySentence[figure.sentence]?.push(figure)
  return bySentence
}
