// What an article says it is about: the words and names of its headline, its lead and the beginning of
// its body, weighed by how early and how often they stand there. Names that are in the news every day
// (countries, their capitals, who governs them) weigh less: any two articles may share them.
import { calendarNames } from '../figures/calendar.ts'
import { isRole } from '../figures/titles.ts'
import type { FoundFigure } from '../figures/types.ts'
import type { Prepared } from '../prepare/prepare.ts'
import { type Stem, stemmerFor } from '../prepare/stem.ts'
import { countryOf } from './places.ts'

export interface HeadTerm {
  /** A stem; of a country, its capital and its people the country. */
  readonly key: string
  /** As a name is compared across languages, where stems differ. */
  readonly plain: string
  /** As the article writes it. */
  readonly form: string
  /** The whole name that it is part of ("Ines Varga"), where the article has one. */
  readonly whole: string | null
  readonly weight: number
  readonly sort: 'country' | 'name' | 'word'
  /** In the headline or the lead. */
  readonly leads: boolean
}

export interface Head {
  readonly terms: ReadonlyMap<string, HeadTerm>
  /** How many content words were read. */
  readonly words: number
  /** Index of the sentence at which reading ended. */
  readonly end: number
  /** The country that the headline, or else the lead, says it is in; null where neither does. */
  readonly where: string | null
  /** Keys of the names of who is said to govern. */
  readonly leaders: ReadonlySet<string>
}

/** Tokens of the body that are looked at: the event is told by then. */
const longest = 1_200
/** Tokens of the body that are its lead, as far as sentences go that begin within. */
const lead = 80

const inTitle = 2
const inLead = 1.6
const asName = 1.6

interface Counted {
  readonly key: string
  readonly isCountry: boolean
  /** "President", "Friday": written as a name, and none. */
  readonly isRank: boolean
  count: number
  titled: boolean
  early: boolean
  isName: boolean
  form: string
}

/** Bounded, however long the article is. */
export function headOf(article: Prepared, figures: readonly FoundFigure[]): Head {
  const { text, sentences, tokens, words } = article
  const stem = stemmerFor(article.language)
  const { months, weekdays } = calendarNames(article.language === 'und' ? null : article.language)
  const counted = new Map<string, Counted>()
  let read = 0
  let content = 0
  let where: string | null = null
  let end = 0
  for (const { furniture, title, firstToken, endToken, sameAs } of sentences) {
    if (read >= longest) break
    end++
    if (furniture || sameAs >= 0) continue
    const early = !title && read < lead
    if (title || early) where ??= placeIn(article, firstToken, endToken)
    for (let token = firstToken; token < endToken && read < longest; token++) {
      if (!title) read++
      const word = words[tokens.words[token] ?? -1]
      if (!word || word.stem.length < 2 || /^\d/.test(word.norm)) continue
      content++
      const isCapital = tokens.capitals[token] === 1
      const country = isCapital ? countryOf(word.norm) : null
      const key = country?.id ?? plainOf(word.stem)
      let term = counted.get(key)
      if (!term) {
        const form = text.slice(tokens.starts[token], tokens.ends[token]).replace(/['’]s$/u, '')
        const isRank = isRole(word.norm) || months.has(word.norm) || weekdays.has(word.norm)
        const none = { count: 0, titled: false, early: false, isName: false }
        term = { ...none, key, form, isCountry: country !== null, isRank }
        counted.set(key, term)
      }
      term.count++
      term.isName ||= isCapital && (country !== null || (word.isName && !term.isRank))
      term.titled ||= title
      term.early ||= early
    }
  }
  const wholes = wholeNames(figures, end)
  const terms = new Map<string, HeadTerm>()
  for (const { key, count, titled, early, form, isName, isCountry, isRank } of counted.values()) {
    const weight =
      (1 + Math.log2(count)) * (titled ? inTitle : early ? inLead : 1) * (isName ? asName : 1)
    const sort = isCountry ? 'country' : isRank || !isName ? 'word' : 'name'
    const plain = isCountry ? key : plainOf(form.toLowerCase())
    const whole = wholes.get(plain) ?? null
    terms.set(key, { key, plain, form, whole, weight, sort, leads: titled || early })
  }
  return { terms, words: content, end, where, leaders: leadersIn(figures, end, stem) }
}

/** Without accents: outlets differ in them, above all in names. */
const plainOf = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{Mn}/gu, '')

const wherePrepositions = new Set(
  'in to at near en nach in à au a en visit visits visited visiting'.split(' '),
)

function placeIn({ tokens, words }: Prepared, first: number, end: number): string | null {
  for (let token = first; token + 1 < end; token++) {
    if (!wherePrepositions.has(words[tokens.words[token] ?? -1]?.norm ?? '')) continue
    if (tokens.capitals[token + 1] !== 1) continue
    const country = countryOf(words[tokens.words[token + 1] ?? -1]?.norm ?? '')
    if (country?.isPlace) return country.id
  }
  return null
}

/** For each word of a name, plain and lower-case, the name as it is first given. */
function wholeNames(figures: readonly FoundFigure[], end: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const figure of figures) {
    if (figure.sentence >= end) break
    if (figure.kind !== 'name') continue
    for (const part of partsOf(figure.value)) if (!found.has(part)) found.set(part, figure.value)
  }
  return found
}

/** The words of a name as `HeadTerm.plain` has them. */
export const partsOf = (name: string): string[] =>
  plainOf(name.toLowerCase().replace(/['’]s$/u, '')).match(/[\p{L}\p{N}'’]+/gu) ?? []

const governs =
  /\b(?:president|prime minister|premier|chancellor|general secretary|leader|king|queen|pope)\b|präsident|kanzler/iu
const governsNot = /\b(?:vice|former|deputy|house|senate|majority|minority|opposition|party)\b/iu

/** Keys of the names of whoever the article calls by such a title. */
function leadersIn(figures: readonly FoundFigure[], end: number, stem: Stem): ReadonlySet<string> {
  const found = new Set<string>()
  for (const figure of figures) {
    if (figure.sentence >= end) break
    if (figure.kind !== 'name' || figure.title === null) continue
    if (!governs.test(figure.title) || governsNot.test(figure.title)) continue
    for (const part of figure.value.toLowerCase().split(/[\s-]+/)) found.add(plainOf(stem(part)))
  }
  return found
}
