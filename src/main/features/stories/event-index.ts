// Finds articles with like profiles: an inverted index with weights by rarity, and the cosine of the
// weighted words (G. Salton, A. Wong, C. S. Yang, "A vector space model for automatic indexing", 1975).
// Pure: profiles in, ids and scores out.
import { parseProfile } from '../../reading/profile-terms.ts'

interface Near {
  readonly id: string
  /** The cosine of both profiles, from 0 to 1. */
  readonly score: number
}

export interface EventIndex {
  /** Takes in an article, or its new profile; '' leaves it out. Costs nothing where it is as it was. */
  put(id: string, profile: string): void
  remove(id: string): void
  /** Whether two have the same profile. */
  isSame(a: string, b: string): boolean
  /** The articles most like one, the likest first. Empty for one without profile. */
  near(id: string, most: number): Near[]
  /** The cosine of two. */
  score(a: string, b: string): number
  /**
   * Words that an article shares with at least so many of the others, as it writes them, the most
   * telling first.
   */
  shared(id: string, others: readonly string[], fewest: number): string[]
}

/**
 * Articles that a library is taken to have besides its own: in one of three articles on one event, what
 * all three say is not common.
 */
const background = 60
/** Weights of terms are below this; a term, or an article, and its weight go into one number. */
const base = 128
/**
 * How many entries of words are looked through for one article, the rarest words first. What common
 * words add to a score counts, but they lead to none: that would take the most time.
 */
const mostEntries = 6_000
/** How many are scored in full for one that is asked for. */
const looked = 4

interface Doc {
  readonly id: string
  readonly profile: string
  /** `term * base + weight`. */
  readonly terms: Uint32Array
}

interface Weights {
  readonly rarity: Float64Array
  /** Of each article, its length as a vector. */
  readonly lengths: Float64Array
  readonly sums: Float64Array
}

export function createEventIndex(): EventIndex {
  const numbers = new Map<string, number>()
  /** For each term `doc * base + weight`. */
  const postings: number[][] = []
  const docs: (Doc | null)[] = []
  const places = new Map<string, number>()
  let weights: Weights | null = null

  const weigh = (): Weights => {
    if (weights) return weights
    const all = places.size + background
    const rarity = Float64Array.from(postings, ({ length }) => Math.log(all / (length + 0.5)))
    const lengths = Float64Array.from(docs, (doc) => {
      let sum = 0
      for (const each of doc?.terms ?? [])
        sum += ((each % base) * (rarity[Math.floor(each / base)] ?? 0)) ** 2
      return Math.sqrt(sum)
    })
    weights = { rarity, lengths, sums: new Float64Array(docs.length) }
    return weights
  }

  const docOf = (id: string): Doc | null => docs[places.get(id) ?? -1] ?? null

  const remove = (id: string): void => {
    const place = places.get(id)
    const doc = docOf(id)
    if (place === undefined || !doc) return
    for (const each of doc.terms) {
      const list = postings[Math.floor(each / base)]
      const at = list?.indexOf(place * base + (each % base)) ?? -1
      if (list && at >= 0) list.splice(at, 1)
    }
    docs[place] = null
    places.delete(id)
    weights = null
  }

  const score = (one: Doc, other: Doc): number => {
    const { rarity, lengths } = weigh()
    const length =
      (lengths[places.get(one.id) ?? -1] ?? 0) * (lengths[places.get(other.id) ?? -1] ?? 0)
    if (length === 0) return 0
    // Terms are in order, so both lists are gone through once.
    let [i, j, sum] = [0, 0, 0]
    while (i < one.terms.length && j < other.terms.length) {
      const [x, y] = [one.terms[i] ?? 0, other.terms[j] ?? 0]
      const [term, theirs] = [Math.floor(x / base), Math.floor(y / base)]
      if (term === theirs) sum += (x % base) * (y % base) * (rarity[term] ?? 0) ** 2
      if (term <= theirs) i++
      if (theirs <= term) j++
    }
    return sum / length
  }

  /** Those that share rare words, by what these come to. */
  const candidates = (doc: Doc, most: number): number[] => {
    const { rarity, sums } = weigh()
    const found: number[] = []
    const rarest = [...doc.terms].sort(
      (a, b) => (rarity[Math.floor(b / base)] ?? 0) - (rarity[Math.floor(a / base)] ?? 0),
    )
    let entries = 0
    for (const each of rarest) {
      const term = Math.floor(each / base)
      const list = postings[term] ?? []
      entries += list.length
      if (entries > mostEntries && found.length > 0) break
      const weight = (each % base) * (rarity[term] ?? 0) ** 2
      for (const posting of list) {
        const place = Math.floor(posting / base)
        if (sums[place] === 0) found.push(place)
        sums[place] = (sums[place] ?? 0) + weight * (posting % base)
      }
    }
    const best = largest(found, most, (place) => sums[place] ?? 0)
    for (const place of found) sums[place] = 0
    return best
  }

  return {
    put(id, profile) {
      if (docOf(id)?.profile === profile) return
      remove(id)
      if (profile === '') return
      const place = docs.length
      const terms = parseProfile(profile).map(({ stem, weight }) => {
        let term = numbers.get(stem)
        if (term === undefined) {
          term = postings.push([]) - 1
          numbers.set(stem, term)
        }
        postings[term]?.push(place * base + weight)
        return term * base + weight
      })
      docs.push({ id, profile, terms: Uint32Array.from(terms).sort() })
      places.set(id, place)
      weights = null
    },
    remove,
    isSame: (a, b) => docOf(a)?.profile === docOf(b)?.profile,
    near(id, most) {
      const doc = docOf(id)
      if (!doc) return []
      return candidates(doc, most * looked + 1)
        .flatMap((place) => {
          const other = docs[place]
          return other && other !== doc ? [{ id: other.id, score: score(doc, other) }] : []
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, most)
    },
    score(a, b) {
      const [one, other] = [docOf(a), docOf(b)]
      return one && other ? score(one, other) : 0
    },
    shared(id, others, fewest) {
      const doc = docOf(id)
      if (!doc) return []
      const { rarity } = weigh()
      const theirs = others.flatMap((other) => {
        const found = docOf(other)
        return found ? [new Set(found.terms.map((each) => Math.floor(each / base)))] : []
      })
      return parseProfile(doc.profile)
        .flatMap(({ stem, form, weight }) => {
          const term = numbers.get(stem) ?? -1
          const count = theirs.filter((terms) => terms.has(term)).length
          return count < fewest ? [] : [{ form, worth: weight * (rarity[term] ?? 0) ** 2 }]
        })
        .sort((a, b) => b.worth - a.worth)
        .map(({ form }) => form)
    },
  }
}

/** The items of most worth, in no order, without sorting all. */
function largest(
  items: readonly number[],
  most: number,
  worth: (item: number) => number,
): number[] {
  if (items.length <= most) return [...items]
  const best: number[] = []
  // The least of the best is at the end.
  for (const item of items) {
    const mine = worth(item)
    const last = best.at(-1)
    if (best.length === most && last !== undefined && mine <= worth(last)) continue
    let at = best.length
    while (at > 0 && worth(best[at - 1] ?? 0) < mine) at--
    best.splice(at, 0, item)
    if (best.length > most) best.pop()
  }
  return best
}
