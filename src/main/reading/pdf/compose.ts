// Pages of lines into the blocks of an article: what goes on over a column's or a page's end is put
// together again, what is no text of the article is marked, sizes of type become headings.
import type { BlockShape, TextBuilder } from '../text-builder.ts'
import { type Region, regionsOf } from './columns.ts'
import type { PageText } from './fragments.ts'
import { joined, wordsWithin } from './hyphens.ts'
import { fromTheLeft, lineOf, type PdfLine, rowsOf } from './lines.ts'
import { isItem, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { isRightToLeft, withBracketsAsTyped } from './right-to-left.ts'
import { runningLines } from './running.ts'
import { isNote, type Sizes, shapeOf, sizesOf } from './shapes.ts'

/** A page's text in lines. */
export interface ReadPage {
  readonly height: number
  /** In the order they are read. */
  readonly regions: readonly Region[]
  readonly lines: readonly PdfLine[]
  /** Lines at another angle than the rest, and of notes and forms. */
  readonly apart: readonly PdfLine[]
}

/** Puts the runs of text of a page together into lines. */
export function linesOfPage({ height, fragments, apart }: PageText): ReadPage {
  const rows = rowsOf(fragments).map(fromTheLeft)
  const regions = regionsOf(withBracketsAsTyped(rows))
  const linesApart = apart.flatMap((some) =>
    rowsOf(some).map((row) => lineOf(row, isRightToLeft(some))),
  )
  return { height, regions, lines: regions.flat(), apart: linesApart }
}

/** Writes the text of all pages. Linear in the number of lines. */
export function compose(read: readonly ReadPage[], builder: TextBuilder): void {
  const running = runningLines(read)
  const known = wordsWithin(read.flatMap(({ lines }) => lines.map(({ text }) => inner(text))))
  const sizes = sizesOf(read.map(({ lines }) => lines.filter((line) => !running.has(line))))
  const flow = new Flow(builder, sizes, known)
  for (const { height, regions, lines, apart } of read) {
    const aside = lines.filter((line) => running.has(line)).sort((a, b) => a.y - b.y)
    const furniture = (line: PdfLine): void =>
      flow.aside(line.text, { kind: 'paragraph', furniture: true, why: running.get(line) ?? '' })
    for (const line of aside) if (line.y < height / 2) furniture(line)
    for (const region of regions)
      for (const paragraph of paragraphsOf(region.filter((line) => !running.has(line))))
        flow.take(paragraph)
    for (const line of apart) flow.aside(line.text, { kind: 'paragraph' })
    for (const line of aside) if (line.y >= height / 2) furniture(line)
  }
  flow.close()
}

/** Paragraphs one after the other; what stands between the halves of one comes after it. */
class Flow {
  private open: Paragraph | null = null
  private between: { readonly text: string; readonly shape: BlockShape }[] = []

  constructor(
    private readonly builder: TextBuilder,
    private readonly sizes: Sizes,
    private readonly known: ReadonlyMap<string, number>,
  ) {}

  /** What is no part of the text's flow: it does not part a paragraph. */
  aside(text: string, shape: BlockShape): void {
    if (this.open?.goesOn === true) this.between.push({ text, shape })
    else {
      this.close()
      this.write(text, shape)
    }
  }

  take(paragraph: Paragraph): void {
    const shape = shapeOf(paragraph, this.sizes)
    if (this.open !== null && continues(this.open, paragraph)) {
      this.open.lines.push(...paragraph.lines)
      this.open.goesOn = paragraph.goesOn
    } else if (isNote(paragraph, this.sizes)) {
      this.aside(withoutMarker(this.textOf(paragraph), shape), shape)
    } else {
      this.close()
      this.open = paragraph
    }
  }

  close(): void {
    const { open, between } = this
    this.open = null
    this.between = []
    if (open !== null) {
      const shape = shapeOf(open, this.sizes)
      this.write(withoutMarker(this.textOf(open), shape), shape)
    }
    for (const { text, shape } of between) this.write(text, shape)
  }

  private write(text: string, shape: BlockShape): void {
    this.builder.endBlock()
    this.builder.text(text, shape)
    this.builder.endBlock()
  }

  private textOf({ lines }: Paragraph): string {
    return joined(
      lines.map(({ text }) => text),
      this.known,
    )
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
