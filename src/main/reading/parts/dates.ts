// Dates in the header lines of exports. Only a full date with its year counts.
import { isoDate } from '../tidy/published.ts'

export interface LineDate {
  /** ISO 8601. */
  readonly date: string
  /** The line without the date, its weekday, its time and what separates them. */
  readonly rest: string
}

const weekday = '(?:\\p{L}{2,12}\\.?,? )?'
const time =
  '(?:[,T ]+(?:at )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,5})?Z?)?'
const day = [
  '\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日',
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?(?: (?:de|of))? \\p{L}{3,12}\\.?,?(?: (?:de|del))? \\d{4}',
  '\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{4}',
].join('|')
const dated = new RegExp(`(?<![\\p{L}\\d])(${day})(?!\\d)`, 'u')
const around = new RegExp(
  `(?:(?<=^|[\\s,(|·•–—-])${weekday})?(?<![\\p{L}\\d])(?:${day})(?!\\d)${time}`,
  'u',
)
const languages = [null, 'fr', 'de', 'es', 'it', 'nl', 'pt', 'ru', 'pl', 'sv'] as const
const weekdays =
  /(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L})/giu

/** The date in a line of at most 160 characters; null without one. */
export function dateIn(line: string): LineDate | null {
  if (line.length > 160 || !/\d/.test(line)) return null
  const words = dated.exec(line)?.[1]
  if (words === undefined) return null
  const plain = words
    .replace(/(\d)(?:st|nd|rd|th|er|º)\b/u, '$1')
    .replace(/ ?[年月] ?/gu, '/')
    .replace(/ ?日$/u, '')
  for (const language of languages) {
    const date = isoDate(plain, language)
    if (date === null || date.length < 10) continue
    return { date: date.slice(0, 10), rest: restOf(line, words) }
  }
  return null
}

function restOf(line: string, words: string): string {
  const whole = around.exec(line)?.[0] ?? words
  const first = /^\p{L}+/u.exec(whole)?.[0] ?? ''
  const takesWeekday = first !== '' && first.search(weekdays) === 0
  const cut = takesWeekday ? whole : whole.slice(whole.indexOf(words))
  return line
    .replace(cut, ' ')
    .replace(weekdays, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;|·•()[\]–—-]+|[\s,;|·•()[\]–—-]+$/g, '')
}
