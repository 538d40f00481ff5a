// After loading: finds title, byline, outlet, date and language where the file did not say them, and
// marks what repeats the header or belongs to the page around the article. Changes no text.
import type { ArticleFormat, ArticleMeta } from '../../../shared/model/article.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { peopleIn } from '../html/names.ts'
import { bylineBesideDate, bylineIn, isByline, personAbout, plainName } from './byline.ts'
import { markCaptions } from './captions.ts'
import { documentTitle } from './document-title.ts'
import { readFields } from './fields.ts'
import { markFurnitureOf, ruleFor } from './furniture.ts'
import { markHeadings } from './headings.ts'
import { languageOf } from './language.ts'
import { keyOf, type Line, linesOf, markFurniture } from './lines.ts'
import { markPageAround } from './page-around.ts'
import { datelineDate, type StatedDate, statedDate } from './published.ts'
import { sourceOf } from './source.ts'
import { markSubtitle } from './subtitle.ts'
import { findTitle, isBareName } from './title.ts'
import { withoutReferences } from './title-look.ts'

export interface Tidied {
  readonly meta: ArticleMeta
  readonly blocks: readonly DraftBlock[]
}

/** How many lines at the head and at the foot may hold byline and date. */
const headLines = 60
const footLines = 12

/** Tidies a draft in place, and gives what is known of the article. Metadata of the file wins. */
export function tidy(draft: Draft, format: ArticleFormat): Tidied {
  const { blocks, text } = draft
  const lines = linesOf(text, blocks)
  const language = draft.meta.language ?? languageOf(textFor(lines))
  const fields = withFields.has(format) ? readFields(lines, language) : {}
  const meta: Partial<ArticleMeta> = { ...fields, ...stated(draft.meta) }
  const title = titleLine(lines, meta.title ?? null, language, format)
  markTitle(lines, title, format)
  const header = readHeader(lines, title, meta.byline ?? null, language, format)
  const subtitle = markSubtitle(lines, title, meta.subtitle ?? null)
  const source = meta.source ?? sourceOf(lines)
  markFurnitureOf(lines, title, format === 'markdown', pages.has(format) ? 0.2 : undefined)
  markCaptions(lines)
  if (format === 'text') {
    markPageAround(lines, title, language)
    markHeadings(lines)
  }
  return {
    blocks,
    meta: {
      title: meta.title ?? (title === null ? null : withoutReferences(title.text)),
      subtitle: meta.subtitle ?? subtitle,
      byline: meta.byline ?? (pages.has(format) ? people(header.byline, lines) : header.byline),
      source,
      published: meta.published ?? header.published,
      language,
    },
  }
}

/** On a page much else begins with "By", and the place of a report stands where its author might. */
function people(byline: string | null, lines: readonly Line[]): string | null {
  if (byline === null) return null
  const isNamed = peopleIn(byline).some((name) => /\s/.test(name) || !/\p{Lu}/u.test(name))
  const name = byline.toLowerCase()
  const passages = lines.filter(({ prose }) => prose).slice(0, 5)
  const isPlace = passages.some(({ text }) => text.toLowerCase().includes(name))
  return isNamed && !isPlace ? byline : null
}

/** What is said, without what is said to be unknown. */
const stated = (meta: Partial<ArticleMeta>): Partial<ArticleMeta> =>
  Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null))

/** Formats in which a news database or a mail program may have put its head above the text. */
const withFields: ReadonlySet<ArticleFormat> = new Set(['text', 'rtf', 'docx', 'odt'])

/** Formats of office documents and books: what their first lines are is less certain than a page's. */
const documents: ReadonlySet<ArticleFormat> = new Set(['rtf', 'docx', 'odt', 'pdf', 'epub'])

const pages: ReadonlySet<ArticleFormat> = new Set(['html', 'mhtml'])

const textFor = (lines: readonly Line[]): string =>
  lines
    .filter(({ block }) => block.furniture !== true)
    .slice(0, 200)
    .map(({ text }) => text)
    .join('\n')

/** The line that shows the title: the one that the file names, or the one we find. */
function titleLine(
  lines: readonly Line[],
  said: string | null,
  language: string | null,
  format: ArticleFormat,
): Line | null {
  if (said !== null) {
    const key = keyOf(said)
    const same = lines.filter(
      (line) => line.key === key || keyOf(withoutReferences(line.text)) === key,
    )
    return same.find(({ block }) => block.kind === 'heading') ?? same[0] ?? null
  }
  if (documents.has(format)) return documentTitle(lines, language)
  const headings = lines.filter(({ block }) => block.kind === 'heading' && block.furniture !== true)
  const top = headings.find(({ block }) => block.level === 1)
  if (format !== 'text' && top !== undefined) return top
  return findTitle(lines, language, format === 'text')
}

/** The title becomes the heading of level 1; every other place where it stands is furniture. */
function markTitle(lines: readonly Line[], title: Line | null, format: ArticleFormat): void {
  if (title === null) return
  title.block.kind = 'heading'
  title.block.level = 1
  title.block.role = 'title'
  delete title.block.furniture
  delete title.block.why
  delete title.block.marker
  // On a page the headline stands beside the body; in a file of its own it is the text's first line.
  if (pages.has(format)) markFurniture(title, 'The headline, as in the header')
  for (const line of lines)
    if (line !== title && line.key === title.key && line.weight >= 8)
      markFurniture(line, 'The headline again', 'title')
}

interface Header {
  readonly byline: string | null
  readonly published: string | null
}

const ranks: Readonly<Record<StatedDate['kind'], number>> = { published: 3, bare: 2, updated: 1 }

/** Author and date, from the lines around the story that say nothing else; those lines are marked. */
function readHeader(
  lines: readonly Line[],
  title: Line | null,
  said: string | null,
  language: string | null,
  format: ArticleFormat,
): Header {
  let byline: string | null = null
  let about: string | null = null
  let date: StatedDate | null = null
  const titleAt = title === null ? -1 : lines.indexOf(title)
  const start = lines.findIndex(
    (line, i) =>
      i > titleAt && line.prose && line.block.role === undefined && ruleFor(line) === null,
  )
  const headEnd = start === -1 ? lines.length : start
  for (const [i, line] of lines.entries()) {
    const isHead = i < headLines + titleAt + 1 && i <= headEnd + 2
    const isFoot =
      i >= lines.length - footLines ||
      (lines.length > 40 && i > headEnd && /^(?:published|updated)\b/i.test(line.text))
    if (
      line.block.role !== undefined ||
      line.block.kind !== 'paragraph' ||
      line.block.furniture === true
    )
      continue
    about ??= i > headEnd ? personAbout(line.text, lines[i + 1]?.text ?? '') : null
    // A standfirst may be a passage too: a labelled date also counts some lines further down.
    if (!isHead && !isFoot && !(i <= headEnd + 8 && /^\p{L}+[^.]{0,20}\d/u.test(line.text)))
      continue
    const found = statedDate(line.text, language)
    // A date alone in a form says nothing of the form itself.
    const isLoose = documents.has(format) && (title === null || i > headEnd)
    // A date far above the headline or the story is the page's: today's.
    const isPages = format === 'text' && i < (title === null ? headEnd : titleAt) - 6
    const stated = found?.kind === 'bare' && (isLoose || isPages) ? null : found
    const name =
      isHead || isFoot
        ? (bylineIn(line.text) ?? (stated === null ? null : bylineBesideDate(line.text)))
        : null
    const bare =
      format === 'text' && title !== null && isUnder(lines, i, title, headEnd) && isBareName(line)
    byline ??= name ?? (bare ? plainName(line.text) : null)
    if (
      stated !== null &&
      (isHead || stated.kind !== 'bare') &&
      (date === null || ranks[stated.kind] > ranks[date.kind])
    )
      date = stated
    if (
      name !== null ||
      bare ||
      isByline(line.text) ||
      (isHead && names(line, said)) ||
      (stated !== null && (isHead || stated.kind !== 'bare'))
    )
      markFurniture(line, 'Author and date, as in the header', 'byline')
  }
  const passage = lines[start]
  const dateline = passage === undefined ? null : datelineDate(passage.text, language)
  return { byline: byline ?? about, published: date?.date ?? dateline }
}

/** Whether a line does nothing but name the author that the file names: "By Jane Doe, our woman in Rome". */
const names = ({ text, words }: Line, author: string | null): boolean =>
  author !== null &&
  words <= 14 &&
  text
    .replace(/^by\s+/i, '')
    .toLowerCase()
    .startsWith(author.toLowerCase()) &&
  !/[.!?]$/.test(text)

/** Whether line `i` stands right under the title, and the story or the date right under it. */
const isUnder = (lines: readonly Line[], i: number, title: Line, headEnd: number): boolean =>
  lines[i - 1] === title && i < headEnd && headEnd - i <= 2
