// Writes the text of an OpenDocument text: paragraphs, lists, tables, frames, and notes at the end
// (ODF 1.3, part 3). Deletions that are kept for review and comments are not text.
import { formatNumber, type NumberStyle } from '../office/numbers.ts'
import { Notes, type Place, Prose, topPlace } from '../office/prose.ts'
import { isDataRow } from '../office/rows.ts'
import type { BlockShape } from '../text-builder.ts'
import { attr, childOf, childrenOf, textIn, type XmlElement, type XmlNode } from '../xml/tree.ts'
import { type Steps, walkXml } from '../xml/walk.ts'
import type { ParagraphStyle, Styles } from './styles.ts'

export interface Story {
  readonly styles: Styles
  /** The bytes of a `draw:image`; null without them. */
  readonly picture: (image: XmlElement) => Uint8Array | null
}

/** Where a list stands: its style is that of the list around it unless it has its own. */
interface ListPlace {
  readonly style: string | null
  readonly level: number
  count: number
}

interface OdtPlace extends Place {
  readonly list: ListPlace | null
  /** The marker that the item's first paragraph takes. */
  readonly item: BlockShape | null
}

const skipped: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'forms',
  'event-listeners',
  'note-citation',
  'title',
  'desc',
  'soft-page-break',
  'hidden-paragraph',
  'table-source',
  'index-title-template',
  'table-of-content-source',
  'binary-data',
  'covered-table-cell',
  'image-map',
  'scripts',
  'dde-source',
  'creator',
  'object',
  'math',
])

/** Writes a document's text, then its notes in the order of their references. */
export function writeBody(
  body: XmlElement,
  story: Story,
): { readonly prose: Prose; readonly title: string | null } {
  const writer = new OdtWriter(story)
  writer.write(body)
  return { prose: writer.prose, title: writer.title }
}

const top: OdtPlace = { ...topPlace, list: null, item: null }

class OdtWriter {
  readonly prose = new Prose()
  /** As a style says it; null where none does. */
  title: string | null = null
  private readonly notes = new Notes<XmlElement>()
  private readonly styles: Styles
  private readonly picture: Story['picture']

  constructor({ styles, picture }: Story) {
    this.styles = styles
    this.picture = picture
  }

  write(body: XmlElement): void {
    const visit = this.visit.bind(this)
    walkXml(body.children, top, visit)
    for (const { note, shape } of this.notes.inOrder()) {
      const inNote = childOf(note, 'note-body')?.children ?? []
      walkXml(inNote, { ...top, shape, boxes: [] }, visit)
    }
  }

  private visit(node: XmlNode, place: OdtPlace, steps: Steps<OdtPlace>): void {
    if (typeof node === 'string') {
      // Spaces that count are elements of their own.
      if (place.inParagraph) this.prose.text(node.replace(/[\t\n\r ]+/g, ' '), place)
      return
    }
    if (skipped.has(node.name)) return
    switch (node.name) {
      case 'p':
      case 'h':
        if (place.inParagraph) steps.into(node, place)
        else this.paragraph(node, place, steps)
        return
      case 'span':
        this.span(node, place, steps)
        return
      case 's':
        this.prose.text(
          place.shape.kind === 'preformatted' ? ' '.repeat(spacesIn(node)) : ' ',
          place,
        )
        return
      case 'tab':
        this.prose.text(place.shape.kind === 'preformatted' ? '\t' : ' ', place)
        return
      case 'line-break':
        this.prose.lineBreak(place)
        return
      case 'a':
        this.link(attr(node, 'href'), node, place, steps)
        return
      case 'note':
        this.prose.text(this.notes.markerOf(node), place)
        return
      case 'ruby-text':
        this.prose.text('(', place)
        steps.after(() => this.prose.text(')', place))
        steps.into(node, place)
        return
      case 'list':
        this.list(node, place, steps)
        return
      case 'list-item':
      case 'list-header':
        this.listItem(node, place, steps)
        return
      case 'frame':
        this.frame(node, place, steps)
        return
      case 'text-box':
      case 'custom-shape':
        if (place.inParagraph) for (const child of node.children) place.boxes.push(child)
        else steps.into(node, place)
        return
      case 'table':
        this.table(node, place, steps)
        return
      case 'table-row':
        this.row(node, place, steps)
        return
      case 'table-header-rows':
        steps.into(node, { ...place, shape: { ...place.shape, header: true } })
        return
      case 'table-cell':
        if (place.inRow) this.prose.builder.cellBorder()
        steps.into(node, place)
        return
      case 'table-of-content':
        steps.into(node, {
          ...place,
          shape: { ...place.shape, furniture: true, why: 'Table of contents' },
        })
        return
      default:
        steps.into(node, place)
    }
  }

  private paragraph(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    const style = this.styles.paragraph(attr(node, 'style-name'))
    const shape = place.shape.kind === 'footnote' ? place.shape : this.shapeOf(node, place, style)
    const look = shape.kind === 'heading' ? topPlace.look : style
    const inside: OdtPlace = {
      ...place,
      ...this.prose.beginParagraph(place, shape),
      look,
      item: null,
    }
    steps.after(() => {
      this.prose.endParagraph(inside)
      if (inside.boxes.length > 0) steps.visit(inside.boxes, { ...place, boxes: [] })
    })
    steps.into(node, inside)
  }

  private shapeOf(
    node: XmlElement,
    { shape, item, inRow }: OdtPlace,
    { kind, headingLevel }: ParagraphStyle,
  ): BlockShape {
    const { header: _, ...plain } = shape
    if (kind === 'title') {
      this.title ??= textIn(node).slice(0, 500)
      return { ...plain, kind: 'heading', level: 1 }
    }
    if (node.name === 'h') {
      const level = Number(/^\d{1,2}$/.exec(attr(node, 'outline-level') ?? '')?.[0] ?? 1)
      return { ...plain, kind: 'heading', level: Math.min(6, Math.max(1, level)) }
    }
    if (inRow) return shape
    if (item !== null) return item
    if (headingLevel !== null) return { ...plain, kind: 'heading', level: headingLevel }
    return kind === null ? plain : { ...plain, kind }
  }

  private span(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    if (place.shape.kind === 'heading') {
      steps.into(node, place)
      return
    }
    const own = this.styles.run(attr(node, 'style-name'))
    steps.into(node, {
      ...place,
      look: {
        strong: own.strong ?? place.look.strong,
        emphasis: own.emphasis ?? place.look.emphasis,
      },
    })
  }

  private link(href: string | null, node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>) {
    const isOutside = href !== null && /^[a-z][a-z\d+.-]*:/i.test(href)
    if (isOutside && this.prose.openLink(href)) steps.after(() => this.prose.closeLink())
    steps.into(node, place)
  }

  private list(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    const style = attr(node, 'style-name') ?? place.list?.style ?? null
    const level = (place.list?.level ?? 0) + 1
    const start = this.styles.list(style, level)?.start ?? 1
    steps.into(node, { ...place, list: { style, level, count: start - 1 } })
  }

  private listItem(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    const { list } = place
    if (list === null || place.shape.kind === 'footnote' || place.inRow) {
      steps.into(node, place)
      return
    }
    const { header: _, ...plain } = place.shape
    const shape: BlockShape = { ...plain, kind: 'list-item', level: Math.min(6, list.level) }
    if (node.name === 'list-header') {
      steps.into(node, { ...place, item: shape })
      return
    }
    const said = /^\d{1,6}$/.exec(attr(node, 'start-value') ?? '')?.[0]
    list.count = said === undefined ? list.count + 1 : Number(said)
    const marker = markerOf(this.styles.list(list.style, list.level), list.count)
    steps.into(node, { ...place, item: marker === null ? shape : { ...shape, marker } })
  }

  private frame(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    // The first of several is the best; the others are for programs that do not know it.
    for (const image of childrenOf(node, 'image')) {
      const bytes = this.picture(image)
      if (bytes === null) continue
      const alt = textIn(childOf(node, 'desc')) || textIn(childOf(node, 'title'))
      this.prose.builder.picture(alt, bytes)
      break
    }
    steps.visit(
      childrenOf(node).filter(({ name }) => name !== 'image'),
      place,
    )
  }

  private table(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    if (place.inRow || place.inParagraph || place.shape.kind === 'footnote') {
      steps.into(node, place)
      return
    }
    this.prose.builder.endBlock()
    steps.into(node, {
      ...place,
      shape: { ...place.shape, table: this.prose.nextTable() },
      list: null,
      item: null,
    })
  }

  private row(node: XmlElement, place: OdtPlace, steps: Steps<OdtPlace>): void {
    const cells = childrenOf(node, 'table-cell')
    const isNote = place.shape.kind === 'footnote'
    if (place.inRow || place.inParagraph || isNote || !isDataRow(cells, 'p', 'table')) {
      const { table: _, header: __, ...shape } = place.shape
      steps.into(node, { ...place, shape: isNote ? place.shape : shape })
      return
    }
    const shape: BlockShape = { ...place.shape, kind: 'table-row' }
    this.prose.builder.endBlock()
    steps.after(() => this.prose.builder.endBlock())
    steps.visit(cells, { ...place, shape, inRow: true })
  }
}

const spacesIn = (node: XmlElement): number =>
  Math.min(100, Number(/^\d{1,3}$/.exec(attr(node, 'c') ?? '')?.[0] ?? 1))

const numberStyles: ReadonlySet<string> = new Set(['1', 'a', 'A', 'i', 'I'])

function markerOf(level: ReturnType<Styles['list']>, count: number): string | null {
  if (level === null || level.format === null) return '•'
  if (level.format === '') return null
  const style = numberStyles.has(level.format) ? (level.format as NumberStyle) : '1'
  return `${level.before}${formatNumber(count, style)}${level.after}`.trim().slice(0, 40)
}
