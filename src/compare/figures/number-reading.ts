// What the numbers of one article are read with: the patterns of its language, made once, and what they
// find around a number.
import { type Counted, countedAfter } from './counted.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { type Numeral, type NumeralReader, numeralReader } from './numerals.ts'
import { type Quantity, stretchOf, valueInWords } from './quantity.ts'
import type { Bound, InSentence, NumberFigure, NumberSort } from './types.ts'
import { currencyName, currencyOf, currencySign, measureName, measureOf } from './units.ts'

export interface NumberReading {
  readonly lexicon: Lexicon
  readonly language: string | null
  readonly reader: NumeralReader
  readonly patterns: NumberPatterns
}

type NumberPatterns = ReturnType<typeof patternsFor>

/** @param language BCP 47 tag of the text, null where it is not known */
export const numberReading = (lexicon: Lexicon, language: string | null): NumberReading => ({
  lexicon,
  language,
  reader: numeralReader(lexicon, language),
  patterns: patternsFor(lexicon),
})

function patternsFor(lexicon: Lexicon) {
  const sticky = (source: string, flags = 'yu'): RegExp => new RegExp(source || '(?!)', flags)
  const before = (source: string): RegExp =>
    new RegExp(`(?:^|[^\\p{L}])(${source})[ \u00a0-]?$`, 'iu')
  const signBefore = new RegExp(`(?<!\\p{L})(${currencySign})[ \\u00a0]?$`, 'u')
  const signHere = sticky(`(?:${currencySign})?[ \\u00a0]?`)
  const to = sticky(lexicon.toPattern, 'iyu')
  const and = sticky(lexicon.andPattern, 'iyu')
  const percent = sticky(`[ \\u00a0\\u202f-]?(?:${lexicon.percentPattern})`, 'iyu')
  const points = sticky(`[ -]?(?:${lexicon.pointsPattern || '(?!)'})`, 'iyu')
  const currency = sticky(`[ \\u00a0-]?(${currencyName})`)
  const measure = sticky(`[ \\u00a0\\u202f-]?(${measureName})`)
  const age = sticky(lexicon.agePattern, 'iyu')
  const moreAfter = sticky(`[ ]?(?:${lexicon.moreAfterPattern || '(?!)'})`, 'iyu')
  const of = sticky(lexicon.ofPattern, 'iyu')
  const bounds: readonly (readonly [Bound, RegExp])[] = [
    ['under', before(lexicon.underPattern)],
    ['over', before(lexicon.overPattern)],
    ['about', before(lexicon.aboutPattern)],
  ]
  const aged = new RegExp(`${lexicon.agedPattern || '(?!)'}$`, 'iu')
  const between = new RegExp(`(?:${lexicon.betweenPattern || '(?!)'})$`, 'iu')
  const vote = new RegExp(lexicon.votePattern || '(?!)', 'iu')
  return {
    signBefore,
    signHere,
    to,
    and,
    percent,
    points,
    currency,
    measure,
    age,
    moreAfter,
    of,
    bounds,
    aged,
    between,
    vote,
  }
}

/** What stands at a place, or null; its end is the pattern's `lastIndex`. */
export const here = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** "Over", "about" or "up to" before a number. */
export function boundBefore(
  { patterns: { bounds } }: NumberReading,
  text: string,
  start: number,
): Bound | null {
  const lead = text.slice(Math.max(0, start - 28), start)
  let best: Bound | null = null
  let longest = 0
  for (const [bound, pattern] of bounds) {
    const length = pattern.exec(lead)?.[1]?.length ?? 0
    if (length > longest) [best, longest] = [bound, length]
  }
  return best
}

/** Of what a share is: "30% of voters". */
export function countedOf(
  { lexicon, patterns: { of } }: NumberReading,
  text: string,
  end: number,
): Counted | null {
  return here(of, text, end) === null ? null : countedAfter(text, of.lastIndex - 1, false, lexicon)
}

/** A figure at a place of a text. */
export function figure(
  text: string,
  start: number,
  end: number,
  quantity: Quantity,
  counted: Counted | null,
  form: NumberFigure['form'] = null,
): InSentence<NumberFigure> {
  const [low, high] = stretchOf(quantity)
  const { sort, unit, bound } = quantity
  const shown = sort === 'count' || sort === 'ordinal' ? (counted?.word ?? null) : null
  return {
    kind: 'number',
    start,
    end,
    text: text.slice(start, end),
    value: valueInWords(quantity, shown),
    sort,
    unit,
    low,
    high,
    bound,
    form,
    of: counted?.of ?? null,
  }
}

/** A unit behind a number, and what it makes of the number. */
export interface UnitHere {
  readonly end: number
  readonly unit: string | null
  readonly times: number
  readonly plus: number
  readonly sort: NumberSort
}

/** @param sign of a currency that stands before the number */
export function unitAt(
  { language, patterns }: NumberReading,
  text: string,
  at: number,
  sign: string | null,
): UnitHere | null {
  const { points, percent, age, currency, measure } = patterns
  const plain = { times: 1, plus: 0 }
  if (sign !== null)
    return { ...plain, end: at, unit: currencyOf(sign.trim(), language), sort: 'money' }
  if (here(points, text, at) !== null)
    return { ...plain, end: points.lastIndex, unit: 'points', sort: 'points' }
  if (here(percent, text, at) !== null)
    return { ...plain, end: percent.lastIndex, unit: '%', sort: 'share' }
  const old = here(age, text, at)
  if (old !== null) {
    const times = /month/i.test(old[0]) ? 1 : /week/i.test(old[0]) ? 0.23 : 12
    return { ...plain, times, end: age.lastIndex, unit: 'months', sort: 'age' }
  }
  const coin = here(currency, text, at)
  if (coin?.[1] !== undefined)
    return {
      ...plain,
      end: currency.lastIndex,
      unit: currencyOf(coin[1], language),
      sort: 'money',
    }
  const size = here(measure, text, at)
  const known = size?.[1] === undefined ? null : measureOf(size[1])
  if (known === null) return null
  return { ...known, end: measure.lastIndex, sort: 'measure' }
}

/** The other end of a range or side of a vote that stands behind a number. */
export function pairedWith(
  { reader, patterns: { between, and, to, signHere } }: NumberReading,
  text: string,
  first: Numeral,
  money: boolean,
): Numeral | null {
  const lead = text.slice(Math.max(0, first.start - 12), first.start)
  const joined = between.test(lead.replace(/[^\p{L}\s]+$/u, '')) ? here(and, text, first.end) : null
  const joint = joined ?? here(to, text, first.end)
  if (joint === null) return null
  const at = first.end + joint[0].length
  const sign = here(signHere, text, at)?.[0].length ?? 0
  const second = reader.read(text, at + (money ? sign : 0), money)
  if (second === null || second.upTo !== undefined || first.upTo !== undefined) return null
  if (second.written !== first.written) return null
  return /[\p{L}\p{N}]/u.test(text.slice(second.end, second.end + 1)) && !money ? null : second
}
