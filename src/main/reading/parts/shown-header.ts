// What the header over an article shows without labels: by where its lines stand around the day.
import { bylineIn } from '../tidy/byline.ts'
import { dateIn } from './dates.ts'
import { databaseLine, labelled } from './labels.ts'
import type { ExportLine } from './lines.ts'

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
  const words = lines[anchor] !== undefined && /^[\d.,]+ (?:words|mots)/i.test(lines[anchor].text)
  const from = covered ? Math.max(0, anchor - 5) : 0
  const to = Math.min(
    lines.length,
    words ? anchor + 6 : Math.max(anchor + 1, covered ? 0 : headLines),
  )
  const { dateAt, published, source: besideDate } = dateLineIn(lines, from, to)
  const plain = (i: number): boolean => isPlain(lines[i]) && i >= 0 && !labelledLines.has(i)
  const own = new Set(dateAt < 0 ? [] : [dateAt])
  let source = besideDate
  const takeSource = (i: number): void => {
    source = textAt(lines, i)
    own.add(i)
  }
  const underDate = textAt(lines, dateAt + 1)
  if (words && source === null && plain(dateAt + 1) && isSourceLike(underDate, false))
    takeSource(dateAt + 1)
  const heads = headsOver(lines, words ? anchor : dateAt, from, covered, plain)
  const names = heads.filter((i) => bylineIn(textAt(lines, i)) !== null)
  for (const i of names) own.add(i)
  const byline = bylineIn(textAt(lines, names[0] ?? -1))
  let rest = heads.filter((i) => !names.includes(i))
  // Where the headline has a label, a line alone over the day is the paper.
  if (!words && source === null && rest.length > (isTitled ? 0 : 1)) {
    const paper = rest[rest.length <= 2 || covered ? rest.length - 1 : 1] ?? -1
    rest = rest.filter((i) => i !== paper)
    if (isSourceLike(textAt(lines, paper), false)) takeSource(paper)
    else rest.push(paper)
  }
  // Without anything over the date the headline stands below it.
  const isBelow = rest.length === 0 || (rest.length === 1 && source === null && !words)
  const below = isBelow ? belowDate(lines, dateAt, plain) : null
  const alone = rest.length === 1 ? rest[0] : undefined
  if (below !== null && alone !== undefined && isSourceLike(textAt(lines, alone), false)) {
    takeSource(alone)
    return { title: textAt(lines, below), byline, source, published, first: alone, own }
  }
  const titleAt = rest.length === 0 ? below : covered || words ? rest.at(-1) : rest[0]
  const title = titleAt === null || titleAt === undefined ? null : textAt(lines, titleAt)
  const first = Math.min(titleAt ?? anchor, ...names, ...(own.size > 0 ? [...own] : [anchor]))
  return { title, byline, source, published, first, own }
}

const textAt = (lines: readonly ExportLine[], i: number): string => lines[i]?.text ?? ''

interface DateLine {
  /** -1 where there is none. */
  readonly dateAt: number
  readonly published: string | null
  /** The paper, where it stands beside the day. */
  readonly source: string | null
}

/** The first line of some that is a day, alone or with the paper. */
function dateLineIn(lines: readonly ExportLine[], from: number, to: number): DateLine {
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (line === undefined || line.prose || labelled(line.text) !== null) continue
    if (/^(?:\(c\)|©|copyright)/i.test(line.text)) continue
    const found = dateIn(line.text)
    if (found === null || !isSourceLike(found.rest, true)) continue
    const rest = found.rest.replace(/[-–—|·,]?\s*[\d.,]+ (?:words|mots)$/i, '').trim()
    const isSource = rest !== '' && bylineIn(rest) === null
    return { dateAt: i, published: found.date, source: isSource ? rest : null }
  }
  return { dateAt: -1, published: null, source: null }
}

/** Whether a line may be a headline, a name or a paper, by what it says itself. */
const isPlain = (line: ExportLine | undefined): boolean =>
  line !== undefined &&
  labelled(line.text) === null &&
  !databaseLine.test(line.text) &&
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
    else if (covered) break
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
