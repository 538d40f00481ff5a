// Writes the text of a Word file: paragraphs, lists, tables, text boxes, and notes at the end
// (WordprocessingML, ECMA-376 part 1, 17). Insertions are text, deletions and comments are not.
import { Notes, type Place, Prose, topPlace } from '../office/prose.ts'
import { isDataRow } from '../office/rows.ts'
import type { BlockShape } from '../text-builder.ts'
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
  'altChunk',
  'fldData',
  'binData',
])

/** Writes a document's body, then the notes that it points at, in that order. Gives the title's text if a style says which it is. */
export function writeBody(
  body: XmlElement,
  story: Story,
  notes: { readonly footnote: NotePart | null; readonly endnote: NotePart | null },
): { readonly prose: Prose; readonly title: string | null } {
  const prose = new Prose()
  const fields = new Fields(prose)
  const markers = new Notes<XmlElement>()
  const homes = new Map<XmlElement, NotePart>()
  const known = { footnote: notesOf(notes.footnote), endnote: notesOf(notes.endnote) }
  let title: string | null = null

  walkXml(body.children, topPlace, visit)
  const { relations } = story
  for (const { note, shape } of markers.inOrder()) {
    story.relations = homes.get(note)?.relations ?? relations
    walkXml(note.children, { ...topPlace, shape, boxes: [] }, visit)
  }
  return { prose, title }

  function visit(node: XmlNode, place: Place, steps: Steps<Place>): void {
    if (typeof node === 'string' || skipped.has(node.name)) return
    switch (node.name) {
      case 'p':
        if (place.inParagraph) steps.into(node, place)
        else paragraph(node, place, steps)
        return
      case 'r':
        run(node, place, steps)
        return
      case 't':
        if (fields.isShown)
          for (const text of node.children) if (typeof text === 'string') prose.text(text, place)
        return
      case 'tab':
      case 'ptab':
        if (fields.isShown) prose.text(place.shape.kind === 'preformatted' ? '\t' : ' ', place)
        return
      case 'cr':
      case 'br':
        if (/^(?:page|column)$/.test(attr(node, 'type') ?? '')) prose.text(' ', place)
        else if (fields.isShown) prose.lineBreak(place)
        return
      case 'noBreakHyphen':
        prose.text('\u2011', place)
        return
      case 'sym':
        if (fields.isShown) prose.text(symbolOf(attr(node, 'font'), attr(node, 'char')), place)
        return
      case 'instrText':
        fields.instruction(textIn(node))
        return
      case 'fldChar':
        fields.mark(attr(node, 'fldCharType'))
        return
      case 'fldSimple':
        link(linkIn(attr(node, 'instr') ?? ''), node, place, steps)
        return
      case 'hyperlink':
        link(addressOf(foreignAttr(node, 'id')), node, place, steps)
        return
      case 'footnoteReference':
        reference(known.footnote, notes.footnote, node, place)
        return
      case 'endnoteReference':
        reference(known.endnote, notes.endnote, node, place)
        return
      case 'rt':
        prose.text('(', place)
        steps.after(() => prose.text(')', place))
        steps.into(node, place)
        return
      case 'ruby':
        // The guide stands before its base in the file, and after it in the text.
        steps.visit([...childrenOf(node, 'rubyBase'), ...childrenOf(node, 'rt')], place)
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
        drawing(node)
        return
      case 'tbl':
        table(node, place, steps)
        return
      case 'tr':
        row(node, place, steps)
        return
      case 'tc':
        if (place.inRow) prose.builder.cellBorder()
        steps.into(node, place)
        return
      default:
        steps.into(node, place)
    }
  }

  function paragraph(node: XmlElement, place: Place, steps: Steps<Place>): void {
    const isNote = place.shape.kind === 'footnote'
    const inside = prose.beginParagraph(place, isNote ? place.shape : shapeOf(node, place))
    steps.after(() => {
      fields.endParagraph()
      prose.endParagraph(inside)
      if (inside.boxes.length > 0) steps.visit(inside.boxes, { ...place, boxes: [] })
    })
    steps.into(node, inside)
  }

  function shapeOf(node: XmlElement, { shape, inRow }: Place): BlockShape {
    const properties = childOf(node, 'pPr')
    const style = story.styles.paragraph(valOf(childOf(properties, 'pStyle')))
    const outline = outlineOf(properties)
    if (style.kind === 'title') {
      title ??= textIn(node).slice(0, 500)
      return { ...shape, kind: 'heading', level: 1 }
    }
    const numbered = childOf(properties, 'numPr')
    const item = inRow ? null : story.numbering.next(withLevel(numbered, style.numbering))
    if (style.kind === 'heading' || (style.kind === null && outline !== null))
      return { ...shape, kind: 'heading', level: Math.min(6, outline ?? style.level) }
    if (style.kind === 'contents') return { ...shape, furniture: true, why: 'Table of contents' }
    if (item !== null) {
      const { level, marker } = item
      return { ...shape, kind: 'list-item', level, ...(marker === null ? {} : { marker }) }
    }
    return style.kind === null ? shape : { ...shape, kind: style.kind }
  }

  function run(node: XmlElement, place: Place, steps: Steps<Place>): void {
    const properties = childOf(node, 'rPr')
    const own = lookOf(properties)
    const style = story.styles.run(valOf(childOf(properties, 'rStyle')))
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

  function link(href: string | null, node: XmlElement, place: Place, steps: Steps<Place>): void {
    if (href !== null && prose.openLink(href)) steps.after(() => prose.closeLink())
    steps.into(node, place)
  }

  function addressOf(id: string | null): string | null {
    const relation = id === null ? undefined : story.relations.get(id)
    return relation?.isOutside && relation.target !== '' ? relation.target : null
  }

  function reference(
    all: ReadonlyMap<string, XmlElement>,
    home: NotePart | null,
    node: XmlElement,
    place: Place,
  ): void {
    const note = all.get(attr(node, 'id') ?? '')
    if (note === undefined || home === null || !fields.isShown) return
    homes.set(note, home)
    prose.text(markers.markerOf(note), place)
  }

  function drawing(node: XmlElement): void {
    const picture = pictureIn(node)
    const target = picture === null ? undefined : story.relations.get(picture.id)
    if (picture === null || target === undefined || target.isOutside) return
    const bytes = story.picture(target.target)
    if (bytes !== null) prose.builder.picture(picture.alt, bytes)
  }

  function table(node: XmlElement, place: Place, steps: Steps<Place>): void {
    if (place.inRow || place.inParagraph) {
      steps.into(node, place)
      return
    }
    prose.builder.endBlock()
    const { marker: _, level: __, ...plain } = place.shape
    const shape: BlockShape = { ...plain, table: prose.nextTable() }
    steps.into(node, { ...place, shape: place.shape.kind === 'footnote' ? place.shape : shape })
  }

  function row(node: XmlElement, place: Place, steps: Steps<Place>): void {
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
    prose.builder.endBlock()
    steps.after(() => prose.builder.endBlock())
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
