// Rows of what several articles tell alike: sentences grouped by the links between them.
//
// Taking every link as "the same" chains: a tells what b tells, b also what c tells, and at the end of
// the row stands something else. So groups grow from the surest link on, and two of them become one
// only if half of all pairs between them, of different articles, are linked: between single and
// complete linkage (S. C. Johnson, "Hierarchical clustering schemes", 1967). With three articles two links suffice, since methods miss some; of a row of four in which
// each is linked to the next only, the ends have nothing in common and it stays in two.
import type { Cluster, Link, SentenceRef, Tier } from '../shared/model/comparison.ts'

/** How much of what could be linked between two groups has to be. */
const enough = 0.5
/** What a link that is only possible counts; at a half, rows came out less pure. */
const asPossible = 0.3
/** Sentences of one article at most so far apart, in their order, are one passage. */
const nearby = 2
/** No row grows beyond this unless the reader says so: with six articles, four sentences of each. */
const largest = 24

const keyOf = ({ article, sentence }: SentenceRef): string => `${article} ${sentence}`
const pairOf = (a: SentenceRef, b: SentenceRef): string =>
  a.article < b.article || (a.article === b.article && a.sentence < b.sentence)
    ? `${keyOf(a)} ${keyOf(b)}`
    : `${keyOf(b)} ${keyOf(a)}`

interface Group {
  readonly members: SentenceRef[]
  tier: Tier
}

const ranks: Readonly<Record<Tier, number>> = { certain: 2, sure: 1, possible: 0 }
const weaker = (a: Tier, b: Tier): Tier => (ranks[a] < ranks[b] ? a : b)

/**
 * What the reader confirmed is always in one row, unless that would put two sentences there of which
 * the reader said that they do not correspond. Ordered by first member; the order of links, and of
 * articles, changes nothing else. Near-linear in the number of links.
 * @param links rejected ones too; each two sentences at most once
 */
export function clustersOf(links: readonly Link[]): Cluster[] {
  const support = new Map<string, number>()
  const rejected = new Map<string, SentenceRef[]>()
  /** Sentences that the reader put somewhere: how far they are from others says nothing. */
  const placed = new Set<string>()
  const joining: Link[] = []
  for (const link of links) {
    const { a, b, tier, verdict } = link
    if (verdict === 'no') {
      push(rejected, keyOf(a), b)
      push(rejected, keyOf(b), a)
      continue
    }
    if (verdict === 'yes') placed.add(keyOf(a)).add(keyOf(b))
    support.set(pairOf(a, b), tier === 'possible' ? asPossible : 1)
    if (tier !== 'possible' || verdict === 'yes') joining.push(link)
  }
  joining.sort(surestFirst)
  const groups = new Map<string, Group>()
  const groupOf = (ref: SentenceRef): Group => {
    const known = groups.get(keyOf(ref))
    if (known) return known
    const alone: Group = { members: [ref], tier: 'certain' }
    groups.set(keyOf(ref), alone)
    return alone
  }
  /** The reader rejected two sentences that would stand in one row. */
  const isParted = (small: Group, large: Group): boolean =>
    rejected.size > 0 &&
    small.members.some((member) =>
      rejected.get(keyOf(member))?.some((each) => groups.get(keyOf(each)) === large),
    )
  for (const { a, b, tier, verdict } of joining) {
    const [one, other] = [groupOf(a), groupOf(b)]
    if (one === other) continue
    const [small, large] = one.members.length < other.members.length ? [one, other] : [other, one]
    if (isParted(small, large)) continue
    if (verdict !== 'yes' && !belongTogether(small, large, support, placed)) continue
    large.tier = weaker(tier, weaker(small.tier, large.tier))
    large.members.push(...small.members)
    for (const member of small.members) groups.set(keyOf(member), large)
  }
  return [...new Set(groups.values())]
    .filter(({ members }) => members.length > 1)
    .map(({ members, tier }) => ({ members: members.sort(inOrder), tier }))
    .sort((x, y) => inOrder(x.members[0], y.members[0]))
}

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The reader's word first, then by how sure; among equals what stands earlier in both texts. */
function surestFirst(x: Link, y: Link): number {
  return (
    Number(y.verdict === 'yes') - Number(x.verdict === 'yes') ||
    ranks[y.tier] - ranks[x.tier] ||
    y.score - x.score ||
    x.a.sentence + x.b.sentence - y.a.sentence - y.b.sentence ||
    Math.min(x.a.sentence, x.b.sentence) - Math.min(y.a.sentence, y.b.sentence) ||
    inOrder(x.a, y.a) ||
    inOrder(x.b, y.b)
  )
}

function belongTogether(
  one: Group,
  other: Group,
  support: ReadonlyMap<string, number>,
  placed: ReadonlySet<string>,
): boolean {
  if (one.members.length + other.members.length > largest) return false
  let [pairs, linked] = [0, 0]
  for (const x of one.members)
    for (const y of other.members) {
      if (x.article === y.article) continue
      pairs++
      linked += support.get(pairOf(x, y)) ?? 0
    }
  return linked >= enough * pairs && one.members.every((member) => isNear(member, other, placed))
}

/** Nothing of its article is in the group, or something close by. */
function isNear(ref: SentenceRef, { members }: Group, placed: ReadonlySet<string>): boolean {
  if (placed.has(keyOf(ref))) return true
  const same = members
    .filter(({ article }) => article === ref.article)
    .filter((each) => !placed.has(keyOf(each)))
  return (
    same.length === 0 || same.some(({ sentence }) => Math.abs(sentence - ref.sentence) <= nearby)
  )
}

const inOrder = (x: SentenceRef | undefined, y: SentenceRef | undefined): number =>
  (x?.article ?? 0) - (y?.article ?? 0) || (x?.sentence ?? 0) - (y?.sentence ?? 0)
