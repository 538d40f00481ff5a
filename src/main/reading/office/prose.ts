// What Word's and OpenDocument's readers share: text with its emphasis, notes that are told at the
// end, text boxes that wait for the end of the paragraph they hang on.
import type { BlockShape } from '../text-builder.ts'
import { TextBuilder } from '../text-builder.ts'
import type { XmlNode } from '../xml/tree.ts'

/** How a run of text looks. */
export interface Look {
  readonly strong: boolean
  readonly emphasis: boolean
}

const plainLook: Look = { strong: false, emphasis: false }

/** Where in the document a node stands. */
export interface Place {
  readonly shape: BlockShape
  readonly look: Look
  /** Inside a table row that is one block. */
  readonly inRow: boolean
  /** Inside a paragraph. */
  readonly inParagraph: boolean
  /** Depth of lists around it. */
  readonly depth: number
  /** Text boxes met in the paragraph around, to be read after it. */
  readonly boxes: XmlNode[]
}

export const topPlace: Place = {
  shape: { kind: 'paragraph' },
  look: plainLook,
  inRow: false,
  inParagraph: false,
  depth: 0,
  boxes: [],
}

export class Prose {
  /** @param builder one that has text already, where this is taken in */
  constructor(readonly builder: TextBuilder = new TextBuilder()) {}

  private look: Look = plainLook
  private tables = 0
  /** The block of code that the paragraph before is a line of. */
  private code: BlockShape | null = null
  /** White space of code that waits for something to be seen. */
  private blank = ''

  text(raw: string, { shape, look, inRow }: Place): void {
    if (raw === '') return
    if (raw.trim() !== '') this.setLook(look)
    if (shape.kind === 'preformatted' && !inRow) this.codeText(raw.replace(/\r\n?/g, '\n'), shape)
    else this.builder.text(raw, shape)
  }

  /** A line break of the author's; inside a table's cell it is a space. */
  lineBreak(place: Place): void {
    if (place.inRow) this.text(' ', place)
    else if (place.shape.kind === 'preformatted') this.text('\n', place)
    else this.builder.lineBreak()
  }

  /** Opens a link; false inside another. */
  openLink(href: string): boolean {
    return this.builder.openSpan('link', href)
  }

  closeLink(): void {
    this.builder.closeSpan('link')
  }

  /** The number of the next table, from 0. */
  nextTable(): number {
    return this.tables++
  }

  /** Begins a paragraph; gives the place of what is in it. */
  beginParagraph(place: Place, shape: BlockShape): Place {
    if (place.inRow) {
      this.builder.text(' ', place.shape)
      return { ...place, inParagraph: true, boxes: [] }
    }
    const { code } = this
    const isNext = code !== null && isSameCode(code, shape)
    if (isNext) this.blank += '\n'
    else {
      this.builder.endBlock()
      this.blank = ''
      this.code = shape.kind === 'preformatted' ? shape : null
    }
    return { ...place, shape: isNext ? code : shape, inParagraph: true, boxes: [] }
  }

  endParagraph({ inRow, shape }: Place): void {
    this.setLook(plainLook)
    if (inRow) this.builder.text(' ', shape)
    else if (shape.kind !== 'preformatted') this.builder.endBlock()
  }

  /** Lines of code are paragraphs of one block; empty ones at its ends are none. */
  private codeText(raw: string, shape: BlockShape): void {
    this.blank += raw
    if (raw.trim() === '') return
    const isFirst = this.builder.isBetween
    this.builder.verbatim(isFirst ? this.blank.replace(/^\s*\n/, '') : this.blank, shape)
    this.blank = ''
  }

  private setLook(look: Look): void {
    for (const kind of ['strong', 'emphasis'] as const) {
      if (look[kind] && !this.look[kind]) this.builder.openSpan(kind)
      else if (!look[kind] && this.look[kind]) this.builder.closeSpan(kind)
    }
    this.look = look
  }
}

/** Whether a paragraph goes on with the code before it. */
const isSameCode = (code: BlockShape, { kind, table, furniture }: BlockShape): boolean =>
  kind === 'preformatted' && code.table === table && code.furniture === furniture

/** Footnotes and endnotes in the order in which the text points at them. */
export class Notes<Key> {
  private readonly numbers = new Map<Key, number>()

  /** What stands in the text in place of the note: `[1]`. */
  markerOf(note: Key): string {
    const number = this.numbers.get(note) ?? this.numbers.size + 1
    this.numbers.set(note, number)
    return `[${number}]`
  }

  /** Each note with its block's shape; those that notes themselves point at come too. */
  *inOrder(): Generator<{ readonly note: Key; readonly shape: BlockShape }> {
    for (const [note, number] of this.numbers)
      yield { note, shape: { kind: 'footnote', marker: `[${number}]` } }
  }
}
