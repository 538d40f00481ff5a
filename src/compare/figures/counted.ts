// What a number counts: the noun behind it, so that only like is compared with like.
import type { Lexicon } from './lexicons/lexicon.ts'

export interface Counted {
  /** As a stem. */
  readonly of: string
  /** As the text has it, lower-case. */
  readonly word: string
}

const nextWord = /[ \u00a0-](\p{L}[\p{L}\p{M}’'-]{0,40})/uy
const harmed = /^(?:killed|dead|died|injured|wounded|missing|hurt)$/
const states: Readonly<Record<string, string>> = {
  died: 'dead',
  killed: 'dead',
  dead: 'dead',
  wounded: 'injured',
  hurt: 'injured',
  injured: 'injured',
  missing: 'missing',
}
const happened =
  /(?: \p{L}{1,20}){0,2}? (?:(?:were|was|are|have been|had been|has been) (?:confirmed |reported )?)?(killed|dead|died|injured|wounded|missing|hurt)(?!\p{L})/uy
const caused =
  /\b(?:(kill)(?:ed|ing|s)|(?:injur|wound)(?:ed|ing)) (?:(?:at least|more than|about|some|around|up to|nearly|over) )?$/

/**
 * @param text and a place in it just behind a number, in UTF-16 code units
 * @param one the number is 1: what it counts is in the singular
 * @returns null where it is not plain what is counted
 */
export function countedAfter(
  text: string,
  end: number,
  one: boolean,
  lexicon: Lexicon,
): Counted | null {
  let at = end
  let first: string | null = null
  for (let step = 0; step < 4; step++) {
    nextWord.lastIndex = at
    const match = nextWord.exec(text)
    if (match === null) break
    const word = (match[1] ?? '').toLowerCase().replace(/[’']s?$/, '')
    const hyphen = word.indexOf('-')
    // "A 12-page report".
    if (step === 0 && text[end] === '-' && lexicon.isPlural !== null)
      return { of: lexicon.stem(word.split('-')[0] ?? word), word }
    if (step === 0 && /^(?:dead|killed|injured|wounded|missing|hurt|against)$/.test(word))
      return { of: states[word] ?? word, word }
    // "Three other women".
    if (/^(?:other|more|additional|such)$/.test(word)) {
      at = nextWord.lastIndex
      continue
    }
    if (lexicon.functionWords.has(word)) break
    if (lexicon.isPlural === null || (one && step === 0 && hyphen === -1)) {
      first ??= word
      if (lexicon.isPlural === null) break
    } else if (lexicon.isPlural(word)) return { of: lexicon.stem(word), word }
    at = nextWord.lastIndex
  }
  return first === null ? null : { of: lexicon.stem(first), word: first }
}

/** People of whom it is told what befell them are counted as that: "12 people were killed", "12 dead". */
export function befallen(
  counted: Counted | null,
  text: string,
  start: number,
  end: number,
): Counted | null {
  if (counted !== null && (counted.of !== 'person' || harmed.test(counted.word))) return counted
  const before = caused.exec(text.slice(Math.max(0, start - 34), start))
  if (before !== null)
    return { of: before[1] ? 'dead' : 'injured', word: before[1] ? 'dead' : 'injured' }
  happened.lastIndex = end
  const after = happened.exec(text)?.[1]
  return after === undefined ? counted : { of: states[after] ?? after, word: after }
}
