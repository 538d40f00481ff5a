// The headline of a copied page, however long the menu above it: it stands right above author or
// date, and the story begins soon below them.
import { isByline } from './byline.ts'
import { captionOf } from './captions.ts'
import { ruleFor } from './furniture.ts'
import type { Line } from './lines.ts'
import { statedDate } from './published.ts'
import { isTitleLike } from './title-look.ts'

/** Menus and lists of the month's articles may be this long. */
const furthest = 500
/** Buttons for sharing and the like between author and story. */
const between = 15

/** The headline above the last lines that name author or date before a story; else null. */
export function headerTitle(lines: readonly Line[], language: string | null): Line | null {
  const until = Math.min(furthest, lines.length - 1)
  let best: Line | null = null
  let bestAt = 0
  for (let i = 1; i < until; i++) {
    const line = lines[i]
    if (line === undefined) break
    if (best !== null && (i > bestAt + between || isPassage(line))) return best
    if (line.weight > 160 || line.prose || !namesHead(line, language)) continue
    const found = above(lines, i, language)
    if (found === null || !leadsToStory(lines.slice(i + 1, i + 1 + between))) continue
    best = found
    bestAt = i
  }
  return best
}

const namesHead = ({ text }: Line, language: string | null): boolean =>
  isByline(text) || statedDate(text, language) !== null

/** The upper one of at most two lines right above that could be headlines. */
function above(lines: readonly Line[], i: number, language: string | null): Line | null {
  let found: Line | null = null
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const line = lines[at]
    if (line === undefined) break
    if (isStandfirst(line) && found === null) continue
    if (!isHeadline(line) || namesHead(line, language)) break
    if (found !== null) return line
    found = line
  }
  return found
}

const isStandfirst = ({ text, weight, words }: Line): boolean =>
  words >= 8 && weight <= 300 && /[.!?]$/.test(text)

const isHeadline = (line: Line): boolean =>
  (line.words >= 4 || (line.words <= 2 && line.weight >= 35)) &&
  line.weight >= 20 &&
  isTitleLike(line) &&
  ruleFor(line) === null &&
  captionOf(line) === null &&
  !/[»›>|]/.test(line.text) &&
  (line.words <= 8 || !/[!…]$/.test(line.text))

const isPassage = ({ prose, weight, block }: Line): boolean =>
  prose && weight >= 130 && block.kind === 'paragraph'

const leadsToStory = (below: readonly Line[]): boolean => {
  const prose = below.filter((line) => line.prose && line.block.kind === 'paragraph')
  return prose.length >= 2 || prose.some(({ weight }) => weight >= 130)
}
