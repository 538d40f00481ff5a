// Dates that are told from the day of publication: "yesterday", "last month", "two weeks ago".
import * as chrono from 'chrono-node'
import { dayOf, inCalendar, monthStretch, weekdayOf, yearStretch } from './calendar.ts'
import { onDay, type Resolved } from './resolved-date.ts'
import type { DateFigure, InSentence } from './types.ts'

const english =
  /(?<![\p{L}\p{N}-])(?:(?<day>yesterday|tomorrow|today|tonight|last night)|(?<turn>last|this|next) (?<unit>week|month|year)|(?<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?<units>day|week|month|year)s? ago)(?![\p{L}-])/giu

const counts = 'zero one two three four five six seven eight nine ten'.split(' ')

/** @param today the day of publication; null where it is not known */
export function relativeFinder(
  language: string | null,
  today: number | null,
): (text: string) => InSentence<DateFigure>[] {
  if ((language ?? 'en').startsWith('en')) return (text) => inEnglish(text, today)
  const locale = locales[language?.slice(0, 2) ?? '']
  return locale === undefined ? () => [] : (text) => byChrono(text, today, locale)
}

function inEnglish(text: string, today: number | null): InSentence<DateFigure>[] {
  const found: InSentence<DateFigure>[] = []
  for (const match of text.matchAll(english)) {
    const lead = text.slice(Math.max(0, match.index - 16), match.index)
    // "Over the last year" is a time, not a date; "more than a year ago" is not one year.
    if (/\b(?:in|over|during|for|within) the $/i.test(lead)) continue
    const loose = /\b(?:than|almost|nearly|about|over|around|some) $/i.test(lead)
    const rest = loose ? unresolved : resolve(match.groups ?? {}, today)
    // "The Russia of today", "this year’s": a day or a year all the same. "Today" of an age is not.
    if (
      rest === null ||
      /\b(?:of|until) $/i.test(text.slice(Math.max(0, match.index - 6), match.index))
    )
      continue
    found.push({
      kind: 'date',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      weekday: null,
      zone: null,
      ...rest,
      ...(rest.days === null && { value: match[0].toLowerCase() }),
    })
  }
  return found
}

const unresolved: Resolved = { precision: 'words', days: null, value: '' }

function resolve(
  { day, turn, unit, count, units }: Readonly<Record<string, string | undefined>>,
  today: number | null,
): Resolved | null {
  // What is "today" on the page may have been written for another day's paper.
  if (today === null) return unresolved
  if (day !== undefined) {
    const word = day.toLowerCase()
    const step = word === 'yesterday' || word === 'last night' ? -1 : word === 'tomorrow' ? 1 : 0
    return onDay(today + step)
  }
  if (unit !== undefined) {
    const word = turn?.toLowerCase()
    return around(today, unit.toLowerCase(), word === 'last' ? -1 : word === 'next' ? 1 : 0)
  }
  const number = /^an?$/i.test(count ?? '') ? 1 : counts.indexOf((count ?? '').toLowerCase())
  const back = number > 0 ? number : Number(count)
  const measure = units?.toLowerCase() ?? ''
  if (measure === 'day') return onDay(today - back)
  return around(today, measure, -back)
}

/** The week, month or year that lies so many of them off a day. */
function around(today: number, unit: string, steps: number): Resolved {
  const { year, month } = inCalendar(today)
  if (unit === 'year')
    return { precision: 'year', days: yearStretch(year + steps), value: String(year + steps) }
  if (unit === 'month') {
    const at = year * 12 + month - 1 + steps
    const days = monthStretch(Math.floor(at / 12), (at % 12) + 1)
    return { precision: 'month', days, value: inCalendar(days[0]).iso.slice(0, 7) }
  }
  // A week begins on Sunday or on Monday: both are allowed for.
  const sunday = today - weekdayOf(today) + steps * 7
  const days = [sunday, sunday + 7] as const
  return { precision: 'week', days, value: `${inCalendar(days[0]).iso}/${inCalendar(days[1]).iso}` }
}

interface Locale {
  parse(text: string, reference: Date): chrono.ParsedResult[]
  readonly hint: RegExp
}

const locale = (parser: Pick<Locale, 'parse'>, hint: RegExp): Locale => ({
  parse: (text, reference) => parser.parse(text, reference),
  hint,
})

/** Per language, chrono's reader and the words without which it is not asked. */
const locales: Readonly<Record<string, Locale | undefined>> = {
  de: locale(
    chrono.de,
    /gestern|heute|morgen|(?:letzte|vergangene|nächste|kommende)[nmrs]? (?:Woche|Monat|Jahr)/i,
  ),
  fr: locale(chrono.fr, /hier|aujourd.hui|demain|(?:mois|année|semaine) (?:derni|proch)/i),
  es: locale(chrono.es, /ayer|hoy|mañana|(?:semana|mes|año) (?:pasad|próxim)/i),
  it: locale(chrono.it, /ieri|oggi|domani/i),
  pt: locale(chrono.pt, /ontem|hoje|amanhã/i),
  nl: locale(chrono.nl, /gisteren|vandaag|morgen|vorige|volgende/i),
  ru: locale(chrono.ru, /вчера|сегодня|завтра/i),
  uk: locale(chrono.uk, /вчора|сьогодні|завтра/i),
  ja: locale(chrono.ja, /昨日|今日|明日/),
  zh: locale(chrono.zh, /昨天|今天|明天/),
}

function byChrono(
  text: string,
  today: number | null,
  { parse, hint }: Locale,
): InSentence<DateFigure>[] {
  if (!hint.test(text)) return []
  const found: InSentence<DateFigure>[] = []
  const every = new RegExp(hint.source, hint.flags.includes('g') ? hint.flags : `${hint.flags}g`)
  for (const match of text.matchAll(every)) {
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + match[0].length] ?? ' '
    if (/[\p{L}\p{N}]/u.test(before) && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(before))
      continue
    if (/\p{Script=Latin}|\p{Script=Cyrillic}/u.test(after) && !/[ ]/.test(match[0])) continue
    const rest = today === null ? unresolved : byOne(match[0], today, parse)
    if (rest === null) continue
    const { index } = match
    found.push({
      kind: 'date',
      start: index,
      end: index + match[0].length,
      text: match[0],
      weekday: null,
      zone: null,
      ...rest,
      ...(rest.days === null && { value: match[0] }),
    })
  }
  return found
}

function byOne(words: string, today: number, parse: Locale['parse']): Resolved | null {
  // Noon, so that no zone moves the day.
  const reference = new Date(today * 86_400_000)
  const noon = new Date(
    reference.getUTCFullYear(),
    reference.getUTCMonth(),
    reference.getUTCDate(),
    12,
  )
  const start = parse(words, noon)[0]?.start
  const [year, month, day] = [start?.get('year'), start?.get('month'), start?.get('day')]
  if (!start || !year || !month || !day) return null
  if (start.isCertain('day')) {
    const at = dayOf(year, month, day)
    return at === null ? null : onDay(at)
  }
  return null
}
