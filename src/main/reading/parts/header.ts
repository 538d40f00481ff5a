// Reads the header that a news database prints over an article: headline, paper, day, author.
import { bylineIn } from '../tidy/byline.ts'
import { dateIn } from './dates.ts'
import { databaseLine, labelled } from './labels.ts'
import type { ExportLine } from './lines.ts'

export interface Header {
  readonly title: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly published: string | null
  /** The first line of the article among those given. */
  readonly first: number
  /** Lines that are the database's: its labels, its dates. Indexes of the lines given. */
  readonly own: ReadonlySet<number>
  /** How many facts are labelled as such. */
  readonly labels: number
  /** Characters of what remains for the reader. */
  readonly body: number
}

/** Lines within which a header is over. */
const headLines = 16

/**
 * Reads the header of one article's lines.
 * @param covered whether a cover or a table of contents may stand before the article
 * @param paperFirst whether the paper stands over the day, and the headline under it
 */
export function readHeader(
  lines: readonly ExportLine[],
  covered: boolean,
  paperFirst = false,
): Header {
  const facts = new Map<string, string>()
  const own = new Set<number>()
  let labels = 0
  let pending: string | null = null
  let inBody = false
  for (const [i, { text }] of lines.entries()) {
    const found = labelled(text)
    const stands =
      found !== null && (!inBody || found.field === 'other' || found.code || labels >= 2)
    if (found && stands && text.length < 400 && !(inBody && found.value.length > 240)) {
      inBody = inBody || found.field === 'body'
      if (found.field === 'body' && found.value !== '') continue
      own.add(i)
      if (found.field !== 'other' && found.field !== 'body') labels++
      if (found.value !== '' && !facts.has(found.field)) facts.set(found.field, found.value)
      pending = found.value === '' && found.code && found.field !== 'body' ? found.field : null
    } else if (pending !== null && !inBody) {
      if (!facts.has(pending)) facts.set(pending, text)
      own.add(i)
      pending = null
    } else if (databaseLine.test(text) && (i < headLines + 40 || i > lines.length - headLines))
      own.add(i)
  }
  const anchor = anchorOf(lines, covered)
  const shown = paperFirst
    ? readPaperFirst(lines, own)
    : readShown(lines, anchor, covered, own, facts.has('title'))
  for (const i of shown.own) own.add(i)
  const first = covered ? Math.min(shown.first, firstLabel(lines, shown.first)) : 0
  const said = facts.get('published')
  const labelledDate = said === undefined ? null : (dateIn(said)?.date ?? null)
  const from = facts.get('source')
  const header = {
    title: facts.get('title') ?? shown.title,
    byline: nameOf(facts.get('byline')) ?? shown.byline,
    source: (from === undefined ? null : sourceOnly(from)) ?? shown.source,
    published: labelledDate ?? dateOf(from) ?? shown.published,
  }
  let body = 0
  for (const [i, { start, end }] of lines.entries())
    if (i >= first && !own.has(i)) body += end - start
  return { ...header, first, own, labels, body: body - (header.title?.length ?? 0) }
}

const dateOf = (text: string | undefined): string | null =>
  text === undefined ? null : (dateIn(text)?.date ?? null)

/** "The Harbour Gazette; Quayside [Quayside]. 04 Mar 2024" names the paper before its places. */
const sourceOnly = (value: string): string | null =>
  (dateIn(value)?.rest ?? value).split(/[;[(]|, (?=p\.? ?\d|\d)/)[0]?.replace(/[\s.,:]+$/, '') ||
  null

function nameOf(value: string | undefined): string | null {
  if (value === undefined || value === '' || value.length > 160) return null
  const said = (bylineIn(value) ?? value.replace(/^by\s+/i, '')).split(/[;|]/)[0] ?? ''
  return said.replace(post, '').trim() || null
}

const post =
  /,\s[^,]*\b(?:correspondent|reporter|writer|editor|columnist|staff|contributor|bureau)\b.*$/i

/** The first line that only a header has: a label, a count of words, a copyright. */
function anchorOf(lines: readonly ExportLine[], covered: boolean): number {
  const within = covered ? lines.length : Math.min(lines.length, headLines)
  const isAnchor = ({ text }: ExportLine): boolean =>
    /^(?:[\d.,]+ (?:words|mots)|(?:\(c\)|©|copyright\b).*|(?:section|length|byline)\s*:.*|body)$/i.test(
      text,
    )
  const at = lines.slice(0, within).findIndex(isAnchor)
  return at === -1 ? Math.min(lines.length, headLines) : at
}

const firstLabel = (lines: readonly ExportLine[], below: number): number => {
  const at = lines.findIndex(({ text }) => labelled(text)?.field === 'title')
  return at === -1 ? below : at
}

interface Shown {
  readonly title: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly published: string | null
  readonly first: number
  readonly own: ReadonlySet<number>
}

/**
 * What the header shows without labels: the lines around its date.
 * @param isTitled whether the headline has a label of its own
 */
function readShown(
  lines: readonly ExportLine[],
  anchor: number,
  covered: boolean,
  labelledLines: ReadonlySet<number>,
  isTitled: boolean,
): Shown {
  const own = new Set<number>()
  const words = lines[anchor] !== undefined && /^[\d.,]+ (?:words|mots)/i.test(lines[anchor].text)
  const from = covered ? Math.max(0, anchor - 5) : 0
  const to = Math.min(
    lines.length,
    words ? anchor + 6 : Math.max(anchor + 1, covered ? 0 : headLines),
  )
  let dateAt = -1
  let published: string | null = null
  let source: string | null = null
  for (let i = from; i < to && dateAt === -1; i++) {
    const line = lines[i]
    if (line === undefined || line.prose || labelled(line.text) !== null) continue
    if (/^(?:\(c\)|©|copyright)/i.test(line.text)) continue
    const found = dateIn(line.text)
    if (found === null || !isSourceLike(found.rest, true)) continue
    dateAt = i
    published = found.date
    own.add(i)
    const rest = found.rest.replace(/[-–—|·,]?\s*[\d.,]+ (?:words|mots)$/i, '').trim()
    if (rest !== '' && bylineIn(rest) === null) source = rest
  }
  const top = words ? anchor : dateAt
  const plain = (i: number): boolean => {
    const line = lines[i]
    return (
      line !== undefined &&
      i >= 0 &&
      !labelledLines.has(i) &&
      labelled(line.text) === null &&
      !databaseLine.test(line.text) &&
      line.text.length <= 300
    )
  }
  if (
    words &&
    source === null &&
    plain(dateAt + 1) &&
    isSourceLike(lines[dateAt + 1]?.text ?? '', false)
  ) {
    source = lines[dateAt + 1]?.text ?? null
    own.add(dateAt + 1)
  }
  const heads: number[] = []
  for (let i = top - 1; i >= from && heads.length < 4 && !lines[i]?.prose; i--) {
    if (!plain(i)) {
      if (covered) break
      continue
    }
    heads.unshift(i)
  }
  let byline: string | null = null
  const names = heads.filter((i) => bylineIn(lines[i]?.text ?? '') !== null)
  for (const i of names) {
    byline ??= bylineIn(lines[i]?.text ?? '')
    own.add(i)
  }
  const rest = heads.filter((i) => !names.includes(i))
  // Where the headline has a label, a line alone over the day is the paper.
  if (!words && source === null && rest.length > (isTitled ? 0 : 1)) {
    const at = rest.length <= 2 || covered ? rest.length - 1 : rest.findIndex((_, k) => k > 0)
    const index = rest.splice(at, 1)[0] ?? -1
    const text = lines[index]?.text ?? ''
    if (isSourceLike(text, false)) {
      source = text
      own.add(index)
    } else rest.push(index)
  }
  // Without anything over the date the headline stands below it.
  const below =
    rest.length === 0 || (rest.length === 1 && source === null && !words)
      ? belowDate(lines, dateAt, plain)
      : null
  if (
    below !== null &&
    rest.length === 1 &&
    isSourceLike(lines[rest[0] ?? -1]?.text ?? '', false)
  ) {
    source = lines[rest[0] ?? -1]?.text ?? null
    own.add(rest[0] ?? -1)
    return {
      title: lines[below]?.text ?? null,
      byline,
      source,
      published,
      first: rest[0] ?? 0,
      own,
    }
  }
  const titleAt = rest.length === 0 ? below : covered ? rest.at(-1) : words ? rest.at(-1) : rest[0]
  const title = titleAt === null || titleAt === undefined ? null : (lines[titleAt]?.text ?? null)
  const first = Math.min(titleAt ?? anchor, ...names, ...(own.size > 0 ? [...own] : [anchor]))
  return { title, byline, source, published, first, own }
}

/** As in a paper's own clipping: the paper, then the section and the day, then the headline. */
function readPaperFirst(lines: readonly ExportLine[], labelledLines: ReadonlySet<number>): Shown {
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
