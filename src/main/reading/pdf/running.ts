// Finds what stands on page after page around the text: running headers and footers, page numbers.
// It is known by its place and by its return, never by its words.
import type { PdfLine } from './lines.ts'

export interface PageLines {
  readonly height: number
  readonly lines: readonly PdfLine[]
}

const header = 'Running header of the pages'
const footer = 'Running footer of the pages'
const pageNumber = 'Page number'

/** The reasons given to lines that run over the pages. */
export const runningReasons: ReadonlySet<string> = new Set([header, footer, pageNumber])

/** How much of a page, from its edges, running lines may take. */
const margin = 0.15
/** Lines at an edge that are looked at. */
const deep = 4

const number =
  /^\W{0,3}(?:(?:page|seite|p\.|pg\.?|página|pagina|strana|стр\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|из|sur)\s*\d{1,4})?\W{0,3}$/iu

/** Why a line is no text of the article, for each line that is none. */
export function runningLines(pages: readonly PageLines[]): ReadonlyMap<PdfLine, string> {
  const why = new Map<PdfLine, string>()
  const seen = new Map<string, { readonly pages: Set<number>; readonly lines: PdfLine[] }>()
  const edges = pages.map(edgeLines)
  for (const [page, { top, foot }] of edges.entries())
    for (const line of [...top, ...foot]) {
      // Numbers go up from page to page; a line that sits on a grid moves a little.
      const key = `${line.text.replace(/\d+/g, '#').toLowerCase()}`
      const found = seen.get(key) ?? { pages: new Set(), lines: [] }
      seen.set(key, found)
      found.pages.add(page)
      found.lines.push(line)
    }
  for (const { top, foot } of edges) {
    mark(top, header)
    mark(foot, footer)
  }
  return why

  function mark(lines: readonly PdfLine[], reason: string): void {
    for (const line of lines) {
      const isNumber = number.test(line.text)
      const found = seen.get(line.text.replace(/\d+/g, '#').toLowerCase())
      const again = found?.lines.filter(({ y }) => Math.abs(y - line.y) < 4) ?? []
      const repeats = pages.length > 1 && again.length >= Math.min(3, pages.length)
      if (isNumber && (pages.length === 1 || repeats || again.length > 1)) why.set(line, pageNumber)
      else if (repeats) why.set(line, reason)
    }
  }
}

function edgeLines({ height, lines }: PageLines): { top: PdfLine[]; foot: PdfLine[] } {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  return {
    top: sorted.slice(0, deep).filter(({ y }) => y < height * margin),
    foot: sorted.slice(-deep).filter(({ y }) => y > height * (1 - margin)),
  }
}
