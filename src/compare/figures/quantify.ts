// What a number in a text comes to: a count, a share, an age, money, a measure, a range or a vote; null
// where it only names something.
import { befallen, type Counted, countedAfter } from './counted.ts'
import { isIdentifier, isName, sentenceStart, yearlike } from './no-quantity.ts'
import {
  boundBefore,
  countedOf,
  figure,
  here,
  type NumberReading,
  pairedWith,
  type UnitHere,
  unitAt,
} from './number-reading.ts'
import type { Numeral } from './numerals.ts'
import type { Quantity } from './quantity.ts'
import type { Bound, InSentence, NumberFigure, NumberSort } from './types.ts'
import { currencyOf } from './units.ts'

/** Behind "one", where it counts and is not "someone". */
const singular =
  /^(?:person|man|woman|child|boy|girl|officer|soldier|passenger|victim|suspect|day|week|month|year|hour|minute|vote|member|student|percentage|death|case|bullet|shot|seat|mile|kilomet(?:er|re)|met(?:er|re)|dollar|euro|pound)$/

/** A number with all that stands around it. */
interface InPlace {
  readonly text: string
  readonly first: Numeral
  /** The other end of a range, or side of a vote. */
  readonly second: Numeral | null
  /** The words before it. */
  readonly lead: string
  /** It begins its sentence. */
  readonly initial: boolean
  /** Of the figure: sign, bound behind it and unit counted in. UTF-16 offsets. */
  readonly start: number
  readonly end: number
  readonly bound: Bound | null
  readonly unit: UnitHere | null
  readonly isYear: boolean
}

type Found = InSentence<NumberFigure> | null

/** What a number in a text comes to; null where it is no quantity. */
export function quantify(reading: NumberReading, text: string, first: Numeral): Found {
  const placed = inPlace(reading, text, first)
  if (placed === null) return null
  const { second } = placed
  if (second !== null) return pairFigure(reading, placed, second)
  return coinsFigure(reading, placed) ?? singleFigure(reading, placed)
}

function inPlace(reading: NumberReading, text: string, first: Numeral): InPlace | null {
  const { signBefore, moreAfter } = reading.patterns
  const lead = text.slice(Math.max(0, first.start - 40), first.start)
  const sign = signBefore.exec(lead)
  const start = sign === null ? first.start : first.start - sign[0].length
  const initial = sentenceStart.test(lead)
  if (sign === null && isName(text, first, lead, initial)) return null
  const second = pairedWith(reading, text, first, sign !== null)
  let end = (second ?? first).end
  let bound = boundBefore(reading, text, start)
  if (here(moreAfter, text, end) !== null) {
    bound ??= 'over'
    if (/so$/.test(text.slice(end, moreAfter.lastIndex))) bound = 'about'
    end = moreAfter.lastIndex
  }
  const unit = unitAt(reading, text, end, sign?.[1] ?? null)
  const isYear = yearlike(first) && sign === null
  if (isNoQuantity(text, end, unit, isYear)) return null
  return { text, first, second, lead, initial, start, end: unit?.end ?? end, bound, unit, isYear }
}

/** @param end where the number ends, its unit left out */
function isNoQuantity(text: string, end: number, unit: UnitHere | null, isYear: boolean): boolean {
  const glued = /^[\p{L}\p{N}_]/u.test(text.slice(end, end + 1))
  if (glued && (unit === null || unit.end === end)) return true
  if (unit === null && isYear) return true
  if (/^[/:@%+=]\p{N}/u.test(text.slice(end, end + 2))) return true
  if (unit?.sort !== 'measure') return false
  if (isYear && /days|months/.test(unit.unit ?? '')) return true
  if (/^[- ]\d/.test(text.slice(unit.end, unit.end + 2))) return true
  return /^ (?:ago|earlier|later|before|after)\b/.test(text.slice(unit.end, unit.end + 9))
}

/** A number that no unit stands behind counts. */
const scaledBy = (unit: UnitHere | null): Omit<UnitHere, 'end'> =>
  unit ?? { times: 1, plus: 0, unit: null, sort: 'count' as NumberSort }

/** A range, or the sides of a vote. */
function pairFigure(reading: NumberReading, placed: InPlace, second: Numeral): Found {
  const { text, first, lead, start, end, unit, isYear } = placed
  const { between } = reading.patterns
  const scaled = scaledBy(unit)
  const votes = unit === null && isVote(reading, text, first, second, end)
  const factor =
    first.amount < second.amount && !first.scaled ? second.amount / lastBare(second) : 1
  const [a, b] = [first.amount * factor, second.amount]
  if (!votes && a >= b) return null
  if (votes) {
    const quantity: Quantity = {
      sort: 'votes',
      amount: a,
      upTo: b,
      step: 1,
      bound: 'range',
      unit: null,
    }
    return figure(text, start, end, quantity, null)
  }
  const counted = unit === null ? countedAfter(text, end, false, reading.lexicon) : null
  if (unit === null && counted === null && (isYear || !between.test(lead))) return null
  const quantity: Quantity = {
    sort: scaled.sort,
    amount: a * scaled.times + scaled.plus,
    upTo: b * scaled.times + scaled.plus,
    step: 1,
    bound: 'range',
    unit: scaled.unit,
  }
  return figure(text, start, end, quantity, counted, scaled.sort === 'share' ? 'percent' : null)
}

/** "Dozens of dollars"; null where it is not that. */
function coinsFigure(reading: NumberReading, placed: InPlace): Found {
  const { text, first, start, end, unit } = placed
  const { of, currency } = reading.patterns
  if (first.upTo === undefined || unit !== null) return null
  const coins = here(of, text, end) === null ? null : here(currency, text, of.lastIndex - 1)
  if (coins?.[1] === undefined) return null
  const quantity: Quantity = {
    sort: 'money',
    amount: first.amount,
    upTo: first.upTo,
    step: 1,
    bound: 'vague',
    unit: currencyOf(coins[1], reading.language),
  }
  return figure(text, start, currency.lastIndex, quantity, null)
}

function singleFigure(reading: NumberReading, placed: InPlace): Found {
  const { text, first, lead, start, end, bound, unit } = placed
  const scaled = scaledBy(unit)
  const age = unit === null && isAge(reading, text, first, lead)
  let counted: Counted | null = null
  if (unit?.sort === 'share') counted = countedOf(reading, text, unit.end)
  if (unit === null && !age) {
    const told = whatIsCounted(reading, placed)
    if (told === null) return null
    counted = told.counted
  }
  const quantity: Quantity = {
    sort: age ? 'age' : scaled.sort,
    amount: first.amount * scaled.times + scaled.plus,
    upTo: first.upTo === undefined ? undefined : first.upTo * scaled.times,
    step: first.step * scaled.times,
    bound: first.upTo === undefined ? bound : 'vague',
    unit: age ? 'months' : scaled.unit,
  }
  const years = age ? { ...quantity, amount: quantity.amount * 12, step: 12 } : quantity
  return figure(text, start, end, years, counted, scaled.sort === 'share' ? 'percent' : null)
}

/** What a bare number counts, which may be left unsaid; null where it counts nothing. */
function whatIsCounted(
  reading: NumberReading,
  { text, first, lead, initial, start, end, bound }: InPlace,
): { readonly counted: Counted | null } | null {
  const { lexicon, patterns } = reading
  const stated =
    countedAfter(text, end, first.amount === 1, lexicon) ?? countedOf(reading, text, end)
  if (first.amount === 1 && (first.written === 'words' || stated === null))
    if (stated === null || !singular.test(stated.of) || here(patterns.of, text, end)) return null
  if (isIdentifier(lead, initial, first, stated)) return null
  const counted = befallen(stated, text, start, end)
  // A number at the end of a clause or before a name, of nothing that is told.
  if (counted === null && first.written === 'digits' && !first.scaled && !first.grouped)
    if (bound === null && !/^[ -]\p{Ll}/u.test(text.slice(end, end + 2))) return null
  // "The two said so": whoever was spoken of before.
  if (counted === null && first.written === 'words' && !first.scaled && bound === null)
    if (/(?:^|[^\p{L}])(?:the|these|those|all|both|between|or|any|no)\s$/iu.test(lead)) return null
  return { counted }
}

const lastBare = (numeral: Numeral): number => {
  // "10 to 15 million": the scale is said once for both.
  const scale = 10 ** Math.floor(Math.log10(numeral.step) + 1e-9)
  return numeral.scaled && scale >= 1000
    ? numeral.amount / 1000 ** Math.floor(Math.log10(scale) / 3)
    : numeral.amount
}

/** A bare number after a name, or after "aged": "Jo Lind, 58, of Ostby". */
function isAge(
  { patterns: { aged } }: NumberReading,
  text: string,
  { start, end, amount, written }: Numeral,
  lead: string,
): boolean {
  if (amount < 1 || amount > 115 || !Number.isInteger(amount)) return false
  if (aged.test(lead)) return amount > 1 && !/^ of\b/.test(text.slice(end, end + 4))
  return (
    written === 'digits' &&
    amount > 9 &&
    start > 0 &&
    (/\p{Lu}[\p{L}’'.-]+, $/u.test(lead)
      ? /^(?:,(?! \d)|\)|\.(?:\s|$)|$)/.test(text.slice(end, end + 3))
      : /\p{Ll}, $/u.test(lead) && /^, \p{Ll}/u.test(text.slice(end, end + 3)))
  )
}

function isVote(
  { patterns: { vote } }: NumberReading,
  text: string,
  first: Numeral,
  second: Numeral,
  end: number,
): boolean {
  if (!Number.isInteger(first.amount) || first.scaled || second.scaled) return false
  if (first.amount > 999 || second.amount > 999) return false
  const around = text.slice(Math.max(0, first.start - 60), end + 40)
  return first.amount >= second.amount || vote.test(text.slice(end, end + 12))
    ? vote.test(around)
    : /\b(?:voted|by|vote of) $/i.test(text.slice(Math.max(0, first.start - 9), first.start)) &&
        vote.test(around)
}
