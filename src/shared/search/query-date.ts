// A date in a query: written so that it can be read in one way only.

/** A date as a query's operators want it, or why it is none. */
type QueryDate =
  /** ISO 8601: year, month or day. */
  | { readonly date: string }
  /** `ambiguous`: day and month may be meant either way round. `no-day`: there is no such day. */
  | { readonly trouble: 'ambiguous' | 'no-day' | 'no-date' }

const yearFirst =
  /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|年(?:(\d{1,2})月(?:(\d{1,2})日)?)?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const dayFirst = /^(?:(\d{1,2})\.? )?([a-z]{3,9})\.?,? (\d{4})$/
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/
const yearLast = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/**
 * Reads `2026`, `2026-03`, `2026-03-04`, also with `/` or `.`, `20260304`, `2026年3月4日`, and with the
 * month's English name: `4 March 2026`, `Mar 4, 2026`, `March 2026`. Never a guess: `3/4/2026` is none.
 * @param text without full width
 */
export function readQueryDate(text: string): QueryDate {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const [, year, month = null, day = null, kanjiMonth = null, kanjiDay = null] =
    yearFirst.exec(wanted) ?? []
  if (year !== undefined) return dateOf(year, month ?? kanjiMonth, day ?? kanjiDay)
  const packed = compact.exec(wanted)
  if (packed) return dateOf(packed[1] ?? '', packed[2] ?? null, packed[3] ?? null)
  const spelt = dayFirst.exec(wanted)
  if (spelt) return dateSpelt(spelt[3] ?? '', spelt[2] ?? '', spelt[1] ?? null)
  const american = monthFirst.exec(wanted)
  if (american) return dateSpelt(american[3] ?? '', american[1] ?? '', american[2] ?? null)
  return { trouble: yearLast.test(wanted) ? 'ambiguous' : 'no-date' }
}

function dateSpelt(year: string, name: string, day: string | null): QueryDate {
  const month = months.findIndex(
    (each) =>
      each === name || each.slice(0, 3) === name || (name === 'sept' && each === 'september'),
  )
  return month < 0 ? { trouble: 'no-date' } : dateOf(year, String(month + 1), day)
}

function dateOf(year: string, month: string | null, day: string | null): QueryDate {
  if (month === null) return { date: year }
  const [m, d] = [Number(month), Number(day ?? '1')]
  const time = new Date(0)
  time.setUTCFullYear(Number(year), m - 1, d)
  if (time.getUTCMonth() !== m - 1 || time.getUTCDate() !== d) return { trouble: 'no-day' }
  const parts = [year, month.padStart(2, '0'), ...(day === null ? [] : [day.padStart(2, '0')])]
  return { date: parts.join('-') }
}
