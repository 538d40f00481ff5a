// Finds the numbers of a text that say how much or how many. Numbers that only name something (years,
// "F-35", "Flight 370", "9/11", "COVID-19", list numbers) are left out: what is in doubt is left out.
import type { Lexicon } from './lexicons/lexicon.ts'
import { isGlued, pastRun } from './no-quantity.ts'
import {
  boundBefore,
  countedOf,
  figure,
  type NumberReading,
  numberReading,
} from './number-reading.ts'
import type { Numeral } from './numerals.ts'
import { quantify } from './quantify.ts'
import type { Quantity } from './quantity.ts'
import { type Share, sharesIn } from './shares.ts'
import type { InSentence, NumberFigure } from './types.ts'

export interface NumberFinder {
  /**
   * @param text one sentence
   * @param isTaken whether a place, in UTF-16 code units, belongs to something else, such as a date
   */
  find(text: string, isTaken: (at: number) => boolean): InSentence<NumberFigure>[]
}

/** @param language BCP 47 tag of the text, null where it is not known */
export function numberFinder(lexicon: Lexicon, language: string | null): NumberFinder {
  const reading = numberReading(lexicon, language)
  const { reader, patterns } = reading
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
        const money = patterns.signBefore.test(text.slice(Math.max(0, index - 6), index))
        const read = money ? (reader.read(text, index, true) ?? numeral) : numeral
        if (read === null) {
          done = pastRun(text, index)
          continue
        }
        const made = quantify(reading, text, halved(text, read))
        done = made === null ? Math.max(read.end, pastRun(text, index)) : made.end
        if (made !== null) found.push(made)
      }
      return [...found, ...shares.map((share) => shareFigure(reading, text, share))].sort(
        (a, b) => a.start - b.start,
      )
    },
  }
}

function shareFigure(
  reading: NumberReading,
  text: string,
  { start, end, amount, form }: Share,
): InSentence<NumberFigure> {
  const bound = boundBefore(reading, text, start)
  const quantity: Quantity = { sort: 'share', amount, step: 0.2, bound, unit: '%' }
  return figure(text, start, end, quantity, countedOf(reading, text, end), form)
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
