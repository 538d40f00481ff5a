// An article made ready for comparing: its sentences, its words, and what of them stands out. Done
// once for each article; everything that compares works on this and never on the text.

import { blockContent } from '../../shared/text/blocks.ts'
import type { ArticleInput } from '../article.ts'
import { guessLanguage } from './function-words.ts'
import { markNames } from './names.ts'
import { quotedStretches, type Stretch } from './quoted-stretches.ts'
import { type PlacedSentence, sentencesOf } from './sentences.ts'
import { type Tokens, tokenise, type Word } from './tokenise.ts'
import { eachToken, normalise } from './tokens.ts'

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
