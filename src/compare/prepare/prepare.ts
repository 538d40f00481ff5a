// An article made ready for comparing: its sentences, its words, and what of them stands out. Done
// once for each article; everything that compares works on this and never on the text.

import { blockContent } from '../../shared/text/blocks.ts'
import type { ArticleInput } from '../article.ts'
import { guessLanguage } from './function-words.ts'
import { markNames } from './names.ts'
import { quotedStretches, type Stretch } from './quoted-stretches.ts'
import { type PlacedSentence, sentencesOf } from './sentences.ts'
import { stemmerFor } from './stem.ts'
import { beginsWithCapital, eachToken, type NormalWord, normalise } from './tokens.ts'

/** A word of the article, once however often it occurs. */
export interface Word extends NormalWord {
  /** '' for a function word. */
  readonly stem: string
  /** Within sentences it is mostly written with a capital. */
  readonly isName: boolean
}

/** The tokens of all sentences in the order of the text, a column for each thing known of them. */
export interface Tokens {
  readonly count: number
  /** UTF-16 offsets into the text, end exclusive. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Index into `words`: two tokens of one article are the same word if this is the same. */
  readonly words: Uint32Array
  /** Index into `sentences`. */
  readonly sentences: Uint32Array
  /** Index into `quoted` of the stretch that it stands in; -1 outside of quotation marks. */
  readonly quotes: Int32Array
  /** 1 if it begins with a capital letter. */
  readonly capitals: Uint8Array
}

export interface PreparedSentence extends PlacedSentence {
  /** Its tokens: from the first to before the end. Equal without any. */
  readonly firstToken: number
  readonly endToken: number
  /** Stems of its names, numbers it gives, stems in quotation marks: each once, in order. */
  readonly names: readonly string[]
  readonly numbers: readonly number[]
  readonly quoted: readonly string[]
  /** Index of the first sentence of this article with the same words, such as the headline it repeats; -1. */
  readonly sameAs: number
}

export interface Prepared {
  readonly text: string
  /** Primary subtag, told by the words where the article does not say: `en`; `und` if it cannot be told. */
  readonly language: string
  readonly sentences: readonly PreparedSentence[]
  readonly tokens: Tokens
  readonly words: readonly Word[]
  /** What stands in quotation marks, outermost ones only, cut at the ends of paragraphs. */
  readonly quoted: readonly Stretch[]
}

/** How much of the text tells its language, in UTF-16 code units. */
const sample = 4_000

/** Never fails; an article without words has no sentences. Linear in the text's length. */
export function prepare(input: ArticleInput): Prepared {
  const { text, blocks } = input
  const language = languageOf(input)
  const placed = sentencesOf(input, language)
  const quoted = blocks.flatMap((block) => {
    const { start, end } = blockContent(text, block)
    return quotedStretches(text, start, end)
  })
  const { tokens, words, firsts } = tokenise(text, placed, quoted, language)
  const named = markNames(placed, firsts, tokens, words)
  const same = new Map<string, number>()
  const sentences = placed.map((sentence, index): PreparedSentence => {
    const [firstToken, endToken] = [firsts[index] ?? 0, firsts[index + 1] ?? 0]
    const key = endToken - firstToken > 2 ? tokens.words.subarray(firstToken, endToken).join() : ''
    const first = key === '' ? undefined : same.get(key)
    if (first === undefined && key !== '') same.set(key, index)
    return {
      ...sentence,
      firstToken,
      endToken,
      ...contentOf(firstToken, endToken, tokens, named),
      sameAs: first ?? -1,
    }
  })
  return { text, language, sentences, tokens, words: named, quoted }
}

/** A token's normalised word. */
export const normAt = ({ tokens, words }: Prepared, token: number): string =>
  words[tokens.words[token] ?? -1]?.norm ?? ''

/** A token's stem; '' for a function word. */
export const stemAt = ({ tokens, words }: Prepared, token: number): string =>
  words[tokens.words[token] ?? -1]?.stem ?? ''

function languageOf({ text, language }: ArticleInput): string {
  const said = language?.toLowerCase().split(/[-_]/)[0] ?? ''
  if (/^[a-z]{2,3}$/.test(said) && said !== 'und') return said
  const norms: string[] = []
  const head = text.slice(0, sample)
  eachToken(head, 'und', (start, end) => norms.push(normalise(head.slice(start, end), 'und').norm))
  return guessLanguage(norms)
}

interface Tokenised {
  readonly tokens: Tokens
  readonly words: readonly Word[]
  /** For each sentence its first token, and the number of tokens at the end. */
  readonly firsts: readonly number[]
}

function tokenise(
  text: string,
  sentences: readonly PlacedSentence[],
  quoted: readonly Stretch[],
  language: string,
): Tokenised {
  const stem = stemmerFor(language)
  const forms = new Map<string, number>()
  const norms = new Map<string, number>()
  const words: Word[] = []
  const wordOf = (form: string): number => {
    const known = forms.get(form)
    if (known !== undefined) return known
    const normal = normalise(form, language)
    let word = norms.get(normal.norm)
    if (word === undefined) {
      word = words.push({ ...normal, stem: stem(normal.norm), isName: false }) - 1
      norms.set(normal.norm, word)
    }
    forms.set(form, word)
    return word
  }
  const columns = {
    starts: [] as number[],
    ends: [] as number[],
    words: [] as number[],
    sentences: [] as number[],
    quotes: [] as number[],
    capitals: [] as number[],
  }
  const firsts: number[] = []
  let quote = 0
  for (const [index, sentence] of sentences.entries()) {
    firsts.push(columns.starts.length)
    const part = text.slice(sentence.start, sentence.end)
    eachToken(part, language, (from, to) => {
      const [start, end] = [sentence.start + from, sentence.start + to]
      while ((quoted[quote]?.end ?? Number.POSITIVE_INFINITY) <= start) quote++
      const form = part.slice(from, to)
      columns.starts.push(start)
      columns.ends.push(end)
      columns.words.push(wordOf(form))
      columns.sentences.push(index)
      columns.quotes.push((quoted[quote]?.start ?? Number.POSITIVE_INFINITY) <= start ? quote : -1)
      columns.capitals.push(beginsWithCapital(form) ? 1 : 0)
    })
  }
  const count = columns.starts.length
  firsts.push(count)
  return {
    tokens: {
      count,
      starts: Uint32Array.from(columns.starts),
      ends: Uint32Array.from(columns.ends),
      words: Uint32Array.from(columns.words),
      sentences: Uint32Array.from(columns.sentences),
      quotes: Int32Array.from(columns.quotes),
      capitals: Uint8Array.from(columns.capitals),
    },
    words,
    firsts,
  }
}

function contentOf(
  first: number,
  end: number,
  tokens: Tokens,
  words: readonly Word[],
): Pick<PreparedSentence, 'names' | 'numbers' | 'quoted'> {
  const names = new Set<string>()
  const numbers = new Set<number>()
  const quoted = new Set<string>()
  for (let token = first; token < end; token++) {
    const word = words[tokens.words[token] ?? -1]
    if (!word) continue
    if (word.number !== null) numbers.add(word.number)
    if (word.stem === '') continue
    if (word.isName && tokens.capitals[token] === 1) names.add(word.stem)
    if ((tokens.quotes[token] ?? -1) >= 0) quoted.add(word.stem)
  }
  return { names: [...names], numbers: [...numbers], quoted: [...quoted] }
}
