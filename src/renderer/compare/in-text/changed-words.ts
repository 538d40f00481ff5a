// Which words of a counterpart are not those of the sentence in hand.

interface Span {
  readonly start: number
  readonly end: number
}

/** Share of a sentence's letters that must be the same for what was changed to be told apart. */
const sameLeast = 0.3

/**
 * The stretches of a sentence that lie between those which are the same elsewhere, without white space
 * and punctuation around them. None where hardly anything is the same: then all of it is other words.
 * @param same in the order of the text
 */
export function changedSpans(text: string, sentence: Span, same: readonly Span[]): Span[] {
  const kept = same.reduce((sum, { start, end }) => sum + end - start, 0)
  if (kept < (sentence.end - sentence.start) * sameLeast) return []
  const spans: Span[] = []
  let at = sentence.start
  for (const { start, end } of [...same, { start: sentence.end, end: sentence.end }]) {
    const words = wordsIn(text, at, Math.min(start, sentence.end))
    if (words) spans.push(words)
    at = Math.max(at, end)
  }
  return spans
}

function wordsIn(text: string, start: number, end: number): Span | null {
  const part = text.slice(start, Math.max(start, end))
  const first = part.search(/[\p{L}\p{N}]/u)
  if (first < 0) return null
  const last = /[\p{L}\p{N}\p{M}%]+[^\p{L}\p{N}%]*$/u.exec(part)?.[0] ?? ''
  const tail = /[^\p{L}\p{N}\p{M}%]*$/u.exec(last)?.[0].length ?? 0
  return { start: start + first, end: start + part.length - tail }
}
