// The common part of a word's forms ("meets", "meeting"), by the Snowball algorithm of the article's
// language (Porter, https://snowballstem.org). Function words have none.
import snowball from 'snowball-stemmers'
import { functionWordsOf } from './function-words.ts'

const algorithms: Readonly<Record<string, string>> = {
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  tr: 'turkish',
}

export type Stem = (norm: string) => string

const stemmers = new Map<string, Stem>()

/** Stems kept in memory for each language. */
const remembered = 50_000

/**
 * A function that gives a normalised token's stem: '' for a function word, the word itself in a
 * language without an algorithm.
 * @param language primary subtag: `en`
 */
export function stemmerFor(language: string): Stem {
  const made = stemmers.get(language)
  if (made) return made
  const name = algorithms[language]
  const algorithm = name === undefined ? undefined : snowball.newStemmer(name)
  const functionWords = functionWordsOf(language)
  const known = new Map<string, string>()
  const stem = (norm: string): string => {
    let found = known.get(norm)
    if (found === undefined) {
      if (functionWords.has(norm)) found = ''
      else if (algorithm && /^\p{L}/u.test(norm)) found = algorithm.stem(norm)
      else found = norm
      if (known.size >= remembered) known.clear()
      known.set(norm, found)
    }
    return found
  }
  stemmers.set(language, stem)
  return stem
}
