// Which articles use a word, and how much: profiles taken apart into lists that are looked through word
// by word.
import { parseProfile } from '../../reading/profile-terms.ts'

/** An entry of a list, or a term of an article, and its weight go into one number; weights are below this. */
export const base = 128

export interface Doc {
  readonly id: string
  readonly profile: string
  /** Its index among `docs`. */
  readonly place: number
  /** `term * base + weight`, in order. */
  readonly terms: Uint32Array
}

export interface EventPostings {
  /** For each term `place * base + weight`. */
  readonly lists: readonly (readonly number[])[]
  /** Null for those that were taken out. */
  readonly docs: readonly (Doc | null)[]
  /** Of the articles that are in. */
  readonly size: number
  docOf(id: string): Doc | null
  /** -1 for a word that no article has had. */
  termOf(stem: string): number
  /** Takes in an article, or its new profile; '' takes it out. False where nothing has changed. */
  put(id: string, profile: string): boolean
  remove(id: string): boolean
}

export function createPostings(): EventPostings {
  const numbers = new Map<string, number>()
  const lists: number[][] = []
  const docs: (Doc | null)[] = []
  const places = new Map<string, number>()

  const docOf = (id: string): Doc | null => docs[places.get(id) ?? -1] ?? null

  const remove = (id: string): boolean => {
    const doc = docOf(id)
    if (!doc) return false
    const { place, terms } = doc
    for (const each of terms) {
      const list = lists[Math.floor(each / base)]
      const at = list?.indexOf(place * base + (each % base)) ?? -1
      if (list && at >= 0) list.splice(at, 1)
    }
    docs[place] = null
    places.delete(id)
    return true
  }

  const add = (id: string, profile: string): void => {
    const place = docs.length
    const terms = parseProfile(profile).map(({ stem, weight }) => {
      let term = numbers.get(stem)
      if (term === undefined) {
        term = lists.push([]) - 1
        numbers.set(stem, term)
      }
      lists[term]?.push(place * base + weight)
      return term * base + weight
    })
    docs.push({ id, profile, place, terms: Uint32Array.from(terms).sort() })
    places.set(id, place)
  }

  return {
    lists,
    docs,
    get size() {
      return places.size
    },
    docOf,
    termOf: (stem) => numbers.get(stem) ?? -1,
    put(id, profile) {
      if (docOf(id)?.profile === profile) return false
      const wasIn = remove(id)
      if (profile === '') return wasIn
      add(id, profile)
      return true
    },
    remove,
  }
}
