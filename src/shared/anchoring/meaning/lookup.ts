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

const openersOf = new Map(
  Object.entries(openers).map(([language, list]) => [language, new Set(list)] as const),
)
const everyOpener = new Set(Object.values(openers).flat())
const known = new Map<string, Deciding>()

/** What decides in the language of some words (folded); null where they do not tell which it is. */
export function decidingIn(words: readonly string[]): Deciding | null {
  const hits = [...openersOf].map(([language, set]) => ({
    language,
    count: words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0),
  }))
  const most = Math.max(...hits.map(({ count }) => count))
  if (most < enoughHits) return null
  const languages = hits.flatMap(({ language, count }) => (count === most ? [language] : []))
  const key = languages.join()
  const deciding = known.get(key) ?? make(languages)
  known.set(key, deciding)
  return deciding
}

/** So many words that are common in a language tell it. */
const enoughHits = 2

function make(languages: readonly string[]): Deciding {
  const denials = new Set([...languages, 'other'].flatMap((language) => negations[language] ?? []))
  const numbers = new Map<string, string>()
  for (const language of [...languages, 'zh'])
    for (const entry of (numberWords[language] ?? '').split(/\s+/u)) {
      const [word = '', value = ''] = entry.split('=')
      if (!numbers.has(word)) numbers.set(word, value)
    }
  return {
    denies: (word) => denials.has(word) || denyingEndings.test(word),
    opens: (word) => everyOpener.has(word),
    numberOf(word) {
      if (/\d/.test(word)) return word.replace(/^0+(?=\d)/, '')
      if (/^\p{N}+$/u.test(word)) return word.normalize('NFKC')
      return numbers.get(word) ?? null
    },
  }
}

/** What decides in any of them. */
export const anyLanguage: Deciding = make([...openersOf.keys()])
