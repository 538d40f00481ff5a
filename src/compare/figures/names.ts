// Settles which runs of capitalised words are names and which of them name one and the same: "Mr. Lind"
// further down is "Jo Lind". Rather no name than a wrong one.
import type { Prepared } from '../prepare/prepare.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { type Run, runsIn, type Token } from './name-runs.ts'
import { aliases, bodies } from './name-words.ts'
import { isGivenName } from './titles.ts'
import type { NameFigure } from './types.ts'

interface Mention extends Run {
  readonly sentence: number
  readonly offset: number
  /** In a headline with capitals throughout, where they say nothing. */
  readonly headline: boolean
}

/** Whom or what a name means within the article. */
interface Bearer {
  readonly name: string
  person: boolean
}

/** @param language BCP 47 tag; null where it is not known */
export function namesIn(
  { text, sentences }: Pick<Prepared, 'text' | 'sentences'>,
  lexicon: Lexicon,
  language: string | null,
): NameFigure[] {
  const nounsHaveCapitals = /^(?:de|lb)(?![a-z])/.test(language ?? '')
  const mentions = sentences.flatMap(({ start, end, title, furniture }, sentence) => {
    if (furniture) return []
    const part = text.slice(start, end)
    const headline = !nounsHaveCapitals && hasCapitalsThroughout(part, title)
    return runsIn(part, lexicon.functionWords).map(
      (run): Mention => ({ ...run, sentence, offset: start, headline }),
    )
  })
  const known = settle(mentions, commonWords({ text, sentences }), nounsHaveCapitals)
  const found: NameFigure[] = []
  for (const mention of mentions)
    for (const tokens of known.partsOf(mention)) {
      const bearer = known.bearerOf(tokens, mention)
      const [first, last] = [tokens[0], tokens.at(-1)]
      if (bearer === null || first === undefined || last === undefined) continue
      const [start, end] = [mention.offset + first.start, mention.offset + last.end]
      const own = bearer.name.split(' ')
      found.push({
        kind: 'name',
        sentence: mention.sentence,
        start,
        end,
        text: text.slice(start, end),
        value: bearer.name,
        sort: bearer.person ? 'person' : 'other',
        title: tokens[0] === mention.tokens[0] ? mention.role : null,
        given: bearer.person && own.length > 1 ? own.slice(0, -1).join(' ').toLowerCase() : null,
        family: (own.at(-1) ?? '').toLowerCase(),
      })
    }
  return found
}

/** The words, in lower case, that an article writes at least as often without a capital as with one. */
function commonWords({
  text,
  sentences,
}: Pick<Prepared, 'text' | 'sentences'>): ReadonlySet<string> {
  const own = sentences
    .filter(({ furniture }) => !furniture)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
  const typings = new Map<string, number>()
  for (const [typed] of own.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}’'-]{1,40}/gu))
    typings.set(typed, (typings.get(typed) ?? 0) + 1)
  const times = new Map<string, number>()
  for (const [typed, count] of typings) {
    const word = typed.normalize('NFC').replaceAll('’', "'")
    const lower = word.toLowerCase()
    times.set(lower, (times.get(lower) ?? 0) + (word[0] === lower[0] ? count : -count))
  }
  return new Set([...times].filter(([, more]) => more >= 0).map(([word]) => word))
}

/** Whether nearly all longer words of a short sentence have a capital: a headline in title case. */
function hasCapitalsThroughout(sentence: string, title: boolean): boolean {
  if (sentence.length > 250) return false
  const words = sentence.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  // A short sentence may name so many that little else is in it.
  if (!title && words.length < 8 && /[.!?]["”’]?$/.test(sentence)) return false
  const high = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length > 2 && high / words.length > (title ? 0.6 : 0.7)
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ')

/** "F.B.I." is "FBI", "Vladimir  V. Putin" one spelling. */
const plain = (name: string): string => {
  const bare = /^(?:\p{Lu}\.){2,}$/u.test(name) ? name.replaceAll('.', '') : name
  return aliases[bare] ?? bare
}

interface Known {
  /** What of a run is a name: the whole, or the names found in a headline. */
  partsOf(mention: Mention): readonly (readonly Token[])[]
  bearerOf(tokens: readonly Token[], mention: Mention): Bearer | null
}

function settle(
  mentions: readonly Mention[],
  small: ReadonlySet<string>,
  nounsHaveCapitals: boolean,
): Known {
  const isWord = (token: Token): boolean => small.has(token.text.toLowerCase())

  /** The run without a first word whose capital only begins the sentence. */
  const withoutStarter = (mention: Mention): readonly Token[] => {
    const [first] = mention.tokens
    return mention.initial && first !== undefined && mention.tokens.length > 1 && isWord(first)
      ? mention.tokens.slice(1)
      : mention.tokens
  }

  // What is written with a capital where none is due.
  const sure = new Map<string, { tokens: readonly string[]; person: boolean }>()
  for (const mention of mentions) {
    if (mention.headline) continue
    const tokens = withoutStarter(mention)
    if (tokens.length === 0) continue
    const alone = tokens.length === 1 && !mention.titled
    if (alone && mention.initial && tokens === mention.tokens) continue
    if (nounsHaveCapitals && alone) continue
    const name = plain(textOf(tokens))
    const person =
      mention.titled || (tokens.length > 1 && isGivenName(tokens[0]?.text.toLowerCase() ?? ''))
    const before = sure.get(name)
    if (before === undefined) sure.set(name, { tokens: tokens.map(({ text }) => text), person })
    else before.person ||= person
  }
  const bearers = joinNames(sure, small)

  const bearerOf = (tokens: readonly Token[], mention: Mention): Bearer | null => {
    const name = plain(textOf(tokens))
    const bearer = bearers.get(name)
    if (bearer !== undefined) {
      if (
        tokens.length === 1 &&
        mention.initial &&
        !mention.titled &&
        small.has(name.toLowerCase())
      )
        return null
      return bearer
    }
    return mention.titled ? { name, person: true } : null
  }

  return {
    bearerOf,
    partsOf(mention) {
      const tokens = withoutStarter(mention)
      if (!mention.headline) return [tokens]
      const parts: Token[][] = []
      for (let at = 0; at < mention.tokens.length; ) {
        let length = Math.min(6, mention.tokens.length - at)
        while (length > 0 && !bearers.has(plain(textOf(mention.tokens.slice(at, at + length)))))
          length--
        const first = mention.tokens[at]
        if (length > 0 && first !== undefined && !(length === 1 && isWord(first)))
          parts.push(mention.tokens.slice(at, at + length))
        at += Math.max(1, length)
      }
      return parts
    },
  }
}

/**
 * Joins names of one bearer: the same first and last word, and a last (or first) word that stands alone
 * and fits one full name only.
 */
function joinNames(
  sure: ReadonlyMap<string, { readonly tokens: readonly string[]; readonly person: boolean }>,
  small: ReadonlySet<string>,
): ReadonlyMap<string, Bearer> {
  const bearers = new Map<string, Bearer>()
  const fullest = new Map<string, Bearer & { words: number }>()
  const key = (tokens: readonly string[]): string => {
    const bare = tokens.filter((word) => !/^(?:Jr|Sr)\.?$|^I{2,3}$/.test(word))
    return `${bare[0]} ${bare.at(-1)}`
  }
  for (const [name, { tokens, person }] of sure) {
    if (tokens.length < 2) continue
    const body = bodies.has(tokens.at(-1)?.toLowerCase() ?? '') || tokens.includes('of')
    const own = body ? name : key(tokens)
    const before = fullest.get(own)
    const longer = before === undefined || tokens.length > before.words
    const merged = {
      name: longer ? name : (before?.name ?? name),
      words: Math.max(tokens.length, before?.words ?? 0),
      person: (person && !body) || (before?.person ?? false),
    }
    if (before === undefined) fullest.set(own, merged)
    else Object.assign(before, merged)
  }
  const byLast = new Map<string, Set<Bearer>>()
  const byFirst = new Map<string, Set<Bearer>>()
  const initials = new Map<string, Set<Bearer>>()
  const put = (map: Map<string, Set<Bearer>>, word: string, bearer: Bearer): void => {
    map.set(word, (map.get(word) ?? new Set<Bearer>()).add(bearer))
  }
  for (const [name, { tokens }] of sure) {
    if (tokens.length < 2) continue
    const body = bodies.has(tokens.at(-1)?.toLowerCase() ?? '') || tokens.includes('of')
    const bearer = fullest.get(body ? name : key(tokens))
    if (bearer === undefined) continue
    bearers.set(name, bearer)
    if (!body && !sure.has(key(tokens))) bearers.set(key(tokens), bearer)
    // "France" is not the "Stade de France".
    const partly = !bearer.person && tokens.some((word) => /^\p{Ll}/u.test(word))
    if (!body && !partly) {
      const bare = key(tokens).split(' ')
      put(byLast, bare[1] ?? '', bearer)
      put(byFirst, bare[0] ?? '', bearer)
    }
    const letters = tokens.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0])
    if (letters.length > 2) put(initials, letters.join(''), bearer)
  }
  const single = (set: ReadonlySet<Bearer> | undefined): Bearer | undefined =>
    set?.size === 1 ? [...set][0] : undefined
  for (const [name, { tokens, person }] of sure) {
    if (tokens.length !== 1) continue
    const [word = ''] = tokens
    const last = byLast.get(word)
    const byWord = small.has(word.toLowerCase()) && !person ? undefined : single(last)
    const first = last === undefined ? single(byFirst.get(word)) : undefined
    const joined =
      byWord ??
      (first !== undefined && (first.person || person) ? first : undefined) ??
      (word === word.toUpperCase() ? single(initials.get(name)) : undefined)
    if (joined !== undefined) {
      if (person) joined.person = true
      bearers.set(name, joined)
    } else bearers.set(name, { name, person })
  }
  // A headline may be the one place where the family name stands alone.
  for (const [word, set] of byLast) {
    const bearer = single(set)
    if (bearer?.person && !bearers.has(word)) bearers.set(word, bearer)
  }
  return bearers
}
