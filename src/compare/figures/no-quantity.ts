// Which numbers are no quantities: those that only name something ("F-35", "Flight 370", "9/11"), are
// years, or stand before the items of a list.
import type { Counted } from './counted.ts'
import type { Numeral } from './numerals.ts'

/** Names of things that are numbered. */
const numbered =
  /\b(?:no|nos|nr|number|numbers|group of|page|pages|p|pp|chapter|section|sections|article|articles|room|flight|flights|route|version|channel|phase|level|grade|round|game|day|type|group|gate|part|vol|volume|issue|season|episode|line|figure|table|step|class|district|ward|unit|area|platform|track|terminal|exhibit|count|case|bill|paragraph|clause|amendment|resolution|proposition|nummer|kapitel|seite|artikel|paragraf|article|página|numéro|número|capítulo)\.? ?$/i

/** What stands before the first word of a sentence or a quotation. */
export const sentenceStart = /(?:^|[.!?:…]["”’')\]]*\s+|["“‘(]|\n)\s*$/u
const capitalBefore = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}’'.-]{1,30}) $/u
/** Four digits that may be a year. */
export const yearlike = (numeral: Numeral): boolean =>
  numeral.written === 'digits' &&
  !numeral.grouped &&
  !numeral.scaled &&
  Number.isInteger(numeral.amount) &&
  numeral.amount >= 1400 &&
  numeral.amount <= 2100 &&
  numeral.end - numeral.start === 4

/** The number is part of something else: "F-35", "COVID-19", "v1.2", "#5", "9/11", "’90s". */
export function isGlued(text: string, start: number): boolean {
  const lead = text.slice(Math.max(0, start - 2), start)
  return (
    /(?:[#/:@_&=+%’']|^\.|[\s(]\.|\p{N}[.,]|\p{N}[-–]|[\p{L}][-–‐‑.])$/u.test(lead) &&
    !/["“]$/.test(lead)
  )
}

/** Where the letters and digits end that a place is in. */
export const pastRun = (text: string, at: number): number => {
  const run = /[\p{L}\p{N}_]{1,400}(?:[/:.,-][\p{L}\p{N}_]{1,40}){0,6}/uy
  run.lastIndex = at
  return run.test(text) && /\d/.test(text[at] ?? '') ? run.lastIndex : at + 1
}

/** @param lead what stands before; `initial`: a sentence begins with the number */
export function isName(text: string, numeral: Numeral, lead: string, initial: boolean): boolean {
  if (numbered.test(lead)) return true
  if (numeral.written === 'words') {
    // "Big Ten", "the Seven Sisters".
    const first = text[numeral.start] ?? ''
    return first !== first.toLowerCase() && !initial
  }
  return /(?:^|\n)$/.test(lead) && /^[.)]\s/.test(text.slice(numeral.end, numeral.end + 2))
}

/** "Boeing 777", "Windows 10": what a name ends with. */
export const isIdentifier = (
  lead: string,
  initial: boolean,
  numeral: Numeral,
  counted: Counted | null,
): boolean =>
  numeral.written === 'digits' &&
  !numeral.scaled &&
  !initial &&
  counted === null &&
  capitalBefore.test(lead) &&
  !sentenceStart.test(lead.replace(capitalBefore, ''))
