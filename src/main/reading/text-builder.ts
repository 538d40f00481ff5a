// Writes canonical text from a tree of markup: white space collapsed as a browser shows it, blocks
// set apart by an empty line, inline runs as offsets. Shared by the HTML and the Markdown loaders.
import type { Block, InlineSpan } from '../../shared/model/article.ts'
import type { DraftBlock, DraftPicture } from './draft.ts'

/** What a block will be, before its place is known. */
export type BlockShape = Omit<Block, 'start' | 'end' | 'breaks' | 'cells'>

interface OpenSpan {
  readonly kind: InlineSpan['kind']
  readonly href: string | undefined
  start: number | null
}

const spaces = /[\t\n\f\r \u00a0]+/g
const invisible = /[\u00ad\u200b\ufeff]/g

/**
 * Collects text, blocks and spans. Nothing is written for a block without text. Blocks tile the
 * text, offsets are UTF-16 code units. Linear in what is put in.
 */
export class TextBuilder {
  readonly blocks: DraftBlock[] = []
  readonly spans: InlineSpan[] = []
  readonly pictures: DraftPicture[] = []
  /** The index of the block that each name given to `anchor` stands in, or before. */
  readonly anchors: Map<string, number> = new Map()
  private readonly parts: string[] = []
  private readonly openSpans: OpenSpan[] = []
  private readonly marked = new WeakSet<BlockShape>()
  private length = 0
  private block: DraftBlock | null = null
  /** What stands between the last text and the next: nothing, a space, line breaks or a separator. */
  private space = false
  private lineBreaks = 0
  private borders = 0
  private cells: { start: number; end: number }[] = []
  /** Pictures that wait for the block they stand before. */
  private waiting: Omit<DraftPicture, 'offset'>[] = []

  /** Adds text, white space collapsed. Opens a block of this shape where none is open. */
  text(raw: string, shape: BlockShape): void {
    const text = raw.replace(invisible, '').replace(spaces, ' ')
    if (text === '') return
    // Of other white space (wide, thin, of the ideographs) alone there is nothing to see either.
    if (text.trim() === '') {
      this.space = true
      return
    }
    if (text.trimStart() !== text) this.space = true
    this.put(text.trim(), shape)
    if (text.trimEnd() !== text) this.space = true
  }

  /** Adds text as it is, for code. Line ends must be line feeds. */
  verbatim(raw: string, shape: BlockShape): void {
    const text = raw.replace(invisible, '')
    if (this.block === null && text.trim() === '') return
    this.put(this.block === null ? text.replace(/^\n/, '') : text, shape)
  }

  /** A line break of the author's. Two in a row end the block, as they look like a paragraph's end. */
  lineBreak(): void {
    if (this.block === null) return
    this.lineBreaks++
    if (this.lineBreaks > 1) this.endBlock()
  }

  /** The border of two blocks within one cell: a line break, however many blocks end there. */
  cellBreak(): void {
    if (this.block !== null) this.lineBreaks = 1
  }

  /** Marks the beginning of a cell of a row, be it an empty one. */
  cellBorder(): void {
    this.borders++
  }

  /** A picture; it stands before the next block. One in the middle of a block does not cut it. */
  picture(alt: string, bytes: Uint8Array): void {
    this.waiting.push({ alt, bytes })
  }

  /** Something that links lead to stands here; the first of a name counts. */
  anchor(name: string): void {
    const { length } = this.blocks
    if (!this.anchors.has(name)) this.anchors.set(name, this.block === null ? length : length - 1)
  }

  /** No block is open. */
  get isBetween(): boolean {
    return this.block === null
  }

  endBlock(): void {
    for (const span of this.openSpans) this.endRun(span)
    if (this.block !== null) {
      const last = this.parts.at(-1) ?? ''
      const trimmed = last.trimEnd()
      this.length -= last.length - trimmed.length
      this.parts[this.parts.length - 1] = trimmed
      this.block.end = this.length
      if (this.block.kind === 'table-row') {
        this.endCell()
        for (let i = 0; i < this.borders; i++) this.beginCell(this.length)
        this.block.cells = this.cells
      }
    }
    this.block = null
    this.space = false
    this.lineBreaks = 0
    this.borders = 0
    this.cells = []
  }

  /** Opens an inline run. Gives false, and opens none, inside a run of the same kind. */
  openSpan(kind: InlineSpan['kind'], href?: string): boolean {
    if (this.openSpans.some((span) => span.kind === kind)) return false
    this.openSpans.push({ kind, href, start: null })
    return true
  }

  closeSpan(kind: InlineSpan['kind']): void {
    const at = this.openSpans.findLastIndex((span) => span.kind === kind)
    const span = this.openSpans[at]
    if (span === undefined) return
    this.endRun(span)
    this.openSpans.splice(at, 1)
  }

  /** The text so far. Ends the open block. */
  finish(): string {
    this.endBlock()
    this.placePictures()
    return this.parts.join('')
  }

  private put(text: string, shape: BlockShape): void {
    if (this.block === null) this.startBlock(shape)
    else this.putGap(this.block)
    this.space = false
    this.lineBreaks = 0
    this.borders = 0
    for (const span of this.openSpans) span.start ??= this.length
    this.push(text)
  }

  private startBlock(shape: BlockShape): void {
    const before = this.blocks.at(-1)
    if (before !== undefined) {
      this.push('\n\n')
      before.end = this.length
    }
    this.block = { ...shape, start: this.length, end: this.length }
    // Only the first block of an item has its marker.
    if (this.marked.has(shape)) delete this.block.marker
    this.marked.add(shape)
    this.blocks.push(this.block)
    // Cells before the first with text are empty, and cells all the same.
    for (let i = 0; i < Math.max(1, this.borders); i++) this.beginCell(this.length)
    this.placePictures()
  }

  private placePictures(): void {
    for (const picture of this.waiting) this.pictures.push({ ...picture, offset: this.length })
    this.waiting = []
  }

  private beginCell(start: number): void {
    this.cells.push({ start, end: start })
  }

  private endCell(): void {
    const last = this.cells.at(-1)
    if (last !== undefined) last.end = this.length
  }

  private putGap(block: DraftBlock): void {
    if (this.borders > 0) {
      this.endCell()
      for (let i = 1; i < this.borders; i++) this.beginCell(this.length + 2 * i)
      this.push(`${' |'.repeat(this.borders)} `)
      this.beginCell(this.length)
    } else if (this.lineBreaks > 0) {
      this.push('\n')
      if (block.kind !== 'preformatted') block.breaks = true
    } else if (this.space) this.push(' ')
  }

  private endRun(span: OpenSpan): void {
    if (span.start !== null && span.start < this.length) {
      const { kind, start, href } = span
      this.spans.push({ kind, start, end: this.length, ...(href === undefined ? {} : { href }) })
    }
    span.start = null
  }

  private push(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }
}
