// What the header over an article shows without labels: by where its lines stand around the day.
import { bylineIn } from '../tidy/byline.ts'
import { dateIn } from './dates.ts'
import { isExtra, isNames } from './head-lines.ts'
import { isDatabaseLine, labelled } from './labels.ts'
import type { ExportLine } from './lines.ts'
import { copyrightLine, wordCount } from './words.ts'

/** Lines within which a header is over. */
export const headLines = 16

export interface Shown {
  readonly title: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly published: string | null
  /** The first line of the article among those given. */
  readonly first: number
  /** Lines that are the database's: its labels, its dates. Indexes of the lines given. */
  readonly own: ReadonlySet<number>
}

export interface Header extends Shown {
  /** How many facts are labelled as such. */
  readonly labels: number
  /** Characters of what remains for the reader. */
  readonly body: number
  /** Lines that begin with the database's own word, and how long that is: "LP  The board has". */
  readonly cuts?: ReadonlyMap<number, number>
}

/**
 * What the header shows without labels: the lines around its date.
 * @param anchor the first line that only a header has
 * @param covered whether a cover or a table of contents may stand before the article
 * @param isTitled whether the headline has a label of its own
 */
export function readShown(
  lines: readonly ExportLine[],
  anchor: number,
  covered: boolean,
  labelledLines: ReadonlySet<number>,
  isTitled: boolean,
): Shown {
  const counted = wordCount.test(textAt(lines, anchor))
  const from = covered ? Math.max(0, anchor - farthestOver) : 0
  const to = Math.min(
    lines.length,
    counted ? anchor + 6 : Math.max(anchor + 1, covered ? 0 : headLines),
  )
  const day = dateLineIn(lines, from, to, anchor, counted)
  const plain = (i: number): boolean => isPlain(lines[i]) && i >= 0 && !labelledLines.has(i)
  const own = new Set(day.dateAt < 0 ? [] : [day.dateAt])
  const under = afterExtras(lines, day.dateAt, own)
  const heads = headsOver(lines, counted ? anchor : day.dateAt, from, covered, plain)
  const shown: Under = { lines, anchor, covered, isTitled, plain, own, day, under }
  return counted ? readCounted(shown, heads) : readAround(shown, heads)
}

/** Lines between a cover and the first that only a header has. */
const farthestOver = 8

interface Under {
  readonly lines: readonly ExportLine[]
  readonly anchor: number
  readonly covered: boolean
  readonly isTitled: boolean
  readonly plain: (i: number) => boolean
  readonly own: Set<number>
  readonly day: DateLine
  /** The first line under the day that says more than an edition or an hour. */
  readonly under: number
}

/** The index after the lines under a day that only tell its hour or edition; those are the database's. */
function afterExtras(lines: readonly ExportLine[], dateAt: number, own: Set<number>): number {
  let at = dateAt + 1
  for (; dateAt >= 0 && isExtra(textAt(lines, at)); at++) own.add(at)
  return at
}

/** As in Factiva: headline and author over the count of words, then the day, the paper, its code. */
function readCounted(
  { lines, anchor, plain, own, day, under }: Under,
  heads: readonly number[],
): Shown {
  let { source } = day
  const paper = textAt(lines, under)
  if (source === null && plain(under) && isSourceLike(paper, false)) {
    source = paper
    own.add(under)
  }
  // All down to the notice of copyright is the database's: codes, pages, editions, the language.
  const end = lines.slice(0, under + 9).findLastIndex(({ text }) => copyrightLine.test(text))
  if (end > under && !lines.slice(under, end).some(({ prose }) => prose))
    for (let i = anchor; i <= end; i++) own.add(i)
  const byAt = authorAt(lines, heads)
  if (byAt !== undefined) own.add(byAt)
  const rest = heads.filter((i) => i !== byAt)
  const titleAt = rest.at(-1) ?? null
  // A word or two over the headline name the paper's section.
  for (const i of rest.slice(0, -1))
    if (textAt(lines, i).split(' ').length <= 3 && i >= (titleAt ?? 0) - 1) own.add(i)
  const name = byAt === undefined ? null : textAt(lines, byAt)
  return {
    title: titleAt === null ? null : textAt(lines, titleAt),
    byline: name === null ? null : (bylineIn(name) ?? name),
    source,
    published: day.published,
    first: Math.min(titleAt ?? anchor, anchor, ...own),
    own,
  }
}

/** The author among the lines over the count of words: with "By", or a name under a longer headline. */
function authorAt(lines: readonly ExportLine[], heads: readonly number[]): number | undefined {
  const named = heads.find((i) => bylineIn(textAt(lines, i)) !== null)
  const last = heads.at(-1)
  if (named !== undefined || last === undefined || heads.length < 2) return named
  const over = textAt(lines, heads.at(-2) ?? -1)
  return isNames(textAt(lines, last)) && over.length >= 16 && over.includes(' ') ? last : undefined
}

/** As in Nexis: headline and paper over the day, or the paper over it and the headline under it. */
function readAround(at: Under, over: readonly number[]): Shown {
  const { lines, anchor, covered, isTitled, plain, own, day } = at
  let { source } = day
  const takeSource = (i: number): void => {
    source = textAt(lines, i)
    own.add(i)
  }
  const heads = withoutExtras(lines, over, own)
  const names = heads.filter((i) => bylineIn(textAt(lines, i)) !== null)
  for (const i of names) own.add(i)
  const byline = bylineIn(textAt(lines, names[0] ?? -1))
  let rest = heads.filter((i) => !names.includes(i))
  // Where the headline has a label, a line alone over the day is the paper.
  if (source === null && rest.length > (isTitled ? 0 : 1)) {
    const paper = paperAmong(lines, rest, anchor)
    rest = rest.filter((i) => i < paper)
    if (isSourceLike(textAt(lines, paper), false)) takeSource(paper)
    else rest.push(paper)
  }
  // Without anything over the date the headline stands below it.
  const isBelow = rest.length === 0 || (rest.length === 1 && source === null)
  const below = isBelow ? belowDate(lines, at.under - 1, plain) : null
  const alone = rest.length === 1 ? rest[0] : undefined
  const published = day.published
  if (below !== null && alone !== undefined && isSourceLike(textAt(lines, alone), false)) {
    takeSource(alone)
    return { title: textAt(lines, below), byline, source, published, first: alone, own }
  }
  const titleAt = rest.length === 0 ? below : covered ? rest.at(-1) : rest[0]
  const title = titleAt === null || titleAt === undefined ? null : textAt(lines, titleAt)
  const first = Math.min(titleAt ?? anchor, ...names, ...(own.size > 0 ? [...own] : [anchor]))
  return { title, byline, source, published, first, own }
}

/** Lines over a day without those that only tell an edition or a correction, while two are left. */
function withoutExtras(
  lines: readonly ExportLine[],
  heads: readonly number[],
  own: Set<number>,
): readonly number[] {
  const left = heads.filter((i) => !isExtra(textAt(lines, i)))
  if (left.length < Math.min(2, heads.length)) return heads
  for (const i of heads) if (!left.includes(i)) own.add(i)
  return left
}

/**
 * The paper among the lines over a day: the lowest, unless the one over it shares a word with the
 * notice of copyright and the lowest does not.
 */
function paperAmong(lines: readonly ExportLine[], rest: readonly number[], anchor: number): number {
  const last = rest.at(-1) ?? -1
  const before = rest.length > 2 ? rest.at(-2) : undefined
  const notice = lines
    .slice(last, Math.max(anchor, last) + 4)
    .find(({ text }) => copyrightLine.test(text))
  if (before === undefined || notice === undefined) return last
  const owner = tellingWords(notice.text)
  const shares = (i: number): boolean =>
    tellingWords(textAt(lines, i)).some((w) => owner.includes(w))
  return shares(before) && !shares(last) ? before : last
}

const tellingWords = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !ofAnyPublisher.test(word))

/** Words in the names of publishers that say nothing of the paper. */
const ofAnyPublisher =
  /^(?:copyright|rights|reserved|news|newspapers?|media|group|press|limited|verlag|company|publications?|publishing|holdings?|alle|rechte|vorbehalten)$/

const textAt = (lines: readonly ExportLine[], i: number): string => lines[i]?.text ?? ''

interface DateLine {
  /** -1 where there is none. */
  readonly dateAt: number
  readonly published: string | null
  /** The paper, where it stands beside the day. */
  readonly source: string | null
}

/**
 * The line of some that is the day of the article: one that is nothing else, the first under a count
 * of words and elsewhere the lowest over the anchor, for headlines hold days, too. Without such a
 * line the first that names the paper beside a day.
 */
function dateLineIn(
  lines: readonly ExportLine[],
  from: number,
  to: number,
  anchor: number,
  counted: boolean,
): DateLine {
  const found: (DateLine & { readonly pure: boolean })[] = []
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (line === undefined || line.prose || labelled(line.text) !== null) continue
    if (copyrightLine.test(line.text)) continue
    const date = dateIn(line.text)
    if (date === null || !isSourceLike(date.rest, true)) continue
    const rest = date.rest.replace(/[-–—|·,]?\s*[\d.,]+ (?:words|mots)$/i, '').trim()
    const pure = rest === '' || isExtra(rest)
    const isSource = !pure && bylineIn(rest) === null
    found.push({ dateAt: i, published: date.date, source: isSource ? rest : null, pure })
  }
  const pure = found.filter((date) => date.pure)
  const near = counted
    ? pure.find(({ dateAt }) => dateAt > anchor)
    : pure.findLast(({ dateAt }) => dateAt < anchor && anchor < lines.length)
  return near ?? pure[0] ?? found[0] ?? { dateAt: -1, published: null, source: null }
}

/** Whether a line may be a headline, a name or a paper, by what it says itself. */
const isPlain = (line: ExportLine | undefined): boolean =>
  line !== undefined &&
  labelled(line.text) === null &&
  !isDatabaseLine(line.text) &&
  line.text.length <= 300

/** The few lines over another, the uppermost first, down from where prose ends. */
function headsOver(
  lines: readonly ExportLine[],
  top: number,
  from: number,
  covered: boolean,
  plain: (i: number) => boolean,
): readonly number[] {
  const heads: number[] = []
  for (let i = top - 1; i >= from && heads.length < 4 && !lines[i]?.prose; i--) {
    if (plain(i)) heads.unshift(i)
    // Right over the day an edition or a label may stand under the paper.
    else if (covered && top - i > 3) break
  }
  return heads
}

/** As in a paper's own clipping: the paper, then the section and the day, then the headline. */
export function readPaperFirst(
  lines: readonly ExportLine[],
  labelledLines: ReadonlySet<number>,
): Shown {
  const dateAt = lines.findIndex(({ text, prose }) => !prose && dateIn(text) !== null)
  const plain = (i: number): boolean => !labelledLines.has(i)
  const titleAt = belowDate(lines, dateAt, plain)
  const first = Math.max(0, dateAt - 1)
  const own = new Set(dateAt < 0 ? [] : [first, dateAt])
  const byAt = titleAt === null ? -1 : titleAt + 1
  const under = lines[byAt]?.text ?? ''
  const isName = /^(?:\p{Lu}[\p{L}.'’-]*(?: |$)){2,5}$/u.test(under)
  const byline = bylineIn(under) ?? (isName ? under : null)
  if (byline !== null) own.add(byAt)
  return {
    title: titleAt === null ? null : (lines[titleAt]?.text ?? null),
    byline,
    source: dateAt > 0 ? (lines[first]?.text ?? null) : null,
    published: dateIn(lines[dateAt]?.text ?? '')?.date ?? null,
    first,
    own,
  }
}

function belowDate(
  lines: readonly ExportLine[],
  dateAt: number,
  plain: (i: number) => boolean,
): number | null {
  if (dateAt < 0) return null
  for (let i = dateAt + 1; i < dateAt + 4; i++) {
    const text = lines[i]?.text ?? ''
    if (plain(i) && !lines[i]?.prose && bylineIn(text) === null && text.length >= 8) return i
  }
  return null
}

/** Short, begins like a name, and is no sentence. */
const isSourceLike = (text: string, orEmpty: boolean): boolean =>
  text === ''
    ? orEmpty
    : text.length <= 80 &&
      /^[\p{Lu}\p{N}“"«]/u.test(text) &&
      !/[.!?]$/.test(text.replace(/\b\p{L}\.$/u, ''))
