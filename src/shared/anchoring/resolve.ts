// Finds an annotation's passage in the text at hand, or says that it is not there.
//
// In this order:
// 1. The text is the one the selector was made on and the words stand where it says: that is it.
//    On another text the same holds when the context is unchanged too.
// 2. Where the text that it was made on is at hand, the two are aligned, once, and that says where the
//    passage is now (`versions/`). What stood in that text, too, is never taken for it.
// 3. Without it: all places where the quote stands word for word, or after folding (white space, quote marks,
//    dashes, accents' composition, case). Context and nearness choose among them. The saved position
//    wins unless the context clearly speaks for another place: positions in real files are often stale.
// 4. When there is no such place, or its context is a stranger's: the most similar passage (`fuzzy.ts`),
//    unless what differs carries the meaning (`same-passage.ts`).
// 5. What is not trusted (`score.ts`) is an orphan. Never the best of bad ones.
//
// Learned from: the Hypothesis client's match-quote (weighing of words, context and position),
// Apache Annotator (quote selectors as pure functions), W3C Web Annotation (the selectors).
import type { Anchor } from '../model/annotation.ts'
import { type Folded, fold, foldOffset, unfoldRange } from '../text/fold.ts'
import { type Admits, contextDoubts, findFuzzy } from './fuzzy.ts'
import { findAll, type GramIndex, indexGrams } from './grams.ts'
import { compareTyped } from './meaning/differences.ts'
import { type OldVersion, openOldVersion } from './old-version.ts'
import { makeQuery, type Query } from './query.ts'
import { isSamePassage } from './same-passage.ts'
import { type Candidate, isTrustedPlace, type Scored, score } from './score.ts'
import type { Selector } from './selector.ts'
import { standsInOther } from './sentence-beside.ts'

export type { Selector } from './selector.ts'

export type Resolver = {
  /** `textHash`: of the text at hand; empty when unknown. Never throws. */
  resolve(textHash: string, selector: Selector): Anchor
}

/** The text that a selector was made on, by its hash; null when it is not at hand. */
export type OldTexts = (textHash: string | undefined) => string | null

/** Resolves one selector. For many on one text use `createResolver`, which prepares the text once. */
export function resolve(text: string, textHash: string, selector: Selector): Anchor {
  return createResolver(text).resolve(textHash, selector)
}

/**
 * A resolver for one text. Folding, index and alignments are made when first needed, so a text that
 * nothing happened to costs nothing. Offsets are UTF-16 code units into `text`; the score is 0 to 1, for
 * an orphan that of the best place that was not trusted. What was moved with other words says which.
 */
export function createResolver(text: string, oldTexts: OldTexts = () => null): Resolver {
  let folded: Folded | undefined
  let index: GramIndex | undefined
  const versions = new Map<string, OldVersion>()
  const prepare = (): Prepared => {
    folded ??= fold(text)
    index ??= indexGrams(folded.text)
    return { text, folded, index }
  }
  const lookFor = (selector: Selector, isOpen: IsOpen): Anchor => {
    const prepared = prepare()
    const query = makeQuery(selector, (offset) => foldOffset(prepared.folded, offset))
    return query.exact === '' ? orphan(0) : decide(prepared, selector, query, isOpen)
  }
  const versionOf = (oldText: string): OldVersion => {
    let inOld: Resolver | undefined
    const findInOld = (selector: Selector): Anchor => {
      inOld ??= createResolver(oldText)
      return inOld.resolve('', { ...selector, textHash: undefined })
    }
    const known = versions.get(oldText) ?? openOldVersion(oldText, text, findInOld)
    versions.set(oldText, known)
    return known
  }
  return {
    resolve(textHash, selector) {
      if (selector.exact.trim() === '') return orphan(0)
      const isSameText = textHash !== '' && selector.textHash === textHash
      if (isSameText && standsWhereSaid(text, selector)) return anchorAt('anchored', selector, text)
      const oldText = oldTexts(selector.textHash)
      if (oldText === null)
        return standsUnchanged(text, selector)
          ? anchorAt('anchored', selector, text)
          : lookFor(selector, everywhere)
      const version = versionOf(oldText)
      const found = version.find(selector)
      if (found === 'unknown') return lookFor(selector, everywhere)
      if (found.state !== 'gone') return found
      return lookFor(found.selector, (start, end) => !version.stoodBefore(start, end))
    },
  }
}

/** Whether a stretch of the text may be looked at. */
type IsOpen = (start: number, end: number) => boolean

const everywhere: IsOpen = () => true

type Prepared = {
  readonly text: string
  readonly folded: Folded
  readonly index: GramIndex
}

const standsWhereSaid = (text: string, { exact, start }: Selector): boolean =>
  start !== undefined && start >= 0 && text.startsWith(exact, start)

/** The same with all that is known to have stood around it. */
function standsUnchanged(text: string, selector: Selector): boolean {
  const { exact, prefix, suffix, start } = selector
  if (start === undefined || !standsWhereSaid(text, selector)) return false
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

function decide(prepared: Prepared, selector: Selector, query: Query, isOpen: IsOpen): Anchor {
  const { index } = prepared
  const places = occurrences(prepared, selector, query, isOpen)
  const [best, second] = places
  const trusted = best !== undefined && isTrustedPlace(query, best, !second)
  if (best && trusted && !contextDoubts(best)) {
    return place(prepared, selector, query, places, best, second)
  }
  const fuzzy = findFuzzy(index, query, admitsOf(prepared, isOpen))
  // What holds the very words and more says no more than they do.
  const holds = best && fuzzy && fuzzy.passage.start <= best.start && fuzzy.passage.end >= best.end
  if (fuzzy?.trusted && fuzzy.passage.score > (best?.score ?? 0) && !holds) {
    const passage = withItsEnds(fuzzy.passage, index.text, query.exact)
    return told(selector, prepared.text, anchorIn(prepared, 'moved', passage))
  }
  if (best && (trusted || standsWhereItWas(prepared, selector, best))) {
    return place(prepared, selector, query, places, best, second)
  }
  return orphan(Math.max(best?.score ?? 0, fuzzy?.passage.score ?? 0))
}

const admitsOf =
  ({ text, folded, index }: Prepared, isOpen: IsOpen): Admits =>
  (query, scored) => {
    const range = unfoldRange(folded, scored.start, scored.end)
    return (
      isOpen(range.start, range.end) &&
      isSamePassage(query, scored, index.text, { text, ...range }, isOpen !== everywhere) &&
      !standsInOther(query, { text, ...range }, isOpen !== everywhere)
    )
  }

/** So much of the words beside an end must be the same, too. */
const beside = 12
/** And so many of them may have been left out. */
const longestEnd = 60

/** With the first and last words of a quote where they stand right beside what was found of it. */
function withItsEnds(found: Scored, text: string, exact: string): Scored {
  let { start, end } = found
  for (let by = 1; by <= Math.min(longestEnd, found.start, exact.length - beside); by++)
    if (text.startsWith(exact.slice(0, by + beside), found.start - by)) start = found.start - by
  const most = Math.min(longestEnd, exact.length - beside, text.length - found.end)
  for (let by = 1; by <= most; by++)
    if (text.endsWith(exact.slice(-by - beside), found.end + by)) end = found.end + by
  return { ...found, start, end }
}

/** With which words are others now. */
function told({ prefix = '', exact, suffix = '' }: Selector, text: string, anchor: Anchor): Anchor {
  if (anchor.state !== 'moved') return anchor
  const is = { text, start: anchor.start, end: anchor.end }
  const { changes } = compareTyped({ before: prefix, exact, after: suffix }, is)
  return changes.length === 0 ? anchor : { ...anchor, changes }
}

const standsWhereItWas = (prepared: Prepared, selector: Selector, candidate: Candidate): boolean =>
  candidate.kind === 'verbatim' &&
  selector.start !== undefined &&
  startOf(prepared, candidate) === selector.start + leadingSpace(selector.exact)

/** Before and behind it stands what stood there: what was put in or taken out elsewhere moves no passage. */
function standsAmidTheSame(prepared: Prepared, selector: Selector, candidate: Candidate): boolean {
  const { exact, prefix = '', suffix = '' } = selector
  const start = startOf(prepared, candidate) - leadingSpace(exact)
  return prefix !== '' && suffix !== '' && standsUnchanged(prepared.text, { ...selector, start })
}

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
  const isPlain = selector.start === undefined || standsAmidTheSame(prepared, selector, best)
  const asAsked = isPlain && best.kind === 'verbatim' && unambiguous
  return anchorIn(prepared, asAsked ? 'anchored' : 'moved', best)
}

const maxScored = 12

// Where the quote stands, best first. Of very many places only those are weighed fully whose
// neighbouring characters fit best, and the nearest one.
function occurrences(
  prepared: Prepared,
  selector: Selector,
  query: Query,
  isOpen: IsOpen,
): readonly Scored[] {
  const { index, folded } = prepared
  const exact = selector.exact.trim()
  const starts = findAll(index, query.exact).filter((start) => {
    const range = unfoldRange(folded, start, start + query.exact.length)
    return isOpen(range.start, range.end) && !cutsWord(query, prepared.text, range)
  })
  const chosen = starts.length > maxScored ? fewest(index.text, query, starts) : starts
  const found: Candidate[] = chosen.map((start) => {
    const end = start + query.exact.length
    const range = unfoldRange(folded, start, end)
    const words = prepared.text.slice(range.start, range.end)
    if (words === exact) return { start, end, kind: 'verbatim', quote: 1 }
    return { start, end, kind: 'folded', quote: sameCase(words, exact) ? 0.98 : 0.93 }
  })
  return found
    .filter(({ start, end }) => {
      const range = unfoldRange(folded, start, end)
      return !standsInOther(query, { text: prepared.text, ...range }, isOpen !== everywhere)
    })
    .map((candidate) => score(index.text, query, candidate))
    .sort((a, b) => b.score - a.score || a.start - b.start)
}

const spaced =
  /(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]/u
const isSpaced = (char: string | undefined): boolean => char !== undefined && spaced.test(char)

/** Whether words begin or end inside a word, where they did not: "he told" in "she told". */
const cutsWord = (
  { typed: { before, exact, after } }: Query,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean =>
  (before !== '' && !isSpaced(before.at(-1)) && isSpaced(exact[0]) && isSpaced(text[start - 1])) ||
  (after !== '' && !isSpaced(after[0]) && isSpaced(exact.at(-1)) && isSpaced(text[end]))

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
