// The formats an export can be made in. Here and nowhere else they are told apart.
import type { ExportFormat } from '../calls/exchange.ts'
import { csvExport } from './csv.ts'
import { htmlExport } from './html.ts'
import { jsonExport } from './json.ts'
import { markdownExport } from './markdown.ts'
import type { ExportFormatDefinition } from './model.ts'

export const exportFormatDefinitions = {
  markdown: markdownExport,
  html: htmlExport,
  csv: csvExport,
  json: jsonExport,
} satisfies Record<ExportFormat, ExportFormatDefinition>
