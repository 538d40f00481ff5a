// The pieces of a query, each with its place: before anything is made of them, and for suggesting what
// may come where the caret stands.
import { isSpace } from '../text/fold.ts'
import { type Operator, operatorNamed } from './operators.ts'

/** Places are UTF-16 offsets into the query, ends exclusive. */
export type QueryToken =
  | {
      readonly kind: 'open' | 'close' | 'or' | 'and' | 'not'
      readonly start: number
      readonly end: number
    }
  | Term

/** A word, a phrase, or an operator with its value. */
export interface Term {
  readonly kind: 'term'
  readonly start: number
  readonly end: number
  readonly operator: Operator | null
  /** Of the value, behind the operator and the opening quote mark. */
  readonly valueStart: number
  /** As it was typed, without quote marks and the star behind it. */
  readonly value: string
  /** `open`: the closing quote mark is missing, so it goes to the end of the query. */
  readonly quoted: 'no' | 'open' | 'closed'
  /** A `*` stands behind it. */
  readonly star: boolean
}

const quoteMark = /["“”„‟«»]/
export const isQuoteMark = (char: string): boolean => quoteMark.test(char)

/** The same query with signs, letters and figures of full width as any other; as many code units. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

const operatorPattern = /[a-z]+:/iy
const signs: Readonly<Record<string, 'open' | 'close'>> = { '(': 'open', ')': 'close' }
const joiners: Readonly<Record<string, 'or' | 'and' | 'not'>> = { OR: 'or', AND: 'and', NOT: 'not' }

/** Cuts a query into its pieces, in time that grows with its length alone. */
export function queryTokens(query: string): readonly QueryToken[] {
  const text = halfWidth(query)
  const tokens: QueryToken[] = []
  let at = 0
  while (at < text.length) {
    const sign = signs[text.charAt(at)]
    if (isSpace(text.charCodeAt(at))) at++
    else if (sign !== undefined) tokens.push({ kind: sign, start: at, end: ++at })
    else if (isMinus(text, at)) tokens.push({ kind: 'not', start: at, end: ++at })
    else {
      const token = joinerOrTerm(query, text, at)
      tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

/** A minus rules out what follows at once; a dash between words is none. */
function isMinus(text: string, at: number): boolean {
  const before = at === 0 || text.charAt(at - 1) === '(' || isSpace(text.charCodeAt(at - 1))
  const next = text.charAt(at + 1)
  return (
    before &&
    /[-−]/.test(text.charAt(at)) &&
    next !== '' &&
    !/[-−)]/.test(next) &&
    !isSpace(next.charCodeAt(0))
  )
}

function joinerOrTerm(query: string, text: string, start: number): QueryToken {
  operatorPattern.lastIndex = start
  const named = operatorPattern.exec(text)?.[0]
  const operator = named === undefined ? null : operatorNamed(named.slice(0, -1))
  const at = start + (operator ? (named?.length ?? 0) : 0)
  if (isQuoteMark(text.charAt(at))) return phrase(query, text, { start, operator, open: at })
  const end = bareEnd(text, at)
  const joiner = operator ? undefined : joiners[text.slice(start, end)]
  if (joiner !== undefined) return { kind: joiner, start, end }
  let stop = end
  while (stop > at && text.charAt(stop - 1) === '*') stop--
  return {
    kind: 'term',
    start,
    end,
    operator,
    valueStart: at,
    value: query.slice(at, stop),
    quoted: 'no',
    star: stop < end,
  }
}

function bareEnd(text: string, from: number): number {
  let end = from
  while (
    end < text.length &&
    !isSpace(text.charCodeAt(end)) &&
    !/[()]/.test(text.charAt(end)) &&
    !isQuoteMark(text.charAt(end))
  )
    end++
  return end
}

/** A quote mark is closed by any; one that is doubled is part of the phrase. */
function phrase(
  query: string,
  text: string,
  { start, operator, open }: { start: number; operator: Operator | null; open: number },
): Term {
  const parts: string[] = []
  let from = open + 1
  let at = from
  let quoted: 'open' | 'closed' = 'open'
  while (at < text.length) {
    if (!isQuoteMark(text.charAt(at))) at++
    else if (text.charAt(at + 1) === text.charAt(at)) {
      parts.push(query.slice(from, at + 1))
      at += 2
      from = at
    } else {
      quoted = 'closed'
      break
    }
  }
  parts.push(query.slice(from, at))
  let end = quoted === 'closed' ? at + 1 : at
  const closing = end
  while (text.charAt(end) === '*') end++
  return {
    kind: 'term',
    start,
    end,
    operator,
    valueStart: open + 1,
    value: parts.join(''),
    quoted,
    star: end > closing,
  }
}
