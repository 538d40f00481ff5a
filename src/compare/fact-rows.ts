// The fact table as rows: a row for each thing that the articles tell, in the order in which one of
// them, the leading one, tells it.
import {
  type FactCell,
  type FactRow,
  type FactRows,
  passes,
} from '../shared/comparison/fact-row.ts'
import { type Counterpart, keyOf } from '../shared/comparison/look-up.ts'
import type { Cluster, Link, Sentence, SentenceRef, Tier } from '../shared/model/comparison.ts'

/** What rows are made of. */
export interface RowSource {
  /** Of each article. */
  readonly sentences: readonly (readonly Sentence[])[]
  readonly clusters: readonly Cluster[]
  cluster(ref: SentenceRef): Cluster | null
  /** Of any tier, the surest first in each article; what the reader rejected is left out. */
  counterparts(ref: SentenceRef): readonly Counterpart[]
  /** Of the tier *possible*; what the reader rejected is left out. */
  possibleLinks(): readonly Link[]
}

/**
 * @param leading index of the article whose order is followed
 * @param possible whether matches of the tier *possible* are shown
 */
export function factRows(look: RowSource, leading: number, possible: boolean): FactRows {
  const count = look.sentences.length
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
  return {
    all,
    shared: all.filter((row) => passes(row, 'shared', leading)),
    only: all.filter((row) => passes(row, 'only', leading)),
    missing: all.filter((row) => passes(row, 'missing', leading)),
  }
}

/** The sentences of each row: what is linked surely; what is not, alone or with its possible matches. */
function groupsOf(look: RowSource, possible: boolean): SentenceRef[][] {
  const { clusters } = look
  const rest = new Map<string, SentenceRef[]>()
  const clustered = new Set(clusters.flatMap(({ members }) => members.map(keyOf)))
  for (const [article, sentences] of look.sentences.entries())
    for (const [sentence, { furniture, title }] of sentences.entries()) {
      const ref = { article, sentence }
      if (!furniture && !title && !clustered.has(keyOf(ref))) rest.set(keyOf(ref), [ref])
    }
  if (possible)
    // The best first; one sentence of each article, so that chains of guesses do not run together.
    for (const { a, b } of look.possibleLinks().toSorted((x, y) => y.score - x.score)) {
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
  look: RowSource,
  members: readonly SentenceRef[],
  count: number,
  possible: boolean,
): FactRow {
  const maybe = new Set<number>()
  const tiers = new Map<number, Tier>()
  for (const member of members)
    for (const { ref, link } of look.counterparts(member)) {
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
  look: RowSource,
  members: readonly SentenceRef[],
  article: number,
): SentenceRef | undefined =>
  members
    .flatMap((member) => look.counterparts(member))
    .filter(({ ref }) => ref.article === article)
    .sort((x, y) => y.link.score - x.link.score)[0]?.ref

const rank: Readonly<Record<Tier, number>> = { certain: 2, sure: 1, possible: 0 }

const surer = (a: Tier | undefined, b: Tier): Tier => (a && rank[a] >= rank[b] ? a : b)

/**
 * Where something that the leading article does not tell would stand in it: after the last thing
 * before it, in the article that tells it, which both tell; before the first such thing after it where
 * there is none before; at the end where there is none at all.
 */
function leadingPlaces(look: RowSource, leading: number): (ref: SentenceRef) => number {
  const places = look.sentences.map((sentences, article) => {
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
