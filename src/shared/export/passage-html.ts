// A quotation's parts as HTML, for whoever gives one away: the exported page, the clipboard.
import type { PassagePart } from '../text/passage.ts'
import { escapeHtml } from './note-html.ts'

export const passageHtml = (parts: readonly PassagePart[]): string =>
  parts
    .map((part) =>
      part.kind === 'lines'
        ? `<p>${part.lines.map(escapeHtml).join('<br>')}</p>`
        : `<pre>${escapeHtml(`\n${part.text}`)}</pre>`,
    )
    .join('')
