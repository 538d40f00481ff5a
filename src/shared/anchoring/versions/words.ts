// The words, marks and sentences of a version of a text, as columns: what is compared when two versions
// are laid against each other. Words are told apart as they are after folding, but keep their place in
// the text as it is.
import { fold, isSpace } from '../../text/fold.ts'
import { isMonth } from '../meaning/lookup.ts'

/** Numbers for words, the same in both versions. */
export interface Vocabulary {
  readonly ids: Map<string, number>
  readonly words: string[]
  /** By number: how much its presence says. */
  readonly weights: number[]
}

export const emptyVocabulary = (): Vocabulary => ({ ids: new Map(), words: [], weights: [] })

export interface VersionWords {
  readonly text: string
  readonly count: number
  /** UTF-16 offsets into the text, end exclusive. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly ids: Int32Array
  /** The first word of each sentence, and the count of words at the end. */
  readonly sentences: Int32Array
  /** By sentence: 1 where it begins a line of its own. */
  readonly opensLine: Uint8Array
}

const Kind = { Space: 0, Word: 1, Single: 2, Mark: 3, Invisible: 4, Dash: 5 } as const
const kinds = new Map<number, number>()
const single =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const wordLike = /[\p{L}\p{N}\p{M}]/u

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const known = kinds.get(code)
  if (known !== undefined) return known
  const surrogate = code >= 0xd800 && code <= 0xdfff
  const char = surrogate ? String.fromCodePoint(text.codePointAt(at) ?? code) : text.charAt(at)
  let kind: number = Kind.Mark
  if (isSpace(code)) kind = Kind.Space
  else if (single.test(char)) kind = Kind.Single
  else if (wordLike.test(char)) kind = Kind.Word
  else {
    const folded = fold(char).text
    if (folded === '') kind = Kind.Invisible
    else if (folded === '-') kind = Kind.Dash
  }
  if (!surrogate) kinds.set(code, kind)
  return kind
}

const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) =>
  kindOf(String.fromCharCode(code), 0),
)

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? (asciiKinds[code] ?? Kind.Mark) : kindOf(text, at)
}

const ascii = /^[\x20-\x7e]+$/

function folded(text: string, start: number, end: number): string {
  const part = text.slice(start, end)
  return ascii.test(part) && part !== '"' && part !== '`' ? part.toLowerCase() : fold(part).text
}

/** Reads a text once. Linear. */
export function wordsOf(text: string, vocabulary: Vocabulary): VersionWords {
  const starts: number[] = []
  const ends: number[] = []
  const ids: number[] = []
  const sentences: number[] = [0]
  const lineOpeners = new Set([0])
  let sentenceEnds = false
  const isWrapped = hasWrappedLines(text)
  const put = (start: number, end: number, isWord: boolean): void => {
    const word = folded(text, start, end)
    let id = vocabulary.ids.get(word)
    if (id === undefined) {
      id = vocabulary.words.length
      vocabulary.ids.set(word, id)
      vocabulary.words.push(word)
      vocabulary.weights.push(isWord ? 1 + Math.min(word.length, 10) / 2 : 0.6)
    }
    starts.push(start)
    ends.push(end)
    ids.push(id)
  }
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    const start = at
    if (kind === Kind.Space) {
      let lines = 0
      while (at < text.length && kindAt(text, at) === Kind.Space) {
        if (text.charCodeAt(at) === 0x0a) lines++
        at++
      }
      const isLine = lines > 1 || (lines === 1 && (!isWrapped || lineEnds(text, start, at)))
      if ((sentenceEnds || isLine) && ids.length > (sentences.at(-1) ?? 0))
        sentences.push(ids.length)
      if (isLine) lineOpeners.add(ids.length)
      sentenceEnds = false
    } else if (kind === Kind.Word) {
      at = wordEnd(text, at)
      put(start, at, true)
      sentenceEnds = false
    } else if (kind === Kind.Single) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      put(start, at, true)
      sentenceEnds = false
    } else if (kind === Kind.Invisible) at++
    else {
      at += kind === Kind.Mark && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      while (kind === Kind.Dash && at < text.length && kindAt(text, at) === Kind.Dash) at++
      put(start, at, false)
      const mark = text.charCodeAt(start)
      if (wideEnds.has(mark)) sentences.push(ids.length)
      else if (sentenceEnds) sentenceEnds = closers.test(text.charAt(start)) || isEnd(mark)
      else sentenceEnds = isEnd(mark) && !(mark === 0x2e && isWithinSentence(text, start))
    }
  }
  if ((sentences.at(-1) ?? 0) < ids.length) sentences.push(ids.length)
  return {
    text,
    count: ids.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ids: Int32Array.from(ids),
    sentences: Int32Array.from(sentences),
    opensLine: Uint8Array.from(sentences, (word) => (lineOpeners.has(word) ? 1 : 0)),
  }
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind === Kind.Word) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    // A soft hyphen or a joiner stands inside a word.
    else if (kind === Kind.Invisible && at + 1 < text.length && kindAt(text, at + 1) === Kind.Word)
      at++
    else break
  }
  return at
}

const isEnd = (code: number): boolean =>
  code === 0x2e ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x2026 ||
  code === 0x964 ||
  code === 0x6d4 ||
  code === 0x61f
const shortWord = /(?<![\p{L}\p{N}])\p{Lu}\p{L}{0,2}$/u
const lowerNext = /^\s+\p{Ll}/u

/** Whether a full stop belongs to "Mr.", to "J." or to the day of a month, or stands within a sentence. */
const isWithinSentence = (text: string, at: number): boolean =>
  shortWord.test(text.slice(Math.max(0, at - 4), at)) ||
  lowerNext.test(text.slice(at + 1, at + 4)) ||
  (/\d$/.test(text.charAt(at - 1)) &&
    isMonth(/^\s(\p{L}+)/u.exec(text.slice(at + 1, at + 16))?.[1] ?? ''))

const wideEnds = new Set([0x3002, 0xff01, 0xff1f])
const closers = /["'”’»)\]*_]/

const listMark = /^(?:[-*+•–—#>|]|\d+[.)]|\p{L}[.)])/u

const wordOf = (line: string): string => line.trimStart().split(' ', 1)[0] ?? ''

/** Fewer lines than these do not tell. */
const enoughLines = 8
const shortLine = 40

/**
 * Whether the lines of a text are broken for their width: nearly none of those that go on could have taken
 * the next word, too. Else each line is something by itself.
 */
function hasWrappedLines(text: string): boolean {
  const lines = text.split('\n')
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1]?.trim() ?? ''
    return line.trim() === '' || next === '' || listMark.test(next)
      ? []
      : [
          {
            length: line.length,
            word: wordOf(next).length,
            isLikeNext: wordOf(line) === wordOf(next),
          },
        ]
  })
  if (pairs.length < enoughLines) return false
  // Lines that begin alike are those of a list, however long they are.
  const alike = pairs.filter(({ isLikeNext }) => isLikeNext)
  if (alike.length * 3 > pairs.length) return false
  const lengths = pairs.map(({ length }) => length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const full = pairs.filter(({ length, word }) => length + 1 + word > width)
  return width >= shortLine && full.length * 10 > pairs.length * 7
}

/** Whether a line ends before it was full, as one of a list does; a line broken for its width does not. */
function lineEnds(text: string, end: number, next: number): boolean {
  if (listMark.test(text.slice(next, next + 6))) return true
  const from = text.lastIndexOf('\n', end - 1) + 1
  const lineEnd = text.indexOf('\n', next)
  const upTo = lineEnd < 0 ? text.length : lineEnd
  const space = text.indexOf(' ', next)
  const word = (space < 0 || space > upTo ? upTo : space) - next
  const before = text.lastIndexOf('\n', from - 2) + 1
  const width = Math.max(upTo - next, from > 0 ? from - 1 - before : 0)
  return end - from + 1 + word < width || (upTo - next < shortLine && width < shortLine)
}
