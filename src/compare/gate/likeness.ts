// How like what two articles are about is, by the words and names of their heads.
import type { Head, HeadTerm } from './head.ts'

export interface Likeness {
  /** Of the whole heads, and of headlines and leads: cosines, from 0 to 1. */
  readonly all: number
  readonly leads: number
  /** Of what both share, the part that is names in the news every day, from 0 to 1. */
  readonly everyday: number
  /**
   * Of the names in the lead that are not in the news every day, how much the other never mentions: the
   * lesser of both ways, from 0 to 1. 0 where a lead has no such names.
   */
  readonly strange: number
  /** What both have, the most telling first, as the first of them writes it. */
  readonly names: readonly HeadTerm[]
  readonly everydayNames: readonly HeadTerm[]
  readonly words: readonly HeadTerm[]
}

/** How much a name that is in the news every day weighs: any two articles may share it. */
const asEveryday = 0.5

type Weighed = ReadonlyMap<string, { readonly term: HeadTerm; readonly weight: number }>

/** @param namesOnly for articles in different languages: names are compared as they are written */
export function likenessOf(a: Head, b: Head, namesOnly: boolean): Likeness {
  const isWord = ({ sort, whole }: HeadTerm): boolean =>
    sort === 'word' && !(namesOnly && whole !== null)
  const isEveryday = ({ key, sort }: HeadTerm): boolean =>
    sort === 'country' || (sort !== 'word' && (a.leaders.has(key) || b.leaders.has(key)))
  const weighed = ({ terms }: Head): Weighed =>
    new Map(
      [...terms.values()]
        .filter((term) => !namesOnly || !isWord(term))
        .map((term) => [
          namesOnly ? term.plain : term.key,
          { term, weight: term.weight * (isEveryday(term) ? asEveryday : 1) },
        ]),
    )
  const [ofA, ofB] = [weighed(a), weighed(b)]
  const shared: { readonly term: HeadTerm; readonly weight: number; readonly leads: boolean }[] = []
  for (const [key, { term, weight }] of ofA) {
    const other = ofB.get(key)
    if (other)
      shared.push({ term, weight: weight * other.weight, leads: term.leads && other.term.leads })
  }
  shared.sort((x, y) => y.weight - x.weight || (x.term.key < y.term.key ? -1 : 1))
  const terms = shared.map(({ term }) => term)
  const sumOf = (list: readonly { readonly weight: number }[]): number =>
    list.reduce((sum, { weight }) => sum + weight, 0)
  const all = sumOf(shared)
  const isName = (term: HeadTerm): boolean => !isWord(term) && !isEveryday(term)
  return {
    all: all / (lengthOf(ofA, false) * lengthOf(ofB, false) || 1),
    leads:
      sumOf(shared.filter(({ leads }) => leads)) / (lengthOf(ofA, true) * lengthOf(ofB, true) || 1),
    everyday: all === 0 ? 0 : sumOf(shared.filter(({ term }) => isEveryday(term))) / all,
    strange: Math.min(missing(ofA, ofB, isName), missing(ofB, ofA, isName)),
    names: terms.filter(isName),
    everydayNames: terms.filter(isEveryday),
    words: terms.filter(isWord),
  }
}

function lengthOf(terms: Weighed, leadsOnly: boolean): number {
  let sum = 0
  for (const { term, weight } of terms.values()) if (!leadsOnly || term.leads) sum += weight ** 2
  return Math.sqrt(sum)
}

/** The share of names in the one's lead that the other never mentions. */
function missing(one: Weighed, other: Weighed, isName: (term: HeadTerm) => boolean): number {
  let [whole, without] = [0, 0]
  for (const [key, { term }] of one) {
    if (!term.leads || !isName(term)) continue
    whole += term.weight
    if (!other.has(key)) without += term.weight
  }
  return whole === 0 ? 0 : without / whole
}
