// What speaks for and against two articles being of one event, in words a reader understands.
import type { PairVerdict } from '../../shared/model/comparison.ts'
import { bodies as notAlone } from '../figures/name-words.ts'
import { type HeadTerm, partsOf } from './head.ts'
import type { Signs } from './signs.ts'

const mostNames = 4
const mostWords = 4
const mostReasons = 5
const longestQuotation = 70

/** The weightiest first; what speaks against comes first where the events differ. */
export function becauseOf(signs: Signs, event: PairVerdict['event']): string[] {
  const [pro, contra] = [forIt(signs), against(signs)]
  const reasons = event === 'same' ? pro : event === 'different' ? contra : [...contra, ...pro]
  const none = event === 'different' ? ['They share few names and words'] : []
  const all = reasons.length > 0 ? reasons : none
  return [...(signs.isShort ? ['Too short to tell much'] : []), ...all].slice(0, mostReasons)
}

function forIt(signs: Signs): string[] {
  const { likeness, quotations, certain, time, where, countries, numbers, otherLanguage } = signs
  const reasons: string[] = []
  const [quotation] = quotations
  if (quotation !== undefined) reasons.push(`Same quotation: “${cut(quotation)}”`)
  const names = namesOf([...likeness.names, ...likeness.everydayNames])
  if (names.length > 0) reasons.push(`Both name ${listed(names)}`)
  if (certain > 1) reasons.push(`${certain} passages in the same words`)
  if (time.apart !== null && time.apart <= 3) reasons.push(dated(time.apart, time.isDated))
  if (where === 'same') reasons.push(`Both in ${nameOf(countries[0])}`)
  const words = likeness.words.filter(({ leads }) => leads).slice(0, mostWords)
  if (words.length > 1 && !otherLanguage)
    reasons.push(`Both begin with ${listed(words.map(({ form }) => `“${form.toLowerCase()}”`))}`)
  if (numbers.length > 0) reasons.push(`Both give ${listed(numbers.slice(0, 3))}`)
  return reasons
}

function against({ likeness, time, where, countries, otherLanguage }: Signs): string[] {
  const reasons: string[] = []
  if (time.apart !== null && time.apart > 10)
    reasons.push(
      time.isDated ? dated(time.apart, true) : `They name days ${span(time.apart)} apart`,
    )
  if (where === 'other')
    reasons.push(`One is in ${nameOf(countries[0])}, the other in ${nameOf(countries[1])}`)
  if (likeness.everyday > 0.3) reasons.push('The names they share are in the news every day')
  if (likeness.strange > 0.2) reasons.push('Each begins with names that the other never mentions')
  if (otherLanguage) reasons.push('In different languages: only names and figures can be compared')
  return reasons
}

const dated = (days: number, isDated: boolean): string =>
  isDated
    ? days === 0
      ? 'Dated the same day'
      : `Dated ${span(days)} apart`
    : 'They name the same days'

const counts = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

function span(days: number): string {
  const [count, unit] =
    days < 14
      ? [days, 'day']
      : days < 60
        ? [Math.round(days / 7), 'week']
        : days < 700
          ? [Math.round(days / 30.44), 'month']
          : [Math.round(days / 365.25), 'year']
  return `${counts[count] ?? count} ${unit}${count === 1 ? '' : 's'}`
}

const cut = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ')
  if (line.length <= longestQuotation) return line
  return `${line.slice(0, line.lastIndexOf(' ', longestQuotation))} …`
}

/**
 * Names that both have, each once and in full where both have all of it. Words that only look like
 * names are left out: those that stand in no name of the article.
 */
function namesOf(terms: readonly HeadTerm[]): string[] {
  const shared = new Set(terms.map(({ plain }) => plain))
  const found = new Set<string>()
  const said = new Set<string>()
  for (const { sort, key, plain, form, whole } of terms) {
    if (sort === 'country') found.add(nameOf(key))
    if (sort === 'country' || whole === null || said.has(plain)) continue
    const parts = partsOf(whole)
    const isWhole = parts.every((part) => shared.has(part) || part.length < 4)
    // Of a person the family name does; "Court" of a court does not.
    if (!isWhole && (parts.at(-1) !== plain || notAlone.has(plain))) continue
    found.add(isWhole ? whole : form)
    for (const part of parts) said.add(part)
  }
  return [...found].slice(0, mostNames)
}

const nameOf = (country: string | null | undefined): string => {
  if (!country) return ''
  const words = country
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
  return words === 'United States' ? `the ${words}` : words
}

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
