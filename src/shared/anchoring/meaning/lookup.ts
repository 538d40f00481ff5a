// The words that decide (`deciding-words.ts`), to be looked up.
import { denyingEndings, negations, numberWords, openers, opposites } from './deciding-words.ts'

/** For each word the rows it stands in, each with the member that it is a form of. */
const rows = new Map<string, (readonly [row: string, member: string])[]>()
for (const [at, row] of opposites.entries())
  for (const forms of row.split(/\s+/u)) {
    const [member = ''] = forms.split('=')
    for (const form of forms.split('='))
      rows.set(form, [...(rows.get(form) ?? []), [String(at), member] as const])
  }

/** What decides in a language, as it is looked up. */
export interface Deciding {
  /** Whether a word denies. */
  denies(word: string): boolean
  /** What a word stands for as a number, in figures; null for one that is none. */
  numberOf(word: string): string | null
  /** Whether a word often opens a sentence. */
  opens(word: string): boolean
}

export const rowsOf = (word: string): readonly (readonly [row: string, member: string])[] =>
  rows.get(word) ?? []

const months = new Set(['january', 'januar', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'])
/** Rows of months, each by one of its members. */
const monthRows = new Set([...months].flatMap((name) => rowsOf(name).map(([row]) => row)))

export const isMonth = (word: string): boolean =>
  rowsOf(word.toLowerCase()).some(([row]) => monthRows.has(row))

const languages = Object.keys(openers)
/** For each word that is common in some languages a bit for each of them. */
const commonIn = new Map<string, number>()
for (const [at, language] of languages.entries())
  for (const word of openers[language] ?? [])
    commonIn.set(word, (commonIn.get(word) ?? 0) | (1 << at))
const known = new Map<number, Deciding>()

/** What decides in the language of some words (folded); null where they do not tell which it is. */
export function decidingIn(words: Iterable<string>): Deciding | null {
  const hits = new Uint32Array(languages.length)
  for (const word of words) {
    const bits = commonIn.get(word)
    if (bits === undefined) continue
    for (let at = 0; at < languages.length; at++)
      if (bits & (1 << at)) hits[at] = (hits[at] ?? 0) + 1
  }
  const most = Math.max(...hits)
  if (most < enoughHits) return null
  // In a few words one hit more says nothing: "on", "to" and "ten" are Polish, too.
  const enough = Math.max(enoughHits, most - 1)
  const found = languages.filter((_, at) => (hits[at] ?? 0) >= enough)
  const key = found.reduce((bits, language) => bits | (1 << languages.indexOf(language)), 0)
  const deciding = known.get(key) ?? make(found)
  known.set(key, deciding)
  return deciding
}

/** So many words that are common in a language tell it. */
const enoughHits = 2

function make(some: readonly string[]): Deciding {
  const denials = new Set([...some, 'other'].flatMap((language) => negations[language] ?? []))
  const numbers = new Map<string, string>()
  for (const language of [...some, 'zh'])
    for (const entry of (numberWords[language] ?? '').split(/\s+/u)) {
      const [word = '', value = ''] = entry.split('=')
      if (!numbers.has(word)) numbers.set(word, value)
    }
  return {
    denies: (word) => denials.has(word) || denyingEndings.test(word),
    opens: (word) => commonIn.has(word),
    numberOf(word) {
      if (/\d/.test(word)) return word.replace(/^0+(?=\d)/, '')
      if (/^\p{N}+$/u.test(word)) return word.normalize('NFKC')
      return numbers.get(word) ?? null
    },
  }
}

/** Whether a word that denies, in any language, begins with some letters. */
export const beginsDenial = (letters: string): boolean =>
  letters.length > 1 && allDenials.some((word) => word.startsWith(letters))
const allDenials = Object.values(negations).flat()

/** What decides in any of them. */
export const anyLanguage: Deciding = make(languages)
