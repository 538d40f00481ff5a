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
import { onDay, type Resolved } from './resolved-date.ts'
import { timesIn } from './times.ts'
import type { DateFigure, InSentence } from './types.ts'

export interface DateFinder {
  /** @param text one sentence; offsets are UTF-16 code units into it */
  find(text: string): InSentence<DateFigure>[]
}

/** How many days around publication a date without a year is taken to be in, before or after. */
const near = 45

/** What the dates of one article are read with. */
interface DateReading {
  readonly language: string | null
  readonly names: CalendarNames
  readonly patterns: Patterns
  /** The day of publication, in days; null where it is not known. */
  readonly today: number | null
  readonly publishedYear: number | null
}

/**
 * @param language BCP 47 tag, null where it is not known
 * @param published ISO 8601; without it, or without its day, relative dates stay words
 */
export function dateFinder(language: string | null, published: string | null): DateFinder {
  const names = calendarNames(language)
  const today = publishedDay(published)
  const year = /^\d{4}/.exec(published ?? '')
  const patterns = patternsFor(names, language)
  const publishedYear = year === null ? null : Number(year[0])
  const reading: DateReading = { language, names, patterns, today, publishedYear }
  const relative = relativeFinder(language, today)
  return {
    find(text) {
      const all = [
        ...(patterns.hint.test(text) ? byMonth(reading, text) : []),
        ...(/\d{1,4}[-/.]\d/.test(text) ? byDigits(reading, text) : []),
        ...relative(text),
        ...byWeekday(reading, text),
        ...(/\d{4}/.test(text) ? byYear(reading, text) : []),
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

const make = (
  text: string,
  start: number,
  whole: string,
  rest: Resolved,
): InSentence<DateFigure> => ({
  kind: 'date',
  start,
  end: start + whole.length,
  text: text.slice(start, start + whole.length),
  weekday: null,
  zone: null,
  ...rest,
})

/**
 * The year that is meant where none stands there: that of the day nearest to publication, if it is
 * within a month; else what is told lies in the past, unless the sentence speaks of what is to come.
 */
function yearMeant(
  { today }: DateReading,
  sentence: string,
  month: number,
  day: number | null,
): number | null {
  if (today === null) return null
  const { year } = inCalendar(today)
  const at = (each: number): number => (dayOf(each, month, day ?? 15) ?? Number.NaN) - today
  const years = [year - 1, year, year + 1]
  const close = years.find((each) => Math.abs(at(each)) <= near)
  if (close !== undefined) return close
  if (futureWords.test(sentence)) return null
  return years.findLast((each) => at(each) < 0) ?? null
}

/** A date with the month in words, as it stands there. */
interface WrittenDate {
  readonly month: number
  readonly day: number | null
  readonly year: number | null
  /** The last day of a stretch: "3-5 March". */
  readonly upTo: number | null
  readonly whole: string
}

function dated(
  reading: DateReading,
  sentence: string,
  { month, day, year, upTo, whole }: WrittenDate,
): Resolved | null {
  const known = year ?? yearMeant(reading, sentence, month, day)
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
const yearOf = ({ today }: DateReading, turn: string | undefined): string | undefined =>
  turn === undefined || today === null
    ? undefined
    : String(inCalendar(today).year + (turn === 'last' ? -1 : turn === 'next' ? 1 : 0))

const numberOrNull = (written: string | undefined): number | null =>
  written === undefined ? null : Number(written)

function byMonth(reading: DateReading, text: string): InSentence<DateFigure>[] {
  const { language, names, patterns } = reading
  const found: InSentence<DateFigure>[] = []
  for (const match of text.matchAll(patterns.month)) {
    const { before, name = '', after, upTo, year: stated, turn } = match.groups ?? {}
    const month = names.months.get(name.toLowerCase())
    if (month === undefined) continue
    const whole = match[0].trimEnd()
    const year = stated ?? yearOf(reading, turn)
    const day = before ?? after
    if (day === undefined && !isMonth(text, match.index, name, year, language, names)) continue
    const rest = dated(reading, text, {
      month,
      day: numberOrNull(day),
      year: numberOrNull(year),
      upTo: numberOrNull(upTo),
      whole,
    })
    if (rest !== null) found.push(make(text, match.index, whole, rest))
  }
  return found
}

function byWeekday(
  { language, names, patterns, today }: DateReading,
  text: string,
): InSentence<DateFigure>[] {
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

function byDigits({ language }: DateReading, text: string): InSentence<DateFigure>[] {
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

function byYear({ patterns, publishedYear }: DateReading, text: string): InSentence<DateFigure>[] {
  const found: InSentence<DateFigure>[] = []
  for (const match of text.matchAll(patterns.year)) {
    const year = Number(match[1])
    if (publishedYear !== null && year > publishedYear + 80) continue
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
