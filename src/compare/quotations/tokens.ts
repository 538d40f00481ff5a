// A paragraph as words and signs with each quotation as one sign, so that who speaks is looked for
// only in what the article itself says.
import type { Stretch } from './scan.ts'

export interface Token {
  readonly text: string
  readonly lower: string
  /** UTF-16 code units of the article's text; of a quotation: with its marks. */
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'sign' | 'stop' | 'quotation'
  readonly isCapital: boolean
  /** Which of the paragraph's stretches it is; -1 for all else. */
  readonly stretch: number
}

const wordsAndSigns =
  /[\p{L}\p{N}@#$][\p{L}\p{N}\p{M}’'&@_]*(?:[.\-‐‑–/][\p{L}\p{N}][\p{L}\p{N}\p{M}’'&]*)*|\.{2,}|--|[^\s]/gu

/** A word before a point that does not end the sentence. */
const abbreviated =
  /^(?:mr|mrs|ms|dr|prof|sen|sens|rep|reps|gov|gen|lt|col|maj|capt|sgt|adm|cmdr|rev|hon|st|jr|sr|vs|etc|no|inc|corp|ltd|co|va|md|pa|ga|fla|ariz|calif|conn|ill|ind|kan|ky|la|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|tenn|tex|vt|wash|wis|wyo|del|d|r|jan|feb|aug|sept|oct|nov|dec|[a-z]|(?:[a-z]\.)+[a-z]|[a-z]{1,2}-(?:[a-z]\.)*[a-z]{1,5})$/i

/** The tokens of a paragraph. Linear in its length. */
export function tokensOf(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
): Token[] {
  const tokens: Token[] = []
  let at = start
  for (const [index, stretch] of stretches.entries()) {
    addPlain(tokens, text, at, stretch.outerStart)
    tokens.push({
      text: text.slice(stretch.start, stretch.end),
      lower: '',
      start: stretch.outerStart,
      end: stretch.outerEnd,
      kind: 'quotation',
      isCapital: /^[^\p{L}\p{N}]*\p{Lu}/u.test(text.slice(stretch.start, stretch.start + 8)),
      stretch: index,
    })
    at = stretch.outerEnd
  }
  addPlain(tokens, text, at, end)
  return tokens
}

function addPlain(tokens: Token[], text: string, start: number, end: number): void {
  for (const { 0: found, index } of text.slice(start, end).matchAll(wordsAndSigns)) {
    const from = start + index
    const last = tokens.at(-1)
    if (
      found === '.' &&
      last?.kind === 'word' &&
      last.end === from &&
      abbreviated.test(last.text)
    ) {
      tokens.pop()
      tokens.push(wordOf(`${last.text}.`, last.start))
      continue
    }
    if (/[\p{L}\p{N}]/u.test(found)) tokens.push(wordOf(found, from))
    else
      tokens.push({
        text: found,
        lower: found,
        start: from,
        end: from + found.length,
        kind: /^[.!?。！？]$/.test(found) ? 'stop' : 'sign',
        isCapital: false,
        stretch: -1,
      })
  }
}

const wordOf = (text: string, start: number): Token => ({
  text,
  lower: text.toLowerCase().replace(/[.]$/, '').replaceAll('’', "'"),
  start,
  end: start + text.length,
  kind: 'word',
  isCapital: /^\p{Lu}/u.test(text),
  stretch: -1,
})

/** Whether the words within the marks end a sentence, and how: '' for not. */
export const endingOf = (token: Token): string =>
  /([.!?…,—–-])['’”"»\])]*$/.exec(token.text.slice(-6))?.[1] ?? ''
