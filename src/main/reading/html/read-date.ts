// Reads a date as pages show it beside their headlines: with a year of two digits, a label, a day of
// the week, a place, the time it takes to read.
import { namedDate } from '../tidy/month-names.ts'
import { isoDate } from '../tidy/published.ts'
import { dateLabels } from './date-words.ts'

export type DateKind = 'published' | 'bare' | 'updated'

export interface ShownDate {
  /** ISO 8601 in the precision found. */
  readonly date: string
  readonly kind: DateKind
}

/** Longer lines are sentences. */
const longest = 160
/** Between a label and its date: a day of the week, a time. */
const nearLabel = 50

/** The dates that a short text states; none for a text that says more than that. */
export function datesIn(text: string, language: string | null): readonly ShownDate[] {
  if (text.length > longest || !/\d/.test(text)) return []
  const labels = [...text.matchAll(dateLabels)]
  const found: ShownDate[] = []
  for (const [i, label] of labels.entries()) {
    const from = label.index + label[0].length
    const until = Math.min(labels[i + 1]?.index ?? text.length, from + nearLabel)
    const value = dateOf(text.slice(from, until), language)
    if (value === null || value.index > 16) continue
    if (i === 0 && !isFew(text.slice(0, label.index))) return []
    if (isSentence(text.slice(from + value.index + value.length))) return []
    found.push({ date: value.date, kind: label[1] === undefined ? 'updated' : 'published' })
  }
  if (found.length > 0) return found
  const bare = dateOf(text, language)
  if (bare === null || !isAround(text.slice(0, bare.index), text.slice(bare.index + bare.length)))
    return []
  return [{ date: bare.date, kind: 'bare' }]
}

/** A date that a field of metadata or an attribute holds; null if it holds none. */
export const dateIn = (value: string, language: string | null): string | null =>
  value.length > 120 ? null : (isoDate(value) ?? dateOf(value, language)?.date ?? null)

interface Stood {
  readonly date: string
  readonly index: number
  readonly length: number
}

const monthFirst = new Set(['en', 'en-US', 'en-PH'])
const numeric = /(?<![\d./-])(\d{1,2})(\s?[./-]\s?)(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/
const yearFirst =
  /(?<![\d./-])((?:19|20)\d\d)(?:[./-](\d{1,2})[./-](\d{1,2})|\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]|\.\s(\d{1,2})\.\s(\d{1,2}))(?!\d)/
const worded =
  /(?:\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?,?\s+(?:(?:of|de|d[’'])\s*)?\p{L}[\p{L}\p{M}]{2,}\.?,?\s*(?:de[l]?\s+)?|\p{L}[\p{L}\p{M}]{2,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+|(?<!\p{L})\p{L}[\p{L}\p{M}]{2,}\.?,?\s+(?:de\s+)?)((?:19|20)\d\d)(?!\d)(?:\s?(?:roku|року|года|[rрг]\.)(?![\p{L}\p{M}]))?/iu

function dateOf(text: string, language: string | null): Stood | null {
  const first = yearFirst.exec(text)
  if (first !== null) {
    const [whole, year, ...rest] = first
    const [month, day] = rest.filter((part) => part !== undefined)
    return stood(`${year}-${two(month)}-${two(day)}`, first.index, whole.length)
  }
  const digits = numeric.exec(text)
  if (digits !== null) return inDigits(digits, language)
  const numbered = monthInDigits.exec(text)
  if (numbered !== null)
    return stood(`${numbered[2]}-${two(numbered[1])}`, numbered.index, numbered[0].length)
  const words = worded.exec(text)
  if (words === null) return null
  const plain = words[0]
    .replace(/(\d)(?:st|nd|rd|th|er|º|°)(?=[\s,])/i, '$1')
    // "2022 r.", "2020 года": the word for the year.
    .replace(/(\d{4})\s?\p{L}+\.?$/u, '$1')
  for (const tried of [language, ...spare]) {
    const value = isoDate(plain, tried) ?? named(plain, tried) ?? monthIn(plain, tried)
    if (value !== null) return { date: value, index: words.index, length: words[0].length }
  }
  return null
}

/** Languages whose months are tried where the page's own does not know a word. */
const spare = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'nb', 'pl']

function named(text: string, language: string | null): string | null {
  const found = namedDate(text.replace(/\s(?:de|of|d[’'])\s?/g, ' '), language)
  if (found === null) return null
  return isoDate(`${found.year}-${two(String(found.month))}-${two(String(found.day))}`)
}

const monthInDigits = /(?<![\d./-])(0?[1-9]|1[0-2])\/((?:19|20)\d\d)(?![\d/-])/

/** "März 2024", "mars de 2024": no day is named. */
function monthIn(text: string, language: string | null): string | null {
  if (/\d.*\d{4}/.test(text.replace(/(\d{4})$/, '')) || /^\d/.test(text)) return null
  return named(`1 ${text.replace(/[,.]/g, '')}`, language)?.slice(0, 7) ?? null
}

/** Points stand between day and month, in this order, wherever they are used. */
function inDigits(match: RegExpExecArray, language: string | null): Stood | null {
  const [whole, a = '', border = '', b = '', short = ''] = match
  if (short.length === 2 && border.trim() === '-') return null
  const year = short.length === 4 ? short : `${Number(short) > 60 ? '19' : '20'}${short}`
  const [one, other] = [Number(a), Number(b)]
  const points = border.trim() === '.'
  const isMonthFirst = !points && (language === null || monthFirst.has(language))
  if (isMonthFirst && language !== 'en-US' && one <= 12 && other <= 12 && one !== other) return null
  const [day, month] = other > 12 ? [b, a] : one > 12 ? [a, b] : isMonthFirst ? [b, a] : [a, b]
  return stood(`${year}-${two(month)}-${two(day)}`, match.index, whole.length)
}

function stood(value: string, index: number, length: number): Stood | null {
  const date = isoDate(value)
  return date === null ? null : { date, index, length }
}

const two = (value = ''): string => value.padStart(2, '0')

/** What may stand by a date that says nothing else. */
const small =
  /\b(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{1,2}\s?[ap]\.?m\.?|[ap]\.?m\.?|[A-Z]{2,4}T|UTC|GMT|Uhr|\d+[\s-]?min(?:ute[ns]?|utos|uti)?\.?(?: read| de lecture| de lectura| de leitura| di lettura| lesezeit| leestijd)?|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/giu
const separators = /^[\s,.:;|•·()[\]/–—+*»«-]*$/

/** Whether what stands before a label is no more than a name or a place. */
const isFew = (before: string): boolean =>
  separators.test(before) ||
  thisArticle.test(before) ||
  /[|•·:–—)]\s*$/.test(before) ||
  isAround(before, '')

const thisArticle =
  /^\s*(?:this|the|dieser?|der|die|cet(?:te)?|l[’']|este|esta|el|la|o|questo|quest[’']|dit|het)\s?\p{L}+\s(?:was|were|has been|is|wurde|ist|a été|fue|ha sido|foi|è stat[oa]|werd)(?:\s\p{Ll}+){0,2}\s*$/iu

/** Whether a sentence goes on after a date: "published on 3 May 1998 said that". */
const isSentence = (after: string): boolean =>
  !/^\s*[|•·(–—]/.test(after) &&
  ((after.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu)?.length ?? 0) >= 4 ||
    /^[\s,]*(?:\p{Ll}{3,}\s?)+[^|•·]*[.!?]$/u.test(after))

/** Who wrote it may stand before the day, and is no label of it. */
const writer = /^\s*(?:author|autor(?:in|ka)?|auteure?|автор)\s*:/iu

/**
 * Whether the words around a date are a place, a name, an outlet or nothing: few, and nearly all of them
 * with a capital.
 */
function isAround(before: string, after: string): boolean {
  const left = `${before.replace(writer, '')} ${after}`.replace(small, ' ')
  if (separators.test(left)) return true
  const words = left.match(/[\p{L}\p{M}'’.-]+/gu)?.filter((word) => /\p{L}/u.test(word)) ?? []
  if (left.length > 60 || words.length > 5 || /\d|[?!"„“”]|\p{L}\s*:/u.test(left)) return false
  return words.every((word) =>
    /^\p{Lu}|^\p{Lo}|^(?:at|on|am|um|le|à|de|by|von|par|por|di|em|in|the|of|and|und|et|y|e|das|do|van|den|der|el|la|den|kl|o|ore|alle|às|uur)\.?$/u.test(
      word,
    ),
  )
}
