// The ledger: every quotation of several articles once, with the articles that carry it and the way
// each of them cut it.
import type { Quotation, QuotedPassage, Speaker } from '../../shared/model/comparison.ts'
import { overlapsOf, stemOf, tellingWords, termsWithin, type Wording, wordingOf } from './cuts.ts'
import type { FoundQuotation } from './find-quotations.ts'
import { isAnotherSpeaker, isNamed, speakerOfAll } from './same-speaker.ts'

/** An article's quotations and its sentences, both in the order of the text. */
export interface Quoting {
  readonly quotations: readonly FoundQuotation[]
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
}

/** Titles of works and nicknames are nobody's words. */
const isQuotation = ({ kind }: FoundQuotation): boolean => kind !== 'title'

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
    quotations.filter(isQuotation).map((found): Entry => {
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
  for (const same of byWords.values())
    if ((entries[same[0] ?? 0]?.words.length ?? 0) <= longRun) joinBySpeaker(same, entries, groups)
    else joinAll(same, groups)
}

function joinAll(same: readonly number[], groups: Groups): void {
  for (const index of same) groups.join(same[0] ?? index, index)
}

/** A short phrase that several people say is a quotation of each; without a name it is nobody's. */
function joinBySpeaker(same: readonly number[], entries: readonly Entry[], groups: Groups): void {
  const speakers: { readonly speaker: Speaker; readonly members: number[] }[] = []
  const unnamed: number[] = []
  for (const index of same) {
    const speaker = entries[index]?.passage.speaker ?? null
    if (!isNamed(speaker)) {
      unnamed.push(index)
      continue
    }
    const known = speakers.find((each) => !isAnotherSpeaker(speaker, each.speaker))
    if (known) known.members.push(index)
    else speakers.push({ speaker, members: [index] })
  }
  for (const { members } of speakers) joinAll(members, groups)
  const [only] = speakers
  joinAll(speakers.length === 1 && only ? [...only.members, ...unnamed] : unnamed, groups)
}

/** Quotations of the same words, for which one stands in what follows. */
interface Candidate extends Wording {
  readonly index: number
  readonly speaker: Speaker | null
}

interface Holding {
  readonly phrase: Candidate
  readonly holder: Candidate
  readonly isSame: boolean
}

/** The same quotation with more or less of it. */
function joinTheCut(entries: readonly Entry[], groups: Groups): void {
  const candidates = groups.all().flatMap((members): Candidate[] => {
    const all = members.flatMap((each) => entries[each] ?? [])
    const [first] = [...all].sort((x, y) => (x.key < y.key ? -1 : 1))
    const [index] = members
    if (!first || index === undefined) return []
    const named = all.map(({ passage }) => passage.speaker)
    return [{ words: first.words, key: first.key, index, speaker: oneOf(named) }]
  })
  const holdings: Holding[] = []
  for (const { a, b, covered, run, runAt } of overlapsOf(candidates)) {
    const [x, y] = [candidates[a], candidates[b]]
    if (!x || !y) continue
    const [phrase, holder] = x.words.length <= y.words.length ? [x, y] : [y, x]
    const differs = isAnotherSpeaker(x.speaker, y.speaker)
    const isSame = !differs && isNamed(x.speaker) && isNamed(y.speaker)
    const share = covered / phrase.words.length
    const isCut =
      (run >= longRun && (!differs || share > 0.6)) ||
      (!differs && share >= 0.7 && covered >= 6) ||
      (isSame && covered >= 10 && share >= 0.3) ||
      (isSame && run >= 5 && tellingWords(x.words.slice(runAt, runAt + run)) >= 2)
    if (isCut) groups.join(x.index, y.index)
    else if (!differs && share === 1 && tellingWords(phrase.words) >= 2)
      holdings.push({ phrase, holder, isSame })
  }
  for (const { term, holder } of termsWithin(candidates)) {
    const [x, y] = [candidates[term], candidates[holder]]
    if (!x || !y || isAnotherSpeaker(x.speaker, y.speaker)) continue
    const isSame = isNamed(x.speaker) && isNamed(y.speaker)
    if (isSame || x.words.length > 1) holdings.push({ phrase: x, holder: y, isSame })
  }
  joinPhrases(holdings, groups)
}

const oneOf = (speakers: readonly (Speaker | null)[]): Speaker | null => {
  const name = speakerOfAll(speakers)
  return speakers.find((speaker) => speaker?.name === name) ?? null
}

/** A phrase goes to the quotation that holds it; of several, to the shortest by the same speaker, or to none. */
function joinPhrases(holdings: readonly Holding[], groups: Groups): void {
  const byPhrase = new Map<number, Holding[]>()
  for (const holding of holdings) {
    const all = byPhrase.get(holding.phrase.index)
    if (all) all.push(holding)
    else byPhrase.set(holding.phrase.index, [holding])
  }
  const chosen: Holding[] = []
  for (const all of byPhrase.values()) {
    const [first] = all
    const isOne = new Set(all.map(({ holder }) => groups.of(holder.index))).size === 1
    const [best] = all
      .filter(({ isSame }) => isSame)
      .sort(
        ({ holder: x }, { holder: y }) =>
          x.words.length - y.words.length || (x.key < y.key ? -1 : 1),
      )
    const taken = isOne ? first : best
    if (taken) chosen.push(taken)
  }
  for (const { phrase, holder } of chosen) groups.join(phrase.index, holder.index)
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
