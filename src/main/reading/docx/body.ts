// Writes the text of a Word file: paragraphs, lists, tables, text boxes, and notes at the end
// (WordprocessingML, ECMA-376 part 1, 17). Insertions are text, deletions and comments are not.
import { Notes, type Place, Prose, topPlace } from '../office/prose.ts'
import { isDataRow } from '../office/rows.ts'
import type { BlockShape, TextBuilder } from '../text-builder.ts'
import {
  attr,
  childOf,
  childrenOf,
  foreignAttr,
  textIn,
  type XmlElement,
  type XmlNode,
} from '../xml/tree.ts'
import { type Steps, walkXml } from '../xml/walk.ts'
import type { Chunks } from './chunks.ts'
import { linearOf } from './equations.ts'
import { Fields, linkIn } from './fields.ts'
import type { Numbering } from './numbering.ts'
import type { Relations } from './package.ts'
import { lookOf, outlineOf, type Styles, valOf } from './styles.ts'
import { symbolOf } from './symbols.ts'

export interface Story {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Of the part that the nodes come from. */
  relations: Relations
  /** The bytes of a picture by its part's name; null without it. */
  readonly picture: (name: string) => Uint8Array | null
  /** Files that the document takes in. */
  readonly chunks: Chunks
}

export interface NotePart {
  readonly root: XmlElement
  readonly relations: Relations
}

/** Parts of the markup that say how something looks, or that are not shown. */
const skipped: ReadonlySet<string> = new Set([
  'pPr',
  'rPr',
  'sectPr',
  'tblPr',
  'tblGrid',
  'tblPrEx',
  'trPr',
  'tcPr',
  'sdtPr',
  'sdtEndPr',
  'rubyPr',
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'comment',
  'fldData',
  'binData',
])

/**
 * Writes a document's body, then the notes that it points at, in that order. Gives the title's text if a
 * style says which it is.
 * @param builder where the text goes on that takes this document in
 */
export function writeBody(
  body: XmlElement,
  story: Story,
  notes: NoteParts,
  builder?: TextBuilder,
): {
  readonly prose: Prose
  readonly title: string | null
  /** Names of files taken in that could not be read. */
  readonly unread: readonly string[]
} {
  const writer = new DocxWriter(story, notes, builder)
  writer.write(body)
  return { prose: writer.prose, title: writer.title, unread: writer.unread }
}

interface NoteParts {
  readonly footnote: NotePart | null
  readonly endnote: NotePart | null
}

class DocxWriter {
  readonly prose: Prose
  /** As a style says it; null where none does. */
  title: string | null = null
  /** Names of files taken in that could not be read. */
  readonly unread: string[] = []
  /** Of a drop cap, until its paragraph comes. */
  private initial = ''
  private readonly fields: Fields
  private readonly markers = new Notes<XmlElement>()
  /** The part that a note comes from. */
  private readonly homes = new Map<XmlElement, NotePart>()
  private readonly story: Story
  private readonly notes: NoteParts
  /** By id. */
  private readonly known: Readonly<Record<keyof NoteParts, ReadonlyMap<string, XmlElement>>>

  constructor(story: Story, notes: NoteParts, builder?: TextBuilder) {
    this.prose = new Prose(builder)
    this.fields = new Fields(this.prose)
    this.story = story
    this.notes = notes
    this.known = { footnote: notesOf(notes.footnote), endnote: notesOf(notes.endnote) }
  }

  write(body: XmlElement): void {
    const visit = this.visit.bind(this)
    walkXml(body.children, topPlace, visit)
    const { relations } = this.story
    for (const { note, shape } of this.markers.inOrder()) {
      this.story.relations = this.homes.get(note)?.relations ?? relations
      walkXml(note.children, { ...topPlace, shape, boxes: [] }, visit)
    }
  }

  private visit(node: XmlNode, place: Place, steps: Steps<Place>): void {
    if (typeof node === 'string' || skipped.has(node.name)) return
    switch (node.name) {
      case 'p':
        if (place.inParagraph) steps.into(node, place)
        else this.paragraph(node, place, steps)
        return
      case 'r':
        this.run(node, place, steps)
        return
      case 'fldSimple':
        this.link(linkIn(attr(node, 'instr') ?? ''), node, place, steps)
        return
      case 'hyperlink':
        this.link(this.addressOf(foreignAttr(node, 'id')), node, place, steps)
        return
      case 'AlternateContent':
        steps.visit([childOf(node, 'Choice') ?? childOf(node, 'Fallback') ?? ''], place)
        return
      case 'txbxContent':
        if (place.inParagraph) for (const child of node.children) place.boxes.push(child)
        else steps.into(node, place)
        return
      case 'inline':
      case 'anchor':
      case 'shape':
        steps.into(node, place)
        this.drawing(node)
        return
      case 'oMath':
        if (this.fields.isShown) this.prose.text(linearOf(node), place)
        return
      case 'altChunk':
        this.chunk(foreignAttr(node, 'id'))
        return
      case 'tbl':
        this.table(node, place, steps)
        return
      case 'tr':
        this.row(node, place, steps)
        return
      case 'tc':
        if (place.inRow) this.prose.builder.cellBorder()
        steps.into(node, place)
        return
      default:
        this.inLine(node, place, steps)
    }
  }

  /** What stands within a run of characters; what is not known is looked through. */
  private inLine(node: XmlElement, place: Place, steps: Steps<Place>): void {
    switch (node.name) {
      case 't':
        if (this.fields.isShown)
          for (const text of node.children)
            if (typeof text === 'string') this.prose.text(text, place)
        return
      case 'tab':
      case 'ptab':
        if (this.fields.isShown)
          this.prose.text(place.shape.kind === 'preformatted' ? '\t' : ' ', place)
        return
      case 'cr':
      case 'br':
        if (/^(?:page|column)$/.test(attr(node, 'type') ?? '')) this.prose.text(' ', place)
        else if (this.fields.isShown) this.prose.lineBreak(place)
        return
      case 'noBreakHyphen':
        this.prose.text('\u2011', place)
        return
      case 'sym':
        if (this.fields.isShown)
          this.prose.text(symbolOf(attr(node, 'font'), attr(node, 'char')), place)
        return
      case 'instrText':
        this.fields.instruction(textIn(node))
        return
      case 'fldChar':
        this.fields.mark(attr(node, 'fldCharType'))
        return
      case 'footnoteReference':
        this.reference(this.known.footnote, this.notes.footnote, node, place)
        return
      case 'endnoteReference':
        this.reference(this.known.endnote, this.notes.endnote, node, place)
        return
      case 'rt':
        this.prose.text('(', place)
        steps.after(() => this.prose.text(')', place))
        steps.into(node, place)
        return
      case 'ruby':
        // The guide stands before its base in the file, and after it in the text.
        steps.visit([...childrenOf(node, 'rubyBase'), ...childrenOf(node, 'rt')], place)
        return
      default:
        steps.into(node, place)
    }
  }

  private paragraph(node: XmlElement, place: Place, steps: Steps<Place>): void {
    if (isDropCap(node)) {
      // Its letter stands in a frame of its own, and begins the paragraph after it.
      this.initial += textIn(node).trim()
      return
    }
    const isNote = place.shape.kind === 'footnote'
    const inside = this.prose.beginParagraph(
      place,
      isNote ? place.shape : this.shapeOf(node, place),
    )
    if (this.initial !== '') this.prose.text(this.initial, inside)
    this.initial = ''
    steps.after(() => {
      this.fields.endParagraph()
      this.prose.endParagraph(inside)
      if (inside.boxes.length > 0) steps.visit(inside.boxes, { ...place, boxes: [] })
    })
    steps.into(node, inside)
  }

  private shapeOf(node: XmlElement, { shape, inRow }: Place): BlockShape {
    const properties = childOf(node, 'pPr')
    const style = this.story.styles.paragraph(valOf(childOf(properties, 'pStyle')))
    const outline = outlineOf(properties)
    if (style.kind === 'title') {
      this.title ??= textIn(node).slice(0, 500)
      return { ...shape, kind: 'heading', level: 1 }
    }
    const numbered = childOf(properties, 'numPr')
    const item = inRow ? null : this.story.numbering.next(withLevel(numbered, style.numbering))
    if (style.kind === 'heading' || (style.kind === null && outline !== null))
      return { ...shape, kind: 'heading', level: Math.min(6, outline ?? style.level) }
    if (style.kind === 'contents') return { ...shape, furniture: true, why: 'Table of contents' }
    if (item !== null) {
      const { level, marker } = item
      return { ...shape, kind: 'list-item', level, ...(marker === null ? {} : { marker }) }
    }
    return style.kind === null ? shape : { ...shape, kind: style.kind }
  }

  private run(node: XmlElement, place: Place, steps: Steps<Place>): void {
    const properties = childOf(node, 'rPr')
    const own = lookOf(properties)
    const style = this.story.styles.run(valOf(childOf(properties, 'rStyle')))
    if (own.hidden ?? style.hidden ?? false) {
      // Marks of fields count even where they are hidden.
      steps.visit(
        childrenOf(node).filter(({ name }) => name === 'fldChar' || name === 'instrText'),
        place,
      )
      return
    }
    const isPlain = place.shape.kind === 'heading'
    const strong = !isPlain && (own.strong ?? style.strong ?? false)
    const emphasis = !isPlain && (own.emphasis ?? style.emphasis ?? false)
    steps.into(node, { ...place, look: { strong, emphasis } })
  }

  private link(href: string | null, node: XmlElement, place: Place, steps: Steps<Place>): void {
    if (href !== null && this.prose.openLink(href)) steps.after(() => this.prose.closeLink())
    steps.into(node, place)
  }

  private addressOf(id: string | null): string | null {
    const relation = id === null ? undefined : this.story.relations.get(id)
    return relation?.isOutside && relation.target !== '' ? relation.target : null
  }

  private reference(
    all: ReadonlyMap<string, XmlElement>,
    home: NotePart | null,
    node: XmlElement,
    place: Place,
  ): void {
    const note = all.get(attr(node, 'id') ?? '')
    if (note === undefined || home === null || !this.fields.isShown) return
    this.homes.set(note, home)
    this.prose.text(this.markers.markerOf(note), place)
  }

  private chunk(id: string | null): void {
    const target = id === null ? undefined : this.story.relations.get(id)
    if (target === undefined || target.isOutside) return
    this.prose.builder.endBlock()
    this.unread.push(...this.story.chunks(target.target, this.prose.builder))
    this.prose.builder.endBlock()
  }

  private drawing(node: XmlElement): void {
    const picture = pictureIn(node)
    const target = picture === null ? undefined : this.story.relations.get(picture.id)
    if (picture === null || target === undefined || target.isOutside) return
    const bytes = this.story.picture(target.target)
    if (bytes !== null) this.prose.builder.picture(picture.alt, bytes)
  }

  private table(node: XmlElement, place: Place, steps: Steps<Place>): void {
    if (place.inRow || place.inParagraph) {
      steps.into(node, place)
      return
    }
    this.prose.builder.endBlock()
    const { marker: _, level: __, ...plain } = place.shape
    const shape: BlockShape = { ...plain, table: this.prose.nextTable() }
    steps.into(node, { ...place, shape: place.shape.kind === 'footnote' ? place.shape : shape })
  }

  private row(node: XmlElement, place: Place, steps: Steps<Place>): void {
    const cells = cellsOf(node)
    if (place.inRow || place.inParagraph || !isDataRow(cells, 'p', 'tbl')) {
      const { table: _, ...shape } = place.shape
      steps.into(node, { ...place, shape: place.shape.kind === 'footnote' ? place.shape : shape })
      return
    }
    const isHeader = childOf(childOf(node, 'trPr'), 'tblHeader') !== null
    const shape: BlockShape = {
      ...place.shape,
      kind: 'table-row',
      ...(isHeader ? { header: true } : {}),
    }
    this.prose.builder.endBlock()
    steps.after(() => this.prose.builder.endBlock())
    steps.visit(cells, { ...place, shape, inRow: true })
  }
}

/** The notes of a part by their ids; those that only draw the line above notes left out. */
function notesOf(part: NotePart | null): ReadonlyMap<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  for (const note of childrenOf(part?.root))
    if (!/separator|notice/i.test(attr(note, 'type') ?? '')) notes.set(attr(note, 'id') ?? '', note)
  return notes
}

const isDropCap = (paragraph: XmlElement): boolean =>
  /^(?:drop|margin)$/.test(
    attr(childOf(childOf(paragraph, 'pPr'), 'framePr') ?? paragraph, 'dropCap') ?? '',
  )

/** A row's cells, also those inside content controls. */
function cellsOf(row: XmlElement): XmlElement[] {
  const cells: XmlElement[] = []
  walkXml<null>(row.children, null, (node, place, steps) => {
    if (typeof node === 'string' || skipped.has(node.name)) return
    if (node.name === 'tc') cells.push(node)
    else if (node.name !== 'p' && node.name !== 'tbl') steps.into(node, place)
  })
  return cells
}

/** A paragraph's own numbering with what its style adds to it. */
function withLevel(own: XmlElement | null, ofStyle: XmlElement | null): XmlElement | null {
  if (own === null || ofStyle === null) return own ?? ofStyle
  return { ...own, children: [...own.children, ...ofStyle.children] }
}

function pictureIn(node: XmlElement): { readonly id: string; readonly alt: string } | null {
  if (node.name === 'shape') {
    const data = childOf(node, 'imagedata')
    const id = data === null ? null : foreignAttr(data, 'id')
    return id === null ? null : { id, alt: attr(node, 'alt') ?? '' }
  }
  const facts = childOf(node, 'docPr')
  let blip: XmlElement | null = null
  walkXml<null>(node.children, null, (child, place, steps) => {
    if (typeof child === 'string' || child.name === 'txbxContent' || blip !== null) return
    if (child.name === 'blip') blip = child
    else steps.into(child, place)
  })
  const id = blip === null ? null : foreignAttr(blip, 'embed')
  const alt = facts === null ? '' : (attr(facts, 'descr') ?? attr(facts, 'title') ?? '')
  return id === null ? null : { id, alt }
}
