// Applies the furniture rules: finds the page's own lines and how far each of them reaches.
import { whyDatabase } from '../parts/mark.ts'
import { personAbout } from './byline.ts'
import type { FurnitureRule } from './furniture-rule.ts'
import { englishRules } from './furniture-rules.ts'
import { foreignRules } from './furniture-rules-foreign.ts'
import { type Line, markFurniture, menuAbove } from './lines.ts'

/** All rules: the first that a line meets decides. */
export const furnitureRules: readonly FurnitureRule[] = [...englishRules, ...foreignRules]

const found = new WeakMap<Line, FurnitureRule | null>()

/** The first rule that a line meets; null if it meets none. */
export function ruleFor(line: Line): FurnitureRule | null {
  const known = found.get(line)
  if (known !== undefined) return known
  const rule =
    line.weight > 600 || line.block.kind === 'preformatted'
      ? null
      : (furnitureRules.find(
          ({ matches, longest = 120 }) => line.weight <= longest && matches.test(line.text),
        ) ?? null)
  found.set(line, rule)
  return rule
}

/**
 * Marks the lines that are the page's own. Linear: every line is marked at most once.
 * @param authored whether headings are the author's beyond doubt, as in Markdown: "## Comments"
 * @param mostAfter the most prose that a line may take with it, as a multiple of the prose before: the
 *   elements of a page say where its comments are, so that no line has to
 */
export function markFurnitureOf(
  lines: readonly Line[],
  title: Line | null,
  authored: boolean,
  mostAfter = Number.POSITIVE_INFINITY,
): void {
  const before = proseBefore(lines)
  const all = before[lines.length] ?? 0
  let i = 0
  while (i < lines.length) {
    const line = lines[i]
    const until =
      line === undefined || line === title || (authored && line.block.kind === 'heading')
        ? i
        : reachOf(lines, i, before, all, mostAfter)
    for (let j = i; j < until; j++) {
      const marked = lines[j]
      if (marked !== undefined && marked !== title) markFurniture(marked, whyOf(lines[i], marked))
    }
    i = Math.max(until, i + 1)
  }
  markTail(lines)
}

/** Characters of prose before each line, and of all. */
function proseBefore(lines: readonly Line[]): number[] {
  const sums = [0]
  for (const line of lines) {
    const counts = line.prose && line.block.furniture !== true && ruleFor(line) === null
    sums.push((sums.at(-1) ?? 0) + (counts ? line.weight : 0))
  }
  return sums
}

const whyOf = (first: Line | undefined, line: Line): string =>
  ruleFor(line)?.why ?? (first === undefined ? null : ruleFor(first)?.why) ?? 'About the author'

/** Index after the last line that the rule of line `i` reaches; `i` itself if no rule holds. */
function reachOf(
  lines: readonly Line[],
  i: number,
  before: readonly number[],
  all: number,
  mostAfter: number,
): number {
  const line = lines[i]
  if (line === undefined || line.block.furniture === true) return i
  const prose = before[i] ?? 0
  const bio = lines[i + 1]
  if (prose > 0 && bio !== undefined && personAbout(line.text, bio.text) !== null) return i + 2
  const rule = ruleFor(line)
  if (rule === null || (rule.late === true && prose < all * 0.5)) return i
  // Items of the story's own lists are not labels of the page.
  if (line.block.kind === 'list-item' && line.block.furniture !== true && rule.reach !== 'end')
    return i
  switch (rule.reach) {
    case 'itself':
      return i + 1
    case 'headline':
      return i + (isHeadline(lines[i + 1]) ? 2 : 1)
    case 'address':
      return afterAddress(lines, i)
    case 'passage':
      return afterPassage(lines, i + 1)
    case 'headlines':
      return afterHeadlines(lines, i)
    case 'end': {
      if (isButton(lines, i)) return i + 1
      const after = all - prose
      const isTail = prose >= 100 && after <= prose * Math.min(mostAfter, rule.after ?? 0.5)
      return isTail ? lines.length : afterHeadlines(lines, i)
    }
  }
}

/**
 * Whether a label that would take all that follows with it is only a button in the story: a passage follows at
 * once, and the label, or nothing like it, comes after.
 */
function isButton(lines: readonly Line[], i: number): boolean {
  const next = lines[i + 1]
  if (next === undefined || !next.prose || next.weight < passage || ruleFor(next) !== null)
    return false
  const same = lines.findIndex(({ key }, at) => at > i + 1 && key === lines[i]?.key)
  return same !== -1 && lines.slice(i + 1, same).every((line) => line.prose || isOwn(line))
}

/** A comment seldom comes to so much; a passage does. */
const passage = 100

/** A scrap that may stand in a story: no rule for the page's lines knows it. */
const isOwn = (line: Line): boolean => ruleFor(line) === null || line.block.kind !== 'paragraph'

/** After the items of a list, or else after one paragraph. */
function afterPassage(lines: readonly Line[], first: number): number {
  let at = first
  while (lines[at]?.block.kind === 'list-item') at++
  return at > first ? at : Math.min(lines.length, first + (lines[first]?.prose === true ? 1 : 0))
}

const contact = /\S+@\S+\.\p{L}|(?:^|[:\s])\(?\+?\d[\d\s().-]{6,}\d|\bwww\.|https?:|\[email/u

/** After the last line with an address or a number, with the names above it; else after the label. */
function afterAddress(lines: readonly Line[], i: number): number {
  let until = i + 1
  for (let at = i + 1; at < Math.min(i + 8, lines.length); at++) {
    const line = lines[at]
    if (line === undefined || line.prose || line.weight > 120) break
    if (contact.test(line.text)) until = at + 1
  }
  return until
}

const isHeadline = (line: Line | undefined): boolean =>
  line !== undefined && !line.prose && line.weight <= 160 && !/[.:]$/.test(line.text)

/** In the middle of a story only a "Related" box takes headlines with it; everything else stands alone. */
function afterHeadlines(lines: readonly Line[], i: number): number {
  const line = lines[i]
  if (line === undefined || !/^(?:related|read next|recommended)/i.test(line.text)) return i + 1
  let at = i + 1
  while (
    at < lines.length &&
    at < i + 6 &&
    isHeadline(lines[at]) &&
    lines[at]?.block.kind !== 'heading'
  )
    at++
  return at
}

/** As many scraps below a story are a page's foot, if as many stand above. */
const longTail = 8

/** After the last passage of the story, scraps between and below the page's own lines are its own too. */
function markTail(lines: readonly Line[]): void {
  let last = lines.length - 1
  while (last >= 0 && !isStory(lines[last])) last--
  if (last < 0) return
  const first = lines.findIndex(
    (line, i) =>
      i > last &&
      line.block.furniture === true &&
      line.block.role === undefined &&
      // A database's lines stand over the shortest article, too.
      line.block.why !== whyDatabase,
  )
  if (first !== -1) for (const line of lines.slice(first)) markFurniture(line, 'Foot of the page')
  // A whole page has its menu above and another below.
  const tail = lines.slice(last + 1, first === -1 ? lines.length : first)
  const menu = lines.filter(({ block }) => block.why === menuAbove)
  if (tail.length < longTail || menu.length < longTail) return
  if (tail.every(({ words, block }) => words <= 8 && block.kind === 'paragraph'))
    for (const line of tail) markFurniture(line, 'Foot of the page')
}

const isStory = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.block.furniture !== true &&
  (line.prose || line.block.kind !== 'paragraph')
