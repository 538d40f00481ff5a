// Runs of capitalised words, each with the title before it: what may be a name. Whether it is one, and
// whose, is settled with the whole article in view.

import { bodies, capitalised, ofHeads, particles } from './name-words.ts'
import { addresses, isRole, noRoles, roles, roleTails } from './titles.ts'

export interface Token {
  /** UTF-16 code units into the text. */
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Run {
  /** At least one; title left out. */
  readonly tokens: readonly Token[]
  /** Lower-case; null for none and for mere address. */
  readonly role: string | null
  /** A title or an address stands before it. */
  readonly titled: boolean
  /** Its first word begins a sentence, so its capital says nothing. */
  readonly initial: boolean
}

const token =
  "(?:\\p{Lu}\\.(?:\\p{Lu}\\.){0,5}|\\p{Lu}[\\p{L}\\p{M}\\p{N}]{0,40}(?:[-’'‑&]\\p{L}[\\p{L}\\p{M}]{0,40}){0,4}(?:(?<=Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Prof|Rev|Jr|Sr|St|Ste|Ft|Mt)\\.)?)"
const joint = `[ \\u00a0](?:(?:${[...particles].join('|')}|of(?: the)?|and) ){0,2}`
/** A body of two parts: "the Food and Drug Administration". */
const compound =
  / and (?:\p{Lu}\p{L}+ ){1,2}(?:Administration|Agency|Association|Board|Bureau|Commission|Committee|Department|Forum|Foundation|Initiative|Institute|Ministry|Museum|Services?)(?!\p{L})/uy
const runs = new RegExp(
  `(?<![\\p{L}\\p{N}_@#/+%])${token}(?![\\p{L}\\p{N}])(?:${joint}${token}(?![\\p{L}\\p{N}])){0,8}`,
  'gu',
)
const oneToken = new RegExp(`${token}(?![\\p{L}\\p{N}])|\\p{Ll}+`, 'gu')
const startsSentence = /(?:^|[.!?…:]["”’')\]]*\s+|\n|["“‘([•–—-]\s?|(?:^|\s)['])$/u
const roleBefore = /(?<![\p{L}-])((?:\p{L}+[ -])?\p{Ll}+),? $/u

/**
 * @param text one sentence
 * @param functionWords no name begins with one of these
 */
export function runsIn(text: string, functionWords: ReadonlySet<string>): Run[] {
  return [...text.matchAll(runs)].flatMap(({ 0: whole, index }) => {
    const lead = text.slice(Math.max(0, index - 40), index)
    return piecesOf(whole, index, /\bthe $/i.test(lead), functionWords).flatMap((tokens, order) => {
      const initial = order === 0 && tokens[0]?.start === index && startsSentence.test(lead)
      const run = withTitle(tokens, initial, tokens[0]?.start === index ? lead : '')
      return run === null ? [] : [run]
    })
  })
}

/** Cuts a run behind a possessive, at words that are no part of a name, and at "of" behind a role. */
function piecesOf(
  whole: string,
  index: number,
  theBefore: boolean,
  functionWords: ReadonlySet<string>,
): Token[][] {
  const pieces: Token[][] = []
  let piece: Token[] = []
  const close = (): void => {
    while (piece.length > 0 && /^\p{Ll}/u.test(piece.at(-1)?.text ?? '')) piece.pop()
    if (piece.length > 0) pieces.push(piece)
    piece = []
  }
  for (const match of whole.matchAll(oneToken)) {
    const text = match[0]
    const start = index + match.index
    const lower = text.toLowerCase()
    const previous = piece.at(-1)?.text.toLowerCase()
    if (text === 'and') {
      compound.lastIndex = match.index - 1
      if (theBefore && piece.length === 1 && compound.test(whole)) {
        piece.push({ start, end: start + 3, text })
      } else close()
      continue
    }
    if (/^\p{Ll}/u.test(text)) {
      if (
        text === 'of' &&
        !(previous !== undefined && ofHeads.has(previous)) &&
        !roles.has(previous ?? '')
      )
        close()
      else if (piece.length > 0) piece.push({ start, end: start + text.length, text })
      continue
    }
    if (/^I(?:[’'].*)?$/.test(text) || (functionWords.has(lower) && text.length > 1)) {
      close()
      continue
    }
    // "(D-N.Y.)", "R-Wis.", a letter that stands alone.
    if (
      /^[DRI]-\p{Lu}/u.test(text) ||
      (/^\p{Lu}\.?$/u.test(text) && isAlone(whole, match.index, text))
    ) {
      close()
      continue
    }
    // "Western-dominated", "Russian-Chinese", "Antiwar.com".
    if (
      isAdjective(text) ||
      /^\.\p{Ll}/u.test(whole.slice(match.index + text.length, match.index + text.length + 2))
    ) {
      close()
      continue
    }
    const own = text.replace(/[’']s?$/i, '')
    piece.push({ start, end: start + own.length, text: oneTyping(own) })
    if (
      own.length < text.length ||
      /^(?:s|S)[’']$/.test(
        whole.slice(match.index + text.length - 1, match.index + text.length + 1),
      )
    )
      close()
  }
  close()
  return pieces
}

/** Composed letters, straight apostrophes: one name is one, however it is typed. */
const oneTyping = (name: string): string => name.normalize('NFC').replaceAll('’', "'")

/** "Bavarian", "Maltese": by their endings, where a list would not end. */
const isOfPeople = (text: string): boolean =>
  capitalised.has(text.toLowerCase()) ||
  (text.length > 7 && /(?:arian|trian|nian|sian|dian|vian|nese|lese)s?$/.test(text))

const isAlone = (whole: string, at: number, text: string): boolean =>
  whole.length === text.length || (at === 0 && whole[text.length] !== ' ')

const isAdjective = (text: string): boolean => {
  const [first, second] = text.split(/[-‑]/)
  return (
    second !== undefined &&
    (/^\p{Ll}{4}/u.test(second) ||
      capitalised.has(second.toLowerCase()) ||
      /^(?:Sino|Russo|Anglo|Franco|Indo|Afro)$/.test(first ?? ''))
  )
}

function withTitle(all: readonly Token[], initial: boolean, lead: string): Run | null {
  const first = all.findIndex(({ text }) => !isOfPeople(text))
  if (first < 0) return null
  // "Russian President", but "Soviet Union", "Chinese Communist Party".
  const keeps = all.length - first === 1 && bodies.has(lower(all[first]))
  const last = all.findLastIndex(({ text }) => !isOfPeople(text))
  const tokens = all.slice(keeps ? 0 : first, last + 1)
  const atStart = initial && (keeps || first === 0)
  const phrase = tokens.map(({ text }) => text).join(' ')
  if (noRoles.test(phrase)) return { tokens, role: null, titled: false, initial: atStart }
  const heads = tokens.slice(0, 5).map((each) => lower(each))
  let head = heads.findLastIndex((word) => roles.has(word) || addresses.has(word))
  // "Secretary of State", "Chief of Staff".
  if (head >= 0 && heads[head + 1] === 'of' && roleTails.has(heads[head + 2] ?? '')) head += 2
  else if (head >= 0 && heads[head + 1] === 'of') return outOf(tokens.slice(head + 2))
  if (head >= 0) {
    const name = tokens.slice(head + 1)
    const words = heads
      .slice(0, head + 1)
      .filter((word) => !addresses.has(word) && !/^(?:u\.?s\.?|former|ex|acting|then)$/.test(word))
    if (name.length === 0) return null
    return { tokens: trimmed(name), role: words.join(' ') || null, titled: true, initial: false }
  }
  const before = roleBefore.exec(lead)?.[1]
  const word = before?.split(/[ -]/).at(-1) ?? ''
  if (before !== undefined && isRole(word.toLowerCase()) && !before.endsWith(','))
    return { tokens: trimmed(tokens), role: word.toLowerCase(), titled: true, initial: false }
  return { tokens, role: null, titled: false, initial: atStart }
}

const outOf = (tokens: readonly Token[]): Run | null =>
  tokens.length === 0 ? null : { tokens, role: null, titled: false, initial: false }

const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? ''

/** Of "President Obama of Illinois" the person. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const cut = tokens.findIndex(({ text }) => text === 'of')
  return cut > 0 ? tokens.slice(0, cut) : tokens
}
