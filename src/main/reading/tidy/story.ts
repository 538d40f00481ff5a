// Where the story of a scraped page lies, by form alone: where passages stand close together. Menus,
// teasers and feet are scraps, or passages far apart among scraps.
import { ruleFor } from './furniture.ts'
import type { Line } from './lines.ts'
import { cellsIn } from './tables.ts'

/** A passage of this length outweighs this many scraps between it and the story. */
const perScrap = 45
const mostForOne = 6

export interface Span {
  /** Indexes of the first and the last line of the story's passages. */
  readonly first: number
  readonly last: number
}

/** The lines from the first passage of a text's story to its last; null for a text without any. Linear. */
export function storyOf(lines: readonly Line[]): Span | null {
  const found = densest(lines)
  return found === null ? null : widened(lines, found)
}

/**
 * The lines in which passages outweigh scraps most: the story, without what is around it. Null for a
 * text without a passage. Linear.
 */
function densest(lines: readonly Line[]): Span | null {
  let best: Span | null = null
  let bestSum = 0
  let sum = 0
  let first = 0
  const cells = cellsIn(lines)
  for (const [i, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0
      first = i
    }
    sum += cells.get(line) ?? worthOf(line)
    if (sum > bestSum) {
      bestSum = sum
      best = { first, last: i }
    }
  }
  return best
}

function worthOf(line: Line): number {
  const { block, prose, weight } = line
  if (block.furniture === true || ruleFor(line) !== null) return -1
  if (prose) return Math.min(mostForOne, weight / perScrap)
  // A table's cells and a list's short sentences speak neither way.
  if (isCell(line) || (line.words >= 4 && /[.!?]["”’]?$/.test(line.text))) return 0
  return block.kind === 'paragraph' || block.kind === 'heading' ? -1 : 0
}

/** "63", "85%", "DL": a cell, or the count beside a button. */
const isCell = ({ text }: Line): boolean => text.length <= 8 && !/\p{L}{3}/u.test(text)

/** A half of a story may lie behind a table or a gallery: teasers seldom come to as much text. */
const secondHalf = 0.4

function widened(lines: readonly Line[], { first, last }: Span): Span {
  const counts = (line: Line): boolean => line.prose && worthOf(line) > 0
  const proseIn = (some: readonly Line[]): number =>
    some.reduce((sum, line) => sum + (counts(line) ? line.weight : 0), 0)
  const enough = secondHalf * proseIn(lines.slice(first, last + 1))
  return {
    first: proseIn(lines.slice(0, first)) < enough ? first : lines.findIndex(counts),
    last: proseIn(lines.slice(last + 1)) < enough ? last : lines.findLastIndex(counts),
  }
}
