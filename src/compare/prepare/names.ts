// Which words are names: told by how the whole article writes them, since every sentence begins with
// a capital and headlines may consist of them.
import type { PlacedSentence } from './sentences.ts'
import type { Tokens, Word } from './tokenise.ts'

/** Share of capitalised words from which on capitals say nothing in a sentence. */
const shouting = 0.7

/**
 * The same words with `isName` set: those written with a capital within sentences at least as often
 * as without.
 * @param firsts for each sentence its first token, and the number of tokens at the end
 */
export function markNames(
  sentences: readonly PlacedSentence[],
  firsts: readonly number[],
  tokens: Tokens,
  words: readonly Word[],
): readonly Word[] {
  const capital = new Uint32Array(words.length)
  const small = new Uint32Array(words.length)
  const { words: ids, capitals, quotes } = tokens
  const count = (column: Uint32Array, token: number): void => {
    const id = ids[token] ?? 0
    column[id] = (column[id] ?? 0) + 1
  }
  for (const [index, { title, furniture }] of sentences.entries()) {
    const [first, end] = [firsts[index] ?? 0, firsts[index + 1] ?? 0]
    if (title || furniture || isShouted(first, end, tokens, words)) continue
    for (let token = first; token < end; token++) {
      if (capitals[token] !== 1) count(small, token)
      else {
        const begins = token === first || quotes[token] !== quotes[token - 1]
        // "Ines Varga said": a second capital tells that the first is a name too.
        const goesOn = capitals[token + 1] === 1 && token + 1 < end
        if (!begins || goesOn) count(capital, token)
      }
    }
  }
  return words.map((word, id) => {
    const times = capital[id] ?? 0
    const isName =
      word.stem !== '' && /^\p{L}/u.test(word.norm) && times > 0 && times >= (small[id] ?? 0)
    return isName ? { ...word, isName } : word
  })
}

function isShouted(first: number, end: number, tokens: Tokens, words: readonly Word[]): boolean {
  let content = 0
  let capital = 0
  for (let token = first; token < end; token++) {
    if (words[tokens.words[token] ?? -1]?.stem === '') continue
    content++
    capital += tokens.capitals[token] ?? 0
  }
  return content > 3 && capital > shouting * content
}
