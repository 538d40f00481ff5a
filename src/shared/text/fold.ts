// Makes texts comparable that differ only in how they are typed: white space, quote marks, dashes,
// ligatures, composition of accents, invisible characters, case. Keeps the way back to the offsets
// of the text as it is, because everything else in the app speaks those.

/** A folded text and where each of its code units comes from. */
export type Folded = {
  readonly text: string
  /** For each code unit of `text`: where what it stands for starts in the original. */
  readonly starts: Uint32Array
  /** For each code unit of `text`: where what it stands for ends in the original. */
  readonly ends: Uint32Array
}

export type FoldOptions = {
  /** Leave capitals as they are. */
  readonly keepCase?: boolean
}

/**
 * Folds a text. A run of white space becomes one space (also at the ends), every quote mark and
 * apostrophe `'`, every dash or pair of hyphens `-`, an ellipsis three dots, a ligature its letters;
 * what is invisible goes; letters are composed (NFC) and in lower case. Characters are folded
 * independently of their neighbours, so that a part folds like the same part of a whole.
 */
export function fold(text: string, options: FoldOptions = {}): Folded {
  const keepCase = options.keepCase === true
  const out: string[] = []
  const starts = new Growing(text.length)
  const ends = new Growing(text.length)
  const push = (folded: string, start: number, end: number): void => {
    out.push(folded)
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start)
      ends.push(end)
    }
  }
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      const end = skip(text, at + 1, isSpace)
      push(' ', at, end)
      at = end
    } else if (isDash(code)) {
      const end = skip(text, at + 1, isDash)
      push('-', at, end)
      at = end
    } else if (isWord(code) && !continues(text.charCodeAt(at + 1))) {
      const char = text.charAt(at)
      push(keepCase ? char : char.toLowerCase(), at, at + 1)
      at++
    } else {
      const end = clusterEnd(text, at)
      push(foldCluster(text.slice(at, end), keepCase), at, end)
      at = end
    }
  }
  return { text: out.join(''), starts: starts.array(), ends: ends.array() }
}

/**
 * The original range that a range of the folded text stands for; both ends exclusive.
 * An empty range gives an empty one.
 */
export function unfoldRange(
  folded: Folded,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = folded.starts[start] ?? folded.ends.at(-1) ?? 0
  return { start: from, end: end > start ? (folded.ends[end - 1] ?? from) : from }
}

/**
 * The first folded code unit that stands for the original offset or something after it; the folded
 * text's length when there is none.
 */
export function foldOffset(folded: Folded, offset: number): number {
  let low = 0
  let high = folded.ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((folded.ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Offsets, as many as come: folding can make a text longer (an ellipsis) or shorter. */
class Growing {
  #data: Uint32Array
  #length = 0
  constructor(capacity: number) {
    this.#data = new Uint32Array(capacity)
  }
  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint32Array(this.#data.length * 2 + 16)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.#length++] = value
  }
  array(): Uint32Array {
    return this.#data.slice(0, this.#length)
  }
}

function skip(text: string, from: number, is: (code: number) => boolean): number {
  let at = from
  while (at < text.length && is(text.charCodeAt(at))) at++
  return at
}

const isWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)

/** White space of any kind, the byte order mark left out: it is invisible. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000

const isDash = (code: number): boolean =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58

// Whether a code unit may belong to the character before it: marks, jamo, low surrogates, joiners.
const continues = (code: number): boolean =>
  code >= 0x300 && (code < 0x2e80 ? joining.test(String.fromCharCode(code)) : isLateMark(code))

const joining = /[\p{M}\u1160-\u11ff]/u
const isLateMark = (code: number): boolean =>
  code === 0x3099 ||
  code === 0x309a ||
  (code >= 0xfe20 && code <= 0xfe2f) ||
  (code >= 0xdc00 && code <= 0xdfff)

function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  while (end < text.length && continues(text.charCodeAt(end))) end++
  return end
}

function foldCluster(cluster: string, keepCase: boolean): string {
  const known = special.get(cluster)
  if (known !== undefined) return known
  if (cluster.length === 1 && invisible.test(cluster)) return ''
  const composed = cluster.normalize('NFC')
  return keepCase ? composed : composed.toLowerCase().replace('ς', 'σ')
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

const special = new Map<string, string>([
  ...Array.from('"\'`´«»‘’‚‛“”„‟‹›′″＂＇ʼ', (mark) => [mark, "'"] as const),
  ['…', '...'],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
])
