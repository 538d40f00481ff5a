// The kinds of files that Parallax reads, in words for people. The dialogs, the folder walk and the
// README's list go by this table; how each is read is in `src/main/reading/`.
import type { ArticleFormat } from './model/article.ts'

/** Bytes. A larger file is not read. */
export const largestFile = 50 * 1024 * 1024

export interface FormatFacts {
  /** As in "Word document". */
  readonly name: string
  /** Endings of file names in lower case, without the dot; the usual one first. */
  readonly endings: readonly string[]
  /** What is read of it, in a few words. */
  readonly reads: string
}

export const formatFacts: Readonly<Record<ArticleFormat, FormatFacts>> = {
  text: { name: 'Plain text', endings: ['txt', 'text'], reads: 'in any common encoding' },
  markdown: {
    name: 'Markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd'],
    reads: 'CommonMark with tables and footnotes; front matter as title, author, date',
  },
  html: {
    name: 'Web page',
    endings: ['html', 'htm', 'xhtml'],
    reads: 'saved pages, SingleFile pages with their pictures',
  },
  mhtml: {
    name: 'Web archive',
    endings: ['mhtml', 'mht', 'eml'],
    reads: 'pages saved in one file, with their pictures; mails',
  },
  epub: {
    name: 'E-book',
    endings: ['epub'],
    reads: 'EPUB 2 and 3, as one article or one a chapter',
  },
  docx: {
    name: 'Word document',
    endings: ['docx', 'docm', 'dotx'],
    reads: 'with footnotes, tables and pictures; several articles in one file can be split',
  },
  odt: {
    name: 'OpenDocument text',
    endings: ['odt', 'ott', 'fodt'],
    reads: 'with footnotes, tables and pictures',
  },
  rtf: {
    name: 'Rich text',
    endings: ['rtf'],
    reads: 'several articles in one file can be split',
  },
  pdf: {
    name: 'PDF',
    endings: ['pdf'],
    reads: 'the text in it; a scan without text says so',
  },
}

const formatByEnding: ReadonlyMap<string, ArticleFormat> = new Map(
  (Object.keys(formatFacts) as ArticleFormat[]).flatMap((format) =>
    formatFacts[format].endings.map((ending) => [ending, format] as const),
  ),
)

/** The format that a file's name claims; null where its ending is none of ours. */
export function claimedFormat(name: string): ArticleFormat | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? null : (formatByEnding.get(ending) ?? null)
}
