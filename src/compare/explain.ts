// Why two sentences match, or do not: what speaks for it and against it, the weightiest first. Reads
// the same features that the scores are made of, for one pair, when asked.

import { sameRef } from '../shared/comparison/look-up.ts'
import type {
  Explanation,
  Link,
  PairVerdict,
  Quotation,
  Reason,
  SentenceRef,
} from '../shared/model/comparison.ts'
import type { ReadArticle } from './compared.ts'
import { denialIn } from './denial.ts'
import type { Profile } from './facts/profile.ts'
import type { FactData } from './facts/score-facts.ts'
import { conflictingFigures, sameFigures } from './figures/same.ts'
import { stemAt } from './prepare/prepare.ts'
import { sameWords } from './wording/same-words.ts'

export interface Explained {
  readonly articles: readonly ReadArticle[]
  readonly ledger: readonly Quotation[]
  readonly pairs: readonly PairVerdict[]
  readonly data: FactData
  /** The links of a sentence, as the method found them. */
  linksOf(ref: SentenceRef): readonly Link[]
}

interface Weighed {
  readonly reason: Reason
  readonly weight: number
}

const mostWords = 6
/** UTF-16 code units of a quotation or run of words that are shown. */
const mostShown = 180

/** Either sentence may come first. Nothing is said of sentences that do not exist. */
export function explainPair(of: Explained, a: SentenceRef, b: SentenceRef): Explanation {
  const [one, other] = [of.articles[a.article], of.articles[b.article]]
  const [x, y] = [profileOf(of, a), profileOf(of, b)]
  if (!one || !other || !x || !y) return { reasons: [], cautions: [], same: [] }
  const same = sameWords(one.prepared, a.sentence, other.prepared, b.sentence)
  const reasons: Weighed[] = [
    ...quotationsOf(of, a, b),
    ...wordingOf(one.prepared.text, same, one.prepared.tokens.starts),
    ...wordsOf(of, a, x, y),
    ...relatedOf(of, a, b, x, y),
    ...figuresOf(of, a, b),
    ...aroundOf(of, a, b, x, y),
  ]
  return {
    reasons: reasons.sort((p, q) => q.weight - p.weight).map(({ reason }) => reason),
    cautions: cautionsOf(of, a, b, one, other),
    same: same.map(({ a: inA, b: inB }) => ({
      a: { start: inA.start, end: inA.end },
      b: { start: inB.start, end: inB.end },
    })),
  }
}

const profileOf = ({ data }: Explained, { article, sentence }: SentenceRef): Profile | undefined =>
  data.profiles.articles[article]?.[sentence]

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= mostShown ? line : `${line.slice(0, mostShown).replace(/\s+\S*$/, '')} …`
}

function quotationsOf({ ledger }: Explained, a: SentenceRef, b: SentenceRef): Weighed[] {
  for (const { variants } of ledger) {
    const mine = variants.find((each) => sameRef(each, a))
    const theirs = variants.find((each) => sameRef(each, b))
    if (!mine || !theirs) continue
    const words = mine.words.length <= theirs.words.length ? mine.words : theirs.words
    return [{ reason: { kind: 'quotation', words: short(words) }, weight: 10 }]
  }
  return []
}

/** The longest run of the same words, if it is more than chance. */
function wordingOf(text: string, same: Explanation['same'], starts: Uint32Array): Weighed[] {
  let best: { readonly start: number; readonly end: number; readonly words: number } | null = null
  for (const { a } of same) {
    const words = tokensIn(starts, a)
    if (words >= 3 && words > (best?.words ?? 0)) best = { ...a, words }
  }
  if (!best) return []
  const words = short(text.slice(best.start, best.end))
  return [{ reason: { kind: 'wording', words }, weight: Math.min(9, best.words) }]
}

/** How many tokens begin in a stretch. */
function tokensIn(starts: Uint32Array, { start, end }: { start: number; end: number }): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  let count = 0
  while (low + count < starts.length && (starts[low + count] ?? end) < end) count++
  return count
}

function wordsOf(of: Explained, a: SentenceRef, x: Profile, y: Profile): Weighed[] {
  const shared = [...x.ids].flatMap((id, at) => {
    const there = y.ids.indexOf(id)
    if (there < 0) return []
    const weight = Math.min(x.local[at] ?? 0, y.local[there] ?? 0)
    return [{ id, weight, isName: x.isName[at] === 1 || y.isName[there] === 1 }]
  })
  shared.sort((p, q) => q.weight - p.weight)
  const sum = (list: typeof shared): number => list.reduce((all, { weight }) => all + weight, 0)
  const names = shared.filter(({ isName }) => isName)
  const words = shared.filter(({ isName }) => !isName)
  const written = (list: typeof shared): string[] =>
    list.slice(0, mostWords).flatMap(({ id }) => writtenAs(of, a, id) ?? [])
  const found: Weighed[] = []
  if (words.length > 0)
    found.push({ reason: { kind: 'words', words: written(words) }, weight: 4 * sum(words) })
  if (names.length > 0)
    found.push({ reason: { kind: 'names', names: written(names) }, weight: 2 * sum(names) })
  return found
}

/** How a sentence writes a stem. */
function writtenAs({ articles, data }: Explained, ref: SentenceRef, id: number): string | null {
  const prepared = articles[ref.article]?.prepared
  const sentence = prepared?.sentences[ref.sentence]
  const stem = data.profiles.stems[id]
  if (!prepared || !sentence) return null
  const { starts, ends } = prepared.tokens
  for (let token = sentence.firstToken; token < sentence.endToken; token++)
    if (stemAt(prepared, token) === stem)
      return prepared.text.slice(starts[token], ends[token]).replace(/['’]s$/i, '')
  return null
}

function relatedOf(
  of: Explained,
  a: SentenceRef,
  b: SentenceRef,
  x: Profile,
  y: Profile,
): Weighed[] {
  const { kinship } = of.data
  const pairs: { readonly a: string; readonly b: string }[] = []
  for (const id of x.ids) {
    if (y.ids.includes(id)) continue
    const kin = kinship[id]?.find(([other]) => y.ids.includes(other) && !x.ids.includes(other))
    const [mine, theirs] = kin ? [writtenAs(of, a, id), writtenAs(of, b, kin[0])] : [null, null]
    if (mine && theirs && mine.toLowerCase() !== theirs.toLowerCase())
      pairs.push({ a: mine, b: theirs })
  }
  if (pairs.length === 0) return []
  return [{ reason: { kind: 'related', pairs: pairs.slice(0, 4) }, weight: pairs.length }]
}

function figuresOf({ data }: Explained, a: SentenceRef, b: SentenceRef): Weighed[] {
  const { evidence } = data
  const same = sameFigures(
    evidence.figures(a.article, a.sentence),
    evidence.figures(b.article, b.sentence),
  )
  return same
    .filter(({ a: figure }) => figure.kind !== 'name')
    .slice(0, 3)
    .map(({ a: mine, b: theirs }) => ({
      reason: { kind: 'figure', a: mine.text, b: theirs.text },
      weight: 2.5,
    }))
}

/** Neighbours, openings, a third article, and whether nothing else is as like. */
function aroundOf(
  of: Explained,
  a: SentenceRef,
  b: SentenceRef,
  x: Profile,
  y: Profile,
): Weighed[] {
  const joined = (p: SentenceRef, q: SentenceRef): Link | undefined =>
    of.linksOf(p).find((link) => sameRef(otherEnd(link, p), q))
  const found: Weighed[] = []
  const step = (ref: SentenceRef, by: number): SentenceRef => ({
    ...ref,
    sentence: ref.sentence + by,
  })
  if (
    [1, -1].some(
      (by) => joined(step(a, by), step(b, by)) ?? joined(a, step(b, by)) ?? joined(step(a, by), b),
    )
  )
    found.push({ reason: { kind: 'neighbours' }, weight: 1.5 })
  if (x.lead && y.lead) found.push({ reason: { kind: 'opening' }, weight: 2 })
  const third = thirdOf(of, a, b)
  if (third !== null) found.push({ reason: { kind: 'third', article: third }, weight: 1.8 })
  const own = joined(a, b)
  const best = (ref: SentenceRef, article: number): boolean =>
    own !== undefined &&
    of
      .linksOf(ref)
      .every((link) => otherEnd(link, ref).article !== article || link.score <= own.score)
  if (best(a, b.article) && best(b, a.article)) found.push({ reason: { kind: 'best' }, weight: 1 })
  return found
}

const otherEnd = ({ a, b }: Link, ref: SentenceRef): SentenceRef => (sameRef(a, ref) ? b : a)

/** A third article with a sentence that is surely linked to both. */
function thirdOf({ linksOf }: Explained, a: SentenceRef, b: SentenceRef): number | null {
  const ends = (ref: SentenceRef): SentenceRef[] =>
    linksOf(ref)
      .filter(({ tier }) => tier !== 'possible')
      .map((link) => otherEnd(link, ref))
  const others = ends(b)
  const found = ends(a).find(
    (ref) =>
      ref.article !== a.article &&
      ref.article !== b.article &&
      others.some((each) => sameRef(each, ref)),
  )
  return found?.article ?? null
}

function cautionsOf(
  { data, pairs }: Explained,
  a: SentenceRef,
  b: SentenceRef,
  one: ReadArticle,
  other: ReadArticle,
): Reason[] {
  const { evidence } = data
  const cautions: Reason[] = conflictingFigures(
    evidence.figures(a.article, a.sentence),
    evidence.figures(b.article, b.sentence),
  ).map(({ a: mine, b: theirs }) => ({ kind: 'figures-differ', a: mine.text, b: theirs.text }))
  const [first, second] = [denialIn(one.prepared, a.sentence), denialIn(other.prepared, b.sentence)]
  if ((first === null) !== (second === null))
    cautions.push({ kind: 'denial', word: first ?? second ?? '' })
  const [i, j] = [Math.min(a.article, b.article), Math.max(a.article, b.article)]
  if (pairs.find((pair) => pair.a === i && pair.b === j)?.event === 'different')
    cautions.push({ kind: 'other-event' })
  return cautions
}
