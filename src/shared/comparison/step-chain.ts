// Which places of two articles stand side by side while they scroll in step: links in one order in
// both texts, so that neither ever runs backwards, and around the pins that the reader made.
import type { Link } from '../model/comparison.ts'

/** Two places that belong together: offsets into the leading and the following article. */
export interface Step {
  readonly lead: number
  readonly follow: number
}

/** What a link counts as a step: what the reader confirmed most, then the same words; null: it is none. */
export function stepWeight({ tier, verdict, score }: Link): number | null {
  if (tier === 'possible' || verdict === 'no') return null
  return verdict === 'yes' ? 3 : tier === 'certain' ? 2 : score
}

export interface WeightedStep extends Step {
  /** How much it counts against others that it crosses; above 0. */
  readonly weight: number
}

/**
 * The heaviest set of steps that grows in both articles, with every pin in it: of pins that cross,
 * the later one counts, and whatever crosses a pin is left out. In the order of the text.
 *
 * Heaviest increasing subsequence by a Fenwick tree of prefix maxima, O(n log n).
 */
export function chainOf(steps: readonly WeightedStep[], pins: readonly Step[]): Step[] {
  const fixed: Step[] = []
  for (const pin of pins.toReversed())
    if (fixed.every((other) => agree(pin, other))) fixed.push(pin)
  const free = steps
    .filter((step) => fixed.every((pin) => agree(step, pin)))
    // Of one leading place only one step can be taken: later ones first, so that none follows another.
    .toSorted((x, y) => x.lead - y.lead || y.follow - x.follow)
  return [...heaviest(free), ...fixed].sort((x, y) => x.lead - y.lead)
}

const agree = (x: Step, y: Step): boolean => (x.lead - y.lead) * (x.follow - y.follow) > 0

function heaviest(steps: readonly WeightedStep[]): Step[] {
  const places = [...new Set(steps.map(({ follow }) => follow))].sort((x, y) => x - y)
  const rank = new Map(places.map((follow, index) => [follow, index + 1]))
  const best: (Node | undefined)[] = Array.from({ length: places.length + 1 })
  let heaviestOfAll: Node | undefined
  for (const step of steps) {
    const at = rank.get(step.follow) ?? 0
    const before = heaviestUpTo(best, at - 1)
    const node: Node = { step, total: step.weight + (before?.total ?? 0), before }
    for (let index = at; index < best.length; index += index & -index)
      if (node.total > (best[index]?.total ?? 0)) best[index] = node
    if (node.total > (heaviestOfAll?.total ?? 0)) heaviestOfAll = node
  }
  const chain: Step[] = []
  for (let node = heaviestOfAll; node; node = node.before)
    chain.push({ lead: node.step.lead, follow: node.step.follow })
  return chain.reverse()
}

interface Node {
  readonly step: Step
  readonly total: number
  readonly before: Node | undefined
}

function heaviestUpTo(best: readonly (Node | undefined)[], at: number): Node | undefined {
  let found: Node | undefined
  for (let index = at; index > 0; index -= index & -index) {
    const node = best[index]
    if (node && node.total > (found?.total ?? 0)) found = node
  }
  return found
}

/** The steps around a leading offset; null before the first, or after the last. */
export function around(
  chain: readonly Step[],
  offset: number,
): { readonly before: Step | null; readonly after: Step | null } {
  let low = 0
  let high = chain.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((chain[middle]?.lead ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return { before: chain[low - 1] ?? null, after: chain[low] ?? null }
}
