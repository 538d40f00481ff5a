// Finds articles with like profiles: an inverted index with weights by rarity, and the cosine of the
// weighted words (G. Salton, A. Wong, C. S. Yang, "A vector space model for automatic indexing", 1975).
// Pure: profiles in, ids and scores out.
import { parseProfile } from '../../reading/profile-terms.ts'
import { base, createPostings, type Doc, type EventPostings } from './event-postings.ts'

interface Near {
  readonly id: string
  /** The cosine of both profiles, from 0 to 1. */
  readonly score: number
}

export interface EventIndex {
  /** Takes in an article, or its new profile; '' leaves it out. Costs nothing where it is as it was. */
  put(id: string, profile: string): void
  remove(id: string): void
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
/**
 * How many entries of words are looked through for one article, the rarest words first. What common
 * words add to a score counts, but they lead to none: that would take the most time.
 */
const mostEntries = 6_000
/** How many are scored in full for one that is asked for. */
const looked = 4

interface Weights {
  /** Of each term. */
  readonly rarity: Float64Array
  /** Of each article, its length as a vector. */
  readonly lengths: Float64Array
  /** Room for a number for each article, all 0 between two uses. */
  readonly sums: Float64Array
}

export function createEventIndex(): EventIndex {
  const postings = createPostings()
  const { docs, docOf } = postings
  let weights: Weights | null = null
  const weigh = (): Weights => {
    weights ??= weightsOf(postings)
    return weights
  }

  return {
    put(id, profile) {
      if (postings.put(id, profile)) weights = null
    },
    remove(id) {
      if (postings.remove(id)) weights = null
    },
    near(id, most) {
      const doc = docOf(id)
      if (!doc) return []
      const now = weigh()
      return candidates(doc, postings, now, most * looked + 1)
        .flatMap((place) => {
          const other = docs[place]
          return other && other !== doc ? [{ id: other.id, score: cosine(doc, other, now) }] : []
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, most)
    },
    score(a, b) {
      const [one, other] = [docOf(a), docOf(b)]
      return one && other ? cosine(one, other, weigh()) : 0
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
          const term = postings.termOf(stem)
          const count = theirs.filter((terms) => terms.has(term)).length
          return count < fewest ? [] : [{ form, worth: weight * (rarity[term] ?? 0) ** 2 }]
        })
        .sort((a, b) => b.worth - a.worth)
        .map(({ form }) => form)
    },
  }
}

function weightsOf({ lists, docs, size }: EventPostings): Weights {
  const all = size + background
  const rarity = Float64Array.from(lists, ({ length }) => Math.log(all / (length + 0.5)))
  const lengths = Float64Array.from(docs, (doc) => {
    let sum = 0
    for (const each of doc?.terms ?? [])
      sum += ((each % base) * (rarity[Math.floor(each / base)] ?? 0)) ** 2
    return Math.sqrt(sum)
  })
  return { rarity, lengths, sums: new Float64Array(docs.length) }
}

function cosine(one: Doc, other: Doc, { rarity, lengths }: Weights): number {
  const length = (lengths[one.place] ?? 0) * (lengths[other.place] ?? 0)
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

/** Places of those that share rare words with an article, by what these come to. */
function candidates(
  doc: Doc,
  { lists }: EventPostings,
  { rarity, sums }: Weights,
  most: number,
): number[] {
  const found: number[] = []
  const rarest = [...doc.terms].sort(
    (a, b) => (rarity[Math.floor(b / base)] ?? 0) - (rarity[Math.floor(a / base)] ?? 0),
  )
  let entries = 0
  for (const each of rarest) {
    const term = Math.floor(each / base)
    const list = lists[term] ?? []
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
