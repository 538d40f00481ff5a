// The page around a scraped story, by form alone: a story is where passages stand close together;
// menus, teasers and feet are scraps, or passages far apart among scraps. No words of any site.
import { isByline } from './byline.ts'
import { captionOf } from './captions.ts'
import { ruleFor } from './furniture.ts'
import { signOf } from './interface-words.ts'
import { invitationOf } from './invitations.ts'
import { type Line, markFurniture, menuAbove } from './lines.ts'
import { statedDate } from './published.ts'
import { seriesIn } from './series.ts'
import { type Span, storyOf } from './story.ts'
import { cellsIn } from './tables.ts'

/** As many scraps over a story are a page's menu: no headline has so many lines around it. */
const menu = 5
/** As many scraps are a whole page's: then passages among them are another article's. */
const wholePage = 15

/** A scraped text as the rules below see it. */
interface Page {
  readonly lines: readonly Line[]
  readonly title: Line | null
  readonly story: Span
  /** Lines that are no passage, no caption, no listing and no table's. */
  readonly scraps: ReadonlySet<Line>
}

/** Marks what stands around the story of a scraped page as furniture. Changes the blocks in place. */
export function markPageAround(
  lines: readonly Line[],
  title: Line | null,
  language: string | null,
): void {
  const series = seriesIn(lines, language)
  if (series !== null)
    for (const line of lines.slice(series.first, series.end)) mark(line, series.why)
  const passages = storyOf(lines)
  if (passages === null) return
  const cells = cellsIn(lines)
  const story = { ...passages, first: firstCell(lines, cells, passages.first) }
  const scraps = new Set(lines.filter((line) => isScrap(line) && !cells.has(line)))
  const page = { lines, title, story, scraps }
  const over = new Set(lines.slice(0, story.first).map(({ key }) => key))
  for (const line of lines.slice(1)) {
    const why = line === title ? null : invitationOf(line)
    if (why !== null) mark(line, why)
  }
  markAbove(page)
  markInside(page)
  markBelow(page, over)
}

/** The first cell of a table that a story begins with; the story's first line without one. */
function firstCell(
  lines: readonly Line[],
  cells: ReadonlyMap<Line, number>,
  first: number,
): number {
  let at = first
  for (let line = lines[at - 1]; line !== undefined && cells.has(line); line = lines[at - 1]) at--
  return at
}

const isFree = ({ block }: Line): boolean => block.furniture !== true && block.role === undefined

const isScrap = (line: Line): boolean =>
  !line.prose &&
  captionOf(line) === null &&
  line.block.kind !== 'preformatted' &&
  !isCode(line.text)

/** A listing that a text begins with looks like scraps, too. */
const isCode = (text: string): boolean => /[{};]$|^```|\(\)|^(?:#|\/\/|<\?|---$)/.test(text)

/** Marks the menu over the story. */
function markAbove({ lines, title, story: { first }, scraps: all }: Page): void {
  const titleAt = title === null ? -1 : lines.indexOf(title)
  const until = titleAt >= 0 && titleAt <= first ? titleAt : first
  const over = lines.slice(0, until)
  const scraps = over.filter((line) => all.has(line) && !isRow(line))
  for (const line of over) if (signOf(line) !== null) mark(line, signOf(line) ?? menuAbove)
  // Headings in Markdown and listings are an author's: no menu stands among them.
  if (over.filter(({ text }) => isCode(text)).length * 10 > over.length) return
  const isSure = titleAt >= 0 || over.some((line) => signOf(line) ?? ruleFor(line))
  if (scraps.length >= menu && (isSure || scraps.length >= wholePage))
    // Without a known headline, the lines right over the story may be it and its standfirst.
    for (const [i, line] of over.entries())
      if (
        (all.has(line) || scraps.length >= wholePage) &&
        (titleAt >= 0 || !isNear(line, until - i))
      )
        mark(line, menuAbove)
  const under = lines.slice(titleAt + 1, titleAt + 1 + mostUnder)
  const end = under.findIndex((line) => line.prose || line.block.kind !== 'paragraph')
  const between = end === -1 ? [] : under.slice(0, end)
  if (titleAt >= 0) markUnderTitle(between, all)
  if (lines.some((line) => signOf(line) ?? ruleFor(line))) markCounters(between)
}

/** A row of a table that begins a text: it ends in its figure. */
const isRow = ({ text }: Line): boolean => /\p{L}.*\s[$€£]?\d[\d.,:]*%?$/u.test(text)

const isNear = (line: Line, distance: number): boolean => distance <= 4 && line.words >= 4

/** Buttons and names under a headline are not more than this. */
const mostUnder = 20

/** Buttons between headline and story: signs, and among at least as many of them scraps of a word or three. */
function markUnderTitle(between: readonly Line[], scraps: ReadonlySet<Line>): void {
  const short = between.filter((line) => scraps.has(line) && line.words <= 3 && isFree(line))
  const signs = between.filter((line) => line.block.furniture === true || signOf(line) !== null)
  const isRowOfButtons = short.length >= 3 && signs.length * 2 >= short.length
  for (const line of between) {
    const sign = signOf(line)
    if (sign !== null) mark(line, sign)
    else if (isRowOfButtons && short.includes(line) && !isHead(line))
      mark(line, 'A button of the page')
  }
}

const isHead = ({ text }: Line): boolean => isByline(text) || statedDate(text, null) !== null

/** A number or a sign alone over a story counts comments or pictures; among labels it is a fact's. */
function markCounters(over: readonly Line[]): void {
  const counters = over.filter(({ text }) => /^(?:\d{1,3}|[×✕+$|•])$/u.test(text))
  const others = over.filter((line) => isFree(line) && !counters.includes(line))
  if (others.some(({ words }) => words <= 3)) return
  for (const line of counters) mark(line, 'A button of the page')
}

/** Signs between the passages, and rows of scraps of which half are signs. */
function markInside({ lines, story: { first, last }, scraps }: Page): void {
  const isLoose = (line: Line | undefined): boolean =>
    line !== undefined && scraps.has(line) && line.block.kind === 'paragraph'
  let from = first
  while (from <= last) {
    let to = from
    while (to <= last && isLoose(lines[to])) to++
    const run = lines.slice(from, to)
    const signs = run.filter((line) => line.block.furniture === true || signOf(line) !== null)
    for (const line of run)
      if ((signs.length >= 2 && signs.length * 2 >= run.length) || signOf(line) !== null)
        mark(line, signOf(line) ?? 'Navigation of the page')
    from = Math.max(to, from + 1)
  }
}

/** Below the story everything from the first sign on: a button, or a line of the menu above again. */
function markBelow({ lines, story: { last }, scraps: all }: Page, over: ReadonlySet<string>): void {
  const below = lines.slice(last + 1)
  const scraps = below.filter((line) => all.has(line)).length
  const isSign = (line: Line): boolean =>
    (line.block.furniture === true && line.block.role !== 'title') ||
    signOf(line) !== null ||
    (all.has(line) && line.key.length >= 3 && over.has(line.key) && isFree(line))
  const first = below.findIndex(
    (line, i) =>
      isSign(line) ||
      // The headline may come again over every picture; with a sign right under it, it begins the foot.
      (line.block.role === 'title' && below.slice(i + 1, i + 3).some(isSign)),
  )
  if (first === -1) return
  for (const line of below.slice(first))
    if (!line.prose || scraps >= wholePage || (scraps >= menu && !isLong(line)))
      mark(line, 'Foot of the page')
}

const isLong = ({ weight }: Line): boolean => weight >= 300

function mark(line: Line, why: string): void {
  if (isFree(line)) markFurniture(line, why)
}
