// Pages of lines into the blocks of an article: what goes on over a column's or a page's end is put
// together again, what is no text of the article is marked, sizes of type become headings.
import type { BlockShape, TextBuilder } from '../text-builder.ts'
import { regionsOf } from './columns.ts'
import type { PageText } from './fragments.ts'
import { joinLines, wordsWithin } from './hyphens.ts'
import { lineOf, type PdfLine, rowsOf } from './lines.ts'
import { isItem, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { runningLines } from './running.ts'
import { shapeOf, sizesOf } from './shapes.ts'

/** Writes the text of all pages. Linear in the number of lines. */
export function compose(pages: readonly PageText[], builder: TextBuilder): void {
  const read = pages.map(({ height, fragments, turned }) => {
    const regions = regionsOf(fragments)
    return {
      height,
      regions,
      lines: regions.flat(),
      turned: turned.flatMap((some) => rowsOf(some).map(lineOf)),
    }
  })
  const running = runningLines(read)
  const known = wordsWithin(read.flatMap(({ lines }) => lines.map(({ text }) => inner(text))))
  const sizes = sizesOf(read.map(({ lines }) => lines.filter((line) => !running.has(line))))
  /** The paragraph that may go on, and what stands between its halves. */
  let open: Paragraph | null = null
  let between: { readonly text: string; readonly shape: BlockShape }[] = []

  for (const { height, regions, turned } of read) {
    const aside: PdfLine[] = []
    for (const region of regions) {
      const story = region.filter((line) => !running.has(line))
      aside.push(...region.filter((line) => running.has(line)))
      for (const paragraph of paragraphsOf(story)) take(paragraph, height)
    }
    for (const line of aside) {
      const shape = { kind: 'paragraph', furniture: true, why: running.get(line) ?? '' } as const
      if (open?.goesOn === true) between.push({ text: line.text, shape })
      else {
        close()
        write(line.text, shape)
      }
    }
    for (const line of turned) between.push({ text: line.text, shape: { kind: 'paragraph' } })
    if (open?.goesOn !== true) close()
  }
  close()

  function take(paragraph: Paragraph, height: number): void {
    const shape = shapeOf(paragraph, sizes, height)
    if (shape.kind === 'footnote') {
      between.push({ text: withoutMarker(textOf(paragraph), shape), shape })
      return
    }
    if (open !== null && continues(open, paragraph)) {
      open.lines.push(...paragraph.lines)
      open.goesOn = paragraph.goesOn
      return
    }
    close()
    open = paragraph
  }

  function close(): void {
    if (open !== null) {
      const shape = shapeOf(open, sizes, 0)
      write(withoutMarker(textOf(open), shape), shape)
    }
    open = null
    for (const { text, shape } of between) write(text, shape)
    between = []
  }

  function write(text: string, shape: BlockShape): void {
    builder.endBlock()
    builder.text(text, shape)
    builder.endBlock()
  }

  function textOf({ lines }: Paragraph): string {
    return lines.reduce((text, line) => joinLines(text, line.text, known), '')
  }
}

/** A line without its last word, which may be cut, and without its first, which may be the rest of one. */
const inner = (text: string): string => text.replace(/\S+$/, '').replace(/^\S+/, '')

/** Whether a paragraph at the head of a column goes on with the one at the foot of the last. */
function continues(open: Paragraph, next: Paragraph): boolean {
  const [first] = next.lines
  if (!open.goesOn || next.begins || first === undefined || isItem(first.text)) return false
  return Math.abs(open.size - next.size) < 0.08 * open.size
}

const withoutMarker = (text: string, { marker }: BlockShape): string =>
  marker !== undefined && text.startsWith(marker) ? text.slice(marker.length).trimStart() : text
