// What differs between a passage as it was and as it is, word by word, and whether that makes it another
// passage: numbers, names, days, denials and opposites do; a clause put in, a spelling, an address do not.
import type { WordChange } from '../../model/annotation.ts'
import { likeness, type Token } from '../tokens.ts'
import { pairIds } from '../versions/pair-ids.ts'
import { emptyVocabulary, type VersionWords, wordsOf } from '../versions/words.ts'
import { plainEndings } from './deciding-words.ts'
import { anyLanguage, type Deciding, decidingIn, isMonth, rowsOf } from './lookup.ts'

/** Words `[from, to)` of the passage as it was, in the place of which `[at, until)` are now. */
interface Hunk {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly until: number
}

/** A passage: words `[from, to)` of a text. */
export interface Passage {
  readonly words: VersionWords
  readonly from: number
  readonly to: number
}

/**
 * `contrary`: something that carries the meaning was there and is not, or is another now. `added`:
 * something was put in that would carry it. `lost`: a name is not there any more, and no other is. `exchanged`: other words stand in the place of some.
 * `reworded`: all else. `none`: nothing but typing and spelling.
 */
type Difference = 'none' | 'reworded' | 'exchanged' | 'added' | 'lost' | 'contrary'

/** The stretches in which two passages differ, by partners of the words of the first (-1: none). */
function hunksOf(was: Passage, is: Passage, partner: Int32Array): Hunk[] {
  const hunks: Hunk[] = []
  let at = is.from
  let from = was.from
  for (let word = was.from; word <= was.to; word++) {
    const other = word < was.to ? (partner[word] ?? -1) : is.to
    if (other < at || (word < was.to && other >= is.to)) continue
    if (word > from || other > at) hunks.push({ from, to: word, at, until: other })
    from = word + 1
    at = other + 1
    const same = word === was.to || was.words.ids[word] === is.words.ids[other]
    if (!same) hunks.push({ from: word, to: word + 1, at: other, until: other + 1 })
  }
  return hunks
}

/** How two passages differ, and in which words. */
export interface Compared {
  readonly difference: Difference
  readonly changes: readonly WordChange[]
}

/** Lays two passages of different texts against each other. */
export function compareTyped(
  was: { readonly before: string; readonly exact: string; readonly after: string },
  is: { readonly text: string; readonly start: number; readonly end: number },
): Compared {
  const vocabulary = emptyVocabulary()
  const one = wordsOf(was.before + was.exact + was.after, vocabulary)
  const from = Math.max(0, is.start - around)
  const other = wordsOf(is.text.slice(from, is.end + around), vocabulary)
  const first = passageAt(one, was.before.length, was.before.length + was.exact.length)
  const found = passageAt(other, is.start - from, is.end - from)
  const partner = new Int32Array(one.count).fill(-1)
  pairIds(
    one.ids,
    other.ids,
    { from: first.from, to: first.to, otherFrom: found.from, otherTo: found.to },
    partner,
    (id) => vocabulary.weights[id] ?? 1,
  )
  const compared = compare(first, withWhatTookTheEnds(first, found, partner), partner)
  return lostSentence(first, partner) ? { ...compared, difference: 'contrary' } : compared
}

/** Whether the first or last sentence of several is not there, or most of them are others. */
function lostSentence({ words, from, to }: Passage, partner: Int32Array): boolean {
  const pieces: { readonly all: number; readonly isLost: boolean }[] = []
  for (let at = 0; at + 1 < words.sentences.length; at++) {
    const start = Math.max(from, words.sentences[at] ?? 0)
    const end = Math.min(to, words.sentences[at + 1] ?? 0)
    const all = range(start, Math.max(start, end)).filter((word) =>
      /\p{L}/u.test(typedAt(words, word)),
    )
    const there = all.filter((word) => (partner[word] ?? -1) >= 0)
    const weightOf = (some: readonly number[]): number =>
      some.reduce((sum, word) => sum + 1 + typedAt(words, word).length, 0)
    const isLost = weightOf(there) * 2 < weightOf(all)
    if (all.length > 0) pieces.push({ all: all.length, isLost })
  }
  if (pieces.length < 2) return false
  const lost = pieces.filter(({ isLost }) => isLost).reduce((sum, { all }) => sum + all, 0)
  return pieces[0]?.isLost === true || pieces.at(-1)?.isLost === true || lost * 2 > to - from
}

const around = 64

/** A candidate may leave out what stands in the place of the passage's first or last words. */
function withWhatTookTheEnds(was: Passage, is: Passage, partner: Int32Array): Passage {
  let lead = 0
  while (was.from + lead < was.to && (partner[was.from + lead] ?? -1) < 0) lead++
  let tail = 0
  while (was.to - 1 - tail > was.from && (partner[was.to - 1 - tail] ?? -1) < 0) tail++
  let { from, to } = is
  if (partner[was.from + lead] === from)
    for (let word = 0; word <= lead && lead > 0 && from > 0 && !isBreak(is.words, from); word++)
      from--
  if (partner[was.to - 1 - tail] === to - 1)
    for (
      let word = 0;
      word <= tail && tail > 0 && to < is.words.count && !isBreak(is.words, to);
      word++
    )
      to++
  return { words: is.words, from, to }
}

/** Whether a sentence or a line begins with a word. */
const isBreak = ({ text, starts, ends }: VersionWords, word: number): boolean =>
  /[.!?…。！？]\s*$|\n/u.test(text.slice((ends[word - 1] ?? 1) - 1, starts[word]))

function passageAt(words: VersionWords, start: number, end: number): Passage {
  let from = 0
  while (from < words.count && (words.ends[from] ?? 0) <= start) from++
  let to = from
  while (to < words.count && (words.starts[to] ?? 0) < end) to++
  return { words, from, to }
}

interface Said {
  readonly numbers: Map<string, number>
  readonly names: Map<string, number>
  /** Capitals that may be those of a sentence. */
  readonly openers: Map<string, number>
  negations: number
  readonly members: Map<string, Set<string>>
  words: number
}

/** @param partner for each word of the first text the one of the second that it is; -1: none */
export function compare(was: Passage, is: Passage, partner: Int32Array): Compared {
  const manner = mannerOf(was)
  const real = hunksOf(was, is, partner).filter((hunk) => !isTyping(was, is, hunk, manner))
  return { difference: judge(was, is, real, manner), changes: changesIn(was, is, real) }
}

/** In words as they are typed. Those that stand side by side are one. */
function changesIn(was: Passage, is: Passage, hunks: readonly Hunk[]): WordChange[] {
  const rows: Hunk[] = []
  for (const hunk of hunks) {
    const last = rows.at(-1)
    if (
      last &&
      hunk.from - last.to <= 1 &&
      hunk.at - last.until === hunk.from - last.to &&
      isMark(was.words, last.to, hunk.from)
    )
      rows[rows.length - 1] = { ...last, to: hunk.to, until: hunk.until }
    else rows.push(hunk)
  }
  return rows.map((row) => {
    const { from, to, at, until } = wholeNumber(was, is, row)
    return { was: typedIn(was.words, from, to), is: typedIn(is.words, at, until) }
  })
}

/** "18:20" became "18:40", not "20" "40". */
function wholeNumber(was: Passage, is: Passage, hunk: Hunk): Hunk {
  let { from, to, at, until } = hunk
  if (!/\d/.test(typedIn(was.words, from, to) + typedIn(is.words, at, until))) return hunk
  const joins = (words: VersionWords, word: number): boolean =>
    words.ends[word - 1] === words.starts[word]
  const isPart = (word: number): boolean => /^(?:\d+|[.,:/-])$/.test(typedAt(was.words, word))
  while (
    from > was.from &&
    at > is.from &&
    joins(was.words, from) &&
    joins(is.words, at) &&
    isPart(from - 1)
  ) {
    from--
    at--
  }
  while (
    to < was.to - 1 &&
    until < is.to - 1 &&
    joins(was.words, to) &&
    joins(is.words, until) &&
    isPart(to) &&
    /\d/.test(typedAt(was.words, to) + typedAt(was.words, to + 1))
  ) {
    to++
    until++
  }
  return { from, to, at, until }
}

const isMark = (words: VersionWords, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]/u.test(typedIn(words, from, to))

const typedIn = ({ text, starts, ends }: VersionWords, from: number, to: number): string =>
  to > from ? text.slice(starts[from], ends[to - 1]) : ''

/** What the differences between two passages come to. */
function judge(was: Passage, is: Passage, real: readonly Hunk[], manner: Manner): Difference {
  if (real.length === 0) return 'none'
  const before = emptySaid()
  const after = emptySaid()
  let denied = 0
  for (const [i, hunk] of real.entries()) {
    if (isAside(is, hunk)) continue
    // Another sentence that stands in the midst of it.
    if (
      (hunk.until - hunk.at) * 2 > was.to - was.from &&
      inside.test(typedIn(is.words, hunk.at, hunk.until))
    )
      return 'contrary'
    const [lost, added] = [emptySaid(), emptySaid()]
    for (let word = hunk.from; word < hunk.to; word++) read(was.words, word, lost, manner)
    for (let word = hunk.at; word < hunk.until; word++) read(is.words, word, added, manner)
    // A capital that may be a name's counts as one where another stands in its place.
    for (const name of lost.openers.keys())
      if (
        [...added.openers.keys(), ...added.names.keys()].some((other) => !isSpelling(name, other))
      )
        count(lost.names, name)
    denied += lost.negations - added.negations
    const next = real[i + 1]
    const goesOn = next !== undefined && next.from - hunk.to === 1 && next.at - hunk.until === 1
    // "Should not usually" is "should usually not".
    if (denied !== 0 && !(goesOn && !decides(was.words, hunk.to, manner))) return 'contrary'
    if (
      saysOtherKind(lost, added) ||
      opposed(lost, added) ||
      gaveWay(lost.numbers, added.numbers) ||
      gaveWay(lost.names, joined(added.names, added.openers))
    )
      return 'contrary'
    join(before, lost)
    join(after, added)
  }
  // A capital that may be a name's and is nowhere any more counts as one, too.
  for (const [name, times] of before.openers)
    if (![...after.openers.keys(), ...after.names.keys()].some((other) => isSpelling(name, other)))
      count(before.names, name, times)
  const named = joined(after.names, after.openers)
  const isLost = lacks(before.names, named)
  if (
    lacks(before.numbers, after.numbers) ||
    (changedPlaces(before, after) && !isInOrder(was, is, manner)) ||
    (isLost && lacks(named, before.names)) ||
    opposed(before, after)
  )
    return 'contrary'
  if (isLost) return 'lost'
  if (
    lacks(after.numbers, before.numbers) ||
    lacks(after.names, joined(before.names, before.openers))
  )
    return 'added'
  const says = (words: VersionWords, word: number): boolean => {
    const typed = typedAt(words, word).toLowerCase()
    return /[\p{L}\p{N}]/u.test(typed) && !manner.opens(typed)
  }
  const isExchange = ({ from, to, at, until }: Hunk): boolean =>
    to - from <= maxExchanged &&
    until - at <= maxExchanged &&
    range(from, to).some((word) => says(was.words, word)) &&
    range(at, until).some((word) => says(is.words, word))
  return real.every(isExchange) ? 'exchanged' : 'reworded'
}

/** Whether a word carries meaning by itself. */
function decides(words: VersionWords, at: number, manner: Manner): boolean {
  const said = emptySaid()
  read(words, at, said, manner)
  return said.numbers.size + said.names.size + said.members.size + said.negations > 0
}

/** More words than these in the place of others are another way of saying it. */
const maxExchanged = 3

interface Manner extends Deciding {
  /** Capitals are those of nouns, as in German. */
  readonly nounsHaveCapitals: boolean
}

function mannerOf(passage: Passage): Manner {
  const { words, from, to } = passage
  const fold = (at: number): string => typedAt(words, at).toLowerCase()
  const own = range(from, Math.min(to, from + 200)).map(fold)
  // The context tells the language where the passage does not.
  const context = [
    ...range(Math.max(0, from - 12), from),
    ...range(to, Math.min(words.count, to + 12)),
  ]
  const deciding = decidingIn(own) ?? decidingIn([...own, ...context.map(fold)]) ?? anyLanguage
  // Each sentence may be in a language of its own.
  const others = sentencesIn(passage).flatMap(
    ([start, end]) => decidingIn(range(start, end).map(fold)) ?? [],
  )
  const all = [...new Set([deciding, ...others])]
  return {
    opens: deciding.opens,
    denies: (word) => all.some((each) => each.denies(word)),
    numberOf: (word) =>
      all.map((each) => each.numberOf(word)).find((each) => each !== null) ?? null,
    nounsHaveCapitals: nounsHaveCapitals(passage),
  }
}

/** The sentences of a passage of several, the first and last as far as they are in it. */
function sentencesIn({ words: { sentences }, from, to }: Passage): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = 0; at + 1 < sentences.length && found.length < maxSentences; at++) {
    const [start, end] = [Math.max(from, sentences[at] ?? 0), Math.min(to, sentences[at + 1] ?? 0)]
    if (start < end) found.push([start, end])
  }
  return found.length > 1 ? found : []
}

const maxSentences = 12

const emptySaid = (): Said => ({
  numbers: new Map(),
  names: new Map(),
  openers: new Map(),
  negations: 0,
  members: new Map(),
  words: 0,
})

const count = (counts: Map<string, number>, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

const joined = (one: Map<string, number>, other: Map<string, number>): Map<string, number> => {
  const all = new Map(one)
  for (const [key, times] of other) count(all, key, times)
  return all
}

function join(all: Said, some: Said): void {
  for (const [key, times] of some.numbers) count(all.numbers, key, times)
  for (const [key, times] of some.names) count(all.names, key, times)
  for (const [key, times] of some.openers) count(all.openers, key, times)
  all.negations += some.negations
  all.words += some.words
  for (const [row, members] of some.members) {
    const known = all.members.get(row) ?? new Set<string>()
    for (const member of members) known.add(member)
    all.members.set(row, known)
  }
}

/** Whether something is there more often than in the other. */
const lacks = (some: Map<string, number>, others: Map<string, number>): boolean =>
  [...some].some(([key, times]) => times > (others.get(key) ?? 0))

/** Whether a name or a number was taken out in one place and put in in another. */
const changedPlaces = (before: Said, after: Said): boolean =>
  [...before.names.keys()].some((name) => after.names.has(name)) ||
  [...before.numbers.keys()].some((number) => after.numbers.has(number))

/** Whether the names and numbers of a passage stand in their order still, whatever was put between them. */
function isInOrder(was: Passage, is: Passage, manner: Manner): boolean {
  const order = ({ words, from, to }: Passage): string[] => {
    const row: string[] = []
    for (let at = from; at < to; at++) {
      const said = emptySaid()
      read(words, at, said, manner)
      row.push(...said.numbers.keys(), ...said.names.keys())
    }
    return row
  }
  const wanted = order(was)
  const counts = new Map<string, number>()
  for (const each of wanted) count(counts, each)
  // What stands there once; of what is repeated nobody can say which it is.
  const single = wanted.filter((each) => counts.get(each) === 1)
  let at = 0
  const row = order(is).filter((each) => counts.get(each) === 1)
  for (const each of row) if (each === single[at]) at++
  return at === single.length || single.some((each) => !row.includes(each))
}

/** Whether a number stands where a name stood, and that alone. */
const saysOtherKind = (lost: Said, added: Said): boolean =>
  lost.words === 1 &&
  added.words === 1 &&
  ((lost.names.size > 0 && added.numbers.size > 0) ||
    (lost.numbers.size > 0 && added.names.size > 0))

/** Whether something gave way to something else of its kind. */
const gaveWay = (lost: Map<string, number>, added: Map<string, number>): boolean =>
  lacks(lost, added) && lacks(added, lost)

/** Whether a member of a row gave way to another of it. */
const opposed = (before: Said, after: Said): boolean =>
  [...before.members].some(([row, members]) => {
    const others = after.members.get(row)
    if (!others) return false
    return (
      [...members].some((member) => !others.has(member)) &&
      [...others].some((member) => !members.has(member))
    )
  })

function read(words: VersionWords, at: number, said: Said, manner: Manner): void {
  const typed = words.text.slice(words.starts[at], words.ends[at])
  const word = typed.normalize('NFC').toLowerCase()
  if (!/[\p{L}\p{N}]/u.test(word) || isAddress(words, at)) return
  said.words++
  const number = manner.numberOf(word)
  if (number !== null) {
    if (!isListMark(words, at)) count(said.numbers, number)
    if (!/\d/.test(word)) return
  }
  if (/\d/.test(word)) return
  if (manner.denies(word) || isContractedNot(words, at)) {
    said.negations++
    return
  }
  for (const [row, member] of rowsOf(word)) {
    const known = said.members.get(row) ?? new Set<string>()
    known.add(member)
    said.members.set(row, known)
  }
  if (!/^\p{Lu}/u.test(typed) || word.length < 2) return
  if (/^\p{L}+\p{Lu}/u.test(typed)) count(said.names, word)
  else if (opensSentence(words, at)) {
    if (!manner.opens(word) && !plainEndings.test(word)) count(said.openers, word)
  } else if (manner.nounsHaveCapitals ? !plainEndings.test(word) : !manner.opens(word))
    count(said.names, word)
}

/** German and its like: where a good part of the words inside sentences has capitals, they are nouns. */
function nounsHaveCapitals({ words, from, to }: Passage): boolean {
  let capitals = 0
  let all = 0
  let german = false
  for (let at = from; at < to; at++) {
    const typed = words.text.slice(words.starts[at], words.ends[at])
    if (!/^\p{L}/u.test(typed)) continue
    all++
    if (/^\p{Lu}/u.test(typed)) capitals++
    german ||= /^(?:der|die|das|und|ist|nicht|den|dem|ein|eine|mit|für|von|zu|im)$/u.test(typed)
  }
  return german && capitals * 5 > all
}

const opensSentence = (words: VersionWords, at: number): boolean => {
  const before = words.text.slice(Math.max(0, (words.starts[at] ?? 0) - 6), words.starts[at])
  return (
    /(?:^|[.!?:;…。]["'”’»)\]*_]*\s+|\n\s*|[“"„«‹‘'([*#_>|–—•-]\s*)$/u.test(before) || before === ''
  )
}

const isContractedNot = (words: VersionWords, at: number): boolean =>
  /^t$/i.test(words.text.slice(words.starts[at], words.ends[at])) &&
  /n['’]$/iu.test(words.text.slice(Math.max(0, (words.starts[at] ?? 0) - 2), words.starts[at]))

/** The number of an item of a list, of a heading or of a footnote: it goes with the place, not the words. */
function isListMark(words: VersionWords, at: number): boolean {
  const start = words.starts[at] ?? 0
  const end = words.ends[at] ?? 0
  const line = words.text.slice(words.text.lastIndexOf('\n', start - 1) + 1, start)
  const next = words.text.slice(end, end + 2)
  if (isMonth(/^\p{L}+/u.exec(words.text.slice(end + 2, end + 20))?.[0] ?? '')) return false
  if (/^[\s>#*\-–—•(]*(?:\d+\.)*$/u.test(line) && /^(?:[.)](?:\D|$)|\.\d)/u.test(next)) return true
  return /\[\^?$/.test(line) && next.startsWith(']')
}

/** Whether a word is part of an address. */
function isAddress(words: VersionWords, at: number): boolean {
  const { text } = words
  const start = words.starts[at] ?? 0
  let from = start
  while (from > 0 && start - from < 300 && !/\s/.test(text.charAt(from - 1))) from--
  const lead = text.slice(from, start)
  if (/(?:[a-z][a-z+.-]{1,9}:\/\/|www\.|\]\(|mailto:)\S*$/iu.test(lead)) {
    // Behind the bracket that closes a link there are words again.
    const inside = lead.slice(Math.max(lead.lastIndexOf(']('), lead.lastIndexOf('://')))
    return !/[)\]>"”»]/.test(inside.slice(2))
  }
  const rest = /^\S*/.exec(text.slice(start, start + 300))?.[0] ?? ''
  return (
    /^(?:https?|ftp|www)(?::\/\/|\.)/i.test(rest) ||
    (/[@/]$/.test(lead) && /\w@|\w\/\w+[/-]/.test(lead + rest))
  )
}

/**
 * Whether what was put in says something besides: some words between commas, brackets or dashes, a line of
 * its own.
 */
const maxAside = 12
/** The end of a sentence, with another after it. */
const inside = /[.!?…]\s+\S|[。！？]./u

function isAside({ words }: Passage, { from, to, at, until }: Hunk): boolean {
  if (to > from) return false
  if (
    /\n/.test(words.text.slice(words.ends[at - 1] ?? 0, words.starts[at])) &&
    /\n/.test(words.text.slice(words.ends[until - 1], words.starts[until]))
  )
    return true
  let count = 0
  let marks = 0
  for (let word = at; word < until; word++) {
    const typed = words.text.slice(words.starts[word], words.ends[word])
    if (/[\p{L}\p{N}]/u.test(typed)) count++
    else if (/[,;()[\]–—]/.test(typed)) marks++
  }
  return count >= 3 && count <= maxAside && marks >= 1 && !inside.test(typedIn(words, at, until))
}

/** Marks, spelling, a word joined or split: nothing that says something else. */
function isTyping(
  was: Passage,
  is: Passage,
  { from, to, at, until }: Hunk,
  manner: Manner,
): boolean {
  const [old, now] = [lettersOf(was.words, from, to), lettersOf(is.words, at, until)]
  if (old === now) return !isPoint(was.words, from, to) && !isPoint(is.words, at, until)
  if (old === '' || now === '' || /\d/.test(old + now)) return false
  const [olds, news] = [wordsIn(was.words, from, to), wordsIn(is.words, at, until)]
  if (olds.length === news.length)
    return olds.every((one, i) => {
      const other = news[i] ?? ''
      if (one.toLowerCase() === other.toLowerCase()) return true
      return !/^\p{Lu}/u.test(one) && isSpelling(one, other, manner)
    })
  const saysMuch = (word: string): boolean =>
    /^\p{Lu}/u.test(word) || manner.denies(word) || manner.numberOf(word) !== null
  return ![...olds, ...news].some(saysMuch) && isJoined(old, now)
}

const wordsIn = (words: VersionWords, from: number, to: number): readonly string[] =>
  range(from, to)
    .map((at) => typedAt(words, at))
    .filter((typed) => /[\p{L}\p{N}]/u.test(typed))

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at)

const typedAt = ({ text, starts, ends }: VersionWords, at: number): string =>
  text.slice(starts[at], ends[at]).normalize('NFC')

/** Whether one word was cut in two, or two were joined. */
const isJoined = (old: string, now: string): boolean =>
  likeness(plainToken(old), plainToken(now)) >= nearlyOne
const nearlyOne = 0.8

/** Whether two words are one, inflected or spelt otherwise, and say the same. */
function isSpelling(one: string, other: string, manner?: Manner): boolean {
  if (manner && (manner.denies(one) || manner.denies(other))) return false
  if (manner && manner.numberOf(one) !== null) return false
  const rows = rowsOf(one)
  const others = rowsOf(other)
  const isMember = rows.some(([row, member]) => others.some(([r, m]) => r === row && m === member))
  if (rows.length > 0 && !isMember) return false
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  const alike = likeness(plainToken(a), plainToken(b))
  return alike >= 0.8 || (alike > 0 && a.slice(0, 3) === b.slice(0, 3))
}

/** A point between digits that is gone makes another number. */
const isPoint = ({ text, starts, ends }: VersionWords, from: number, to: number): boolean =>
  to - from === 1 &&
  /^\d[.,:/-]\d$/.test(text.slice((starts[from] ?? 0) - 1, (ends[from] ?? 0) + 1)) &&
  !/^\d{3}(?!\d)/.test(text.slice(ends[from], (ends[from] ?? 0) + 4))

/** Letters and digits alone; a point within a number belongs to it, the mark of its thousands does not. */
function lettersOf(words: VersionWords, from: number, to: number): string {
  return typedIn(words, from, to)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)[.,'’\s](?=\d{3}(?!\d))/gu, '$1')
    .replace(/(\d)[.,:](?=\d)/gu, '$1·')
    .replace(/[^\p{L}\p{N}\p{M}%€$£§=<>+·]/gu, '')
}

const plainToken = (text: string): Token => ({ text, start: 0, end: 0, weight: 1, word: true })
