// What a paragraph of a PDF is, by the size of its type, its place and how it begins.
import type { BlockShape } from '../text-builder.ts'
import type { PdfLine } from './lines.ts'
import { isItem, type Paragraph } from './paragraphs.ts'

export interface Sizes {
  /** Of most of the text, in points, and its font. */
  readonly body: number
  readonly font: string
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[]
  /** Of each page, the height from which on all type is smaller than the body's. */
  readonly noteLines: ReadonlySet<PdfLine>
}

/** The sizes of type of a document, counted by letters. */
export function sizesOf(pages: readonly (readonly PdfLine[])[]): Sizes {
  const letters = new Map<string, number>()
  const bySize = new Map<number, number>()
  for (const line of pages.flat()) {
    const size = half(line.size)
    const key = `${size} ${line.font}`
    letters.set(key, (letters.get(key) ?? 0) + line.text.length)
    bySize.set(size, (bySize.get(size) ?? 0) + line.text.length)
  }
  const body = mostOf(bySize) ?? 0
  const font = mostOf(new Map([...letters].filter(([key]) => key.startsWith(`${body} `)))) ?? ''
  const headings = [...bySize.keys()].filter((size) => size >= body * 1.12).sort((a, b) => b - a)
  return {
    body,
    font: font.slice(font.indexOf(' ') + 1),
    headings,
    noteLines: notesOf(pages, body),
  }
}

const half = (size: number): number => Math.round(size * 2) / 2

function mostOf<T>(counts: ReadonlyMap<T, number>): T | null {
  let best: T | null = null
  let most = 0
  for (const [key, count] of counts)
    if (count > most) {
      most = count
      best = key
    }
  return best
}

/** The lines at the foot of a page's columns that are in smaller type, below lines that are not. */
function notesOf(pages: readonly (readonly PdfLine[])[], body: number): ReadonlySet<PdfLine> {
  const notes = new Set<PdfLine>()
  for (const lines of pages) {
    const lowest = lines.reduce((low, { y }) => Math.max(low, y), 0)
    for (let i = lines.length - 1, run: PdfLine[] = []; i >= 0; i--) {
      const line = lines[i]
      const below = lines[i + 1]
      if (line === undefined) break
      // A column ends where the next line of the text stands higher.
      if (below === undefined || below.y < line.y) run = []
      const follows = below === undefined || below.y < line.y || notes.has(below)
      if (!follows || line.size > body * 0.92) continue
      run.push(line)
      if (line.y > lowest * 0.5) notes.add(line)
    }
  }
  return notes
}

const note = /^(?:\[\d{1,3}\]|\d{1,3}[.)]?(?=\s|\p{L})|[*†‡§¹²³⁴-⁹]{1,3})\s*(?=\S)/u
const captionStart =
  /^(?:fig(?:ure|\.)?|table|abb(?:ildung|\.)|tabelle|tableau|photo|map|chart|plate|exhibit|рис\.?)\s*(?:\d{1,3}|[IVX]{1,5})\b/iu
const marker = /^(?:[•‣◦▪▫●○■□➢➤✓✔–—*·-]|\uf0b7|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])(?=\s)/u

/** Whether a paragraph stands in smaller type at the foot of a column. */
export const isNote = ({ lines: [first] }: Paragraph, { noteLines }: Sizes): boolean =>
  first !== undefined && noteLines.has(first)

/** The shape of a paragraph's block. */
export function shapeOf(paragraph: Paragraph, sizes: Sizes): BlockShape {
  const { lines } = paragraph
  const [first] = lines
  if (first === undefined) return { kind: 'paragraph' }
  const text = lines.map((line) => line.text).join(' ')
  if (captionStart.test(text) && lines.length <= 8) return { kind: 'caption' }
  if (isNote(paragraph, sizes)) {
    const mark = note.exec(text)?.[0].trim()
    if (mark !== undefined) return { kind: 'footnote', marker: mark }
  }
  const level = headingLevel(paragraph, sizes, text)
  if (level !== null) return { kind: 'heading', level }
  if (isItem(text)) {
    const mark = marker.exec(text)?.[0]
    return { kind: 'list-item', level: 1, ...(mark === undefined ? {} : { marker: mark }) }
  }
  return { kind: 'paragraph' }
}

/** The level of a heading; null for what is none: too long, or in the type of the text. */
function headingLevel({ lines, font }: Paragraph, sizes: Sizes, text: string): number | null {
  const [first] = lines
  if (first === undefined || text.length > 200 || lines.length > 4) return null
  if (!/\p{L}{2}/u.test(text)) return null
  const size = half(first.size)
  const rank = sizes.headings.indexOf(size)
  if (rank >= 0) return Math.min(6, rank + 1)
  // Bold or another face in the size of the text, on a line of its own, numbered.
  const isNumbered = /^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}/u.test(text)
  if (font !== sizes.font && size >= sizes.body * 0.98 && lines.length <= 2 && isNumbered)
    return Math.min(6, sizes.headings.length + 1)
  return null
}
