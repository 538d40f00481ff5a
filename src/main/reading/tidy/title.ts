// The headline of a text that does not name it. Saying none is better than saying a wrong one: a
// first sentence, a menu or a caption shown as the title would mislead in every list.
import { bylineIn, isByline } from './byline.ts'
import { captionOf, isCredited } from './captions.ts'
import { isClosedTitle } from './closed-title.ts'
import { ruleFor } from './furniture.ts'
import { headerTitle } from './header-title.ts'
import { signOf } from './interface-words.ts'
import { betterTitle, isOverStory, leadTitle, tellsSame } from './lead-title.ts'
import type { Line } from './lines.ts'
import { statedDate } from './published.ts'
import { type Span, storyOf } from './story.ts'
import { closed, isTitleLike } from './title-look.ts'

/** Looks this far for a headline. */
const furthest = 150

/**
 * The line that is the headline; null if the text has none.
 * @param scraped whether a page's menus and teasers may stand around the story, so that the headline
 *   must tell the same as the story
 */
export function findTitle(
  lines: readonly Line[],
  language: string | null,
  scraped: boolean,
): Line | null {
  const found = headTitle(lines, language) ?? headerTitle(lines, language)
  const story = scraped ? storyOf(lines) : null
  if (story === null) return found
  if (found !== null && isSupported(lines, found, story))
    return betterTitle(lines, found, language, story) ?? found
  const lead = leadTitle(lines, language, story)
  return lead ?? (found !== null && isSigned(lines, found, story, language) ? found : null)
}

/** As many scraps over a line are a page's menu, and it may be one of them. */
const menu = 6

/** Whether a line may be the headline of the story: by its place, or because it tells the same. */
function isSupported(lines: readonly Line[], found: Line, story: Span): boolean {
  if (!isOverStory(lines, found, story)) return false
  const at = lines.indexOf(found)
  const scraps = lines
    .slice(0, at)
    .filter((line) => !line.prose && ruleFor(line) === null && captionOf(line) === null).length
  const isTwice = lines.slice(0, at).some(({ key }) => key === found.key)
  return scraps < menu || tellsSame(lines, found, story, isTwice ? 1 : 2)
}

/** Whether author or date stand right under a line over the story, which shares a word with it. */
function isSigned(
  lines: readonly Line[],
  found: Line,
  story: Span,
  language: string | null,
): boolean {
  const under = lines.slice(lines.indexOf(found) + 1).slice(0, 2)
  return (
    isOverStory(lines, found, story) &&
    tellsSame(lines, found, story, 1) &&
    under.some(({ text }) => isByline(text) || statedDate(text, language) !== null)
  )
}

function headTitle(lines: readonly Line[], language: string | null): Line | null {
  const head = headOf(lines, language)
  const { shorts, meta, start } = head
  if (shorts.length === 0 || start === null) return null
  const keys = lines.slice(0, start).map((line) => line.key)
  const twice = shorts.find(
    (line) =>
      (line.words >= 5 || (line.words >= 3 && line.weight >= 26)) &&
      keys.indexOf(line.key) !== keys.lastIndexOf(line.key),
  )
  if (twice !== undefined) {
    // Of several, the one right above author and date; a menu may name it before.
    const above = lines.slice(0, meta ?? 0).findLast(({ key }) => key === twice.key)
    return above ?? twice
  }
  if (shorts.length <= 4 && !isPage(lines.slice(0, start))) return firstOf(shorts)
  const near = headerTitle(lines, language) ?? belowMenu(lines, shorts, meta)
  const last = shorts.at(-1)
  // On a page without author and date: what stands right above the story.
  const isAbove = last !== undefined && lines[start - 1] === last && last.words >= 5
  return near ?? (meta === null && shorts.length <= 4 && isAbove ? last : null)
}

/** Whether the lines above a story begin with what only a whole page has. */
const isPage = (above: readonly Line[]): boolean =>
  above.some(({ text }) => /^(?:skip|jump) to\b|^(?:toggle )?(?:navigation|menu)\b/i.test(text))

interface Head {
  /** Lines that could be headlines. */
  readonly shorts: readonly Line[]
  /** Index of the first line with author or date; null without one. */
  readonly meta: number | null
  /** Index of the first passage of the story; null if none was found. */
  readonly start: number | null
}

function headOf(lines: readonly Line[], language: string | null): Head {
  const shorts: Line[] = []
  let meta: number | null = null
  for (const [i, line] of lines.slice(0, furthest).entries()) {
    if (line.block.furniture === true || ruleFor(line) !== null || captionOf(line) !== null)
      continue
    if (isByline(line.text) || statedDate(line.text, language) !== null) {
      meta ??= i
      continue
    }
    if (signOf(line) !== null || isCredited(line, lines[i + 1])) continue
    if (i === 0 && isClosedTitle(line, lines[1], language))
      return { shorts: [line], meta, start: 1 }
    if (isRow(line) && (isRow(lines[i + 1]) || isRow(lines[i - 1]))) continue
    const repeated = line.prose && lines.slice(i + 1, i + 12).some(({ key }) => key === line.key)
    if (repeated) continue
    if (isTitleLike(line)) shorts.push(line)
    else if (line.prose || closed.test(line.text)) return { shorts, meta, start: i }
  }
  return {
    shorts,
    meta,
    start: lines.length <= furthest && shorts.length === 1 ? lines.length : null,
  }
}

/** A row of a table or list that ends in its number: "Oats 171.00". */
const isRow = (line: Line | undefined): boolean =>
  line !== undefined && /\s[$€£]?\d[\d.,:]*%?$/.test(line.text)

/** The first; or the next after some of a word or two that only name a department. */
export function firstOf(shorts: readonly Line[]): Line | null {
  const [first] = shorts
  if (first === undefined) return null
  const isKicker = (line: Line): boolean => line.words <= 2 && line.weight < 25
  const next = shorts.find((line) => !isKicker(line))
  return next !== undefined && next.words >= 4 ? next : first
}

/** Below the menu of a page: the longest line by the author or the date. */
function belowMenu(
  lines: readonly Line[],
  shorts: readonly Line[],
  meta: number | null,
): Line | null {
  if (meta === null) return null
  const near = new Set(lines.slice(Math.max(0, meta - 3), meta + 4))
  const candidates = shorts.filter((line) => near.has(line) && line.words >= 4 && line.weight >= 24)
  return candidates.reduce<Line | null>(
    (best, line) => (best === null || line.weight > best.weight ? line : best),
    null,
  )
}

/** Whether a line under the headline is nothing but a person's name. */
export function isBareName(line: Line): boolean {
  if (line.words < 2 || line.words > 4 || line.weight > 40 || bylineIn(line.text) !== null)
    return false
  if (/\d|[^\p{L}\p{M}\s.'’-]/u.test(line.text)) return false
  if (department.test(line.text)) return false
  const cased = /\p{Lu}|\p{Ll}/u.test(line.text)
  return cased
    ? line.text.split(/\s+/).every((word) => /^\p{Lu}/u.test(word) || particle.test(word))
    : line.words <= 3
}

const particle = /^(?:de|da|di|del|della|der|den|van|von|bin|al|el|la|le|y|e|dos)$/
const department =
  /\b(?:news|timeline|guide|summary|overview|introduction|background|key|points|facts|what|how|why|who|top|latest|breaking|special|features?|interview|profile|letters?|editorials?|column|blog|commentary|local|national|international|science|technology|lifestyle|culture|travel|money|markets?|weather|obituaries|opinion|analysis|photos?|video|sports?|reviews?|politics|business|world|health|stor(?:y|ies)|report|exclusive|live|updates?|desk|press|read|more|article|share|home|the|a|of|in|and|for|to|on)\b/i
