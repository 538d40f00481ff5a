// Walks an HTML tree in the order of the document and writes what is visible into a TextBuilder.
// Keeps its own stack: a page may nest ten thousand levels deep.
import { own } from '../../../shared/own.ts'
import type { BlockShape, TextBuilder } from '../text-builder.ts'
import { isCaption } from './captions.ts'
import { isHidden } from './chrome.ts'
import {
  attribute,
  blockTags,
  type Element,
  isElement,
  isText,
  type Node,
  neverText,
  type Parent,
  textOf,
} from './dom.ts'
import { imagesIn } from './images.ts'
import { isNote } from './notes.ts'
import { isDataRow, isHeaderRow } from './table.ts'

export interface WalkOptions {
  /** Why an element's text is the page's chrome; null for text of the article. */
  readonly whyChrome: (element: Element) => string | null
  /** The article's element: what is outside of it is chrome. Absent: nothing is outside. */
  readonly root?: Parent
  /** Passages of the article that stand outside of its element. */
  readonly also?: ReadonlySet<Element>
  /** The standfirst, whose block says so. */
  readonly standfirst?: Element | null
  /** Also what the page hides; for pages that show their text by script only. */
  readonly hiddenToo?: boolean
  /** Also what is written for those who cannot see or hear an element. */
  readonly fallbacks?: boolean
  /** The bytes of an `<img>` that is inside the file; null for one that is not. */
  readonly picture?: (img: Element) => Uint8Array | null
  /** The name of the document in the builder's anchors; one that stands alone has none. */
  readonly document?: string
  /** What blocks are where no element says more; a paragraph if not given. */
  readonly shape?: BlockShape
}

interface Place {
  readonly shape: BlockShape
  readonly pre: boolean
  /** Inside a row written as one block. */
  readonly inRow: boolean
  readonly depth: number
  /** Which table of the page it is in, from 0. */
  readonly table: number
}

/** Characters from which on words in a film or a recording say more than that it cannot be played. */
const tells = 120

/** Whether words stand in an element in place of what it shows: a description, a transcript. */
function isToldInWords(node: Element): boolean {
  if (node.tagName === 'object') return textOf(node, 40) !== ''
  if (node.tagName !== 'audio' && node.tagName !== 'video') return false
  return textOf(node, tells).length >= tells
}

type Step = { readonly node: Node; readonly place: Place } | { readonly leave: () => void }

const outside = 'Outside the article'

/** Writes all visible text below `top`. Linear in the size of the tree. */
export function walkHtml(top: Parent, builder: TextBuilder, options: WalkOptions): void {
  new HtmlWriter(builder, options).write(top)
}

class HtmlWriter {
  private readonly builder: TextBuilder
  private readonly options: WalkOptions
  private readonly steps: Step[] = []
  private tables = 0

  constructor(builder: TextBuilder, options: WalkOptions) {
    this.builder = builder
    this.options = options
  }

  write(top: Parent): void {
    const { options, steps } = this
    const inRoot = options.root === undefined || options.root === top
    const plain: BlockShape = options.shape ?? { kind: 'paragraph' }
    const shape: BlockShape = inRoot ? plain : { ...plain, furniture: true, why: outside }
    this.enter(top, { shape, pre: false, inRow: false, depth: 0, table: 0 })
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) step.leave()
      else this.visit(step.node, step.place)
    }
  }

  private enter(parent: Parent, place: Place): void {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) {
      const node = parent.childNodes[i]
      if (node !== undefined) this.steps.push({ node, place })
    }
  }

  private visit(node: Node, place: Place): void {
    if (isText(node)) {
      if (place.pre) this.builder.verbatim(node.value, place.shape)
      else this.builder.text(node.value, place.shape)
      return
    }
    if (!isElement(node)) return
    if (node.tagName === 'noscript') for (const img of imagesIn(node)) this.picture(img, place)
    if (neverText.has(node.tagName) && !(this.options.fallbacks === true && isToldInWords(node)))
      return
    if (isHidden(node) && this.options.hiddenToo !== true && !isFormula(node)) return
    this.element(node, place)
  }

  private element(node: Element, place: Place): void {
    const { tagName } = node
    if (tagName === 'br') {
      if (place.pre) this.builder.verbatim('\n', place.shape)
      else if (place.inRow) this.builder.cellBreak()
      else this.builder.lineBreak()
      return
    }
    if (tagName === 'wbr') return
    if (tagName === 'img') {
      this.picture(node, place)
      return
    }
    if (tagName === 'math') {
      this.builder.text(attribute(node, 'alttext') ?? textOf(node), place.shape)
      return
    }
    if (tagName === 'table') this.tables++
    const why = place.pre ? null : this.options.whyChrome(node)
    const isBlock = blockTags.has(tagName)
    const flows = place.inRow || !(isBlock || why !== null)
    if (flows) {
      if (place.inRow && (tagName === 'td' || tagName === 'th')) this.builder.cellBorder()
      else if (isBlock) {
        this.builder.cellBreak()
        this.steps.push({ leave: () => this.builder.cellBreak() })
      }
      this.anchor(node)
      this.inline(node, place)
      return
    }
    this.builder.endBlock()
    this.anchor(node)
    this.steps.push({ leave: () => this.builder.endBlock() })
    this.enter(node, this.placeIn(node, place, why))
  }

  private anchor(node: Element): void {
    const id = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : null)
    if (id !== null && id !== '') this.builder.anchor(`${this.options.document ?? ''}#${id}`)
  }

  private picture(node: Element, { shape }: Place): void {
    // A page's own pictures are logos and faces.
    if (shape.furniture === true) return
    const bytes = this.options.picture?.(node) ?? null
    if (bytes !== null) this.builder.picture(attribute(node, 'alt') ?? '', bytes)
  }

  private inline(node: Element, place: Place): void {
    const kind = own(spanKinds, node.tagName)
    const href = kind === 'link' ? attribute(node, 'href') : null
    if (kind !== undefined && (kind !== 'link' || href !== null)) {
      if (this.builder.openSpan(kind, href ?? undefined))
        this.steps.push({ leave: () => this.builder.closeSpan(kind) })
    }
    this.enter(node, place)
  }

  private placeIn(node: Element, place: Place, why: string | null): Place {
    const isRoot =
      node === this.options.root ||
      isLoose(node, this.options.root) ||
      this.options.also?.has(node) === true
    let { shape } = place
    if (isRoot) shape = { kind: shape.kind }
    if (why !== null && (shape.furniture !== true || shape.why === outside))
      shape = { ...shape, furniture: true, why }
    if (node === this.options.standfirst) {
      const { furniture: _, why: __, ...plain } = shape
      shape = { ...plain, role: 'subtitle' }
    }
    const isList = node.tagName === 'ul' || node.tagName === 'ol'
    const pre =
      place.pre || node.tagName === 'pre' || node.tagName === 'xmp' || node.tagName === 'listing'
    const inRow = !pre && isDataRow(node)
    const table = node.tagName === 'table' ? this.tables - 1 : place.table
    return {
      shape: inRow ? rowShape(node, shape, table) : shapeIn(node, shape, place.depth),
      pre,
      inRow,
      depth: place.depth + (isList ? 1 : 0),
      table,
    }
  }
}

function rowShape(row: Element, around: BlockShape, table: number): BlockShape {
  const { marker: _, level: __, ...plain } = around
  const shape: BlockShape = { ...plain, kind: 'table-row', table }
  return isHeaderRow(row) ? { ...shape, header: true } : shape
}

/** A formula kept for screen readers, while a picture of it is shown to others. */
const isFormula = (node: Element): boolean =>
  node.tagName === 'math' || node.childNodes.some((child) => child.nodeName === 'math')

/** A bare paragraph or heading right beside the article's element: markup that was closed too early. */
const isLoose = (node: Element, root: Parent | undefined): boolean =>
  root !== undefined &&
  'parentNode' in root &&
  node.attrs.length === 0 &&
  /^(?:p|blockquote|ul|ol|pre|h[2-6])$/.test(node.tagName) &&
  blockAround(node) === root.parentNode

/** The block around an element, past the inline elements that a parser puts between. */
function blockAround(node: Element): Parent | null {
  let around = node.parentNode
  for (let i = 0; i < 10 && around !== null; i++) {
    if (!('tagName' in around) || blockTags.has(around.tagName)) return around
    around = around.parentNode
  }
  return around
}

const spanKinds: Readonly<Record<string, 'emphasis' | 'strong' | 'code' | 'link' | undefined>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  a: 'link',
}

/** The shape of blocks in an element, from the shape around it. */
function shapeIn(node: Element, around: BlockShape, depth: number): BlockShape {
  const { marker: _, level: __, ...plain } = around
  const { tagName } = node
  if (isNote(node)) {
    const marker = tagName === 'li' ? markerOf(node) : null
    return { ...plain, kind: 'footnote', ...(marker === null ? {} : { marker }) }
  }
  if (/^h[1-6]$/.test(tagName)) return { ...plain, kind: 'heading', level: Number(tagName[1]) }
  if (isCaption(node)) return { ...plain, kind: 'caption' }
  switch (tagName) {
    case 'blockquote':
      return { ...plain, kind: 'quote' }
    case 'figcaption':
    case 'caption':
      return { ...plain, kind: 'caption' }
    case 'pre':
    case 'xmp':
    case 'listing':
      return { ...plain, kind: 'preformatted' }
    case 'li': {
      const marker = markerOf(node)
      return {
        ...plain,
        kind: 'list-item',
        level: Math.min(6, Math.max(1, depth)),
        ...(marker === null ? {} : { marker }),
      }
    }
    default:
      return around
  }
}

/** What a browser shows before an item: a bullet or its number. */
function markerOf(item: Element): string | null {
  const list = item.parentNode
  if (list === null || !('tagName' in list)) return '•'
  if (list.tagName !== 'ol') return '•'
  return `${orderIn(list).get(item) ?? 1}.`
}

const orders = new WeakMap<Element, ReadonlyMap<Element, number>>()

/** Numbers of all items of a list, counted once for the list. */
function orderIn(list: Element): ReadonlyMap<Element, number> {
  const known = orders.get(list)
  if (known !== undefined) return known
  const order = new Map<Element, number>()
  let number = wholeNumber(attribute(list, 'start')) ?? 1
  for (const child of list.childNodes) {
    if (!isElement(child) || child.tagName !== 'li') continue
    number = wholeNumber(attribute(child, 'value')) ?? number
    order.set(child, number++)
  }
  orders.set(list, order)
  return order
}

const wholeNumber = (value: string | null): number | null =>
  value !== null && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null
