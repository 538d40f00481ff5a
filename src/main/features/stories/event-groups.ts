// Groups of articles that seem to tell one event: pairs that are alike, joined so that each two are.
import type { EventIndex } from './event-index.ts'
import { isCopy, mostByDate, type Profiled } from './profiled.ts'
import { createRest } from './rest.ts'

/** How like each two of a group must be. */
const alikeInGroup = 0.27
const largestGroup = 24
/** How many of the likest are looked at for each article. */
const neighbours = 12

export interface Group {
  readonly members: readonly Profiled[]
  /** Of the two least alike. */
  readonly score: number
}

interface Pair {
  readonly a: Profiled
  readonly b: Profiled
  readonly score: number
}

/**
 * In no order. Gives way to others now and then; takes long in a large library.
 * @param all by id, each of them in the index
 */
export async function groupsIn(
  all: ReadonlyMap<string, Profiled>,
  index: EventIndex,
  likeness: (a: Profiled, b: Profiled) => number,
): Promise<Group[]> {
  const rest = createRest()
  const pairs = new Map<string, Pair>()
  const copies = new Set<string>()
  for (const a of all.values()) {
    if (rest.isDue()) await rest.now()
    if (copies.has(a.id)) continue
    for (const { id, score } of index.near(a.id, neighbours)) {
      if (score < alikeInGroup / mostByDate) break
      const b = all.get(id)
      if (!b || copies.has(id)) continue
      if (isCopy(a, b)) copies.add(id)
      else {
        const like = likeness(a, b)
        const key = a.id < id ? `${a.id} ${id}` : `${id} ${a.id}`
        if (like >= alikeInGroup) pairs.set(key, { a, b, score: like })
      }
    }
  }
  const distinct = [...pairs.values()].filter(({ a, b }) => !copies.has(a.id) && !copies.has(b.id))
  return joined(distinct, likeness)
}

/** Joins pairs to groups in which each two are alike: the likest pairs first, so that no chains form. */
function joined(pairs: readonly Pair[], likeness: (a: Profiled, b: Profiled) => number): Group[] {
  const groups = new Map<string, Group>()
  const best = [...pairs].sort((x, y) => y.score - x.score || (x.a.id < y.a.id ? -1 : 1))
  for (const { a, b } of best) {
    const one = groups.get(a.id) ?? { members: [a], score: 1 }
    const other = groups.get(b.id) ?? { members: [b], score: 1 }
    if (one === other || one.members.length + other.members.length > largestGroup) continue
    let weakest = Math.min(one.score, other.score)
    for (const x of one.members)
      for (const y of other.members) {
        if (weakest < alikeInGroup) break
        weakest = Math.min(weakest, likeness(x, y))
      }
    if (weakest < alikeInGroup) continue
    const both = { members: [...one.members, ...other.members], score: weakest }
    for (const { id } of both.members) groups.set(id, both)
  }
  return [...new Set(groups.values())]
}
