// Which loader reads which format. A loader takes a file's bytes and gives a draft: canonical text,
// blocks, and what the file says of itself. It touches no disk, throws `Refused` for a file that
// cannot be read, and gives the same draft for the same bytes on every run.
import type { ArticleFormat } from '../../shared/model/article.ts'
import { decode, decodeChosen } from './decode.ts'
import type { Draft } from './draft.ts'

/** @param encoding that the reader chose; of formats that are text alone, null: the one that is found */
export type Loader = (bytes: Uint8Array, encoding?: string | null) => Draft | Promise<Draft>

/** A loader of formats that are text in some encoding. */
const decoded =
  (load: (text: string) => Draft): Loader =>
  (bytes, chosen = null) => {
    const { text, encoding, warnings } =
      chosen === null ? decode(bytes) : decodeChosen(bytes, chosen)
    const draft = load(text)
    return { ...draft, encoding, warnings: [...warnings, ...draft.warnings] }
  }

/** Each is loaded when a file of its format comes: those of pages and of PDFs are large. */
const loaders: Readonly<Record<ArticleFormat, () => Promise<Loader>>> = {
  text: async () => decoded((await import('./text.ts')).loadText),
  markdown: async () => decoded((await import('./markdown.ts')).loadMarkdown),
  html: async () => {
    const { loadHtml } = await import('./html.ts')
    return decoded((text) => loadHtml(text))
  },
  mhtml: async () => (await import('./mhtml.ts')).loadMhtml,
  epub: async () => (await import('./epub.ts')).loadEpub,
  docx: async () => (await import('./docx.ts')).loadDocx,
  odt: async () => (await import('./odt.ts')).loadOdt,
  rtf: async () => (await import('./rtf.ts')).loadRtf,
  pdf: async () => (await import('./pdf.ts')).loadPdf,
}

/** The loader of a format. */
export const loaderOf = (format: ArticleFormat): Promise<Loader> => loaders[format]()
