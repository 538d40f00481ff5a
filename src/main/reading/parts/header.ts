// Reads the header that a news database prints over an article: headline, paper, day, author.
import { readCoded } from './coded.ts'
import { dateIn } from './dates.ts'
import { nameOf, sourceOnly } from './header-values.ts'
import { isDatabaseLine, labelled } from './labels.ts'
import type { ExportLine } from './lines.ts'
import { type Header, headLines, readPaperFirst, readShown } from './shown-header.ts'
import { copyrightLine, wordCount } from './words.ts'

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
  const coded = readCoded(lines)
  if (coded !== null) return coded
  const facts = new Map<string, string>()
  const own = new Set<number>()
  let labels = 0
  let pending: string | null = null
  let inBody = false
  const isTold = storyOf(lines)
  for (const [i, { text }] of lines.entries()) {
    const label = labelled(text)
    // Between two passages of the story "Source: the council" is a line of it.
    const found = label !== null && !label.code && isTold(i) ? null : label
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
    } else if (isDatabaseLine(text) && (i < headLines + 40 || i > lines.length - headLines))
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

/** Which lines stand between two passages that no label begins. */
function storyOf(lines: readonly ExportLine[]): (i: number) => boolean {
  const isPassage = ({ text, prose }: ExportLine): boolean => prose && labelled(text) === null
  const first = lines.findIndex(isPassage)
  const last = lines.findLastIndex(isPassage)
  return (i) => first !== -1 && i > first && i < last
}

const dateOf = (text: string | undefined): string | null =>
  text === undefined ? null : (dateIn(text)?.date ?? null)

/** The first line that only a header has: a label, a count of words, a copyright. */
function anchorOf(lines: readonly ExportLine[], covered: boolean): number {
  const within = covered ? lines.length : Math.min(lines.length, headLines)
  const isAnchor = ({ text }: ExportLine): boolean => {
    if (wordCount.test(text) || copyrightLine.test(text)) return true
    const found = labelled(text)
    return found !== null && (found.field === 'body' || heading.has(found.label))
  }
  const at = lines.slice(0, within).findIndex(isAnchor)
  return at === -1 ? Math.min(lines.length, headLines) : at
}

const firstLabel = (lines: readonly ExportLine[], below: number): number => {
  const at = lines.findIndex(({ text }) => labelled(text)?.field === 'title')
  return at === -1 ? below : at
}

/** Labels that stand between a head and its text, in the languages of the interfaces. */
const heading = new Set(
  'section length byline rubrik länge autor rubrique longueur auteur sección longitud sezione lunghezza autore secção extensão sectie lengte'.split(
    ' ',
  ),
)
