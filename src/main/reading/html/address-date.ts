// The date in a page's address: "/2019/10/21/the-bridge", "/2019/oct/21/", "/the-bridge-20191021".
import { isoDate } from '../tidy/published.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day, or the month, that an address names, in ISO 8601; null for none. */
export function addressDate(address: string): string | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')
  const day =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d\d?|[a-z]{3})[/_-](\d\d?)(?=[/_.-]|$)/i.exec(path) ??
    /(?<!\d)((?:19[89]|20[0-4])\d)(\d\d)(\d\d)(?!\d)/.exec(path)
  if (day !== null) {
    const [, year, month = '', date = ''] = day
    const named = months.indexOf(month.toLowerCase()) + 1
    const found = isoDate(`${year}-${two(named > 0 ? String(named) : month)}-${two(date)}`)
    if (found !== null) return found
  }
  const month = /\/((?:19|20)\d\d)[/-](\d\d)(?=\/)/.exec(path)
  return month === null ? null : isoDate(`${month[1]}-${month[2]}`)
}

const two = (value: string): string => value.padStart(2, '0')
