// A word with what stands around it on one line, as concordances show it.

export interface InContext {
  readonly left: string
  readonly word: string
  readonly right: string
}

interface Place {
  readonly start: number
  readonly end: number
}

/** How far beyond the place white space is folded, for a width in letters that are seen. */
const spare = 3

/**
 * The line around a place: white space folded to single spaces, cut between words where there is
 * such a cut, never within a character.
 * @param place UTF-16 code units into `text`
 * @param width of each side, in UTF-16 code units; what is given is never longer
 */
export function keywordInContext(text: string, { start, end }: Place, width: number): InContext {
  const room = Math.max(0, Math.floor(width))
  const [from, to] = [Math.max(0, Math.min(start, text.length)), Math.min(end, text.length)]
  const before = folded(text.slice(Math.max(0, from - room * spare - 1), from))
  const after = folded(text.slice(to, to + room * spare + 1))
  const left = before.length <= room ? before : before.slice(leftCut(before, before.length - room))
  const right = after.length <= room ? after : after.slice(0, rightCut(after, room))
  return { left: left.trimStart(), word: folded(text.slice(from, to)), right: right.trimEnd() }
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ')

const inWord = /^[\p{L}\p{N}\p{M}_’'-]$/u

/** A cut at `at` divides no word. */
function isBorder(text: string, at: number): boolean {
  const before = text.slice(0, at).match(/[\s\S]$/u)?.[0] ?? ' '
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return !(inWord.test(before) && inWord.test(after))
}

/** A cut at `at` divides no character. */
const isWhole = (text: string, at: number): boolean =>
  !/[\udc00-\udfff]/.test(text[at] ?? '') &&
  !/^(?:\p{M}|\u200d|\ufe0f)/u.test(text.slice(at, at + 2))

function leftCut(text: string, least: number): number {
  for (let at = least; at < text.length; at++)
    if (isWhole(text, at) && isBorder(text, at)) return at
  let at = least
  while (at < text.length && !isWhole(text, at)) at++
  return at
}

function rightCut(text: string, most: number): number {
  for (let at = most; at > 0; at--) if (isWhole(text, at) && isBorder(text, at)) return at
  let at = most
  while (at > 0 && !isWhole(text, at)) at--
  return at
}
