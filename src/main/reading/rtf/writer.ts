// Writes what an RTF file says into a TextBuilder: paragraphs with their shapes, rows of tables,
// footnotes after the text.
import { Refused } from '../refused.ts'
import type { BlockShape, TextBuilder } from '../text-builder.ts'
import type { State } from './state.ts'
import type { StyleTable } from './tables.ts'

/** Each takes memory of its own until the text is written; a book has some thousands. */
const mostNotes = 50_000

type Step = (builder: TextBuilder) => void

export class RtfWriter {
  private readonly notes: Step[][] = []
  private shape: BlockShape | null = null
  private marker: string | null = null
  private row: BlockShape | null = null
  private rowOpen = false
  private isHeader = false
  private border = false
  private tables = 0
  private wasRow = false
  /** The block of code that is being written, line by line. */
  private code: BlockShape | null = null
  /** White space of code that waits for something to be seen. */
  private blank = ''
  private readonly opened = new Set<'strong' | 'emphasis'>()
  private readonly noteShapes = new Map<number, BlockShape>()

  constructor(
    private readonly builder: TextBuilder,
    private readonly styles: StyleTable,
  ) {}

  text(raw: string, state: State): void {
    const shape = this.shapeFor(state)
    const isCode = shape.kind === 'preformatted'
    // Other white space than a page of HTML knows makes no block either.
    const text = isCode ? this.blank + raw : raw.replace(/\s+/g, ' ')
    if (isCode) this.blank = raw.trim() === '' ? text : ''
    if (isCode && raw.trim() === '') return
    const heading = shape.kind === 'heading'
    this.run(state, (builder) => {
      this.span(builder, 'strong', state.bold && !heading)
      this.span(builder, 'emphasis', state.italic)
      if (!isCode) builder.text(text, shape)
      else builder.verbatim(builder.isBetween ? text.replace(/^\s*\n/, '') : text, shape)
    })
  }

  lineBreak(state: State): void {
    if (state.inTable || this.rowOpen) this.text(' ', state)
    else if (this.shape?.kind === 'preformatted' && state.note === 0) this.blank += '\n'
    else this.run(state, (builder) => builder.lineBreak())
  }

  endParagraph(state: State): void {
    if (state.note === 0 && (state.inTable || this.rowOpen)) {
      this.text(' ', state)
      return
    }
    if (state.note === 0 && this.isInCode(state)) this.blank += '\n'
    else this.run(state, (builder) => builder.endBlock())
    this.endShape(state)
  }

  /** Whether a paragraph, be it an empty one, is a line of code. */
  private isInCode({ style }: State): boolean {
    if (this.shape !== null) return this.shape.kind === 'preformatted'
    return this.code !== null && this.styles.kind(style) === 'preformatted'
  }

  /** A block of its own begins or ends here, such as a box with text. */
  cut(state: State): void {
    if (state.inTable || this.rowOpen) return
    this.run(state, (builder) => builder.endBlock())
    this.endShape(state)
  }

  /** What stands before an item, from the file's own numbering. */
  mark(marker: string): void {
    const mark = marker.replace(/\s+/g, ' ').trim().slice(0, 20)
    this.marker = mark === '' ? '•' : mark
  }

  openLink(href: string, state: State): void {
    this.run(state, (builder) => void builder.openSpan('link', href))
  }

  closeLink(state: State): void {
    this.run(state, (builder) => builder.closeSpan('link'))
  }

  picture(alt: string, bytes: Uint8Array): void {
    this.builder.picture(alt, bytes)
  }

  beginRow(): void {
    this.rowOpen = true
    this.isHeader = false
  }

  headRow(): void {
    this.isHeader = true
  }

  endCell(state: State): void {
    if (state.note > 0) return
    this.shapeFor({ ...state, inTable: true })
    this.borderBefore()
    this.border = true
  }

  endRow(): void {
    this.border = false
    this.builder.endBlock()
    this.row = null
    this.rowOpen = false
    this.shape = null
    this.marker = null
  }

  /** A footnote begins. Gives its number. @throws Refused (`too-large`) */
  beginNote(state: State): number {
    const number = this.notes.length + 1
    if (number > mostNotes)
      throw new Refused(
        'too-large',
        `has more than ${mostNotes} footnotes, which no article has`,
        'Save it as plain text, then open that file.',
      )
    this.text(`[${number}]`, state)
    this.notes.push([])
    return number
  }

  /** Writes the footnotes, after all text. */
  finish(): string {
    this.builder.endBlock()
    for (const steps of this.notes) {
      this.builder.closeSpan('strong')
      this.builder.closeSpan('emphasis')
      this.opened.clear()
      for (const step of steps) step(this.builder)
      this.builder.endBlock()
    }
    return this.builder.finish()
  }

  /** Does it now, or for a footnote's text when that is written. */
  private run({ note }: State, step: Step): void {
    if (note > 0) this.notes[note - 1]?.push(step)
    else step(this.builder)
  }

  private span(builder: TextBuilder, kind: 'strong' | 'emphasis', wanted: boolean): void {
    if (wanted === this.opened.has(kind)) return
    if (wanted) {
      this.opened.add(kind)
      builder.openSpan(kind)
    } else {
      this.opened.delete(kind)
      builder.closeSpan(kind)
    }
  }

  private shapeFor(state: State): BlockShape {
    if (state.note > 0) return this.shapeOfNote(state.note)
    if (state.inTable || this.rowOpen) {
      if (this.row === null) {
        if (!this.wasRow) this.tables++
        this.wasRow = true
        this.builder.endBlock()
        this.row = { kind: 'table-row', table: this.tables - 1 }
        if (this.isHeader) this.row = { ...this.row, header: true }
        this.border = true
      }
      this.borderBefore()
      return this.row
    }
    this.wasRow = false
    this.shape ??= this.newShape(state)
    return this.shape
  }

  /** Known when the note is written; the same one for all its paragraphs. */
  private shapeOfNote(note: number): BlockShape {
    const known = this.noteShapes.get(note) ?? { kind: 'footnote', marker: `[${note}]` }
    this.noteShapes.set(note, known)
    return known
  }

  private newShape(state: State): BlockShape {
    const kind = this.styles.kind(state.style)
    if (kind === 'preformatted' && this.marker === null) {
      this.code ??= { kind }
      return this.code
    }
    if (this.code !== null) this.builder.endBlock()
    this.code = null
    this.blank = ''
    const level = this.styles.headingLevel(state.style, state.outline)
    if (level !== null) return { kind: 'heading', level }
    if (this.marker !== null)
      return {
        kind: 'list-item',
        level: Math.min(6, state.listLevel + 1),
        marker: this.marker,
      }
    return { kind: kind ?? 'paragraph' }
  }

  private borderBefore(): void {
    if (this.border) this.builder.cellBorder()
    this.border = false
  }

  private endShape({ note }: State): void {
    if (note > 0) return
    this.shape = null
    this.marker = null
  }
}
