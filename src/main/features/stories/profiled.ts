// What two articles of a library are to each other, told by what is kept of them without reading any.
import type { TextFacts } from '../../core/shelf/text-facts.ts'
import { shareOf } from '../../reading/sketch.ts'

/** An article as far as suggestions need it. */
export interface Profiled {
  readonly id: string
  /** ISO 8601, in the precision found. */
  readonly published: string | null
  /** Names its text: two of one name are the same. */
  readonly text: string
  /** Null where they are not to be had yet. */
  readonly facts: () => Pick<TextFacts, 'profile' | 'sketch'> | null
}

/** The same article; its facts are asked for once, and only if somebody does. */
export function factsOnce(article: Profiled): Profiled {
  let known: ReturnType<Profiled['facts']> | undefined
  return {
    ...article,
    facts() {
      known ??= article.facts()
      return known
    },
  }
}

/** The share of the shorter text from which two articles are one, twice. */
const copyFrom = 0.75

/** Whether two articles are one and the same, or nearly: then they tell nothing about each other. */
export function isCopy(a: Profiled, b: Profiled): boolean {
  if (a.text === b.text) return true
  const [mine, theirs] = [a.facts(), b.facts()]
  if (!mine || !theirs) return false
  if (mine.profile === theirs.profile) return true
  if (!mine.sketch || !theirs.sketch) return false
  return (
    mine.sketch.words === theirs.sketch.words || shareOf(mine.sketch, theirs.sketch) >= copyFrom
  )
}

const day = 86_400_000
/** The most that `nearness` comes to. */
export const mostByDate = 1.1

/**
 * How much two dates speak for one event: 1 says nothing.
 * @param a ISO 8601, as `published`
 */
export function nearness(a: string | null, b: string | null): number {
  const [one, other] = [Date.parse(a ?? ''), Date.parse(b ?? '')]
  // A month or a year says too little.
  if (Number.isNaN(one) || Number.isNaN(other) || Math.min(a?.length ?? 0, b?.length ?? 0) < 10)
    return 1
  const days = Math.abs(one - other) / day
  return days <= 3 ? mostByDate : days <= 10 ? 1 : days <= 30 ? 0.85 : days <= 120 ? 0.65 : 0.45
}
