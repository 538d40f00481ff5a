// Each sentence as numbers: which stems it has and how rare they are, which of them are names or
// quoted, who speaks. Made once, so that a great many pairs of sentences can be looked at.
import { normAt, type Prepared, stemAt } from '../prepare/prepare.ts'
import { acronymsOf } from './acronyms.ts'
import { actorOf, takesUp } from './actors.ts'
import { clausesOf } from './clauses.ts'
import type { Rarity } from './rarity.ts'

export interface Profile {
  readonly article: number
  readonly sentence: number
  /** Furniture, or without a word to compare. */
  readonly skip: boolean
  readonly title: boolean
  /** The headline or one of the two sentences after it. */
  readonly lead: boolean
  readonly block: number
  /** From 0 (first sentence) to 1 (last). */
  readonly position: number
  /** Stems, each once, ascending, and what belongs to each. */
  readonly ids: Int32Array
  readonly isName: Uint8Array
  readonly isQuoted: Uint8Array
  /** Rarity in general, and that times rarity among the sentences compared. */
  readonly general: Float64Array
  readonly local: Float64Array
  readonly generalSum: number
  readonly localSum: number
  readonly generalNorm: number
  readonly localNorm: number
  /** General weight of its names, of what is no name; local weight of its quoted words. */
  readonly nameSum: number
  readonly plainSum: number
  readonly quotedSum: number
  /** Stems in the order of the text. */
  readonly order: Int32Array
  /** General weight of all neighbours in `order`. */
  readonly bigramSum: number
  /** Stems of each clause, each once; none where the sentence is one clause. */
  readonly clauses: readonly Int32Array[]
  readonly numbers: readonly number[]
  readonly hasQuote: boolean
  /** Stem of who speaks or acts, as far as the words tell; -1. */
  readonly actor: number
  /** Stems of the names in it, and of whom it takes up from the sentence before. */
  readonly people: Int32Array
}

export interface Profiles {
  readonly stems: readonly string[]
  readonly ids: ReadonlyMap<string, number>
  /** Of each stem: rarity in general, 0 to 1; that times rarity among the sentences compared. */
  readonly general: Float64Array
  readonly local: Float64Array
  readonly articles: readonly (readonly Profile[])[]
}

interface Drafted {
  readonly article: number
  readonly sentence: number
  readonly block: number
  readonly title: boolean
  readonly skip: boolean
  readonly bag: ReadonlyMap<number, number>
  readonly order: readonly number[]
  readonly clauses: readonly Int32Array[]
  readonly numbers: readonly number[]
  readonly hasQuote: boolean
  readonly actor: number
}

const isName = 1
const isQuoted = 2

/** Linear in the articles' length. */
export function profileArticles(articles: readonly Prepared[], rarity: Rarity): Profiles {
  const ids = new Map<string, number>()
  const idOf = (stem: string): number => {
    const known = ids.get(stem)
    if (known !== undefined) return known
    ids.set(stem, ids.size)
    return ids.size - 1
  }
  const acronyms = acronymsOf(articles)
  const drafts = articles.map((prepared, article) =>
    draft(prepared, article, acronyms[article] ?? new Map(), idOf),
  )
  const stems = [...ids.keys()]
  const general = Float64Array.from(stems, rarity)
  const local = localRarity(drafts, general)
  return {
    stems,
    ids,
    general,
    local,
    articles: drafts.map((sentences) => finish(sentences, general, local)),
  }
}

function draft(
  prepared: Prepared,
  article: number,
  acronyms: ReadonlyMap<number, string>,
  idOf: (stem: string) => number,
): Drafted[] {
  const { sentences, tokens, words } = prepared
  const drafts: Drafted[] = []
  for (const [
    sentence,
    { firstToken, endToken, block, title, furniture, numbers },
  ] of sentences.entries()) {
    const bag = new Map<number, number>()
    const order: number[] = []
    let hasQuote = false
    const mark = (id: number, token: number, named: boolean): void => {
      const quoted = (tokens.quotes[token] ?? -1) >= 0
      bag.set(id, (bag.get(id) ?? 0) | (named ? isName : 0) | (quoted ? isQuoted : 0))
    }
    for (let token = firstToken; token < endToken; token++) {
      if ((tokens.quotes[token] ?? -1) >= 0) hasQuote = true
      const short = acronyms.get(token)
      if (short !== undefined) mark(idOf(short), token, true)
      const stem = stemAt(prepared, token)
      if (stem === '' || normAt(prepared, token).length < 2) continue
      const id = idOf(stem)
      order.push(id)
      const word = words[tokens.words[token] ?? -1]
      mark(id, token, (word?.isName ?? false) && tokens.capitals[token] === 1)
    }
    const own = actorOf(prepared, sentence)
    const before = drafts[sentence - 1]
    const near = before !== undefined && block - before.block <= 1
    const actor = own !== '' ? idOf(own) : near && takesUp(prepared, sentence) ? before.actor : -1
    drafts.push({
      article,
      sentence,
      block,
      title,
      skip: furniture || bag.size === 0,
      bag,
      order,
      clauses: clausesOf(prepared, sentence, idOf),
      numbers,
      hasQuote,
      actor,
    })
  }
  return drafts
}

/** A stem in every sentence tells nothing; one in a single sentence tells most. */
function localRarity(drafts: readonly (readonly Drafted[])[], general: Float64Array): Float64Array {
  const counts = new Float64Array(general.length)
  let total = 0
  for (const { skip, bag } of drafts.flat()) {
    if (skip) continue
    total++
    for (const id of bag.keys()) counts[id] = (counts[id] ?? 0) + 1
  }
  const scale = Math.log(total + 1) || 1
  return general.map((rarity, id) => {
    const here = Math.log((total + 1) / ((counts[id] ?? 0) + 0.5)) / scale
    return rarity * Math.min(1, Math.max(0.03, here))
  })
}

function finish(drafts: readonly Drafted[], general: Float64Array, local: Float64Array): Profile[] {
  let leads = 0
  // Furniture has no place: a footer more or less moves nothing.
  let place = -1
  const last = Math.max(1, drafts.filter(({ skip }) => !skip).length - 1)
  return drafts.map((drafted) => {
    if (!drafted.skip) place++
    const { bag, order, skip, title, actor, numbers, clauses } = drafted
    const ids = Int32Array.from(bag.keys()).sort()
    const flag = (which: number): Uint8Array =>
      Uint8Array.from(ids, (id) => ((bag.get(id) ?? 0) & which ? 1 : 0))
    const ownGeneral = Float64Array.from(ids, (id) => general[id] ?? 0)
    const ownLocal = Float64Array.from(ids, (id) => local[id] ?? 0)
    const names = flag(isName)
    const quoted = flag(isQuoted)
    const lead = !skip && (title || leads < 2)
    if (lead && !title) leads++
    const nameSum = sumWhere(ownGeneral, names)
    const people = new Set([...ids].filter((_, index) => names[index] === 1))
    if (actor >= 0) people.add(actor)
    return {
      article: drafted.article,
      sentence: drafted.sentence,
      block: drafted.block,
      skip,
      title,
      lead,
      position: Math.max(0, place) / last,
      ids,
      isName: names,
      isQuoted: quoted,
      general: ownGeneral,
      local: ownLocal,
      generalSum: sum(ownGeneral) || 1,
      localSum: sum(ownLocal) || 1,
      generalNorm: norm(ownGeneral),
      localNorm: norm(ownLocal),
      nameSum,
      plainSum: sum(ownGeneral) - nameSum,
      quotedSum: sumWhere(ownLocal, quoted),
      order: Int32Array.from(order),
      bigramSum: bigrams(order, general),
      clauses,
      numbers,
      hasQuote: drafted.hasQuote,
      actor,
      people: Int32Array.from(people),
    }
  })
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)
const norm = (values: Float64Array): number =>
  Math.sqrt(values.reduce((all, value) => all + value * value, 0)) || 1
const sumWhere = (values: Float64Array, flags: Uint8Array): number =>
  values.reduce((all, value, index) => (flags[index] === 1 ? all + value : all), 0)

function bigrams(order: readonly number[], weights: Float64Array): number {
  let all = 0
  for (let at = 0; at + 1 < order.length; at++)
    all += ((weights[order[at] ?? 0] ?? 0) + (weights[order[at + 1] ?? 0] ?? 0)) / 2
  return all || 1
}
