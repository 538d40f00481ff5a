// The links of a comparison as columns: a hundred thousand of them take a few megabytes, and those of
// one sentence are found without looking at the others.
import { type Link, linkKinds, type SentenceRef, tiers } from '../shared/model/comparison.ts'

export interface LinkTable {
  readonly length: number
  /** Where sentences are numbered over all articles: the first number of each article, and their sum. */
  readonly firsts: readonly number[]
  link(at: number): Link
  /** Places of the links of a sentence, in their order. */
  of(ref: SentenceRef): Uint32Array
  /** Place of the link between two sentences, whichever comes first; -1 without one. */
  between(a: SentenceRef, b: SentenceRef): number
}

/**
 * @param sentences how many each article has
 * @param links of sentences that exist, each two at most once
 */
export function linkTable(sentences: readonly number[], links: readonly Link[]): LinkTable {
  const firsts = [0]
  for (const count of sentences) firsts.push((firsts.at(-1) ?? 0) + count)
  const total = firsts.at(-1) ?? 0
  const numberOf = ({ article, sentence }: SentenceRef): number => (firsts[article] ?? 0) + sentence
  const columns = columnsOf(links, numberOf)
  const { froms, places } = placesBySentence(columns, total)
  const refs = refsOf(firsts)

  const of = (ref: SentenceRef): Uint32Array => {
    const count = (firsts[ref.article + 1] ?? 0) - (firsts[ref.article] ?? 0)
    if (ref.sentence >= count) return new Uint32Array(0)
    const number = numberOf(ref)
    return places.subarray(froms[number], froms[number + 1])
  }
  return {
    length: links.length,
    firsts,
    link: (at) => linkAt(columns, refs, at),
    of,
    between(a, b) {
      const [x, y] = [numberOf(a), numberOf(b)]
      const found = of(a).find(
        (at) =>
          (columns.a[at] === x && columns.b[at] === y) ||
          (columns.a[at] === y && columns.b[at] === x),
      )
      return found ?? -1
    },
  }
}

interface LinkColumns {
  /** Numbers of sentences. */
  readonly a: Uint32Array
  readonly b: Uint32Array
  /** Kind and tier in one. */
  readonly sorts: Uint8Array
  readonly scores: Float64Array
}

function columnsOf(links: readonly Link[], numberOf: (ref: SentenceRef) => number): LinkColumns {
  const columns: LinkColumns = {
    a: new Uint32Array(links.length),
    b: new Uint32Array(links.length),
    sorts: new Uint8Array(links.length),
    scores: new Float64Array(links.length),
  }
  for (const [at, { a, b, kind, tier, score }] of links.entries()) {
    columns.a[at] = numberOf(a)
    columns.b[at] = numberOf(b)
    columns.sorts[at] = linkKinds.indexOf(kind) * tiers.length + tiers.indexOf(tier)
    columns.scores[at] = score
  }
  return columns
}

function placesBySentence(
  { a, b }: LinkColumns,
  total: number,
): { readonly froms: Uint32Array; readonly places: Uint32Array } {
  const froms = new Uint32Array(total + 1)
  for (const column of [a, b])
    for (const number of column) froms[number + 1] = (froms[number + 1] ?? 0) + 1
  for (let number = 0; number < total; number++)
    froms[number + 1] = (froms[number + 1] ?? 0) + (froms[number] ?? 0)
  const ends = froms.slice()
  const places = new Uint32Array(a.length * 2)
  for (let at = 0; at < a.length; at++)
    for (const number of [a[at] ?? 0, b[at] ?? 0]) {
      places[ends[number] ?? 0] = at
      ends[number] = (ends[number] ?? 0) + 1
    }
  return { froms, places }
}

/** From a sentence's number to the sentence. Articles are six at most. */
const refsOf =
  (firsts: readonly number[]) =>
  (number: number): SentenceRef => {
    let article = 0
    while (number >= (firsts[article + 1] ?? Number.POSITIVE_INFINITY)) article++
    return { article, sentence: number - (firsts[article] ?? 0) }
  }

function linkAt(
  { a, b, sorts, scores }: LinkColumns,
  refOf: (number: number) => SentenceRef,
  at: number,
): Link {
  const sort = sorts[at] ?? 0
  const kind = linkKinds[Math.floor(sort / tiers.length)]
  const tier = tiers[sort % tiers.length]
  if (!kind || !tier) throw new Error('a link of no kind')
  return { a: refOf(a[at] ?? 0), b: refOf(b[at] ?? 0), kind, tier, score: scores[at] ?? 0 }
}
