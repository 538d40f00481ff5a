// PDFs. They hold no text, only letters at places: lines, columns, paragraphs and headings are found
// from where the letters stand and how large they are.
import type { Warning } from '../../shared/model/article.ts'
import type { Draft } from './draft.ts'
import { compose, linesOfPage, type ReadPage } from './pdf/compose.ts'
import { damaged, type PdfDocument, withPdf } from './pdf/engine.ts'
import { pageText } from './pdf/fragments.ts'
import { infoOf } from './pdf/info.ts'
import { Refused } from './refused.ts'
import { TextBuilder } from './text-builder.ts'

/**
 * Reads the text layer of a PDF.
 * @throws Refused (`encrypted`, `damaged`, `no-text`)
 */
export function loadPdf(bytes: Uint8Array): Promise<Draft> {
  return withPdf(bytes, async (document, mended) => {
    const { pages, unread } = await readPages(document)
    if (pages.length === 0) throw damaged()
    const builder = new TextBuilder()
    compose(
      pages.map(({ page }) => page),
      builder,
    )
    const text = builder.finish()
    const pictures = picturesIn(bytes)
    if (text.trim() === '') throw withoutText(pictures)
    const warnings: Warning[] = []
    if (mended) warnings.push(cutOff)
    if (document.numPages > mostPages) warnings.push(tooMany(document.numPages))
    if (unread.length > 0) warnings.push(unreadPages(unread))
    const empty = pages
      .filter(({ page }) => page.lines.length + page.apart.length === 0)
      .map(({ number }) => number)
    if (empty.length > 0 && pictures >= empty.length) warnings.push(picturePages(empty))
    const { blocks, spans } = builder
    return { text, blocks, spans, warnings, meta: await infoOf(document) }
  })
}

/** Pages of one file; more would take longer than one reading may. */
const mostPages = 2000

interface ReadPages {
  readonly pages: readonly { readonly number: number; readonly page: ReadPage }[]
  /** Numbers of the pages that could not be read, from 1. */
  readonly unread: readonly number[]
}

async function readPages(document: PdfDocument): Promise<ReadPages> {
  const pages: { number: number; page: ReadPage }[] = []
  const unread: number[] = []
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    try {
      const page = await document.getPage(number)
      pages.push({ number, page: linesOfPage(await pageText(page)) })
      page.cleanup()
    } catch {
      // The library throws whatever its parsers meet; the other pages may be sound.
      unread.push(number)
    }
  }
  return { pages, unread }
}

/** How many pictures a file holds. A picture is a stream, and its dictionary stands in the open. */
const picturesIn = (bytes: Uint8Array): number =>
  (new TextDecoder('latin1').decode(bytes).match(/\/Subtype\s*\/Image\b/g) ?? []).length

const withoutText = (pictures: number): Refused =>
  pictures > 0
    ? new Refused(
        'no-text',
        'holds pictures of pages, no text',
        'Run it through text recognition (OCR), then open the file that gives.',
      )
    : new Refused(
        'no-text',
        'holds no text',
        'Look at it in another program; if it shows text there, run it through text recognition (OCR).',
      )

const tooMany = (pages: number): Warning => ({
  code: 'left-out',
  message: `The file has ${pages} pages; the first ${mostPages} were read.`,
})

const cutOff: Warning = {
  code: 'cut-off',
  message: 'The file ends before it is complete; the pages that are there were read.',
}

const unreadPages = (numbers: readonly number[]): Warning => ({
  code: 'unread-pages',
  message: `The file is damaged: ${pagesInWords(numbers)} could not be read and ${numbers.length === 1 ? 'is' : 'are'} missing here.`,
})

const picturePages = (numbers: readonly number[]): Warning => ({
  code: 'picture-pages',
  message: `${capital(pagesInWords(numbers))} ${numbers.length === 1 ? 'holds' : 'hold'} no text, perhaps only a picture of it, and ${numbers.length === 1 ? 'is' : 'are'} missing here.`,
})

/** "page 3", "pages 3, 5–7 and 12". */
function pagesInWords(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && run.to === number - 1) run.to = number
    else runs.push({ from: number, to: number })
  }
  const words = runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  const shown = words.length > 8 ? [...words.slice(0, 7), `${words.length - 7} more places`] : words
  const last = shown.pop()
  const list = shown.length > 0 ? `${shown.join(', ')} and ${last}` : `${last}`
  return `${numbers.length === 1 ? 'page' : 'pages'} ${list}`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
