// Finds the dates and times of a text. What stands there is resolved against the day of publication
// where that leaves one answer; else the words stay words. English and all dates with the month in
// words are read by patterns; words such as "gestern" in other languages by chrono, sentence by sentence.
import {
  type CalendarNames,
  calendarNames,
  dayOf,
  inCalendar,
  monthStretch,
  publishedDay,
  weekdayOf,
  yearStretch,
} from './calendar.ts'
import { relativeFinder } from './relative-dates.ts'
import type { DateFigure, InSentence } from './types.ts'

export interface DateFinder {
  /** @param text one sentence; offsets are UTF-16 code units into it */
  find(text: string): InSentence<DateFigure>[]
}

/** How many days around publication a date without a year is taken to be in, before or after. */
const near = 45

/**
 * @param language BCP 47 tag, null where it is not known
 * @param published ISO 8601; without it, or without its day, relative dates stay words
 */
export function dateFinder(language: string | null, published: string | null): DateFinder {
  const names = calendarNames(language)
  const today = publishedDay(published)
  const publishedYear = /^\d{4}/.exec(published ?? '')
  const patterns = patternsFor(names, language)
  const relative = relativeFinder(language, today)

  function make(
    text: string,
    start: number,
    whole: string,
    rest: Resolved,
  ): InSentence<DateFigure> {
    return {
      kind: 'date',
      start,
      end: start + whole.length,
      text: text.slice(start, start + whole.length),
      weekday: null,
      zone: null,
      ...rest,
    }
  }

  /**
   * The year that is meant where none stands there: that of the day nearest to publication, if it is
   * within a month; else what is told lies in the past, unless the sentence speaks of what is to come.
   */
  function yearMeant(sentence: string, month: number, day: number | null): number | null {
    if (today === null) return null
    const { year } = inCalendar(today)
    const at = (each: number): number => (dayOf(each, month, day ?? 15) ?? Number.NaN) - today
    const years = [year - 1, year, year + 1]
    const close = years.find((each) => Math.abs(at(each)) <= near)
    if (close !== undefined) return close
    if (futureWords.test(sentence)) return null
    return years.findLast((each) => at(each) < 0) ?? null
  }

  function dated(
    sentence: string,
    month: number,
    day: number | null,
    year: number | null,
    whole: string,
    upTo: number | null,
  ): Resolved | null {
    const known = year ?? yearMeant(sentence, month, day)
    if (known === null) return { precision: 'words', days: null, value: whole }
    if (day === null) {
      const days = monthStretch(known, month)
      return { precision: 'month', days, value: inCalendar(days[0]).iso.slice(0, 7) }
    }
    const at = dayOf(known, month, day)
    const until = upTo === null ? null : dayOf(known, month, upTo)
    if (at === null) return null
    if (until === null || until <= at) return onDay(at)
    const value = `${inCalendar(at).iso}/${inCalendar(until).iso}`
    return { precision: 'day', days: [at, until], value }
  }

  /** "In February last year". */
  const yearOf = (turn: string | undefined): string | undefined =>
    turn === undefined || today === null
      ? undefined
      : String(inCalendar(today).year + (turn === 'last' ? -1 : turn === 'next' ? 1 : 0))

  function byMonth(text: string): InSentence<DateFigure>[] {
    const found: InSentence<DateFigure>[] = []
    for (const match of text.matchAll(patterns.month)) {
      const { before, name = '', after, upTo, year: stated, turn } = match.groups ?? {}
      const month = names.months.get(name.toLowerCase())
      if (month === undefined) continue
      const whole = match[0].trimEnd()
      const year = stated ?? yearOf(turn)
      const day = before ?? after
      if (day === undefined && !isMonth(text, match.index, name, year, language, names)) continue
      const rest = dated(
        text,
        month,
        day === undefined ? null : Number(day),
        year === undefined ? null : Number(year),
        whole,
        upTo === undefined ? null : Number(upTo),
      )
      if (rest !== null) found.push(make(text, match.index, whole, rest))
    }
    return found
  }

  function byWeekday(text: string): InSentence<DateFigure>[] {
    const found: InSentence<DateFigure>[] = []
    for (const match of text.matchAll(patterns.weekday)) {
      const { turn, name = '' } = match.groups ?? {}
      const weekday = names.weekdays.get(name.toLowerCase())
      if (weekday === undefined) continue
      const day = weekdayMeant(
        text,
        match.index,
        match[0].length,
        turn?.toLowerCase(),
        weekday,
        today,
        language,
      )
      found.push(
        make(text, match.index, match[0], {
          ...(day === null ? { precision: 'words', days: null, value: name } : onDay(day)),
          weekday,
        }),
      )
    }
    return found
  }

  function byDigits(text: string): InSentence<DateFigure>[] {
    const found: InSentence<DateFigure>[] = []
    for (const match of text.matchAll(iso)) {
      const at = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
      if (at !== null) found.push(make(text, match.index, match[0], onDay(at)))
    }
    for (const match of text.matchAll(numeric)) {
      const [whole, first, mark, second, year = ''] = match
      if (year.length === 2 && mark !== '/') continue
      const [a, b] = [Number(first), Number(second)]
      const y = year.length === 2 ? 2000 + Number(year) : Number(year)
      const order =
        a > 12 || a === b || isDayFirst(language)
          ? 'day'
          : b > 12 || language === 'en-US'
            ? 'month'
            : null
      const at = order === null ? null : order === 'day' ? dayOf(y, b, a) : dayOf(y, a, b)
      if (at !== null) found.push(make(text, match.index, whole, onDay(at)))
      else if (order === null && a <= 12 && b <= 12 && a > 0 && b > 0)
        found.push(make(text, match.index, whole, { precision: 'words', days: null, value: whole }))
    }
    return found
  }

  function byYear(text: string): InSentence<DateFigure>[] {
    const found: InSentence<DateFigure>[] = []
    for (const match of text.matchAll(patterns.year)) {
      const year = Number(match[1])
      if (publishedYear !== null && year > Number(publishedYear[0]) + 80) continue
      const start = match.index + match[0].length - 4
      // "From 1500 to 2000 soldiers".
      if (
        /(?:to|from|by|and|for|between|through|of|a)\W?\d{4}$/i.test(match[0]) &&
        /^ \p{Ll}{3,}s\b/u.test(text.slice(start + 4, start + 24))
      )
        continue
      found.push(
        make(text, start, match[1] ?? '', {
          precision: 'year',
          days: yearStretch(year),
          value: String(year),
        }),
      )
    }
    return found
  }

  return {
    find(text) {
      const all = [
        ...(patterns.hint.test(text) ? byMonth(text) : []),
        ...(/\d{1,4}[-/.]\d/.test(text) ? byDigits(text) : []),
        ...relative(text),
        ...byWeekday(text),
        ...(/\d{4}/.test(text) ? byYear(text) : []),
        ...timesIn(text),
      ]
      const found: InSentence<DateFigure>[] = []
      const byPlace = all
        .map((figure, order) => ({ figure, order }))
        .sort((a, b) => a.figure.start - b.figure.start || a.order - b.order)
      for (const { figure } of byPlace)
        if (figure.start >= (found.at(-1)?.end ?? 0)) found.push(figure)
      return found
    },
  }
}

export type Resolved = Pick<DateFigure, 'precision' | 'days' | 'value'> &
  Partial<Pick<DateFigure, 'weekday' | 'zone'>>

/** What a date comes to whose day is known. */
export const onDay = (day: number): Resolved => ({
  precision: 'day',
  days: [day, day],
  weekday: weekdayOf(day),
  value: inCalendar(day).iso,
})

const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g
const numeric = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g

const isDayFirst = (language: string | null): boolean =>
  language !== null && (/^en-(?!US)/.test(language) || !language.startsWith('en'))

interface Patterns {
  readonly hint: RegExp
  readonly month: RegExp
  readonly weekday: RegExp
  readonly year: RegExp
}

function patternsFor({ months, weekdays }: CalendarNames, language: string | null): Patterns {
  const either = (names: Iterable<string>): string =>
    [...names]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map((name) => name.replaceAll('.', '\\.'))
      .join('|')
  const month = either(months.keys()) || '(?!)'
  const weekday = either(weekdays.keys()) || '(?!)'
  const english = (language ?? 'en').startsWith('en')
  // English writes months with a capital; "may" and "march" are other words.
  const flags = english ? 'gu' : 'giu'
  const named = english ? capitals(month) : month
  const of = '(?:\\.|st|nd|rd|th|er|º|ª)?(?: (?:of|de|d’|di|del))?'
  return {
    hint: new RegExp(named, flags.replace('g', '')),
    month: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:the )?(?<before>\\d{1,2})${of} )?(?<name>${named})(?![\\p{L}\\p{N}])(?: (?<after>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}:,.]?\\d|\\p{L}| ?%)(?:[-–](?<upTo>\\d{1,2})(?!\\d))?)?(?:(?:,| of| de| del)? (?<year>[12]\\d{3})(?![\\d-])| (?:of )?(?<turn>last|this|next) year)?`,
      flags,
    ),
    weekday: new RegExp(
      english
        ? `(?<![\\p{L}\\p{N}])(?:(?<turn>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming|[Tt]he previous|[Tt]he following) )?(?<name>${capitals(weekday)})(?![\\p{L}\\p{N}])`
        : `(?<![\\p{L}\\p{N}])(?<name>${weekday})(?![\\p{L}\\p{N}])`,
      flags,
    ),
    year: english
      ? /(?:(?:^|[^\p{L}])(?:in|since|by|from|until|till|to|of|during|before|after|through|and|early|late|mid|year|between|the|[’']s|his|her|its|their|a|for|circa|fall|spring|summer|winter|autumn|\() ?|[–—-])(1[4-9]\d\d|20\d\d)(?![\p{L}\d%]|[.,]\d|[-–/]\p{L}| (?:percent|per cent|people|miles|dollars|troops|jobs|employees|workers|deaths|years|votes|meters|metres|feet)|[’']s? )/giu
      : /(?:^|[\s(–—-])(1[4-9]\d\d|20\d\d)(?![\p{L}\d%€$]|[.,]\d| ?(?:€|Euro|euros|Prozent|Menschen|personnes|personas|persone|km|Kilometer|Meter|mètres))/gu,
  }
}

/** Month and weekday names with their capital, as English writes them. */
const capitals = (source: string): string =>
  source.replace(
    /(^|\|)(\p{L})/gu,
    (_, bar: string, letter: string) => `${bar}${letter.toUpperCase()}`,
  )

/** A month's name that stands alone is one only where the words around say so: "May" is also a verb. */
function isMonth(
  text: string,
  start: number,
  name: string,
  year: string | undefined,
  language: string | null,
  { longMonths }: CalendarNames,
): boolean {
  if (year !== undefined) return true
  const before = text.slice(Math.max(0, start - 16), start)
  const bare = name.replace('.', '')
  if (!(language ?? 'en').startsWith('en'))
    return (
      longMonths.has(name.toLowerCase()) &&
      /(?:^|[\s(])(?:im|in|en|em|seit|depuis|desde|dal|da|bis|ab|à|a) $/iu.test(before)
    )
  if (bare.length === 3 && bare !== 'May') return false
  return /\b(?:in|since|last|next|this|by|until|till|from|during|early|late|mid|through|to|and|between|of|before|after|for)[ -]$/i.test(
    before,
  )
    ? bare !== 'May' || !/\b(?:to|and|for|before|after|of) $/i.test(before)
    : bare.length > 5
}

const futureWords =
  /\b(?:will|would|plans?|planned|planning|scheduled|expected|due|set to|next|upcoming|to (?:meet|vote|decide|hold|begin|start|visit|travel|speak|appear|open)|’ll|'ll|is to|are to)\b/i
const saidBefore =
  /\b(?:said|told|announced|reported|wrote|added|ruled|voted|met|died|arrived|resigned|was|were|had|found|killed|began|ended|held|made|gave|came|went|took|\p{L}+ed)(?: (?:late|early|here|in \p{Lu}\p{L}+|on|earlier|reporters|\p{L}+))? (?:on )?$/u

const comingBefore =
  /\b(?:scheduled|expected|planned|supposed|slated|poised|delayed|postponed|moved|needed|wanted|hoped)\b/

/**
 * The day that a day of the week means: the last one, the day of publication included, unless the
 * sentence speaks of what is to come; then, and where it speaks of both, nothing is said.
 */
function weekdayMeant(
  text: string,
  start: number,
  length: number,
  turn: string | undefined,
  weekday: number,
  today: number | null,
  language: string | null,
): number | null {
  if (today === null || !(language ?? 'en').startsWith('en')) return null
  const from = Math.max(text.lastIndexOf('. ', start), text.lastIndexOf('\n', start), start - 160)
  const stop = /[.!?](?:\s|$)/g
  stop.lastIndex = start + length
  const end = Math.min(stop.exec(text)?.index ?? text.length, start + length + 120)
  const back = (weekdayOf(today) - weekday + 7) % 7
  // "Last" and "next" are used both of this week and of the one beside it.
  if (turn !== undefined && turn !== 'this past') return null
  const lead = text.slice(Math.max(0, start - 40), start)
  if (/s$/.test(text.slice(start, start + length)) || /^s/.test(text.slice(start + length)))
    return null
  if (/(?:every|each|one|a) $/i.test(lead)) return null
  if (saidBefore.test(lead) && !comingBefore.test(lead)) return today - back
  return futureWords.test(text.slice(Math.max(0, from), end)) ? null : today - back
}

const clock =
  /(?<![\p{L}\p{N}:.,$£€-])(?:(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))? ?(?<half>[ap])\.?m\b\.?|(?<hour24>[01]?\d|2[0-3])(?::(?<minute24>[0-5]\d)|[.](?<minuteDot>[0-5]\d) Uhr| ?(?:Uhr|uhr)(?: (?<minuteDe>[0-5]\d))?(?!\p{L})| ?h ?(?<minuteFr>[0-5]\d)(?!\d))(?::[0-5]\d)?(?!:?\d)|(?<word>[Nn]oon|[Mm]idnight)(?!\p{L}))(?: ?\(?(?<zone>(?:E|C|M|P)[SD]?T|GMT|UTC|BST|CES?T|Eastern|Pacific|Central)\b)?/gu

function timesIn(text: string): InSentence<DateFigure>[] {
  const found: InSentence<DateFigure>[] = []
  for (const match of text.matchAll(clock)) {
    const { hour, minute, half, hour24, minute24, minuteDot, minuteDe, minuteFr, word, zone } =
      match.groups ?? {}
    if (
      word !== undefined &&
      !/\b(?:at|by|until|before|after|around) $/i.test(
        text.slice(Math.max(0, match.index - 8), match.index),
      )
    )
      continue
    const twelve = Number(hour ?? 0)
    if (hour !== undefined && (twelve < 1 || twelve > 12)) continue
    const h =
      word !== undefined
        ? /noon/i.test(word)
          ? 12
          : 0
        : hour !== undefined
          ? (twelve % 12) + (half === 'p' ? 12 : 0)
          : Number(hour24)
    const m = Number(minute ?? minute24 ?? minuteDot ?? minuteDe ?? minuteFr ?? 0)
    const two = (value: number): string => String(value).padStart(2, '0')
    // Without a.m. or p.m. in English "6:30" may be either, and "3:16" a verse.
    const open = hour24 !== undefined && h < 13 && minute24 !== undefined && hour24.length === 1
    if (open) continue
    found.push({
      kind: 'date',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      value: `${two(h)}:${two(m)}${zone === undefined ? '' : ` ${zone}`}`,
      precision: 'time',
      days: [h * 60 + m, h * 60 + m],
      weekday: null,
      zone: zone ?? null,
    })
  }
  return found
}
