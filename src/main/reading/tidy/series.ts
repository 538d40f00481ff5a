// What is listed below a scraped story, one like the other: comments with how long ago each was written, and
// other articles with their days. Passages stand in them, so that they look like more of the story.
import { isAge } from './interface-words.ts'
import type { Line } from './lines.ts'
import { statedDate } from './published.ts'

/** So many make a series, and so many lines at most lie between two of its ages or days. */
const least = 3
const farthest = 8
/** A story comes before: a running report has its hours from the beginning. */
const passagesBefore = 3
const weightBefore = 500

export interface Series {
  /** Index of its first line: the name or the headline over the first age or day. */
  readonly first: number
  /** Index after its last line: where the story goes on below it, after its last age or day. */
  readonly end: number
  readonly why: string
}

/** The first series below or within a story; null for a text without one. Linear. */
export function seriesIn(lines: readonly Line[], language: string | null): Series | null {
  const before = passagesUpTo(lines)
  let chain: number[] = []
  let early = 0
  for (const [i, line] of lines.entries()) {
    if (!isStamp(line, language)) continue
    const { count, weight } = before[i] ?? none
    if (count < passagesBefore || weight < weightBefore) {
      if (count > 0 && isAge(line.text)) early++
      continue
    }
    // A running report tells how long ago from the beginning.
    if (early > 0 && isAge(line.text)) continue
    if (i - (chain.at(-1) ?? i) > farthest) {
      const found = seriesOf(lines, chain, before)
      if (found !== null) return found
      chain = []
    }
    chain.push(i)
  }
  return seriesOf(lines, chain, before)
}

interface Passages {
  readonly count: number
  readonly weight: number
}

const none: Passages = { count: 0, weight: 0 }

/** The passages before each line, and all. */
function passagesUpTo(lines: readonly Line[]): readonly Passages[] {
  const sums = [none]
  for (const { prose, weight } of lines) {
    const last = sums.at(-1) ?? none
    sums.push(prose ? { count: last.count + 1, weight: last.weight + weight } : last)
  }
  return sums
}

const isStamp = (line: Line, language: string | null): boolean =>
  !line.prose && (isAge(line.text) || statedDate(line.text, language)?.kind === 'bare')

function seriesOf(
  lines: readonly Line[],
  chain: readonly number[],
  before: readonly Passages[],
): Series | null {
  const [start = 0] = chain
  const last = chain.at(-1) ?? 0
  if (chain.length < least || !chain.every((at) => isHead(lines[at - 1]))) return null
  const first = firstOf(lines, start)
  const texts = chain.map((at) => lines[at]?.text ?? '')
  const areAges = texts.every(isAge)
  // A diary's days go on; other articles of a page are of the same days.
  if (!areAges && new Set(texts).size === texts.length) return null
  const { weight } = before[first] ?? none
  const after = (before.at(-1) ?? none).weight - (before[last] ?? none).weight
  return {
    first,
    end: after > weight * goesOn ? last + 1 : lines.length,
    why: areAges ? 'Readers’ comments' : 'Other articles, offered by the page',
  }
}

/** So much prose after a series, as a part of that before, is the story's: a box stood in it. */
const goesOn = 0.5

/** Over an age stands who wrote it, over a day a headline or a name. */
const isHead = (line: Line | undefined): boolean =>
  line !== undefined && !line.prose && line.words <= 20

/** The scraps right over the first age or day: a name, a headline, a label of the series. */
function firstOf(lines: readonly Line[], stamp: number): number {
  let at = stamp
  while (at > stamp - 4 && isHead(lines[at - 1])) at--
  return at
}
