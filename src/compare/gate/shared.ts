// What two articles share besides what they are about: the same words in quotation marks, and figures
// that few articles have.
import type { FoundFigure, NumberFigure } from '../figures/types.ts'
import type { FoundQuotation } from '../quotations/find-quotations.ts'

/** How many words in a row two quotations must have alike. */
const run = 5
/** Of long articles so many quotations, and so many words of each, are looked at. */
const mostQuotations = 300
const mostWords = 80

/** Quotations of `a` of which `b` has five words in a row too, as `a` has them. */
export function sharedQuotations(
  a: readonly FoundQuotation[],
  b: readonly FoundQuotation[],
): string[] {
  const runs = new Set(b.slice(0, mostQuotations).flatMap(runsOf))
  const found = a
    .slice(0, mostQuotations)
    .filter((quotation) => runsOf(quotation).some((each) => runs.has(each)))
  return [...new Set(found.map(({ words }) => words))]
}

function runsOf({ words, kind }: FoundQuotation): string[] {
  if (kind === 'title' || kind === 'name') return []
  const all = words
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)
  const list = (all ?? []).slice(0, mostWords).map((word) => word.replace('’', "'"))
  return list.slice(run - 1).map((_, at) => list.slice(at, at + run).join(' '))
}

/** Smaller counts are in every other article. */
const smallCount = 13

/**
 * Numbers of `a` up to a sentence that `b` has too, as `a` writes them.
 * @param ends for each article, before which sentence
 */
export function sharedNumbers(
  a: readonly FoundFigure[],
  b: readonly FoundFigure[],
  ends: readonly [a: number, b: number],
): string[] {
  const telling = (figures: readonly FoundFigure[], end: number): NumberFigure[] => {
    const found: NumberFigure[] = []
    for (const figure of figures) {
      if (figure.sentence >= end) break
      if (figure.kind === 'number' && isTelling(figure)) found.push(figure)
    }
    return found
  }
  const theirs = new Set(telling(b, ends[1]).map(keyOf))
  const found = new Map<string, string>()
  for (const figure of telling(a, ends[0])) {
    const key = keyOf(figure)
    if (theirs.has(key) && !found.has(key)) found.set(key, figure.text)
  }
  return [...found.values()]
}

const isTelling = ({ sort, unit, bound, low }: NumberFigure): boolean =>
  bound !== 'vague' &&
  bound !== 'range' &&
  sort !== 'ordinal' &&
  (low >= smallCount || (unit !== null && sort !== 'age'))

const keyOf = ({ sort, unit, low, high }: NumberFigure): string =>
  `${sort} ${unit ?? ''} ${Math.min(low, high)} ${Math.max(low, high)}`
