// Dates with the month in words, for the languages that chrono does not read. The names come from
// the runtime's own locale data.

const caches = new Map<string, ReadonlyMap<string, number>>()

export interface NamedDate {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Where the date stands, in UTF-16 code units. */
  readonly index: number
  readonly text: string
}

const dayMonthYear = /(?<![\p{L}\p{N}])(\d{1,2})\.?\s+(\p{L}[\p{L}\p{M}]{2,})\.?,?\s+(\d{4})(?!\d)/u

/** The first date such as "4 marca 2026" in a text; null without one or without a known language. */
export function namedDate(text: string, language: string | null): NamedDate | null {
  const found = language === null ? null : dayMonthYear.exec(text)
  if (found === null || language === null) return null
  const month = monthsOf(language).get(found[2]?.toLowerCase() ?? '')
  if (month === undefined) return null
  return {
    year: Number(found[3]),
    month,
    day: Number(found[1]),
    index: found.index,
    text: found[0],
  }
}

function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = caches.get(language)
  if (known !== undefined) return known
  const months = new Map<string, number>()
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: style,
      timeZone: 'UTC',
    })
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2000, month - 1, 4))
      const name = parts
        .find(({ type }) => type === 'month')
        ?.value.replace(/\.$/, '')
        .toLowerCase()
      if (name !== undefined && /\p{L}/u.test(name)) months.set(name, month)
    }
  }
  caches.set(language, months)
  return months
}
