// Which sentences of two articles are looked at: all with all, or, where that would be too many,
// those that share rare words.
import type { Profile, Profiles } from './profile.ts'

/** Pairs of sentences up to which all are looked at. */
const all = 40_000

/** How many counterparts are looked at for each sentence, otherwise. */
const most = 10

/** Two columns of sentence indices, ordered by `a`, then `b`. */
export interface Candidates {
  readonly a: Int32Array
  readonly b: Int32Array
}

/** The same pairs whichever article comes first. */
export function candidatesOf({ articles, local }: Profiles, i: number, j: number): Candidates {
  const [rows = [], columns = []] = [articles[i], articles[j]]
  const left = rows.filter(({ skip }) => !skip)
  const right = columns.filter(({ skip }) => !skip)
  const count = left.length * right.length
  if (count <= all) {
    const a = new Int32Array(count)
    const b = new Int32Array(count)
    for (let x = 0, at = 0; x < left.length; x++)
      for (let y = 0; y < right.length; y++, at++) {
        a[at] = left[x]?.sentence ?? 0
        b[at] = right[y]?.sentence ?? 0
      }
    return { a, b }
  }
  const width = columns.length
  const keys = new Set<number>()
  nearest(left, right, local, (a, b) => keys.add(a * width + b))
  nearest(right, left, local, (b, a) => keys.add(a * width + b))
  const sorted = Float64Array.from(keys).sort()
  return {
    a: Int32Array.from(sorted, (key) => Math.floor(key / width)),
    b: Int32Array.from(sorted, (key) => key % width),
  }
}

/** For each of `from` the most similar of `to`, through an index of their stems. */
function nearest(
  from: readonly Profile[],
  to: readonly Profile[],
  weights: Float64Array,
  found: (from: number, to: number) => void,
): void {
  const index = new Map<number, number[]>()
  for (const [place, { ids }] of to.entries())
    for (const id of ids) {
      const list = index.get(id)
      if (list) list.push(place)
      else index.set(id, [place])
    }
  // What stands in very many sentences tells none of them.
  const commonest = Math.max(60, Math.min(400, 0.05 * to.length))
  const sums = new Float64Array(to.length)
  for (const { ids, sentence, localNorm } of from) {
    const touched: number[] = []
    for (const id of ids) {
      const list = index.get(id)
      if (!list || list.length > commonest) continue
      const weight = (weights[id] ?? 0) ** 2
      for (const place of list) {
        if (sums[place] === 0) touched.push(place)
        sums[place] = (sums[place] ?? 0) + weight
      }
    }
    const best: { place: number; score: number }[] = []
    for (const place of touched) {
      const score = (sums[place] ?? 0) / (localNorm * (to[place]?.localNorm ?? 1))
      sums[place] = 0
      if (score <= 0.045 || (best.length === most && score <= (best.at(-1)?.score ?? 0))) continue
      let at = best.length
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--
      best.splice(at, 0, { place, score })
      if (best.length > most) best.pop()
    }
    for (const { place } of best) found(sentence, to[place]?.sentence ?? 0)
  }
}
