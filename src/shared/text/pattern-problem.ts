// Where a regular expression is wrong, and what is wrong there. The engine says only that it is, and
// each engine in words of its own; so its beginnings are tried, each with its brackets closed.

export interface PatternProblem {
  /** UTF-16 offsets into the pattern of what is wrong, end exclusive. */
  readonly start: number
  readonly end: number
  /** What is wrong, a sentence without its full stop. */
  readonly words: string
}

/** Code units of a pattern: of a longer one each beginning would take its time to be tried. */
const longest = 1_000

/** Null for a pattern that is valid. */
export function patternProblem(pattern: string, flags: string): PatternProblem | null {
  if (pattern.length > longest)
    return problem(longest, pattern.length, 'An expression has 1,000 characters at most')
  if (isValid(pattern, flags)) return null
  const brackets = openBrackets(pattern)
  for (let length = pattern.length; length > 0; length--) {
    const open = brackets[length] ?? []
    if (!isValid(closed(pattern.slice(0, length), open), flags)) continue
    if (length < pattern.length) return wrongAt(pattern, length, open.at(-1)?.sign === '[')
    const last = open.at(-1)
    if (last) return problem(last.at, last.at + 1, `“${last.sign}” is not closed`)
  }
  return wrongAt(pattern, 0, false)
}

interface Bracket {
  readonly at: number
  readonly sign: string
}

/** What is open after each number of code units: the brackets, the innermost last. */
function openBrackets(pattern: string): readonly (readonly Bracket[])[] {
  const open: (readonly Bracket[])[] = [[]]
  for (let at = 0; at < pattern.length; at++) {
    const now = open.at(-1) ?? []
    const sign = pattern.charAt(at)
    if (sign === '\\') {
      // What is escaped opens and closes nothing.
      open.push(now, now)
      at++
    } else open.push(afterSign(now, { at, sign }))
  }
  return open
}

function afterSign(now: readonly Bracket[], next: Bracket): readonly Bracket[] {
  if (now.at(-1)?.sign === '[') return next.sign === ']' ? now.slice(0, -1) : now
  if (next.sign === '[' || next.sign === '(') return [...now, next]
  return next.sign === ')' ? now.slice(0, -1) : now
}

const closed = (beginning: string, open: readonly Bracket[]): string =>
  beginning +
  open
    .map(({ sign }) => (sign === '[' ? ']' : ')'))
    .reverse()
    .join('')

function isValid(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp
  } catch {
    return false
  }
}

/** @param inClass whether it stands between `[` and `]` */
function wrongAt(pattern: string, at: number, inClass: boolean): PatternProblem {
  const sign = String.fromCodePoint(pattern.codePointAt(at) ?? 0)
  const pair = pattern.slice(at, at + 2)
  if (sign === '\\')
    return pair === sign
      ? problem(at, at + 1, '“\\” has nothing after it')
      : problem(at, at + 2, `“${pair}” stands for nothing here`)
  const end = at + sign.length
  if (inClass) return problem(at, end, `“${sign}” cannot end this range`)
  if (sign === ')' || sign === ']' || sign === '}')
    return problem(at, end, `“${sign}” closes nothing`)
  if (sign === '{')
    return problem(at, end, '“{” is followed by no number of times, or repeats nothing')
  if (sign === '?' && pattern.charAt(at - 1) === '(')
    return problem(
      at - 1,
      at + 1,
      '“(?” begins a group that is not known, or has a name that is taken',
    )
  if ('*+?'.includes(sign)) return problem(at, end, `“${sign}” repeats nothing`)
  return problem(at, end, `“${sign}” cannot stand here`)
}

const problem = (start: number, end: number, words: string): PatternProblem => ({
  start,
  end,
  words,
})
