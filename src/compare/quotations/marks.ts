// Which characters of a text are quotation marks, and whether each opens or closes: the same sign is
// an apostrophe, a closing mark or (in German and French) an opening one by what stands around it.
import { isSpace } from '../../shared/text/fold.ts'

/** Marks that may close each other. */
export type MarkFamily = 'double' | 'single' | 'guillemet' | 'angle' | 'corner' | 'white-corner'

/** A quotation mark. UTF-16 code units. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly family: MarkFamily
  /** `either`: what is open decides. */
  readonly can: 'open' | 'close' | 'either'
  /** A typewriter's mark, or a closing one that may as well be an apostrophe ("the dogs’ bowl"). */
  readonly weak: boolean
  readonly sign: string
}

const families: Readonly<Record<string, MarkFamily>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  "''": 'double',
  '``': 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '`': 'single',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'angle',
  '›': 'angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'white-corner',
  '』': 'white-corner',
}

const signs = /["“”„‟＂‘’‚‛«»‹›「」『』]|'{1,2}|`{1,2}/g

/** Words that begin with an apostrophe: ’tis, ’em, the ’90s. */
const elided =
  /^(?:\d\ds?|tis|twas|twere|twill|til|till|em|cause|bout|round|cept|neath|n|kay|sup|s|t|d|ll|ve|re|m)(?![\p{L}\p{N}])/iu

const wordChar = /[\p{L}\p{N}\p{M}]/u
const opensBefore = /[\s([{<—–\-/:=*_"“„«‹「『‘‚'`]/u
const closesAfter = /[\s)\]}>.,;:!?…—–\-/*_"”“»›」』’'`]/u

/**
 * The quotation marks in a part of a text, in order; apostrophes within words and inches are left
 * out. Linear in its length.
 */
export function marksOf(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = []
  for (const { 0: sign, index } of text.slice(start, end).matchAll(signs)) {
    const at = start + index
    const mark = markAt(text, sign, at, start, end)
    if (mark) marks.push(mark)
  }
  return marks
}

function markAt(text: string, sign: string, at: number, from: number, to: number): Mark | null {
  const family = families[sign]
  if (!family) return null
  const end = at + sign.length
  const before = at > from ? (text[at - 1] ?? ' ') : ' '
  const after = end < to ? (text[end] ?? ' ') : ' '
  const mark = (can: Mark['can'], weak = false): Mark => ({
    start: at,
    end,
    family,
    can,
    weak,
    sign,
  })
  const opening = opensBefore.test(before) && !isSpace(after.charCodeAt(0))
  const closing = !isSpace(before.charCodeAt(0)) && closesAfter.test(after)
  switch (sign) {
    case '「':
    case '『':
    case '„':
    case '``':
      return mark('open')
    case '‚':
    case '‛':
      return opening ? mark('open') : null
    case '」':
    case '』':
      return mark('close')
    case '«':
    case '»':
    case '‹':
    case '›':
      return mark('either')
    case '“':
      return opening || !closing ? mark('open') : mark('either')
    case '”':
      return opening && !closing ? mark('either') : mark('close')
    case '‘':
      if (wordChar.test(before)) return closing ? mark('close') : null
      return elided.test(text.slice(end, end + 8)) ? null : mark('open')
    case '’':
    case "'":
    case '`':
      return single(text, sign, { before, after, end, mark, opening })
    default:
      if (/\d/.test(before) && /[\s\d.,;)x]/.test(after)) return mark('close', true)
      return opening === closing ? mark('either', true) : mark(opening ? 'open' : 'close', true)
  }
}

interface Around {
  readonly before: string
  readonly after: string
  readonly end: number
  readonly opening: boolean
  readonly mark: (can: Mark['can'], weak?: boolean) => Mark
}

function single(text: string, sign: string, { before, after, end, mark, opening }: Around) {
  const isLetterBefore = wordChar.test(before)
  const isLetterAfter = wordChar.test(after)
  if (isLetterBefore && isLetterAfter) return null
  if (sign === '`') return mark('open', true)
  if (isSpace(before.charCodeAt(0)) || !closesAfter.test(after)) {
    if (!opening || sign === '’') return null
    return elided.test(text.slice(end, end + 8)) ? null : mark('open', true)
  }
  if (opening && !isLetterBefore && !isSpace(after.charCodeAt(0)) && sign === "'")
    return mark('either', true)
  // After an s and before a space it may be a genitive.
  return mark('close', /[sxz]/i.test(before) && isSpace(after.charCodeAt(0)))
}
