// Marked terms: one or two words in quotation marks of their own ("multipolar") that the other
// article has in quotation marks too, alone or within a longer quotation.
import type { Prepared } from '../prepare/prepare.ts'
import type { CommonWords } from './common-words.ts'
import { capitalOf } from './measure.ts'

export interface SharedTerm {
  /** Sentences. */
  readonly a: number
  readonly b: number
  /** The first token in each article, and how many they are. */
  readonly tokenA: number
  readonly tokenB: number
  readonly length: number
}

const longestTerm = 2

/** A single word has to be this long to be a term. */
const shortestWord = 5

/** A term that occurs more often in either article is a word of the subject, quoted by chance. */
const commonplace = 12

interface Term {
  readonly from: number
  readonly length: number
}

/** Terms of either article in quotations of the other. Linear, but for terms that occur often. */
export function sharedTerms(a: Prepared, b: Prepared, common: CommonWords): SharedTerm[] {
  const found = new Map<string, SharedTerm>()
  const add = (tokenA: number, tokenB: number, length: number): void => {
    const shared = {
      a: a.tokens.sentences[tokenA] ?? 0,
      b: b.tokens.sentences[tokenB] ?? 0,
      tokenA,
      tokenB,
      length,
    }
    const key = `${shared.a} ${shared.b}`
    const known = found.get(key)
    if (!known || known.length < length) found.set(key, shared)
  }
  const placesA = places(a, common.a, common)
  const placesB = places(b, common.b, common)
  const own = { of: a, words: common.a, at: placesA, terms: termsOf(a, common.a, common) }
  const other = { of: b, words: common.b, at: placesB, terms: termsOf(b, common.b, common) }
  for (const [here, there, isSwapped] of [
    [own, other, false],
    [other, own, true],
  ] as const) {
    const marked = new Set(there.terms.map(({ from, length }) => keyOf(there.words, from, length)))
    for (const { from, length } of here.terms) {
      const key = keyOf(here.words, from, length)
      const placesHere = here.at.get(key) ?? []
      const placesThere = there.at.get(key) ?? []
      if (placesHere.length > commonplace || placesThere.length > commonplace) continue
      // A single word is a term where both mark it, and never write it without marks.
      const isOwn =
        placesHere.some((at) => here.of.tokens.quotes[at] === -1) ||
        placesThere.some((at) => there.of.tokens.quotes[at] === -1)
      if (length === 1 && (isOwn || !marked.has(key))) continue
      for (const at of placesThere) {
        if ((there.of.tokens.quotes[at] ?? -1) < 0 || isPartOfName(there.of, at + length - 1))
          continue
        if (isSwapped) add(at, from, length)
        else add(from, at, length)
      }
    }
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

const keyOf = (words: Uint32Array, from: number, length: number): number =>
  length === 1 ? (words[from] ?? 0) : pairKey(words[from] ?? 0, words[from + 1] ?? 0)

/** Above all numbers of words, of which there are fewer than 2^24. */
const pairKey = (first: number, second: number): number => (first + 1) * 2 ** 24 + second

/** The quotations that are terms: content words only, not written as names and titles are. */
function termsOf(article: Prepared, words: Uint32Array, common: CommonWords): Term[] {
  const { tokens, sentences } = article
  const terms: Term[] = []
  for (let from = 0; from < tokens.count; from++) {
    const quote = tokens.quotes[from] ?? -1
    if (quote < 0 || tokens.quotes[from - 1] === quote) continue
    let end = from + 1
    while (end < tokens.count && tokens.quotes[end] === quote) end++
    const sentence = sentences[tokens.sentences[from] ?? -1]
    const first = isArticle(common.normOf(words[from] ?? 0)) ? from + 1 : from
    const length = end - first
    if (length < 1 || length > longestTerm || !sentence || sentence.furniture) continue
    if (end > sentence.endToken || isName(article, first, end)) continue
    if (!common.isContent(words[first] ?? 0) || !common.isContent(words[end - 1] ?? 0)) continue
    if (length === 1 && common.normOf(words[first] ?? 0).length < shortestWord) continue
    if (!sentence.title && tokens.capitals[first] === 1 && tokens.capitals[end - 1] === 1) continue
    if (isPartOfName(article, end - 1)) continue
    terms.push({ from: first, length })
  }
  return terms
}

const isArticle = (norm: string): boolean => norm === 'the' || norm === 'a' || norm === 'an'

const isPartOfName = (article: Prepared, token: number): boolean => {
  const sentence = article.sentences[article.tokens.sentences[token] ?? -1]
  return sentence !== undefined && capitalOf(article, sentence, token) === true
}

function isName({ tokens, words }: Prepared, from: number, end: number): boolean {
  for (let token = from; token < end; token++)
    if (words[tokens.words[token] ?? -1]?.isName !== true) return false
  return true
}

/** Where each content word, and each two of them in a row within a sentence, is. */
function places(
  { sentences }: Prepared,
  words: Uint32Array,
  common: CommonWords,
): ReadonlyMap<number, readonly number[]> {
  const at = new Map<number, number[]>()
  const add = (token: number, length: number): void => {
    const key = keyOf(words, token, length)
    const known = at.get(key)
    if (!known) at.set(key, [token])
    else if (known.length <= commonplace) known.push(token)
  }
  for (const { firstToken, endToken, furniture } of sentences) {
    if (furniture) continue
    for (let token = firstToken; token < endToken; token++) {
      if (!common.isContent(words[token] ?? 0)) continue
      add(token, 1)
      if (token + 1 < endToken && common.isContent(words[token + 1] ?? 0)) add(token, 2)
    }
  }
  return at
}
