// The places of two open articles that stand side by side, from the comparison and the pins.
import { chainOf, type Step, type WeightedStep } from '../../../shared/comparison/step-chain.ts'
import type { Pin } from '../../../shared/model/settings.ts'

/** The pins of two articles, as seen from the first, in the order in which they were made. */
function pinsBetween(pins: readonly Pin[], lead: string, follow: string): Step[] {
  return pins.flatMap(({ a, b }) =>
    a.article === lead && b.article === follow
      ? [{ lead: a.offset, follow: b.offset }]
      : b.article === lead && a.article === follow
        ? [{ lead: b.offset, follow: a.offset }]
        : [],
  )
}

/** The two articles that a chain is of. */
interface ChainEnds {
  readonly lead: string
  readonly follow: string
}

type Chains = (
  ends: ChainEnds,
  steps: readonly WeightedStep[],
  pins: readonly Pin[],
) => readonly Step[]

/**
 * The chain of the steps between two articles and of their pins. Remembers what it gave for the same
 * list of steps and the same list of pins.
 */
export function createChains(): Chains {
  const known = new WeakMap<readonly WeightedStep[], WeakMap<readonly Pin[], readonly Step[]>>()
  return ({ lead, follow }, steps, pins) => {
    const mine = known.get(steps) ?? new WeakMap<readonly Pin[], readonly Step[]>()
    known.set(steps, mine)
    const own = pinsBetween(pins, lead, follow)
    const chain = mine.get(pins) ?? (steps.length + own.length === 0 ? [] : chainOf(steps, own))
    mine.set(pins, chain)
    return chain
  }
}
