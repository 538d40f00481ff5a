// Finds the numbers of a text that say how much or how many. Numbers that only name something (years,
// "F-35", "Flight 370", "9/11", "COVID-19", list numbers) are left out: what is in doubt is left out.
import { befallen, type Counted, countedAfter } from './counted.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { isGlued, isIdentifier, isName, pastRun, sentenceStart, yearlike } from './no-quantity.ts'
import { type Numeral, numeralReader } from './numerals.ts'
import { type Quantity, stretchOf, valueInWords } from './quantity.ts'
import { type Share, sharesIn } from './shares.ts'
import type { Bound, InSentence, NumberFigure, NumberSort } from './types.ts'
import { currencyName, currencyOf, currencySign, measureName, measureOf } from './units.ts'

export interface NumberFinder {
  /**
   * @param text one sentence
   * @param isTaken whether a place, in UTF-16 code units, belongs to something else, such as a date
   */
  find(text: string, isTaken: (at: number) => boolean): InSentence<NumberFigure>[]
}

/** Behind "one", where it counts and is not "someone". */
const singular =
  /^(?:person|man|woman|child|boy|girl|officer|soldier|passenger|victim|suspect|day|week|month|year|hour|minute|vote|member|student|percentage|death|case|bullet|shot|seat|mile|kilomet(?:er|re)|met(?:er|re)|dollar|euro|pound)$/

/** @param language BCP 47 tag of the text, null where it is not known */
export function numberFinder(lexicon: Lexicon, language: string | null): NumberFinder {
  const reader = numeralReader(lexicon, language)
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

  /** What stands at a place, or null; its end is the pattern's `lastIndex`. */
  const here = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }

  function boundBefore(text: string, start: number): Bound | null {
    const lead = text.slice(Math.max(0, start - 28), start)
    let best: Bound | null = null
    let longest = 0
    for (const [bound, pattern] of bounds) {
      const length = pattern.exec(lead)?.[1]?.length ?? 0
      if (length > longest) [best, longest] = [bound, length]
    }
    return best
  }

  function shareFigure(
    text: string,
    { start, end, amount, form }: Share,
  ): InSentence<NumberFigure> {
    const bound = boundBefore(text, start)
    const quantity: Quantity = { sort: 'share', amount, step: 0.2, bound, unit: '%' }
    return figure(text, start, end, quantity, countedOf(text, end), form)
  }

  /** Of what a share is: "30% of voters". */
  function countedOf(text: string, end: number): Counted | null {
    return here(of, text, end) === null
      ? null
      : countedAfter(text, of.lastIndex - 1, false, lexicon)
  }

  function figure(
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

  /** The other end of a range or side of a vote that stands behind a number. */
  function pairedWith(text: string, first: Numeral, money: boolean): Numeral | null {
    const lead = text.slice(Math.max(0, first.start - 12), first.start)
    const joined = between.test(lead.replace(/[^\p{L}\s]+$/u, ''))
      ? here(and, text, first.end)
      : null
    const joint = joined ?? here(to, text, first.end)
    if (joint === null) return null
    const at = first.end + joint[0].length
    const sign = here(signHere, text, at)?.[0].length ?? 0
    const second = reader.read(text, at + (money ? sign : 0), money)
    if (second === null || second.upTo !== undefined || first.upTo !== undefined) return null
    if (second.written !== first.written) return null
    return /[\p{L}\p{N}]/u.test(text.slice(second.end, second.end + 1)) && !money ? null : second
  }

  /** What a number in a text comes to; null where it is no quantity. */
  function quantify(text: string, first: Numeral): InSentence<NumberFigure> | null {
    const lead = text.slice(Math.max(0, first.start - 40), first.start)
    const sign = signBefore.exec(lead)
    const start = sign === null ? first.start : first.start - sign[0].length
    const initial = sentenceStart.test(lead)
    if (sign === null && isName(text, first, lead, initial)) return null
    const second = pairedWith(text, first, sign !== null)
    const last = second ?? first
    let end = last.end
    let bound = boundBefore(text, start)
    if (here(moreAfter, text, end) !== null) {
      bound ??= 'over'
      if (/so$/.test(text.slice(end, moreAfter.lastIndex))) bound = 'about'
      end = moreAfter.lastIndex
    }
    const unit = unitAt(text, end, sign?.[1] ?? null)
    const glued = /^[\p{L}\p{N}_]/u.test(text.slice(end, end + 1))
    if (glued && (unit === null || unit.end === end)) return null
    const isYear = yearlike(first) && sign === null
    if (unit === null && isYear) return null
    if (unit?.sort === 'measure' && isYear && /days|months/.test(unit.unit ?? '')) return null
    if (unit?.sort === 'measure' && /^[- ]\d/.test(text.slice(unit.end, unit.end + 2))) return null
    if (/^[/:@%+=]\p{N}/u.test(text.slice(end, end + 2))) return null
    if (unit !== null) {
      end = unit.end
      if (
        unit.sort === 'measure' &&
        /^ (?:ago|earlier|later|before|after)\b/.test(text.slice(end, end + 9))
      )
        return null
    }
    const scaled = unit ?? { times: 1, plus: 0, unit: null, sort: 'count' as NumberSort }
    if (second !== null) {
      const votes = unit === null && isVote(text, first, second, end)
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
      const counted = unit === null ? countedAfter(text, end, false, lexicon) : null
      if (unit === null && counted === null && (isYear || !between.test(lead))) return null
      return figure(
        text,
        start,
        end,
        {
          sort: scaled.sort,
          amount: a * scaled.times + scaled.plus,
          upTo: b * scaled.times + scaled.plus,
          step: 1,
          bound: 'range',
          unit: scaled.unit,
        },
        counted,
        scaled.sort === 'share' ? 'percent' : null,
      )
    }
    if (first.upTo !== undefined && unit === null) {
      const coins = here(of, text, end) === null ? null : here(currency, text, of.lastIndex - 1)
      if (coins?.[1] !== undefined)
        return figure(
          text,
          start,
          currency.lastIndex,
          {
            sort: 'money',
            amount: first.amount,
            upTo: first.upTo,
            step: 1,
            bound: 'vague',
            unit: currencyOf(coins[1], language),
          },
          null,
        )
    }
    const age = unit === null && isAge(text, first, lead)
    let counted =
      unit === null && !age
        ? (countedAfter(text, end, first.amount === 1, lexicon) ?? countedOf(text, end))
        : unit?.sort === 'share'
          ? countedOf(text, unit.end)
          : null
    if (unit === null && !age) {
      if (first.amount === 1 && (first.written === 'words' || counted === null))
        if (counted === null || !singular.test(counted.of) || here(of, text, end)) return null
      if (isIdentifier(lead, initial, first, counted)) return null
      counted = befallen(counted, text, start, end)
      // A number at the end of a clause or before a name, of nothing that is told.
      if (counted === null && first.written === 'digits' && !first.scaled && !first.grouped)
        if (bound === null && !/^[ -]\p{Ll}/u.test(text.slice(end, end + 2))) return null
      // "The two said so": whoever was spoken of before.
      if (counted === null && first.written === 'words' && !first.scaled && bound === null)
        if (/(?:^|[^\p{L}])(?:the|these|those|all|both|between|or|any|no)\s$/iu.test(lead))
          return null
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

  interface UnitHere {
    readonly end: number
    readonly unit: string | null
    readonly times: number
    readonly plus: number
    readonly sort: NumberSort
  }

  function unitAt(text: string, at: number, sign: string | null): UnitHere | null {
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

  const lastBare = (numeral: Numeral): number => {
    // "10 to 15 million": the scale is said once for both.
    const scale = 10 ** Math.floor(Math.log10(numeral.step) + 1e-9)
    return numeral.scaled && scale >= 1000
      ? numeral.amount / 1000 ** Math.floor(Math.log10(scale) / 3)
      : numeral.amount
  }

  /** A bare number after a name, or after "aged": "Jo Lind, 58, of Ostby". */
  function isAge(text: string, { start, end, amount, written }: Numeral, lead: string): boolean {
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

  function isVote(text: string, first: Numeral, second: Numeral, end: number): boolean {
    if (!Number.isInteger(first.amount) || first.scaled || second.scaled) return false
    if (first.amount > 999 || second.amount > 999) return false
    const around = text.slice(Math.max(0, first.start - 60), end + 40)
    return first.amount >= second.amount || vote.test(text.slice(end, end + 12))
      ? vote.test(around)
      : /\b(?:voted|by|vote of) $/i.test(text.slice(Math.max(0, first.start - 9), first.start)) &&
          vote.test(around)
  }

  return {
    find(text, isTaken) {
      const found: InSentence<NumberFigure>[] = []
      const shares = sharesIn(text, lexicon, reader).filter(({ start }) => !isTaken(start))
      let next = 0
      let done = 0
      for (const { index } of text.matchAll(
        new RegExp(reader.starter.source, reader.starter.flags),
      )) {
        while (shares[next] !== undefined && (shares[next]?.end ?? 0) <= index) next++
        const share = shares[next]
        if (index < done || isTaken(index)) continue
        if (share !== undefined && share.start <= index) {
          done = share.end
          continue
        }
        if (isGlued(text, index)) {
          done = pastRun(text, index)
          continue
        }
        const numeral = reader.read(text, index)
        const money = signBefore.test(text.slice(Math.max(0, index - 6), index))
        const read = money ? (reader.read(text, index, true) ?? numeral) : numeral
        if (read === null) {
          done = pastRun(text, index)
          continue
        }
        const made = quantify(text, halved(text, read))
        done = made === null ? Math.max(read.end, pastRun(text, index)) : made.end
        if (made !== null) found.push(made)
      }
      return [...found, ...shares.map((share) => shareFigure(text, share))].sort(
        (a, b) => a.start - b.start,
      )
    },
  }
}

/** "Half a million", "three and a half". */
function halved(text: string, numeral: Numeral): Numeral {
  const lead = text.slice(Math.max(0, numeral.start - 5), numeral.start)
  if (
    /half $/i.test(lead) &&
    numeral.written === 'words' &&
    /^an?\b/i.test(text.slice(numeral.start, numeral.end))
  )
    return {
      ...numeral,
      start: numeral.start - 5,
      amount: numeral.amount / 2,
      step: numeral.step / 10,
    }
  const fraction = /^ ?(?:1\/[24]|3\/4|[½¼¾])(?![\d/])/.exec(
    text.slice(numeral.end, numeral.end + 5),
  )?.[0]
  if (fraction !== undefined && numeral.written === 'digits' && !numeral.scaled) {
    const part = { '1/2': 0.5, '½': 0.5, '1/4': 0.25, '¼': 0.25 }[fraction.trim()] ?? 0.75
    const end = numeral.end + fraction.length
    return { ...numeral, end, amount: numeral.amount + part, step: 0.1 }
  }
  return / and a half\b/y.test(text.slice(numeral.end, numeral.end + 12)) && !numeral.scaled
    ? { ...numeral, end: numeral.end + 11, amount: numeral.amount + 0.5, step: 0.1 }
    : numeral
}
