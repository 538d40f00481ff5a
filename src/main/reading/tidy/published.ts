// When it was published. Only lines that state the article's own date count: a story is full of
// other dates. Precision is kept; what is not stated is not filled in.
import * as chrono from 'chrono-node'
import { namedDate } from './month-names.ts'

export interface StatedDate {
  /** ISO 8601 in the precision found. */
  readonly date: string
  /** What the line calls it. */
  readonly kind: 'published' | 'bare' | 'updated'
}

/** A date and where it stands in the line. */
interface Found {
  readonly date: string | null
  readonly index: number
  readonly text: string
}

// Only for what chrono leaves out; a date without its year is not taken at all.
const reference = new Date(Date.UTC(2000, 0, 1, 12))

const iso =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?(?![\d-])/

/** A date in ISO 8601 from whatever a field of metadata holds; null if it holds no full date. */
export function isoDate(value: string, language: string | null = null): string | null {
  const text = value.trim()
  const plain = iso.exec(text)
  if (plain !== null) return isoOf(plain)
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)
  if (compact !== null) return checked(compact[1], compact[2], compact[3])
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(text)
  if (slashed !== null) return checked(slashed[1], slashed[2], slashed[3])
  if (text.length > 120) return null
  const found = firstDate(text, language)
  return found?.date ?? null
}

function isoOf(match: RegExpExecArray): string | null {
  const [, year, month, day, time, zone] = match
  const date = checked(year, month, day)
  if (date === null || time === undefined || zone === undefined) return date
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return /^00:00(?::00)?$/.test(time) && zone === 'Z'
    ? date
    : `${date}T${time.length === 5 ? `${time}:00` : time}${offset}`
}

/** The date if it is one of the calendar; `2023-10` without a day; null otherwise. */
function checked(year = '', month = '', day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), day === undefined ? 1 : Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  if (y < 1500 || y > 2200 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  const text = date.toISOString().slice(0, 10)
  return day === undefined ? text.slice(0, 7) : text
}

const label =
  /^(?:(?:first |originally |date )?(published|posted|publication date|date|issued|released|created|veröffentlicht|erschienen|stand|publiée?|publicad[oa]|postad[oa](?: em)?|pubblicato|gepubliceerd|fecha|data|datum|опубликовано)|(?:last |zuletzt |última )?(updated|modified|aktualisiert|mis à jour|actualizado|actualización|atualizad[oa]|aggiornato|bijgewerkt))(?![\p{L}\p{M}])(?:\s+(?:on|at|am|le|el|il|em|op|den))?\s*[:|–—-]?\s*/iu
const byName =
  /^(?:(?:(?:written|posted|published) )?(?:by|von|par|por)\b[^\d|•·]{0,60}(?:[|•·,–—/-](?:\s?le\s)?|\s(?:on|am|le|el|em)\s)|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}\s?[|•·,])\s*/iu
const wrapping = /^[\s,.|•·()[\]–—-]*$/

/** What a line says of the article's date; null for any line that says more than that. */
export function statedDate(line: string, language: string | null): StatedDate | null {
  if (line.length > 120 || !/\d{4}/.test(line)) return null
  const labelled = label.exec(line)
  const named = labelled === null ? byName.exec(line) : null
  const rest = line.slice((labelled ?? named)?.[0].length ?? 0)
  const kind =
    labelled?.[1] !== undefined ? 'published' : labelled?.[2] !== undefined ? 'updated' : 'bare'
  const plain = iso.exec(rest)
  if (plain !== null) {
    const date = isoOf(plain)
    return date !== null && wrapping.test(leftover(rest.slice(plain[0].length)))
      ? { date, kind }
      : null
  }
  const found = firstDate(rest, language)
  if (found === null) return null
  const around = rest.slice(0, found.index) + rest.slice(found.index + found.text.length)
  if (!wrapping.test(leftover(around))) return null
  return found.date === null ? null : { date: found.date, kind }
}

const dateline =
  /^\p{Lu}[\p{L}\p{M}., '’/-]{2,60}?[,(\s–—-]+((?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}),? \d{4})\)?\s*(?:[([/][^)\]]{2,40}[)\]/]\s*)?[-–—]+\s?\S/u

/** The date in the dateline that a report begins with: "PORT ANSEL, Oct. 21, 2014 — After"; else null. */
export function datelineDate(passage: string, language: string | null): string | null {
  const found = dateline.exec(passage.slice(0, 200))?.[1]
  return found === undefined ? null : (statedDate(found, language)?.date ?? null)
}

/** What remains of a line's other words when those that go with dates are taken away. */
const leftover = (text: string): string =>
  text
    .replace(/\b(?:by|von|par|por) \p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){0,4}\s*$/u, '')
    .replace(
      /[/|•·,–—\s-]*\b(?:updated|published|posted|last|modified|originally|first|created|atualizad[oa]|actualizado|aktualisiert|aggiornato|mis à jour)\b.*$/i,
      '',
    )
    .replace(/(?:来源|來源|出典|출처)\s*[:：].*$/u, '')
    .replace(
      /\b(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\s?[ap]\.?m\.?|[ap]\.?m\.?|[A-Z]{2,4}T|UTC|GMT|Z|at|on|Uhr|um|à|às|alle|ore|uur|om|E[SD]T|heures?|\d{1,2} ?h(?: ?\d{2})?|\d+\s?min(?:ute)?s?(?: read)?)(?=\W|$)/gi,
      '',
    )
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi, '')
    .replace(foreignWeekday, '')

const foreignWeekday =
  /(?<!\p{L})(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[áa]bado|domingo|(?:segunda|ter[çc]a|quarta|quinta|sexta)-feira|(?:luned|marted|mercoled|gioved|venerd)[iì]|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?!\p{L})/giu

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
]
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?'
const plainDayFirst = new RegExp(`^${weekday}(\\d{1,2}) (${months.join('|')}),? (\\d{4})$`, 'i')
const plainMonthFirst = new RegExp(`^${weekday}(${months.join('|')}) (\\d{1,2}),? (\\d{4})$`, 'i')

/**
 * A date as most outlets write it in English and nothing else, which is what the library finds too, in
 * every language: its patterns take longer to make ready than a text to read.
 */
function plainDate(text: string): Found | null {
  const dayFirst = plainDayFirst.exec(text)
  const match = dayFirst ?? plainMonthFirst.exec(text)
  if (match === null) return null
  const [, first = '', second = '', year = ''] = match
  const [day, name] = dayFirst === null ? [second, first] : [first, second]
  const month = String(months.indexOf(name.toLowerCase()) + 1)
  const date = checked(year, month, day)
  return date === null ? null : { date, index: 0, text }
}

function firstDate(text: string, language: string | null): Found | null {
  const plain = plainDate(text)
  if (plain !== null) return plain
  const digits = numericDate(text, language)
  if (digits !== null) return digits.date === null ? null : digits
  // Words such as "yesterday" are no date: the year must stand there.
  for (const parser of parsersFor(language)) {
    const found = parser
      .parse(text, reference)
      .find(
        ({ start, text: words }) =>
          start.isCertain('month') && words.includes(String(start.get('year'))),
      )
    if (found !== undefined) return { date: resultOf(found), index: found.index, text: found.text }
  }
  const named = namedDate(text, language)
  if (named === null) return null
  const { year, month, day } = named
  return { ...named, date: checked(String(year), String(month), String(day)) }
}

/**
 * A date all in digits, day or month first. Where both readings are possible, the language decides;
 * English is written both ways, so there nothing is said unless its tag names a country.
 */
function numericDate(text: string, language: string | null): Found | null {
  const match = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  if (match === null) return null
  const [whole, first = '', , second = '', year] = match
  const [a, b] = [Number(first), Number(second)]
  const dayFirst = a > 12 || a === b || (b <= 12 && isDayFirst(language))
  const known = a > 12 || b > 12 || a === b || dayFirst || language === 'en-US'
  const date = !known
    ? null
    : dayFirst
      ? checked(year, second, first)
      : checked(year, first, second)
  return { date, index: match.index, text: whole }
}

const isDayFirst = (language: string | null): boolean =>
  language !== null && (/^en-(?!US)/.test(language) || !language.startsWith('en'))

function resultOf({ start }: chrono.ParsedResult): string | null {
  const day = start.isCertain('day') ? String(start.get('day')) : undefined
  const date = checked(String(start.get('year')), String(start.get('month')), day)
  const offset = start.get('timezoneOffset')
  if (date === null || day === undefined || offset === null) return date
  if (!start.isCertain('hour') || !start.isCertain('timezoneOffset')) return date
  const two = (value: number | null): string => String(Math.abs(value ?? 0)).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  const zone = offset === 0 ? 'Z' : `${sign}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`
  return `${date}T${two(start.get('hour'))}:${two(start.get('minute'))}:${two(start.get('second'))}${zone}`
}

interface Parser {
  parse(text: string, reference: Date): chrono.ParsedResult[]
}

const locales: Readonly<Record<string, Parser | undefined>> = {
  de: chrono.de,
  es: chrono.es,
  fr: chrono.fr,
  it: chrono.it,
  ja: chrono.ja,
  nl: chrono.nl,
  pt: chrono.pt,
  ru: chrono.ru,
  uk: chrono.uk,
  zh: chrono.zh,
}

function parsersFor(language: string | null): readonly Parser[] {
  const own = locales[language?.slice(0, 2) ?? '']
  return own === undefined ? [chrono.casual] : [own, chrono.casual]
}
