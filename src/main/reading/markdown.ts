// Markdown (CommonMark with GitHub's additions). The canonical text is what a reader of the rendered
// page would see; the marks of the syntax are gone.

import type { FootnoteDefinition, Nodes, Parents, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { parseFragment } from 'parse5'
import type { InlineSpan, Warning } from '../../shared/model/article.ts'
import { own } from '../../shared/own.ts'
import { dataUriPicture } from './data-uri.ts'
import type { Draft } from './draft.ts'
import { frontMatterMeta } from './front-matter.ts'
import { walkHtml } from './html/walk.ts'
import { loadText } from './text.ts'
import { type BlockShape, TextBuilder } from './text-builder.ts'

interface Place {
  readonly shape: BlockShape
  readonly depth: number
}

interface PictureNode {
  readonly url: string
  readonly alt?: string | null | undefined
}

type Step = { readonly node: Nodes; readonly place: Place } | { readonly leave: () => void }

/** In UTF-16 code units. The parser needs some three seconds for a million of them. */
const longest = 1_000_000
const tooLong: Warning = {
  code: 'long-markdown',
  message: 'The file is too long for its Markdown to be read; it is shown as plain text.',
}

// Without its transforms, which recurse; all they add is links for bare addresses in odd places.
const flatGfm = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))

/** Reads decoded Markdown. Never recurses into the tree. */
export function loadMarkdown(markdown: string): Draft {
  if (markdown.length > longest) return { ...loadText(markdown), warnings: [tooLong] }
  const tree = fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [...flatGfm, frontmatterFromMarkdown(['yaml'])],
  })
  const builder = new TextBuilder()
  const warnings: Warning[] = []
  const front = tree.children.find((node) => node.type === 'yaml')
  const { meta, warning } = frontMatterMeta(front?.type === 'yaml' ? front.value : '')
  if (warning !== null) warnings.push(warning)
  new MarkdownWriter(builder, definitionsOf(tree)).write(tree)
  const text = builder.finish()
  const { blocks, spans, pictures } = builder
  return { text, blocks, spans, pictures, meta, warnings }
}

class MarkdownWriter {
  private readonly builder: TextBuilder
  private readonly links: Definitions['links']
  private readonly numbers: Definitions['numbers']
  private readonly notes: Definitions['notes']
  private readonly steps: Step[] = []
  /** Name of the raw element whose content is not shown, such as an inline <style>. */
  private unshown: string | null = null
  private tables = 0
  /** Inline runs that raw HTML opened and has not closed. */
  private readonly openTags: InlineSpan['kind'][] = []

  constructor(builder: TextBuilder, { links, numbers, notes }: Definitions) {
    this.builder = builder
    this.links = links
    this.numbers = numbers
    this.notes = notes
  }

  /** Writes the tree's text, then its footnotes. */
  write(tree: Nodes): void {
    const { steps } = this
    steps.push({ node: tree, place: { shape: { kind: 'paragraph' }, depth: 0 } })
    for (const { identifier, children } of this.notes)
      steps.unshift({ node: { type: 'root', children }, place: this.notePlace(identifier) })
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) step.leave()
      else this.visit(step.node, step.place)
    }
  }

  private notePlace(identifier: string): Place {
    const marker = `[${this.numbers.get(identifier) ?? '*'}]`
    return { shape: { kind: 'footnote', marker }, depth: 0 }
  }

  private enter(parent: Parents, place: Place): void {
    for (let i = parent.children.length - 1; i >= 0; i--) {
      const node = parent.children[i]
      if (node !== undefined) this.steps.push({ node, place })
    }
  }

  private block(parent: Parents, place: Place): void {
    this.builder.endBlock()
    this.unshown = null
    this.steps.push({ leave: () => this.endOf() })
    this.enter(parent, place)
  }

  /** Ends a block, and with it what raw HTML in it left open. */
  private endOf(): void {
    this.builder.endBlock()
    for (const kind of this.openTags) this.builder.closeSpan(kind)
    this.openTags.length = 0
  }

  private span(
    kind: 'emphasis' | 'strong' | 'link',
    parent: Parents,
    place: Place,
    href?: string,
  ): void {
    if (this.builder.openSpan(kind, href))
      this.steps.push({ leave: () => this.builder.closeSpan(kind) })
    this.enter(parent, place)
  }

  private put(text: string, shape: BlockShape): void {
    if (this.unshown === null) this.builder.text(text, shape)
  }

  private visit(node: Nodes, place: Place): void {
    const { shape, depth } = place
    switch (node.type) {
      case 'text':
        this.put(node.value, shape)
        return
      case 'inlineCode':
        if (this.builder.openSpan('code'))
          this.steps.push({ leave: () => this.builder.closeSpan('code') })
        this.put(node.value, shape)
        return
      case 'break':
        this.builder.lineBreak()
        return
      case 'emphasis':
      case 'strong':
        this.span(node.type, node, place)
        return
      case 'link':
        this.span('link', node, place, node.url)
        return
      case 'linkReference':
        this.span('link', node, place, this.links.get(node.identifier))
        return
      case 'image':
        this.picture(node, shape)
        return
      case 'imageReference':
        this.picture({ url: this.links.get(node.identifier) ?? '', alt: node.alt ?? '' }, shape)
        return
      case 'footnoteReference':
        this.put(`[${this.numbers.get(node.identifier) ?? '*'}]`, shape)
        return
      case 'heading':
        this.block(node, { ...place, shape: { kind: 'heading', level: node.depth } })
        return
      case 'blockquote':
        this.block(node, { ...place, shape: { kind: 'quote' } })
        return
      case 'list':
        this.list(node, place)
        return
      case 'table':
        this.rows(node, place)
        return
      case 'tableCell':
        this.builder.cellBorder()
        this.enter(node, place)
        return
      case 'code':
        this.builder.endBlock()
        this.builder.verbatim(node.value, { kind: 'preformatted' })
        this.builder.endBlock()
        return
      case 'html':
        this.html(node.value, place)
        return
      case 'root':
      case 'delete':
        this.enter(node, place)
        return
      case 'paragraph':
        this.block(node, isPicture(node) ? { depth, shape: { kind: 'caption' } } : place)
        return
      case 'tableRow':
      case 'listItem':
        this.block(node, { shape, depth })
        return
      case 'thematicBreak':
        this.builder.endBlock()
        return
      case 'yaml':
      case 'definition':
      case 'footnoteDefinition':
        return
    }
  }

  /** A picture in the file is shown; of one that is elsewhere its words are. */
  private picture({ url, alt }: PictureNode, shape: BlockShape): void {
    const bytes = dataUriPicture(url)
    if (bytes === null) this.put(alt ?? '', shape)
    else this.builder.picture(alt ?? '', bytes)
  }

  private list(node: Extract<Nodes, { type: 'list' }>, place: Place): void {
    this.builder.endBlock()
    const depth = place.depth + 1
    const first = node.start ?? 1
    for (let i = node.children.length - 1; i >= 0; i--) {
      const item = node.children[i]
      const marker = markerOf(node.ordered === true ? first + i : null, item?.checked)
      const shape: BlockShape = { kind: 'list-item', level: Math.min(6, depth), marker }
      if (item !== undefined) this.steps.push({ node: item, place: { shape, depth } })
    }
  }

  private rows(node: Extract<Nodes, { type: 'table' }>, place: Place): void {
    this.builder.endBlock()
    this.steps.push({ leave: () => this.builder.endBlock() })
    const table = this.tables++
    for (let i = node.children.length - 1; i >= 0; i--) {
      const row = node.children[i]
      const shape: BlockShape = { kind: 'table-row', table, ...(i === 0 && { header: true }) }
      if (row !== undefined) this.steps.push({ node: row, place: { shape, depth: place.depth } })
    }
  }

  private html(value: string, place: Place): void {
    const tag = /^<(\/?)([a-z][\w-]*)/i.exec(value)
    const name = tag?.[2]?.toLowerCase()
    if (this.unshown !== null) {
      if (tag?.[1] === '/' && name === this.unshown) this.unshown = null
      return
    }
    if (name === 'br') {
      this.builder.lineBreak()
      return
    }
    if (
      /^<(?:script|style|template|svg|iframe|noscript)\b[^>]*>$/i.test(value) &&
      name !== undefined
    ) {
      this.unshown = name
      return
    }
    if (this.inlineTag(value, tag?.[1] === '/', name) || /^<[^>]*>$/.test(value)) return
    walkHtml(parseFragment(value), this.builder, { whyChrome: () => null, shape: place.shape })
  }

  /** Raw HTML within a line that opens or closes an inline run. */
  private inlineTag(value: string, closes: boolean, name: string | undefined): boolean {
    const kind = name === undefined ? undefined : own(inlineKinds, name)
    if (kind === undefined || !/^<[^>]*>$/.test(value)) return false
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(value)
    if (closes) {
      const at = this.openTags.lastIndexOf(kind)
      if (at !== -1) {
        this.openTags.splice(at, 1)
        this.builder.closeSpan(kind)
      }
    } else if (this.builder.openSpan(kind, href?.[1] ?? href?.[2])) this.openTags.push(kind)
    return true
  }
}

const inlineKinds: Readonly<Record<string, InlineSpan['kind'] | undefined>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  a: 'link',
}

/** What stands before an item: its number, a box to tick, or a bullet. */
function markerOf(number: number | null, checked: boolean | null | undefined): string {
  if (checked === true) return '☑'
  if (checked === false) return '☐'
  return number === null ? '•' : `${number}.`
}

/** A picture that stands alone, with or without a link around it: its words are a caption. */
function isPicture(paragraph: Parents): boolean {
  const [only, ...others] = paragraph.children
  if (only === undefined || others.length > 0) return false
  return /^image/.test(only.type) || (only.type === 'link' && isPicture(only))
}

interface Definitions {
  /** The addresses that reference links point to. */
  readonly links: ReadonlyMap<string, string>
  /** Footnotes in the order of their numbers. */
  readonly notes: readonly FootnoteDefinition[]
  /** Of each footnote, from 1 in the order in which the text refers to them; the rest follow. */
  readonly numbers: ReadonlyMap<string, number>
}

function definitionsOf(tree: Nodes): Definitions {
  const links = new Map<string, string>()
  const notes = new Map<string, FootnoteDefinition>()
  const references = new Set<string>()
  const stack: (Nodes | RootContent)[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !links.has(node.identifier))
      links.set(node.identifier, node.url)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, node)
    if (node.type === 'footnoteReference') references.add(node.identifier)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child !== undefined) stack.push(child)
      }
  }
  const order = [...new Set([...references, ...notes.keys()])].filter((id) => notes.has(id))
  const numbers = new Map(order.map((id, i) => [id, i + 1]))
  return { links, numbers, notes: order.flatMap((id) => notes.get(id) ?? []) }
}
