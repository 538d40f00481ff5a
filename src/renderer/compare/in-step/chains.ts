// The places of two open articles that stand side by side, from the comparison and the pins.
import { chainOf, type Step, type WeightedStep } from '../../../shared/comparison/step-chain.ts'
import type { Comparison } from '../../../shared/model/comparison.ts'
import type { Pin } from '../../../shared/model/settings.ts'

/** The steps from one compared article to another: both beginnings, *sure* links and above, pins. */
function chainBetween(
  comparison: Comparison,
  articles: readonly string[],
  lead: number,
  follow: number,
  pins: readonly Pin[],
): Step[] {
  const own = pinsBetween(pins, articles[lead] ?? '', articles[follow] ?? '')
  const start = (article: number, sentence: number): number =>
    comparison.articles[article]?.sentences[sentence]?.start ?? 0
  const steps: WeightedStep[] = []
  for (const { a, b, tier, score, verdict } of comparison.links) {
    if (tier === 'possible' || verdict === 'no') continue
    const [from, to] = a.article === lead ? [a, b] : [b, a]
    if (from.article !== lead || to.article !== follow) continue
    steps.push({
      lead: start(lead, from.sentence),
      follow: start(follow, to.sentence),
      weight: verdict === 'yes' ? 3 : tier === 'certain' ? 2 : score,
    })
  }
  return steps.length + own.length === 0 ? [] : chainOf(steps, own)
}

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

type Chains = (
  comparison: Comparison,
  articles: readonly string[],
  lead: number,
  follow: number,
  pins: readonly Pin[],
) => readonly Step[]

/** `chainBetween`, which remembers what it gave for the same comparison and the same list of pins. */
export function createChains(): Chains {
  let of: Comparison | null = null
  let known = new WeakMap<readonly Pin[], Map<string, readonly Step[]>>()
  return (comparison, articles, lead, follow, pins) => {
    if (of !== comparison) known = new WeakMap()
    of = comparison
    const mine = known.get(pins) ?? new Map<string, readonly Step[]>()
    known.set(pins, mine)
    const key = `${lead} ${follow}`
    const chain = mine.get(key) ?? chainBetween(comparison, articles, lead, follow, pins)
    mine.set(key, chain)
    return chain
  }
}
