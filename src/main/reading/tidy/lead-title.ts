// The headline of a scraped page by what it says: it stands over the story, near it, and most of its
// words come again in the first passages. A teaser's and a menu's do not.
import { isByline } from './byline.ts'
import { captionOf } from './captions.ts'
import { ruleFor } from './furniture.ts'
import { signOf } from './interface-words.ts'
import type { Line } from './lines.ts'
import { statedDate } from './published.ts'
import type { Span } from './story.ts'
import { isTitleLike } from './title-look.ts'

/** Buttons, names and a picture may stand between headline and story, and not more. */
const farthest = 30
/** Characters of the story in which a headline's words come again. */
const opening = 2500
/** So many of a headline's telling words do, at least, and so great a part of them. */
const leastShared = 3
const leastPart = 0.5

/** Captions of pictures over a headline read like passages, and so many of them are a gallery. */
const gallery = 10

/** Whether a line stands over the story or its gallery, and not too far from it. */
export const isOverStory = (lines: readonly Line[], line: Line, story: Span): boolean => {
  const at = lines.indexOf(line)
  return at <= story.first + gallery && at >= story.first - farthest
}

/**
 * The line over a story that tells most of the same, if one does; null for a text without such a line. What
 * stands again below the story is a teaser, if there is a line that does not.
 */
export function leadTitle(
  lines: readonly Line[],
  language: string | null,
  story: Span,
): Line | null {
  const over = lines
    .slice(Math.max(0, story.first - farthest), story.first)
    .filter((line) => couldBe(line, language))
  const below = new Set(lines.slice(story.last + 1).map(({ key }) => key))
  const said = stemsOfStory(lines, story)
  return (
    tellingMost(
      over.filter(({ key }) => !below.has(key)),
      said,
    ) ?? tellingMost(over, said)
  )
}

/** The first of the lines that share most of their words with what is said; null if none shares enough. */
function tellingMost(lines: readonly Line[], said: ReadonlySet<string>): Line | null {
  let best: Line | null = null
  let bestShared = 0
  for (const line of lines) {
    const stems = stemsOf(line.text)
    const shared = stems.filter((stem) => said.has(stem)).length
    if (shared < leastShared || shared < leastPart * stems.length || shared <= bestShared) continue
    best = line
    bestShared = shared
  }
  return best
}

/**
 * A line over the story that is its headline rather than the one found: one that tells far more of the story
 * than a banner of the site does, or that has author or date under it and then the one found, a caption.
 */
export function betterTitle(
  lines: readonly Line[],
  found: Line,
  language: string | null,
  story: Span,
): Line | null {
  const said = stemsOfStory(lines, story)
  const sharedBy = ({ text }: Line): number => stemsOf(text).filter((stem) => said.has(stem)).length
  const at = lines.indexOf(found)
  const above = lines[at - 1]
  if (above !== undefined && isSaid(found) && couldBe(above, language) && sharedBy(above) >= 2)
    return above
  const lead = leadTitle(lines, language, story)
  if (lead === null || lead === found) return null
  const leadAt = lines.indexOf(lead)
  const between = lines.slice(Math.min(at, leadAt) + 1, Math.max(at, leadAt))
  const isHeaded = between.some(({ text }) => isByline(text) || statedDate(text, language) !== null)
  // Right under a headline that plays with words stands what it means.
  const isApart = between.length > 0 && !(at < leadAt && isHeaded)
  const isBanner = isApart && sharedBy(found) <= 1
  const isCaption = leadAt < at && isHeaded && sharedBy(lead) > sharedBy(found)
  return isBanner || isCaption ? lead : null
}

/** "“We had no choice,” she said on Monday": what stands under a headline more often than as one. */
const isSaid = ({ text }: Line): boolean => /^["“„«][^"“”»]{8,}[,.]?["”“»],? \p{L}/u.test(text)

/** Whether so many of a line's words, or all of its few, come again in the story's first passages. */
export function tellsSame(
  lines: readonly Line[],
  { text }: Line,
  story: Span,
  least: number,
): boolean {
  const said = stemsOfStory(lines, story)
  const stems = stemsOf(text)
  const shared = stems.filter((stem) => said.has(stem)).length
  return stems.length === 0 || shared >= Math.min(least, stems.length)
}

const stemsOfStory = (lines: readonly Line[], { first, last }: Span): ReadonlySet<string> =>
  new Set(stemsOf(textOf(lines.slice(first, last + 1))))

const couldBe = (line: Line, language: string | null): boolean =>
  line.words >= 4 &&
  isTitleLike(line) &&
  line.block.furniture !== true &&
  ruleFor(line) === null &&
  captionOf(line) === null &&
  signOf(line) === null &&
  !isByline(line.text) &&
  statedDate(line.text, language) === null

function textOf(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    if (text.length > opening) break
    if (line.prose) text += `${line.text} `
  }
  return text
}

/** Words of four letters or more, each once, by their first five: "strikes" and "striking" are one. */
const stemsOf = (text: string): readonly string[] => [
  ...new Set(
    (text.toLowerCase().match(/[\p{L}\p{M}]{4,}|\p{N}{2,}/gu) ?? []).map((word) =>
      word.slice(0, 5),
    ),
  ),
]
