// A row an annotation, for spreadsheets. RFC 4180, with a byte order mark because Excel needs one.

import type { ResolvedAnnotation } from '../model/annotation.ts'
import { formatFacts } from './format-facts.ts'
import {
  type ExportArticle,
  type ExportFormatDefinition,
  exportedArticles,
  inTextOrder,
} from './model.ts'
import { otherWords } from './quotation.ts'

type Column = {
  readonly name: string
  /** `row` is null for an article without annotations. */
  cell(article: ExportArticle, row: ResolvedAnnotation | null): string | number | null | undefined
}

const columns: readonly Column[] = [
  { name: 'article title', cell: ({ meta }) => meta.title },
  { name: 'outlet', cell: ({ meta }) => meta.source },
  { name: 'author', cell: ({ meta }) => meta.byline },
  { name: 'date', cell: ({ meta }) => meta.published },
  { name: 'file', cell: ({ path }) => path },
  { name: 'quote', cell: (_, row) => row?.annotation.target.exact },
  { name: 'note', cell: (_, row) => row?.annotation.note },
  { name: 'tags', cell: (_, row) => row?.annotation.tags.join('; ') },
  { name: 'colour', cell: (_, row) => row?.annotation.color },
  { name: 'start', cell: (_, row) => row?.anchor.start },
  { name: 'end', cell: (_, row) => row?.anchor.end },
  { name: 'state', cell: (_, row) => row?.anchor.state },
  { name: 'words now', cell: (article, row) => row && otherWords(article, row) },
  { name: 'prefix', cell: (_, row) => row?.annotation.target.prefix },
  { name: 'suffix', cell: (_, row) => row?.annotation.target.suffix },
  { name: 'created', cell: (_, row) => row?.annotation.created },
  { name: 'modified', cell: (_, row) => row?.annotation.modified },
  { name: 'id', cell: (_, row) => row?.annotation.id },
  { name: 'article id', cell: ({ id }) => id },
  { name: 'part', cell: ({ part }) => (typeof part === 'number' ? part + 1 : null) },
  { name: 'warnings', cell: ({ warnings }) => warnings.map(({ message }) => message).join(' ') },
]

export const csvExport: ExportFormatDefinition = {
  id: 'csv',
  ...formatFacts.csv,
  build(library, options) {
    const lines = [columns.map(({ name }) => quoted(name)).join(',')]
    for (const article of exportedArticles(library, options)) {
      const rows = article.resolved.length > 0 ? inTextOrder(article.resolved) : [null]
      for (const row of rows) {
        lines.push(columns.map((column) => quoted(column.cell(article, row) ?? '')).join(','))
      }
    }
    return `\ufeff${lines.join('\r\n')}\r\n`
  },
}

function quoted(cell: string | number): string {
  const text = typeof cell === 'number' ? String(cell) : harmless(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
