// Finds an annotation's passage in the text at hand, or says that it is not there.
//
// In this order:
// 1. The text is the one the selector was made on and the words stand where it says: that is it.
//    On another text the same holds when the context is unchanged too.
// 2. All places where the quote stands word for word, or after folding (white space, quote marks,
//    dashes, accents' composition, case). Context and nearness choose among them. The saved position
//    wins unless the context clearly speaks for another place: positions in real files are often stale.
// 3. When there is no such place, or its context is a stranger's: the most similar passage (`fuzzy.ts`).
// 4. What is not trusted (`score.ts`) is an orphan. Never the best of bad ones.
//
// Learned from: the Hypothesis client's match-quote (weighing of words, context and position),
// Apache Annotator (quote selectors as pure functions), W3C Web Annotation (the selectors).
import type { Anchor } from '../model/annotation.ts'
import { type Folded, fold, foldOffset, unfoldRange } from '../text/fold.ts'
import { contextDoubts, findFuzzy } from './fuzzy.ts'
import { findAll, type GramIndex, indexGrams } from './grams.ts'
import { makeQuery, type Query } from './query.ts'
import { type Candidate, isTrustedPlace, type Scored, score } from './score.ts'
import type { Selector } from './selector.ts'

export type { Selector } from './selector.ts'

export type Resolver = {
  /** `textHash`: of the text at hand; empty when unknown. Never throws. */
  resolve(textHash: string, selector: Selector): Anchor
}

/** Resolves one selector. For many on one text use `createResolver`, which prepares the text once. */
export function resolve(text: string, textHash: string, selector: Selector): Anchor {
  return createResolver(text).resolve(textHash, selector)
}

/**
 * A resolver for one text. Folding and index are made when first needed, so a text that nothing
 * happened to costs nothing. Offsets are UTF-16 code units into `text`; the score is 0 to 1, for an
 * orphan that of the best place that was not trusted.
 */
export function createResolver(text: string): Resolver {
  let folded: Folded | undefined
  let index: GramIndex | undefined
  const getFolded = (): Folded => {
    folded ??= fold(text)
    return folded
  }
  const getIndex = (): GramIndex => {
    index ??= indexGrams(getFolded().text)
    return index
  }
  return {
    resolve(textHash, selector) {
      if (selector.exact.trim() === '') return orphan(0)
      if (standsUnchanged(text, textHash, selector)) return anchorAt('anchored', selector, text)
      const prepared = { text, folded: getFolded(), index: getIndex() }
      const query = makeQuery(selector, (offset) => foldOffset(prepared.folded, offset))
      if (query.exact === '') return orphan(0)
      return decide(prepared, selector, query)
    },
  }
}

type Prepared = {
  readonly text: string
  readonly folded: Folded
  readonly index: GramIndex
}

function standsUnchanged(text: string, textHash: string, selector: Selector): boolean {
  const { exact, prefix, suffix, start } = selector
  if (start === undefined || !text.startsWith(exact, start) || start < 0) return false
  if (textHash !== '' && selector.textHash === textHash) return true
  return (
    prefix !== undefined &&
    suffix !== undefined &&
    prefix + suffix !== '' &&
    text.endsWith(prefix, start) &&
    text.startsWith(suffix, start + exact.length) &&
    start >= prefix.length
  )
}

// How much better another place must fit than the one where the words were.
const clearly = 0.08
// Two places whose scores differ by less are alike.
const alike = 0.004

function decide(prepared: Prepared, selector: Selector, query: Query): Anchor {
  const { index } = prepared
  const places = occurrences(prepared, selector, query)
  const [best, second] = places
  const trusted = best !== undefined && isTrustedPlace(query, best, !second)
  if (best && trusted && !contextDoubts(best)) {
    return place(prepared, selector, query, places, best, second)
  }
  const fuzzy = findFuzzy(index, query)
  if (fuzzy?.trusted && fuzzy.passage.score > (best?.score ?? 0)) {
    return anchorIn(prepared, 'moved', fuzzy.passage)
  }
  if (best && (trusted || standsWhereItWas(prepared, selector, best))) {
    return place(prepared, selector, query, places, best, second)
  }
  return orphan(Math.max(best?.score ?? 0, fuzzy?.passage.score ?? 0))
}

const standsWhereItWas = (prepared: Prepared, selector: Selector, candidate: Candidate): boolean =>
  candidate.kind === 'verbatim' &&
  selector.start !== undefined &&
  startOf(prepared, candidate) === selector.start + leadingSpace(selector.exact)

function place(
  prepared: Prepared,
  selector: Selector,
  query: Query,
  places: readonly Scored[],
  best: Scored,
  second: Scored | undefined,
): Anchor {
  const old = places.find((candidate) => standsWhereItWas(prepared, selector, candidate))
  if (
    old &&
    (isTrustedPlace(query, old, !second) || old === best) &&
    old.score >= best.score - clearly
  ) {
    return anchorIn(prepared, 'anchored', old)
  }
  const unambiguous = !second || best.score - second.score > alike
  const asAsked = selector.start === undefined && best.kind === 'verbatim' && unambiguous
  return anchorIn(prepared, asAsked ? 'anchored' : 'moved', best)
}

const maxScored = 12

// Where the quote stands, best first. Of very many places only those are weighed fully whose
// neighbouring characters fit best, and the nearest one.
function occurrences(prepared: Prepared, selector: Selector, query: Query): readonly Scored[] {
  const { index, folded } = prepared
  const exact = selector.exact.trim()
  const starts = findAll(index, query.exact)
  const chosen = starts.length > maxScored ? fewest(index.text, query, starts) : starts
  const found: Candidate[] = chosen.map((start) => {
    const end = start + query.exact.length
    const range = unfoldRange(folded, start, end)
    const words = prepared.text.slice(range.start, range.end)
    if (words === exact) return { start, end, kind: 'verbatim', quote: 1 }
    return { start, end, kind: 'folded', quote: sameCase(words, exact) ? 0.98 : 0.93 }
  })
  return found
    .map((candidate) => score(index.text, query, candidate))
    .sort((a, b) => b.score - a.score || a.start - b.start)
}

const sameCase = (a: string, b: string): boolean =>
  fold(a, { keepCase: true }).text === fold(b, { keepCase: true }).text

function fewest(text: string, query: Query, starts: readonly number[]): readonly number[] {
  const { hint } = query
  const ranked = starts.map((start) => ({
    start,
    fit: fits(text, query, start),
    far: hint === null ? start : Math.abs(start - hint),
  }))
  const nearest = ranked.reduce((a, b) => (b.far < a.far ? b : a))
  ranked.sort((a, b) => b.fit - a.fit || a.far - b.far)
  return [...new Set([nearest, ...ranked.slice(0, maxScored)])].map(({ start }) => start)
}

// Characters in common right before and right after.
function fits(text: string, query: Query, start: number): number {
  const { prefix, suffix } = query
  let fit = 0
  let at = text[start - 1] === ' ' ? start - 2 : start - 1
  for (let unit = prefix.length - 1; unit >= 0 && prefix[unit] === text[at]; unit--, at--) fit++
  at = start + query.exact.length
  if (text[at] === ' ') at++
  for (let unit = 0; unit < suffix.length && suffix[unit] === text[at]; unit++, at++) fit++
  return fit
}

const startOf = (prepared: Prepared, candidate: Candidate): number =>
  unfoldRange(prepared.folded, candidate.start, candidate.end).start

const leadingSpace = (exact: string): number => exact.length - exact.trimStart().length

const orphan = (found: number): Anchor => ({
  state: 'orphaned',
  start: null,
  end: null,
  score: rounded(found),
})

function anchorIn(prepared: Prepared, state: 'anchored' | 'moved', found: Scored): Anchor {
  const range = unfoldRange(prepared.folded, found.start, found.end)
  return { state, ...range, score: rounded(found.score) }
}

function anchorAt(state: 'anchored', selector: Selector, text: string): Anchor {
  const start = selector.start ?? 0
  return { state, start, end: Math.min(text.length, start + selector.exact.length), score: 1 }
}

const rounded = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 1e6) / 1e6
