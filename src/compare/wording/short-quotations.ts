// Short quotations that share two words or more without three in a row, since one article put a word
// in or left it out: too short for runs of words to find them.
import type { Prepared } from '../prepare/prepare.ts'
import type { CommonWords } from './common-words.ts'

const fewest = 3
const most = 6

/** In more short quotations than this, a word tells nothing. */
const commonplace = 24

interface Short {
  readonly sentence: number
  /** Content words. */
  readonly words: readonly number[]
}

/** Pairs of sentences, each once, by index. Linear, but for words that many short quotations share. */
export function alikeShortQuotations(
  a: Prepared,
  b: Prepared,
  common: CommonWords,
): (readonly [number, number])[] {
  const inB = new Map<number, Short[]>()
  for (const short of shortOf(b, common.b, common))
    for (const word of short.words) {
      const known = inB.get(word)
      if (known) known.push(short)
      else inB.set(word, [short])
    }
  const pairs = new Map<number, readonly [number, number]>()
  for (const { sentence, words } of shortOf(a, common.a, common)) {
    const met = new Set<Short>()
    for (const word of words) {
      const shorts = inB.get(word) ?? []
      if (shorts.length > commonplace) continue
      for (const short of shorts)
        if (met.has(short))
          pairs.set(sentence * b.sentences.length + short.sentence, [sentence, short.sentence])
        else met.add(short)
    }
  }
  return [...pairs.values()]
}

function shortOf({ tokens, sentences }: Prepared, ids: Uint32Array, common: CommonWords): Short[] {
  const found: Short[] = []
  for (let from = 0, end = 0; from < tokens.count; from = end) {
    const quote = tokens.quotes[from] ?? -1
    end = from + 1
    while (end < tokens.count && tokens.quotes[end] === quote) end++
    const sentence = tokens.sentences[from] ?? -1
    if (quote < 0 || end - from < fewest || end - from > most) continue
    if (sentences[sentence]?.furniture || tokens.sentences[end - 1] !== sentence) continue
    const words = [...new Set(ids.subarray(from, end))].filter((word) => common.isContent(word))
    if (words.length > 1) found.push({ sentence, words })
  }
  return found
}
