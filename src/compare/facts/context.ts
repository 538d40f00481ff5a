// What stands around two sentences speaks too: rivals, the order of both texts, a third article.
// Works on the scores that the pairs have by themselves.
import type { Candidates } from './candidates.ts'
import { probability } from './logistic.ts'

/** The pairs of two articles, `i` < `j`, with the sum that each has by itself. */
export interface Block extends Candidates {
  readonly i: number
  readonly j: number
  readonly sums: Float64Array
}

export const contextFeatures = [
  'sum',
  // Against the best rival of either sentence.
  'rankLower',
  'rankHigher',
  'marginLower',
  'marginHigher',
  'bestLower',
  'bestHigher',
  'twinElsewhere',
  'linkedLower',
  'linkedHigher',
  // The sentences around them.
  'beside',
  'chain',
  // Through a third article.
  'third',
  'thirds',
] as const

export const contextCount = contextFeatures.length

/** Probabilities below this are as good as none for what stands around a pair. */
const faint = 0.02

/** Sums above this are those of the same words. */
const plainlySame = 2.5

/** For each block the features of each of its pairs, one after the other. */
export function contextOf(lengths: readonly number[], blocks: readonly Block[]): Float64Array[] {
  const strong = strongOf(lengths, blocks)
  return blocks.map((block) => {
    const { i, j, a, b, sums } = block
    const rows = bestOf(lengths[i] ?? 0, a, sums)
    const columns = bestOf(lengths[j] ?? 0, b, sums)
    const own = strong(i, j)
    const thirds = lengths.flatMap((_, k) =>
      k === i || k === j ? [] : [{ from: strong(i, k), to: strong(j, k) }],
    )
    const out = new Float64Array(sums.length * contextCount)
    for (let pair = 0; pair < sums.length; pair++) {
      const [x = 0, y = 0, sum = 0] = [a[pair], b[pair], sums[pair]]
      const at = (dx: number, dy: number): number => own[x + dx]?.get(y + dy) ?? 0
      const [rowRank, columnRank] = [rows.rank(x, sum), columns.rank(y, sum)]
      const [rowMargin, columnMargin] = [rows.margin(x, sum), columns.margin(y, sum)]
      const [rowBest, columnBest] = [probability(rows.best(x)), probability(columns.best(y))]
      const likely = probability(sum)
      const [rowSum, columnSum] = [
        Math.log1p(Math.max(0, rows.total(x) - likely)),
        Math.log1p(Math.max(0, columns.total(y) - likely)),
      ]
      const twin = (best: number): boolean => best > plainlySame && sum < best - 1
      let third = 0
      let none = 1
      for (const { from, to } of thirds) {
        const other = to[y]
        if (other === undefined) continue
        for (const [k, one] of from[x] ?? []) {
          const two = other.get(k)
          if (two === undefined) continue
          third = Math.max(third, Math.min(one, two))
          none *= 1 - one * two
        }
      }
      out.set(
        [
          sum,
          Math.min(rowRank, columnRank),
          Math.max(rowRank, columnRank),
          Math.min(rowMargin, columnMargin),
          Math.max(rowMargin, columnMargin),
          Math.min(rowBest, columnBest),
          Math.max(rowBest, columnBest),
          twin(rows.best(x)) || twin(columns.best(y)) ? 1 : 0,
          Math.min(rowSum, columnSum),
          Math.max(rowSum, columnSum),
          Math.max(at(-1, 0), at(1, 0), at(0, -1), at(0, 1)),
          chainAt(at),
          third,
          1 - none,
        ],
        pair * contextCount,
      )
    }
    return out
  })
}

/** How well pairs before or after this one go on in the same order: the nearer, the more. */
function chainAt(at: (dx: number, dy: number) => number): number {
  let best = 0
  for (const side of [-1, 1])
    for (let dx = 1; dx <= 3; dx++)
      for (let dy = 1; dy <= 3; dy++) {
        const likely = at(side * dx, side * dy)
        if (likely > 0) best = Math.max(best, likely / (Math.abs(dx - dy) + 1) / Math.max(dx, dy))
      }
  return best
}

interface Best {
  best(line: number): number
  /** `e` to the distance from the best: 1 for the best itself. */
  rank(line: number, sum: number): number
  /** Distance to the best of the others, within bounds. */
  margin(line: number, sum: number): number
  /** Of all probabilities. */
  total(line: number): number
}

function bestOf(length: number, lines: Int32Array, sums: Float64Array): Best {
  const first = new Float64Array(length).fill(-12)
  const second = new Float64Array(length).fill(-12)
  const total = new Float64Array(length)
  for (let pair = 0; pair < sums.length; pair++) {
    const [line = 0, sum = 0] = [lines[pair], sums[pair]]
    total[line] = (total[line] ?? 0) + probability(sum)
    if (sum > (first[line] ?? 0)) {
      second[line] = first[line] ?? 0
      first[line] = sum
    } else if (sum > (second[line] ?? 0)) second[line] = sum
  }
  return {
    best: (line) => first[line] ?? -12,
    rank: (line, sum) => Math.exp(Math.min(0, sum - (first[line] ?? 0))),
    margin(line, sum) {
      const rival = sum >= (first[line] ?? 0) ? second[line] : first[line]
      return Math.max(-4, Math.min(3, sum - (rival ?? 0)))
    },
    total: (line) => total[line] ?? 0,
  }
}

type Strong = readonly ReadonlyMap<number, number>[]

/** For each two articles, either way round: of each sentence, its likely counterparts. */
function strongOf(
  lengths: readonly number[],
  blocks: readonly Block[],
): (i: number, j: number) => Strong {
  const made = new Map<string, Map<number, number>[]>()
  for (const { i, j, a, b, sums } of blocks) {
    const forth = Array.from({ length: lengths[i] ?? 0 }, () => new Map<number, number>())
    const back = Array.from({ length: lengths[j] ?? 0 }, () => new Map<number, number>())
    for (let pair = 0; pair < sums.length; pair++) {
      const likely = probability(sums[pair] ?? 0)
      if (likely < faint) continue
      const [x = 0, y = 0] = [a[pair], b[pair]]
      forth[x]?.set(y, likely)
      back[y]?.set(x, likely)
    }
    made.set(`${i} ${j}`, forth)
    made.set(`${j} ${i}`, back)
  }
  return (i, j) => made.get(`${i} ${j}`) ?? []
}
