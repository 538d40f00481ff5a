// The people an article names: in full once, then by their surname. Only a surname that one full name
// ends with is made full; who is a man or a woman is known only from titles.
import { at, nameAt, type Tokens } from './subject.ts'
import {
  determiners,
  femaleTitles,
  functionWords,
  maleTitles,
  nobody,
  particles,
  titles,
} from './vocabulary.ts'

export type Gender = 'male' | 'female'

export interface People {
  /** The full name that a name as it stands is short for; the name itself otherwise. */
  fullName(name: string): string
  /** By the titles before the name anywhere in the article. */
  gender(fullName: string): Gender | null
  /** Whether a name is that of a person, as far as the article shows it. */
  isPerson(fullName: string): boolean
  /** The full names of all the people named in a paragraph before a token, in genitives too. */
  mentionedIn(tokens: Tokens, end: number): Set<string>
}

/** A name at a token. */
interface NamedAt {
  readonly place: number
  readonly name: string
}

/** A paragraph that names more people leaves no pronoun clear. */
const maxMentions = 60

const suffixes = /^(?:jr|sr|ii|iii|iv)$/

/** Reads the names of an article from its paragraphs, and from its quotations' own words not at all. */
export function peopleOf(paragraphs: readonly Tokens[]): People {
  const bySurname = new Map<string, Set<string>>()
  const firstForm = new Map<string, string>()
  const genders = new Map<string, Gender | 'both'>()
  const titled = new Set<string>()
  const addGender = (surname: string, gender: Gender): void => {
    const known = genders.get(surname)
    genders.set(surname, known && known !== gender ? 'both' : gender)
  }
  for (const tokens of paragraphs)
    for (let place = 0; place < tokens.length; place++) {
      const token = at(tokens, place)
      if (token.kind !== 'word' || !token.isCapital) continue
      const run = nameAt(tokens, place)
      if (!run || run.next <= place) continue
      const words = tokens.slice(run.from, run.to).map(({ text }) => bare(text))
      const surname = surnameOf(words)
      for (let before = Math.max(0, run.from - 1); before < run.to; before++) {
        const title = at(tokens, before).lower
        if (maleTitles.has(title)) addGender(surname, 'male')
        if (femaleTitles.has(title)) addGender(surname, 'female')
        // Both ends: the family name stands first in "President Xi Jinping".
        if (titles.has(title))
          titled.add(surname).add(low(words.find((word) => !titles.has(low(word))) ?? surname))
      }
      const names = words.filter((word) => !titles.has(low(word)))
      if (names.length >= 2 && names.length <= 5 && looksPersonal(names)) {
        const key = keyOf(names)
        if (!firstForm.has(key)) firstForm.set(key, names.join(' '))
        const all = bySurname.get(surname) ?? new Set()
        all.add(key)
        bySurname.set(surname, all)
      }
      place = run.to - 1
    }
  const fullName = (name: string): string => {
    const words = name.split(/\s+/).map(bare)
    const names = words.filter((word) => !titles.has(low(word)))
    if (names.length === 0) return name
    if (names.length > 1) return firstForm.get(keyOf(names)) ?? name
    const all = bySurname.get(low(names[0] ?? ''))
    const [only] = all ?? []
    return all?.size === 1 && only !== undefined ? (firstForm.get(only) ?? name) : name
  }
  const isPerson = (name: string): boolean => {
    const words = name.split(/\s+/).map(bare)
    return (
      titled.has(surnameOf(words)) ||
      titles.has(low(words[0] ?? '')) ||
      (words.length >= 2 && firstForm.has(keyOf(words)))
    )
  }
  const mentionsOf = new WeakMap<Tokens, NamedAt[]>()
  const readMentions = (tokens: Tokens): NamedAt[] => {
    const mentions: NamedAt[] = []
    for (let place = 0; place < tokens.length && mentions.length < maxMentions; place++) {
      if (at(tokens, place).kind !== 'word' || !at(tokens, place).isCapital) continue
      let to = place + 1
      while (at(tokens, to).kind === 'word' && at(tokens, to).isCapital && to < place + 12) to++
      const words = tokens.slice(place, to).map(({ text }) => bare(text))
      const name = fullName(words.filter((word) => !titles.has(low(word))).join(' '))
      if (isPerson(name)) mentions.push({ place, name })
      place = to - 1
    }
    return mentions
  }
  return {
    fullName,
    isPerson,
    mentionedIn(tokens, end) {
      let mentions = mentionsOf.get(tokens)
      if (!mentions) {
        mentions = readMentions(tokens)
        mentionsOf.set(tokens, mentions)
      }
      const near = mentions.filter(({ place }) => place < end)
      return new Set(near.map(({ name }) => name))
    },
    gender(name) {
      const known = genders.get(surnameOf(name.split(/\s+/).map(bare)))
      return known === undefined || known === 'both' ? null : known
    },
  }
}

const bare = (word: string): string => word.replace(/['’]s?$/, '').replace(/,$/, '')
const low = (word: string): string => word.toLowerCase().replace(/\.$/, '').normalize('NFC')

/** First name and surname: "Donald J. Trump" is Donald Trump. */
const keyOf = (words: readonly string[]): string => `${low(words[0] ?? '')} ${surnameOf(words)}`

/** The last word of a name in lower case, "Jr." left out. */
function surnameOf(words: readonly string[]): string {
  const names = words.filter((word) => !suffixes.test(low(word)))
  return low(names.at(-1) ?? words.at(-1) ?? '')
}

/** Names of bodies, places and days are no one's full name. */
const looksPersonal = (names: readonly string[]): boolean =>
  names.every(
    (word) =>
      (/^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || particles.has(low(word))) &&
      !impersonal.has(low(word)) &&
      !functionWords.has(low(word)) &&
      !determiners.has(low(word)) &&
      !nobody.has(low(word)),
  ) && names.every((word) => !/^\p{Lu}{3,}$/u.test(word))

const impersonal = new Set(
  `house senate court university college party press news times post street journal committee council
  department office agency service bank institute center centre association union club company corp inc
  group states kingdom city county state river bridge new north south east west san los united white
  supreme national international american british school church act bill law fox cnn nbc abc cbs bbc
  twitter facebook republican republicans democrat democrats democratic gop congress commission bureau
  administration foundation fund airport hospital day week year world war games cup league team street
  avenue airlines hall tower square air force navy army police guard security defense defence foreign
  affairs health trade justice treasury ministry board examiner herald tribune gazette courier magazine
  forum summit road belt initiative rights project coalition movement caucus conference convention amendment constitution`.split(
    /\s+/,
  ),
)
