// What surrounds a sentence, and how much it says of the article's event as such.
import type { Profile, Profiles } from './profile.ts'

export interface Windows {
  /** Of two sentences with what stands around them: the angle between their words, 0 to 1. */
  similarity(a: Profile, b: Profile): number
  /** How near a sentence is to the headline and opening of its article, 0 to 1. */
  core(a: Profile): number
}

interface Window {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly norm: number
  readonly core: number
}

/** How much the sentence itself, the one before and the one after it count. */
const parts = [
  [0, 1],
  [-1, 0.35],
  [1, 0.2],
] as const

export function windowsOf({ articles }: Profiles): Windows {
  const windows = articles.map((sentences) => {
    const core = coreOf(sentences)
    const coreNorm = normOf(core.values())
    return sentences.map((_, index) => windowOf(sentences, index, core, coreNorm))
  })
  const of = (a: Profile): Window | undefined => windows[a.article]?.[a.sentence]
  return {
    core: (a) => of(a)?.core ?? 0,
    similarity(a, b) {
      const [x, y] = [of(a), of(b)]
      if (!x || !y) return 0
      let dot = 0
      let j = 0
      for (let i = 0; i < x.ids.length; i++) {
        const id = x.ids[i] ?? 0
        while (j < y.ids.length && (y.ids[j] ?? 0) < id) j++
        if (y.ids[j] === id) dot += (x.weights[i] ?? 0) * (y.weights[j] ?? 0)
      }
      return dot / (x.norm * y.norm)
    },
  }
}

function coreOf(sentences: readonly Profile[]): ReadonlyMap<number, number> {
  const core = new Map<number, number>()
  for (const { ids, general, lead, title } of sentences)
    if (lead)
      for (const [k, id] of ids.entries())
        core.set(id, Math.max(core.get(id) ?? 0, (general[k] ?? 0) * (title ? 1 : 0.7)))
  return core
}

function windowOf(
  sentences: readonly Profile[],
  index: number,
  core: ReadonlyMap<number, number>,
  coreNorm: number,
): Window {
  const own = sentences[index]
  const weights = new Map<number, number>()
  for (const [offset, share] of parts) {
    const part = sentences[index + offset]
    if (!own || !part || part.skip) continue
    if (offset !== 0 && (part.title || Math.abs(part.block - own.block) > 1)) continue
    for (let k = 0; k < part.ids.length; k++) {
      const id = part.ids[k] ?? 0
      weights.set(id, (weights.get(id) ?? 0) + share * (part.local[k] ?? 0))
    }
  }
  const ids = Int32Array.from(weights.keys()).sort()
  let dot = 0
  for (let k = 0; own && k < own.ids.length; k++)
    dot += (core.get(own.ids[k] ?? 0) ?? 0) * (own.general[k] ?? 0)
  return {
    ids,
    weights: Float64Array.from(ids, (id) => weights.get(id) ?? 0),
    norm: normOf(weights.values()),
    core: dot / ((own?.generalNorm ?? 1) * coreNorm),
  }
}

function normOf(values: Iterable<number>): number {
  let all = 0
  for (const value of values) all += value * value
  return Math.sqrt(all) || 1
}
