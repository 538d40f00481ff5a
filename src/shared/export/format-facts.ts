// What each export format is called, keeps and loses. Apart from what builds it, so that the dialog
// need not carry that.
import type { ExportFormat } from '../calls/exchange.ts'

export interface FormatFacts {
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  /** A line each for the user who chooses. */
  readonly keeps: string
  readonly loses: string
}

export const formatFacts = {
  markdown: {
    label: 'Markdown',
    extension: 'md',
    mime: 'text/markdown;charset=utf-8',
    keeps:
      'Quotes with their lines, notes, tags, colours, ids, which words were found changed or not at all, and warnings, in the order of the text; readable anywhere.',
    loses:
      'Positions, context and times. HTML inside notes is shown as text. It cannot be imported again.',
  },
  html: {
    label: 'Web page (HTML)',
    extension: 'html',
    mime: 'text/html;charset=utf-8',
    keeps:
      'Quotes with their lines, notes with their formatting, tags, colours, which words were found changed or not at all, and warnings, in the order of the text; prints well.',
    loses:
      'Positions, context and times. HTML and pictures inside notes are shown as text. It cannot be imported again.',
  },
  csv: {
    label: 'Table (CSV)',
    extension: 'csv',
    mime: 'text/csv;charset=utf-8',
    keeps:
      'Quotes, notes, tags, colours, positions, the words there now where they differ, context, times, ids and warnings, a row each.',
    loses:
      'Cells that start with = + - @ get an apostrophe before them, so that no spreadsheet runs them as a formula; tags are joined by “; ”; orphans lose their old positions. It cannot be imported again.',
  },
  json: {
    label: 'Parallax (JSON)',
    extension: 'json',
    mime: 'application/json',
    keeps:
      'Everything about every annotation, stories, confirmed or rejected matches, reading states, kept searches and what is said of tags; can be imported again without loss.',
    loses: 'The articles’ texts: it names their files and holds the quotes.',
  },
} satisfies Record<ExportFormat, FormatFacts>
