// Finds a quote whose words were changed: grams say where to look (`grams.ts`), an alignment of the
// quote in its context says how much of it is there and where it ends (`align.ts`). Where words
// were joined, split or misspelt throughout, edit distance (Myers 1999, by approx-string-match)
// decides instead.
import search from 'approx-string-match'
import { align } from './align.ts'
import { findRegions, type GramIndex, type Region } from './grams.ts'
import type { Query } from './query.ts'
import { bestContext, type Candidate, isTrustedPassage, type Scored, score } from './score.ts'
import { tokenize } from './tokens.ts'

// Longer quotes are known by their two ends, so that the cost does not grow with their square.
const longQuote = 1_200
const endLength = 500
// Without any common gram a text is read through only when that takes no time.
const readThrough = 20_000
const maxEdits = 0.3

/** The most similar passage, and whether it may be shown as the one that is looked for. */
export type Similar = { readonly passage: Scored; readonly trusted: boolean }

/** Whether what differs leaves it the same passage. */
export type Admits = (query: Query, scored: Scored) => boolean

/** The best trusted passage; without one, the best; null when nothing is alike. */
export function findFuzzy(index: GramIndex, query: Query, admits: Admits): Similar | null {
  return query.exact.length > longQuote
    ? findByEnds(index, query, admits)
    : findWhole(index, query, admits)
}

function findWhole(index: GramIndex, query: Query, admits: Admits): Similar | null {
  const found: Scored[] = []
  for (const region of regionsFor(index, query)) {
    for (const candidate of look(index.text, query, region)) {
      found.push(score(index.text, query, candidate))
    }
    if (found.some((scored) => scored.score > 0.95)) break
  }
  found.sort((a, b) => b.score - a.score || a.start - b.start)
  const trusted = found.find(
    (scored) => isTrustedPassage(query, scored, rivalOf(scored, found)) && admits(query, scored),
  )
  const passage = trusted ?? found[0]
  return passage ? { passage, trusted: trusted !== undefined } : null
}

function regionsFor(index: GramIndex, query: Query): readonly Region[] {
  const { length } = query.exact
  const regions = findRegions(index, joined(query), 48 + Math.ceil(length / 2))
  if (regions.length === 0 && index.text.length <= readThrough) {
    return [{ start: 0, end: index.text.length, votes: 0 }]
  }
  if (query.hint === null || regions.length === 0) return regions
  const near = 12 + Math.ceil(length / 4)
  const start = Math.max(0, query.hint - near)
  const end = Math.min(index.text.length, query.hint + length + near)
  return start < end ? [{ start, end, votes: 0 }, ...regions] : regions
}

function rivalOf(scored: Scored, all: readonly Scored[]): number {
  let rival = 0
  for (const other of all) {
    const apart = other.end <= scored.start || other.start >= scored.end
    if (apart) rival = Math.max(rival, other.quote)
  }
  return rival
}

const joined = (query: Query): string =>
  [query.prefix, query.exact, query.suffix].filter((part) => part !== '').join(' ')

function look(text: string, query: Query, region: Region): readonly Candidate[] {
  const found: Candidate[] = []
  const aligned = lookByWords(text, query, region)
  if (aligned) found.push(aligned)
  if (!aligned || aligned.quote < 0.8) {
    const edited = lookByEdits(text, query, region)
    if (edited) found.push(edited)
  }
  return found
}

const maxTokens = 2_600

function lookByWords(text: string, query: Query, region: Region): Candidate | null {
  const before = tokenize(query.prefix)
  const words = tokenize(query.exact)
  const after = tokenize(query.suffix)
  const start = wordStart(text, region.start)
  const tokens = tokenize(text.slice(start, wordEnd(text, region.end)), start).slice(0, maxTokens)
  const from = before.length
  const found = align([...before, ...words, ...after], from, from + words.length, tokens)
  if (!found) return null
  return { start: found.start, end: found.end, kind: 'fuzzy', quote: found.covered }
}

function lookByEdits(text: string, query: Query, region: Region): Candidate | null {
  const wanted = query.exact
  const within = text.slice(region.start, region.end)
  const allowed = Math.floor(wanted.length * maxEdits)
  let best: Candidate | null = null
  let bestScore = 0
  for (const match of search(within, wanted, allowed + Math.min(1, pairs(within))).slice(0, 8)) {
    // An edit is of a character; the search counts code units.
    const double = Math.max(0, pairs(within.slice(match.start, match.end)) - pairs(wanted))
    const errors = match.errors - Math.min(double, match.errors >> 1)
    if (errors > allowed) continue
    const candidate: Candidate = {
      ...snap(text, region.start + match.start, region.start + match.end),
      kind: 'fuzzy',
      quote: 1 - errors / wanted.length,
    }
    const total = score(text, query, candidate).score
    if (total > bestScore) {
      best = candidate
      bestScore = total
    }
  }
  return best
}

const pairs = (text: string): number => text.match(/[\ud800-\udbff]/g)?.length ?? 0

/** Moves ends that fell inside a word to the nearer border of it, and off white space. */
function snap(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const outerStart = wordStart(text, start)
  const innerStart = start === outerStart ? start : wordEnd(text, start)
  let from = nearer(start, outerStart, innerStart)
  const outerEnd = wordEnd(text, end)
  const innerEnd = end === outerEnd ? end : wordStart(text, end)
  let to = nearer(end, outerEnd, innerEnd)
  while (from < to && text[from] === ' ') from++
  while (to > from && text[to - 1] === ' ') to--
  return from < to ? { start: from, end: to } : { start, end }
}

// A border further away than a few letters is another word's, or there is none in this script.
const maxSnap = 4

function nearer(at: number, outer: number, inner: number): number {
  const border = Math.abs(outer - at) <= Math.abs(inner - at) ? outer : inner
  return Math.abs(border - at) <= maxSnap ? border : at
}

const letter = /[\p{L}\p{N}\p{M}]/u
const isLetter = (text: string, at: number): boolean => letter.test(text.charAt(at))
const longestWord = 40

function wordStart(text: string, at: number): number {
  let start = at
  if (!isLetter(text, at)) return at
  while (start > 0 && at - start < longestWord && isLetter(text, start - 1)) start--
  return start
}

function wordEnd(text: string, at: number): number {
  let end = at
  if (at === 0 || !isLetter(text, at - 1)) return at
  while (end < text.length && end - at < longestWord && isLetter(text, end)) end++
  return end
}

const any: Admits = () => true

// The two ends must be trusted each, in order, and about as far apart as they were.
function findByEnds(index: GramIndex, query: Query, admits: Admits): Similar | null {
  const { exact } = query
  const head = findWhole(index, { ...query, exact: exact.slice(0, endLength), suffix: '' }, any)
  const tail = findWhole(
    index,
    {
      ...query,
      exact: exact.slice(-endLength),
      prefix: '',
      hint: query.hint === null ? null : query.hint + exact.length - endLength,
    },
    any,
  )
  if (!head || !tail) return null
  const start = head.passage.start
  const end = tail.passage.end
  if (end <= start) return null
  const quote = Math.min(head.passage.quote, tail.passage.quote)
  const ratio = (end - start) / exact.length
  const passage = score(index.text, query, { start, end, kind: 'fuzzy', quote })
  const trusted = head.trusted && tail.trusted && ratio > 0.6 && ratio < 1.6
  return { passage, trusted: trusted && admits(query, passage) }
}

/** Whether the context speaks against a candidate, so that a look elsewhere is worth its time. */
export const contextDoubts = (scored: Scored): boolean => {
  const context = bestContext(scored)
  return context !== null && context < 0.7
}
