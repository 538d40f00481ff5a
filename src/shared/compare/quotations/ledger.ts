// The ledger: every quotation of several articles once, with the articles that carry it and the way
// each of them cut it.
import type { Quotation, QuotedPassage } from '../../model/comparison.ts'
import { overlapsOf, stemOf, tellingWords, type Wording, wordingOf } from './cuts.ts'
import type { FoundQuotation } from './find-quotations.ts'
import { isAnotherSpeaker, speakerOfAll } from './same-speaker.ts'

/** An article's quotations and its sentences, both in the order of the text. */
export interface Quoting {
  readonly quotations: readonly FoundQuotation[]
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
}

interface Entry extends Wording {
  readonly passage: QuotedPassage
  readonly found: FoundQuotation
}

/** From so many words in a row two quotations are one, whatever else they hold. */
const longRun = 8

/**
 * The quotations of several articles, the same quotation cut differently as one entry. Entries are
 * in the order of their first variant; the order of the articles changes nothing else. Near-linear.
 */
export function ledgerOf(articles: readonly Quoting[]): Quotation[] {
  const entries = articles.flatMap(({ quotations, sentences }, article) =>
    quotations.map((found): Entry => {
      const { start, end, words, speaker } = found
      const sentence = sentenceAt(sentences, start)
      return {
        ...wordingOf(found),
        found,
        passage: { article, sentence, start, end, words, speaker },
      }
    }),
  )
  const groups = createGroups(entries.length)
  joinTheSame(entries, groups)
  joinTheCut(entries, groups)
  return groups.all().map((members) => quotationOf(members.flatMap((each) => entries[each] ?? [])))
}

function quotationOf(members: readonly Entry[]): Quotation {
  const sorted = [...members].sort(
    (x, y) =>
      x.words.length - y.words.length || x.key.length - y.key.length || (x.key < y.key ? 1 : -1),
  )
  const longest = sorted.at(-1)
  return {
    words: longest ? wordsOf(longest.found) : '',
    speaker: speakerOfAll(members.map(({ passage }) => passage.speaker)),
    variants: members.map(({ passage }) => passage),
  }
}

const wordsOf = ({ words, start, pieces }: FoundQuotation): string =>
  pieces.map((piece) => words.slice(piece.start - start, piece.end - start)).join(' ')

/** The last sentence that begins at an offset or before it; 0 where none does. */
function sentenceAt(sentences: Quoting['sentences'], offset: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

const isShort = ({ words }: Wording): boolean => words.length <= 3

/** Word for word the same; of marked terms, the same but for endings. */
function joinTheSame(entries: readonly Entry[], groups: Groups): void {
  const byWords = new Map<string, number[]>()
  for (const [index, entry] of entries.entries()) {
    if (entry.words.length === 0) continue
    const key = isShort(entry) ? entry.words.map(stemOf).join(' ') : entry.key
    const same = byWords.get(key)
    if (same) same.push(index)
    else byWords.set(key, [index])
  }
  for (const same of byWords.values()) {
    const speakers = same.map((index) => entries[index]?.passage.speaker ?? null)
    const [first] = same
    const entry = entries[first ?? 0]
    if (first === undefined || !entry) continue
    const isNames = speakers.some((x, at) =>
      speakers.slice(at + 1, at + 50).some((y) => isAnotherSpeaker(x, y)),
    )
    // A short phrase that several people say is not one quotation; a term in use is one term.
    if (isNames && entry.words.length <= 8) joinBySpeaker(same, entries, groups)
    else for (const index of same) groups.join(first, index)
  }
}

function joinBySpeaker(same: readonly number[], entries: readonly Entry[], groups: Groups): void {
  const firsts: number[] = []
  for (const index of same) {
    const speaker = entries[index]?.passage.speaker ?? null
    const first = firsts.find(
      (other) => !isAnotherSpeaker(speaker, entries[other]?.passage.speaker ?? null),
    )
    if (first === undefined) firsts.push(index)
    else groups.join(first, index)
  }
}

/** The same quotation with more or less of it. */
function joinTheCut(entries: readonly Entry[], groups: Groups): void {
  const unique = new Map<number, number>()
  for (const index of entries.keys())
    if (!unique.has(groups.of(index))) unique.set(groups.of(index), index)
  const firsts = [...unique.values()]
  const candidates: { short: number; long: number; weight: number }[] = []
  for (const { a, b, covered, run } of overlapsOf(firsts.map((index) => entries[index] as Entry))) {
    const [x, y] = [firsts[a] ?? 0, firsts[b] ?? 0]
    const [ex, ey] = [entries[x], entries[y]]
    if (!ex || !ey) continue
    const [short, long] = ex.words.length <= ey.words.length ? [x, y] : [y, x]
    const shortWords = entries[short]?.words ?? []
    const differs = isAnotherSpeaker(ex.passage.speaker, ey.passage.speaker)
    const share = covered / shortWords.length
    if (run >= longRun && (!differs || share > 0.6)) groups.join(x, y)
    else if (!differs && share >= 0.7 && covered >= 6) groups.join(x, y)
    else if (!differs && share >= 0.99 && tellingWords(shortWords) >= 2)
      candidates.push({ short, long, weight: shortWords.length })
  }
  joinPhrases(candidates, groups)
}

/** A phrase out of a longer quotation: its, if no other quotation holds the phrase as well. */
function joinPhrases(
  candidates: readonly { readonly short: number; readonly long: number }[],
  groups: Groups,
): void {
  const holders = new Map<number, Set<number>>()
  for (const { short, long } of candidates) {
    const all = holders.get(short) ?? new Set()
    all.add(groups.of(long))
    holders.set(short, all)
  }
  for (const { short, long } of candidates)
    if (holders.get(short)?.size === 1) groups.join(short, long)
}

interface Groups {
  of(index: number): number
  join(a: number, b: number): void
  /** Members in order, groups by their first member. */
  all(): number[][]
}

function createGroups(count: number): Groups {
  const parents = Array.from({ length: count }, (_, index) => index)
  const of = (index: number): number => {
    let root = index
    for (let up = parents[root] ?? root; up !== root; up = parents[root] ?? root) root = up
    for (let at = index; at !== root; ) {
      const up = parents[at] ?? root
      parents[at] = root
      at = up
    }
    return root
  }
  return {
    of,
    join(a, b) {
      const [x, y] = [of(a), of(b)]
      parents[Math.max(x, y)] = Math.min(x, y)
    },
    all() {
      const groups = new Map<number, number[]>()
      for (const index of parents.keys()) {
        const root = of(index)
        const members = groups.get(root)
        if (members) members.push(index)
        else groups.set(root, [index])
      }
      return [...groups.values()]
    },
  }
}
