// The fact table as rows: a row for each thing that the articles tell, in the order in which one of
// them, the leading one, tells it.
import type { SentenceRef, Tier } from '../model/comparison.ts'
import { keyOf, type LookUp } from './look-up.ts'

export interface FactCell {
  /** Its passages, in the order of the text; empty where no match was found. */
  readonly passages: readonly SentenceRef[]
  /** How surely they match the rest of the row; null in a cell without passages, or that stands alone. */
  readonly tier: Tier | null
  /** There is a possible match, which is not shown. */
  readonly hidden: boolean
}

export interface FactRow {
  /** The same for the same passages, whatever leads. */
  readonly id: string
  /** One for each article. */
  readonly cells: readonly FactCell[]
  /** How many articles tell it. */
  readonly tellers: number
}

export interface FactRows {
  readonly all: readonly FactRow[]
  /** Told by every article. */
  readonly shared: readonly FactRow[]
  /** Told by the leading article alone, not even possibly by another. */
  readonly only: readonly FactRow[]
  /** Not told by the leading article, not even possibly, but by several others (by the other, of two). */
  readonly missing: readonly FactRow[]
}

/**
 * @param leading index of the article whose order is followed
 * @param possible whether matches of the tier *possible* are shown
 */
export function factRows(look: LookUp, leading: number, possible: boolean): FactRows {
  const count = look.comparison.articles.length
  const inLeading = leadingPlaces(look, leading)
  const all = groupsOf(look, possible)
    .map((members) => ({ row: rowOf(look, members, count, possible), first: members[0] }))
    .flatMap(({ row, first }) => {
      if (!first) return []
      const own = row.cells[leading]?.passages[0]
      const place = own ? own.sentence : inLeading(first)
      return [{ row, place, own: own !== undefined, first }]
    })
    .sort(
      (x, y) =>
        compare(x.place, y.place) ||
        Number(y.own) - Number(x.own) ||
        x.first.article - y.first.article ||
        x.first.sentence - y.first.sentence,
    )
    .map(({ row }) => row)
  const has = ({ cells }: FactRow, article: number): boolean =>
    (cells[article]?.passages.length ?? 0) > 0
  const maybe = ({ cells }: FactRow, article: number): boolean => cells[article]?.hidden === true
  const several = Math.min(2, count - 1)
  return {
    all,
    shared: all.filter(({ tellers }) => tellers === count),
    only: all.filter(
      (row) => row.tellers === 1 && has(row, leading) && !row.cells.some(({ hidden }) => hidden),
    ),
    missing: all.filter(
      (row) => !has(row, leading) && !maybe(row, leading) && row.tellers >= several,
    ),
  }
}

/** The sentences of each row: what is linked surely; what is not, alone or with its possible matches. */
function groupsOf(look: LookUp, possible: boolean): SentenceRef[][] {
  const { clusters, articles, links } = look.comparison
  const rest = new Map<string, SentenceRef[]>()
  const clustered = new Set(clusters.flatMap(({ members }) => members.map(keyOf)))
  for (const [article, { sentences }] of articles.entries())
    for (const [sentence, { furniture, title }] of sentences.entries()) {
      const ref = { article, sentence }
      if (!furniture && !title && !clustered.has(keyOf(ref))) rest.set(keyOf(ref), [ref])
    }
  if (possible)
    // The best first; one sentence of each article, so that chains of guesses do not run together.
    for (const { a, b } of links
      .filter(({ tier, verdict }) => tier === 'possible' && verdict !== 'no')
      .sort((x, y) => y.score - x.score)) {
      const one = rest.get(keyOf(a))
      const other = rest.get(keyOf(b))
      if (!one || !other || one === other) continue
      if (one.some((x) => other.some((y) => x.article === y.article))) continue
      const joined = [...one, ...other].sort(inOrder)
      for (const member of joined) rest.set(keyOf(member), joined)
    }
  return [...clusters.map(({ members }) => [...members]), ...new Set(rest.values())]
}

/** Infinity less infinity is no number. */
const compare = (x: number, y: number): number => (x === y ? 0 : x - y)

const inOrder = (x: SentenceRef, y: SentenceRef): number =>
  x.article - y.article || x.sentence - y.sentence

function rowOf(
  look: LookUp,
  members: readonly SentenceRef[],
  count: number,
  possible: boolean,
): FactRow {
  const maybe = new Set<number>()
  const tiers = new Map<number, Tier>()
  for (const member of members)
    for (const { ref, link } of look.counterparts(member, true)) {
      if (members.some((other) => keyOf(other) === keyOf(ref)))
        tiers.set(member.article, surer(tiers.get(member.article), link.tier))
      else maybe.add(ref.article)
    }
  const cells = Array.from({ length: count }, (_, article): FactCell => {
    const passages = members.filter((member) => member.article === article)
    if (passages.length > 0) return { passages, tier: tiers.get(article) ?? null, hidden: false }
    if (!maybe.has(article)) return { passages, tier: null, hidden: false }
    // A possible match may belong to a row of its own: it is shown here too.
    const best = possible && bestOf(look, members, article)
    return best
      ? { passages: [best], tier: 'possible', hidden: false }
      : { passages, tier: null, hidden: true }
  })
  return {
    id: members.map(keyOf).join(','),
    cells,
    tellers: cells.filter(({ passages }) => passages.length > 0).length,
  }
}

const bestOf = (
  look: LookUp,
  members: readonly SentenceRef[],
  article: number,
): SentenceRef | undefined =>
  members
    .flatMap((member) => look.counterparts(member, true))
    .filter(({ ref }) => ref.article === article)
    .sort((x, y) => y.link.score - x.link.score)[0]?.ref

const rank: Readonly<Record<Tier, number>> = { certain: 2, sure: 1, possible: 0 }

const surer = (a: Tier | undefined, b: Tier): Tier => (a && rank[a] >= rank[b] ? a : b)

/**
 * Where something that the leading article does not tell would stand in it: after the last thing
 * before it, in the article that tells it, which both tell; before the first such thing after it where
 * there is none before; at the end where there is none at all.
 */
function leadingPlaces(look: LookUp, leading: number): (ref: SentenceRef) => number {
  const places = look.comparison.articles.map(({ sentences }, article) => {
    const led = sentences.map(
      (_, sentence) =>
        look.cluster({ article, sentence })?.members.find((member) => member.article === leading)
          ?.sentence,
    )
    const first = led.find((place) => place !== undefined)
    let last = first === undefined ? Number.POSITIVE_INFINITY : first - 0.5
    return led.map((place) => {
      last = place ?? last
      return last
    })
  })
  return ({ article, sentence }) => places[article]?.[sentence] ?? Number.POSITIVE_INFINITY
}
