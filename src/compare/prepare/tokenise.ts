// The sentences of an article cut into tokens, and each word of it once: as columns of numbers, which
// comparing goes through again and again.
import type { Stretch } from './quoted-stretches.ts'
import type { PlacedSentence } from './sentences.ts'
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

export interface Tokenised {
  readonly tokens: Tokens
  readonly words: readonly Word[]
  /** For each sentence its first token, and the number of tokens at the end. */
  readonly firsts: readonly number[]
}

/** @param quoted in the order of the text, apart from each other */
export function tokenise(
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
