// Reads one number at a place of a text, in digits or in words, with the scale behind it ("190
// billion", "twenty-one", "a dozen").
import { decimalMarkOf, digitsPatternOf, readDigits } from './digits.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { shortScales } from './units.ts'

export interface Numeral {
  readonly start: number
  readonly end: number
  readonly amount: number
  /** What one of the last digit written is worth. */
  readonly step: number
  readonly written: 'digits' | 'words'
  readonly grouped: boolean
  /** A thousand or more stands behind it in words or letters. */
  readonly scaled: boolean
  /** "dozens": may be anything from `amount` to here. */
  readonly upTo?: number
}

export interface NumeralReader {
  /** Finds where a number may begin. */
  readonly starter: RegExp
  /**
   * @param text the text and `at` a place in it, in UTF-16 code units
   * @param money a currency stands before it, so "m" means millions
   * @returns null where no number begins
   */
  read(text: string, at: number, money?: boolean): Numeral | null
}

const alternatives = (list: Iterable<string>): string =>
  [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|') || '(?!)'

interface NumeralPatterns {
  readonly starter: RegExp
  readonly digits: RegExp
  readonly scale: RegExp
  readonly short: RegExp
  readonly wordRun: RegExp
  readonly vagueRun: RegExp
  readonly pieces: RegExp
}

/** What the numbers of one article are read with. */
interface Reading {
  readonly lexicon: Lexicon
  readonly decimal: ReturnType<typeof decimalMarkOf>
  readonly patterns: NumeralPatterns
}

/** @param language BCP 47 tag; decides what comma and dot mean */
export function numeralReader(lexicon: Lexicon, language: string | null): NumeralReader {
  const patterns = patternsFor(lexicon, language)
  const reading: Reading = { lexicon, decimal: decimalMarkOf(language), patterns }
  return {
    starter: patterns.starter,
    read: (text, at, money = false) =>
      readVague(reading, text, at) ?? readFigure(reading, text, at, money),
  }
}

function patternsFor(lexicon: Lexicon, language: string | null): NumeralPatterns {
  const { small, hundred, scales, collectives, vague } = lexicon
  const simple = alternatives([...Object.keys(small), ...Object.keys(hundred)])
  const whole = alternatives([
    ...Object.keys(small),
    ...Object.keys(hundred),
    ...Object.keys(scales),
    ...Object.keys(collectives),
  ])
  const big = alternatives([
    ...Object.keys(hundred),
    ...Object.keys(scales),
    ...Object.keys(collectives),
  ])
  const article = lexicon.articlePattern
  const vagueWord = alternatives(Object.keys(vague))
  const starter = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:\\d|(?:${vagueWord}|(?:${simple})|(?:${article}) (?:${big}))(?!\\p{L}))`,
    'giu',
  )
  const digits = new RegExp(digitsPatternOf(language), 'yu')
  const scale = new RegExp(
    `[ \\u00a0\\u202f-]?(${alternatives(Object.keys(scales))})(?!\\p{L})`,
    'iyu',
  )
  const short = new RegExp(
    `[ \\u00a0]?(${alternatives(Object.keys(shortScales))})\\.?(?![\\p{L}\\p{N}])`,
    'iyu',
  )
  const wordRun = new RegExp(
    `(?:(?:${article}) (?=(?:${big})(?!\\p{L}))|(?=(?:${simple})(?!\\p{L})))(?:${whole})(?!\\p{L})(?:${lexicon.joinPattern}(?:${whole})(?!\\p{L})){0,9}`,
    'iyu',
  )
  const vagueRun = new RegExp(`(?:${vagueWord})(?!\\p{L})`, 'iyu')
  const pieces = new RegExp(`(?:${whole})(?!\\p{L})`, 'giu')
  return { starter, digits, scale, short, wordRun, vagueRun, pieces }
}

/** A run of words that make up one number; null where none begins. */
function readWords(
  { lexicon: { small, hundred, scales, collectives }, patterns: { wordRun, pieces } }: Reading,
  text: string,
  at: number,
): Numeral | null {
  wordRun.lastIndex = at
  const run = wordRun.exec(text)?.[0]
  if (run === undefined) return null
  let total = 0
  let current: number | null = null
  let floor = Number.POSITIVE_INFINITY
  let lastScale = Number.POSITIVE_INFINITY
  let scaled = false
  let end = 0
  let step = 1
  for (const { 0: piece, index } of run.matchAll(pieces)) {
    const word = piece.toLowerCase()
    const value = small[word] ?? hundred[word] ?? scales[word] ?? collectives[word] ?? 0
    if (word in scales || word in collectives) {
      if (value >= lastScale) break
      total += (current ?? 1) * value
      current = null
      floor = Number.POSITIVE_INFINITY
      lastScale = value
      scaled = word in scales
      step = value
    } else if (word in hundred) {
      if (current !== null && current > 99) break
      current = (current ?? 1) * value
      floor = 100
    } else {
      // "twenty one" is one number, "seven five" and "twenty and five" are two.
      if (current !== null && (value >= floor || value === 0)) break
      if (end > 0 && current === null && lastScale === 12) break
      current = (current ?? 0) + value
      if (lastScale < Number.POSITIVE_INFINITY) step = 1
      floor = value >= 20 && value % 10 === 0 ? 10 : 1
    }
    end = index + piece.length
  }
  return {
    start: at,
    end: at + end,
    amount: total + (current ?? 0),
    step: scaled ? step : 1,
    written: 'words',
    grouped: false,
    scaled,
  }
}

/** "Dozens"; null where no such word stands. */
function readVague(
  { lexicon: { vague }, patterns: { vagueRun } }: Reading,
  text: string,
  at: number,
): Numeral | null {
  vagueRun.lastIndex = at
  const loose = vagueRun.exec(text)?.[0]
  const bounds = vague[loose?.toLowerCase() ?? '']
  if (loose !== undefined && bounds !== undefined) {
    const [amount, upTo] = bounds
    const end = at + loose.length
    return {
      start: at,
      end,
      amount,
      upTo,
      step: 1,
      written: 'words',
      grouped: false,
      scaled: true,
    }
  }
  return null
}

/** A number in digits with its scale, else one in words; null where none begins. */
function readFigure(reading: Reading, text: string, at: number, money: boolean): Numeral | null {
  const { digits } = reading.patterns
  digits.lastIndex = at
  const figure = digits.exec(text)?.[0]
  if (figure === undefined) return readWords(reading, text, at)
  const value = readDigits(figure, reading.decimal)
  if (value === null) return null
  const { times, end } = scaleAt(reading, text, at + figure.length, money)
  return {
    start: at,
    end,
    amount: value.amount * times,
    step: value.step * times,
    written: 'digits',
    grouped: value.grouped,
    scaled: times > 1,
  }
}

/** What stands behind digits: by how much it multiplies them, and where it ends. */
function scaleAt(
  { lexicon: { scales }, patterns: { scale, short } }: Reading,
  text: string,
  from: number,
  money: boolean,
): { readonly times: number; readonly end: number } {
  let end = from
  let times = 1
  scale.lastIndex = end
  const named = scale.exec(text)
  if (named !== null) {
    times = scales[named[1]?.toLowerCase() ?? ''] ?? 1
    end = scale.lastIndex
  } else {
    short.lastIndex = end
    const letters = short.exec(text)
    const name = letters?.[1]?.toLowerCase() ?? ''
    // "5m" may be metres and "5 b" anything; "5bn" is not.
    if (letters !== null && (money || /^(?:bn|mn|mln|mio|mrd|tn|trn)$/.test(name))) {
      times = shortScales[name] ?? 1
      end = from + letters[0].length
      if (text[end - 1] === '.' && !/^(?:mio|mrd)$/.test(name)) end--
    }
  }
  return { times, end }
}
