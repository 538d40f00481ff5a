// Which loader reads which format. A loader takes a file's bytes and gives a draft: canonical text,
// blocks, and what the file says of itself. It touches no disk, throws `Refused` for a file that
// cannot be read, and gives the same draft for the same bytes on every run.
import type { ArticleFormat } from '../../shared/model/article.ts'
import { decode } from './decode.ts'
import { loadDocx } from './docx.ts'
import type { Draft } from './draft.ts'
import { loadEpub } from './epub.ts'
import { loadHtml } from './html.ts'
import { loadMarkdown } from './markdown.ts'
import { loadMhtml } from './mhtml.ts'
import { loadOdt } from './odt.ts'
import { loadPdf } from './pdf.ts'
import { loadRtf } from './rtf.ts'
import { loadText } from './text.ts'

export type Loader = (bytes: Uint8Array) => Draft | Promise<Draft>

/** A loader of formats that are text in some encoding. */
const decoded =
  (load: (text: string) => Draft): Loader =>
  (bytes) => {
    const { text, encoding, warnings } = decode(bytes)
    const draft = load(text)
    return { ...draft, encoding, warnings: [...warnings, ...draft.warnings] }
  }

export const loaders: Readonly<Record<ArticleFormat, Loader>> = {
  text: decoded(loadText),
  markdown: decoded(loadMarkdown),
  html: decoded((text) => loadHtml(text)),
  mhtml: loadMhtml,
  epub: loadEpub,
  docx: loadDocx,
  odt: loadOdt,
  rtf: loadRtf,
  pdf: loadPdf,
}
