// How much work parsing a Markdown text can come to, told before it is parsed. The parser is linear
// for what people write and quadratic for some of what can be written; what costs what was measured
// (docs/decisions/0014-notes-are-parsed-within-bounds.md).

export interface ParseCost {
  /** Upper bound of the parser's steps that grow with the text; a character of prose is a hundred. */
  readonly steps: number
  /** The same of those in which it looks back or ahead for a counterpart: many, but a tenth as dear. */
  readonly searches: number
  /** Upper bound of how deep lists, quotes and footnotes stand in one another. */
  readonly nesting: number
}

/** Steps for each thing of a kind, rounded up from what was counted. */
const stepsFor = {
  text: 4_000,
  character: 120,
  /** An address may begin with any. */
  word: 70,
  line: 1_400,
  mark: 300,
  /** A line asks each open container whether it goes on. */
  lineAndLevel: 80,
  /** Containers opened by one line look at one another. */
  levelAndLevel: 60,
  /** A closing mark looks for its opening one through all that came before it. */
  closerAndMark: 28,
  /** Code, HTML or a link left open is looked for up to the end. */
  scannedCharacter: 20,
  /** A word behind a bracket that is open looks back to it: it may begin an address in a link. */
  wordInBracket: 6,
} as const

/** What was seen since the last blank line: no inline construct reaches across one. */
interface Stretch {
  readonly length: number
  readonly words: number
  /** Characters that may begin or end something, line ends included. */
  readonly marks: number
  /** Of them those that may have to be paired. */
  readonly closers: number
  /** Of them those from which the rest may be looked through. */
  readonly scans: number
  /** Brackets that are open, and the words that stand behind one. */
  readonly open: number
  readonly inside: number
}

const nothing: Stretch = { length: 0, words: 0, marks: 0, closers: 0, scans: 0, open: 0, inside: 0 }

/**
 * Bounds the cost of parsing a text as Markdown; looks at each character once or twice. Never below
 * what the parser does; for hostile text often far above.
 */
export function parseCost(markdown: string): ParseCost {
  let steps: number = stepsFor.text
  let searches = 0
  let nesting = 0
  let stretch = nothing
  const end = (): void => {
    steps +=
      stretch.length * stepsFor.character +
      stretch.words * stepsFor.word +
      stretch.marks * stepsFor.mark
    searches += searchesIn(stretch)
    stretch = nothing
  }
  for (const line of linesOf(markdown)) {
    const levels = levelsOf(line)
    nesting = Math.max(nesting, levels)
    steps += stepsFor.line + nesting * stepsFor.lineAndLevel + levels ** 2 * stepsFor.levelAndLevel
    if (isBlank(line)) {
      steps += line.length * stepsFor.character
      end()
    } else stretch = withLine(stretch, line, levels < nesting)
  }
  end()
  return { steps, searches, nesting }
}

const searchesIn = ({ length, words, marks, closers, scans, inside }: Stretch): number =>
  closers * marks * stepsFor.closerAndMark +
  scans * length * stepsFor.scannedCharacter +
  inside * (words + marks) * stepsFor.wordInBracket

function withLine(before: Stretch, line: string, outside: boolean): Stretch {
  // A line may be an underline of those before it, or go on with what a container holds without being
  // in it; both look at the lines before.
  const lazy = outside && !/^[ \t>]*[-+*][ \t]+[^ \t]/.test(line)
  const underline = lazy || /^[ \t>]*[=-](?![ \t]+[^ \t])/.test(line) ? 1 : 0
  // Only what stands behind something can close.
  let closers = underline
  for (const [run] of line.matchAll(/(?<=[^ \t])[*_~]+/g)) closers += run.length
  const scans = countOf(line, /[\]<]|!\[|`+/g)
  return {
    length: before.length + line.length + 1,
    words: before.words + countOf(line, /[^ \t]+/g),
    marks: before.marks + 1 + countOf(line, /[*_~[\]!<>&\\`|:@]/g),
    closers: before.closers + closers,
    scans: before.scans + scans,
    ...withBrackets(before, line),
  }
}

function withBrackets(before: Stretch, line: string): Pick<Stretch, 'open' | 'inside'> {
  let { open, inside } = before
  for (const [token] of line.matchAll(/\\.|[[\]]|[^ \t[\]\\]+/g)) {
    if (token === '[') open++
    // In code or in HTML it closes nothing.
    else if (token === ']') open = /[`<]/.test(line) ? open : Math.max(0, open - 1)
    else if (open > 0) inside++
  }
  return { open, inside }
}

function countOf(line: string, pattern: RegExp): number {
  let count = 0
  for (const _ of line.matchAll(pattern)) count++
  return count
}

function* linesOf(text: string): Generator<string> {
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 10 && code !== 13) continue
    yield text.slice(start, at)
    start = at + 1
  }
  yield text.slice(start)
}

const isBlank = (line: string): boolean => /^[ \t]*$/.test(line)

/**
 * Upper bound of the containers that a line stands in or opens: a quote has its `>`, an open list item
 * takes two columns of white space, a new one its marker. A footnote may begin with any label.
 */
function levelsOf(line: string): number {
  const parts = line.split(']:')
  return parts.reduce((sum, part) => sum + levelsBefore(part), parts.length - 1)
}

const opening = /([ \t]+)|>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y

function levelsBefore(words: string): number {
  let levels = 0
  let columns = 0
  opening.lastIndex = 0
  for (let found = opening.exec(words); found; found = opening.exec(words)) {
    if (found[1] === undefined) levels++
    else columns += found[1].length + 3 * countOf(found[1], /\t/g)
  }
  return levels + Math.floor(columns / 2)
}
