// What two articles say of when: the days they are dated, and the days that their beginnings name.
import { calendarNames, dayOf, inCalendar, publishedDay } from '../figures/calendar.ts'
import type { FoundFigure } from '../figures/types.ts'

export interface When {
  /** Days since 1970-01-01. */
  readonly published: number | null
  /** Days that the beginning names in full, or that its date makes plain. */
  readonly days: readonly number[]
  /** Days of a year that the beginning names without the year, from 0; those of leap years. */
  readonly daysOfYear: readonly number[]
}

export interface Nearness {
  /** Days between both; null where nothing tells. */
  readonly apart: number | null
  /** Both are dated: then it says more than days named in a text. */
  readonly isDated: boolean
}

/** How many sentences name the days of the event, if any do. */
const head = 8
const year = 366

/** @param figures of the article, in order */
export function whenOf(
  published: string | null,
  figures: readonly FoundFigure[],
  language: string,
): When {
  const { months } = calendarNames(language === 'und' ? null : language)
  const days = new Set<number>()
  const daysOfYear = new Set<number>()
  for (const figure of figures) {
    if (figure.sentence >= head) break
    if (figure.kind !== 'date' || figure.precision === 'time') continue
    if (figure.days !== null) {
      const [from, to] = figure.days
      if (to - from < 4) for (let day = from; day <= to; day++) days.add(day)
      continue
    }
    const [, name = '', day = ''] = /(\p{L}{3,}\.?) (\d{1,2})(?!\d)/u.exec(figure.text) ?? []
    const [, before = '', after = ''] =
      /(?<!\d)(\d{1,2})\.? (\p{L}{3,}\.?)/u.exec(figure.text) ?? []
    const month = months.get((name || after).toLowerCase())
    const inLeapYear = month === undefined ? null : dayOf(2000, month, Number(day || before))
    if (inLeapYear !== null) daysOfYear.add(inLeapYear - leapYear)
  }
  return { published: publishedDay(published), days: [...days], daysOfYear: [...daysOfYear] }
}

const leapYear = dayOf(2000, 1, 1) ?? 0

export function nearness(a: When, b: When): Nearness {
  if (a.published !== null && b.published !== null)
    return { apart: Math.abs(a.published - b.published), isDated: true }
  const [one, other] = [known(a), known(b)]
  let apart = Number.POSITIVE_INFINITY
  for (const x of one) for (const y of other) apart = Math.min(apart, Math.abs(x - y))
  for (const [days, rest] of [
    [one.map(inYear), b.daysOfYear],
    [other.map(inYear), a.daysOfYear],
    [a.daysOfYear, b.daysOfYear],
  ] as const)
    for (const x of days)
      for (const y of rest) {
        const between = Math.abs(x - y)
        apart = Math.min(apart, between, year - between)
      }
  return { apart: Number.isFinite(apart) ? apart : null, isDated: false }
}

const known = ({ published, days }: When): readonly number[] =>
  published === null ? days : [published, ...days]

function inYear(day: number): number {
  const { month, iso } = inCalendar(day)
  return (dayOf(2000, month, Number(iso.slice(8, 10))) ?? leapYear) - leapYear
}
