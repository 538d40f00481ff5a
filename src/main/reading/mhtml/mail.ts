// What the head of a mail says: subject, sender, date. A browser that saves a page writes such a
// head too, but then the date is that of saving, and the sender is the browser.
import { addressParser, decodeWords } from 'postal-mime'
import type { ArticleMeta } from '../../../shared/model/article.ts'
import { isoDate } from '../tidy/published.ts'

type Headers = ReadonlyMap<string, string>

/** Whether a browser saved the page, rather than somebody sent it. */
export const isSavedPage = (headers: Headers): boolean =>
  headers.has('snapshot-content-location') ||
  headers.has('x-maf') ||
  /^\s*<?\s*saved by\b/i.test(headers.get('from') ?? '') ||
  !headers.has('from')

/** The subject, decoded; null without one. */
export function subjectOf(headers: Headers): string | null {
  const subject = words(headers.get('subject') ?? '')
  return subject === '' ? null : subject
}

/** What a mail says of itself. */
export function mailMeta(headers: Headers): Partial<ArticleMeta> {
  const [sender] = addressParser(raw(headers.get('from') ?? ''), { flatten: true })
  const name = words(sender?.name ?? '') || (sender?.address ?? '')
  return {
    title: subjectOf(headers),
    byline: name === '' ? null : name,
    published: dateOf(headers.get('date') ?? ''),
  }
}

/** `Tue, 3 Mar 2026 18:30:00 +0100` as ISO 8601 (RFC 5322, 3.3). */
function dateOf(value: string): string | null {
  const found =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+(\d{2}:\d{2})(:\d{2})?\s*([+-]\d{4}|[A-Z]{1,4})?/.exec(
      value,
    )
  if (found === null) return isoDate(value)
  const [, day = '', month = '', year = '', time = '', seconds = ':00', zone = ''] = found
  const date = isoDate(`${day} ${month} ${year}`, 'en')
  if (date === null) return null
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : utc(zone)
  return offset === null ? date : `${date}T${time}${seconds}${offset}`
}

const utc = (zone: string): string | null => (/^(?:GMT|UTC?|Z)$/.test(zone) ? 'Z' : null)

/** Encoded words (RFC 2047) and bytes of UTF-8 that stand there raw. */
const words = (value: string): string => decodeWords(raw(value)).replace(/\s+/g, ' ').trim()

const raw = (latin1: string): string => {
  const bytes = Buffer.from(latin1.slice(0, 10_000), 'latin1')
  const text = new TextDecoder().decode(bytes)
  return text.includes('\ufffd') ? latin1 : text
}
