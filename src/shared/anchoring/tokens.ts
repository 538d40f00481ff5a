// Words and marks of a folded text, as the units in which two versions of a passage are aligned.

export type Token = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** How much its presence says; long words say more, marks little. */
  readonly weight: number
  readonly word: boolean
}

// A character of a script that puts no spaces between words (Thai to Myanmar, Khmer, kana, Han) is
// a token of its own; so is each mark. Other letters and digits make words.
const pattern =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+|\S/gu
const letter = /^[\p{L}\p{N}\p{M}]/u

/** The tokens of a folded text; offsets have `shift` added. */
export function tokenize(text: string, shift = 0): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const start = match.index + shift
    const word = letter.test(match[0])
    const weight = word ? 1 + Math.min(match[0].length, 10) / 2 : 0.6
    tokens.push({ text: match[0], start, end: start + match[0].length, weight, word })
  }
  return tokens
}

/**
 * How alike two tokens are, 0 to 1: the share of letters they begin and end with in common, so that
 * inflection and spelling count little. Short words are alike only when equal.
 */
export function likeness(a: Token, b: Token): number {
  if (a.text === b.text) return 1
  const longest = Math.max(a.text.length, b.text.length)
  const shortest = Math.min(a.text.length, b.text.length)
  if (!a.word || !b.word || longest < 4) return 0
  let head = 0
  while (head < shortest && a.text.charCodeAt(head) === b.text.charCodeAt(head)) head++
  let tail = 0
  while (tail < shortest - head && a.text.at(-1 - tail) === b.text.at(-1 - tail)) tail++
  const share = (head + tail) / longest
  return share >= 0.6 ? share : 0
}

/** What the words of a folded quote say: by weight, and whether that is enough by itself. */
export function weigh(quote: string): { readonly weight: number; readonly distinct: boolean } {
  let words = 0
  let letters = 0
  let weight = 0
  for (const token of tokenize(quote.slice(0, 400))) {
    weight += token.weight
    if (!token.word) continue
    words++
    letters += token.text.length
  }
  return { weight, distinct: words >= 4 && letters >= (letters === words ? 8 : 14) }
}
