// Articles to put into a page, and a page to put them into.
import '../../../src/renderer/dom/article.css'
import '../../../src/renderer/dom/highlight.css'
import fc from 'fast-check'
import { onTestFinished } from 'vitest'
import { type ArticleText, buildArticle } from '../../../src/renderer/dom/build-article.ts'
import { createTextMap, type TextMap } from '../../../src/renderer/dom/text-offsets.ts'
import {
  type Block,
  blockKinds,
  type InlineSpan,
  type Picture,
} from '../../../src/shared/model/article.ts'
import { colors } from '../../../src/shared/model/color.ts'

type BlockExtra = Partial<Omit<Block, 'start' | 'end'>>
export type Piece = string | (BlockExtra & { readonly text: string })

/** Blocks one after the other, separated by an empty line; paragraphs unless they say otherwise. */
export function articleOf(
  pieces: readonly Piece[],
  spans: readonly InlineSpan[] = [],
): ArticleText {
  let text = ''
  const blocks = pieces.map((piece, index): Block => {
    const { text: content, ...extra } = typeof piece === 'string' ? { text: piece } : piece
    const start = text.length
    text += content + (index < pieces.length - 1 ? '\n\n' : '')
    return { kind: 'paragraph', ...extra, start, end: text.length }
  })
  return { text, blocks, spans }
}

export const words = (count: number, word = 'word'): string =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ')

export interface Page {
  readonly host: HTMLElement
  readonly scroller: HTMLElement
  readonly map: TextMap
  /** Takes it from the page; done at the end of the test anyway. */
  close(): void
}

/** The article in a scroller of 400 × 300 px, monospaced, lines of 24 px; other text before and after. */
export function openArticle(article: ArticleText): Page {
  const scroller = document.createElement('div')
  scroller.style.cssText =
    'position:relative;width:400px;height:300px;overflow:auto;font:16px/24px monospace'
  const host = document.createElement('article')
  host.tabIndex = 0
  scroller.append(host)
  const before = document.createElement('p')
  before.textContent = 'Text of another pane, before.'
  const after = document.createElement('p')
  after.textContent = 'Text of another pane, after.'
  document.body.append(before, scroller, after)
  const close = (): void => {
    document.getSelection()?.removeAllRanges()
    for (const element of [before, scroller, after]) element.remove()
  }
  onTestFinished(close)
  buildArticle(host, article)
  return { host, scroller, map: createTextMap(host, article), close }
}

export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

const nasty = fc.constantFrom(
  'plain words',
  '<b>&amp;',
  '<script>alert(1)</script>',
  '</p><mark class="highlight">',
  '😀👩‍👩‍👧',
  'é̂ ñ',
  'שלום עולם',
  'مرحبا 12',
  '漢字かな',
  'a\u00a0b',
  '\u200b',
  '\u2028',
  '\r',
  '\0',
  '\n',
  ' ',
  'x',
)
const content = fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join(''))
const separator = fc.constantFrom('', ' ', '\n', '\n\n', '\n \u00a0\n', '\t\ufeff\n\n')

const extra = fc.record(
  {
    kind: fc.constantFrom(...blockKinds),
    level: fc.integer({ min: 1, max: 6 }),
    furniture: fc.constant(true as const),
    why: fc.constantFrom('A list of links', '"><img src=x onerror=alert(1)>'),
    breaks: fc.constant(true as const),
    marker: fc.constantFrom('•', '3.', '"<i>', '[1]', '(2)'),
    table: fc.nat(1),
    header: fc.constant(true as const),
  },
  { requiredKeys: ['kind'] },
)

const range = (length: number) =>
  fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

/** A block's cells, wherever their borders fall; some empty, some leaving text between them. */
const withCells = (block: Block) =>
  block.kind !== 'table-row'
    ? fc.constant(block)
    : fc
        .array(fc.integer({ min: block.start, max: block.end }), { maxLength: 8 })
        .map((borders) => {
          const sorted = borders.sort((a, b) => a - b)
          const cells = sorted.flatMap((start, index) =>
            index % 2 === 0 ? [{ start, end: sorted[index + 1] ?? start }] : [],
          )
          return { ...block, cells }
        })

const pictureAt = (offset: number): fc.Arbitrary<Picture> =>
  fc.record({
    offset: fc.constant(offset),
    alt: fc.constantFrom('', 'A bridge', '"><script>'),
    mime: fc.constant('image/png'),
    width: fc.integer({ min: 1, max: 4000 }),
    height: fc.integer({ min: 1, max: 4000 }),
  })

const spanKinds = ['emphasis', 'strong', 'code', 'link'] as const

/** Any article: blocks of every kind, blank ones among them, and inline spans wherever. */
export const anyArticle: fc.Arbitrary<ArticleText> = fc
  .array(fc.tuple(separator, content, separator, extra), { maxLength: 12 })
  .chain((parts) => {
    let text = ''
    const blocks: Block[] = []
    for (const [before, inner, after, fields] of parts) {
      const start = text.length
      text += before + inner + after
      if (text.length > start) blocks.push({ ...fields, start, end: text.length })
    }
    const span = fc
      .tuple(range(text.length), fc.constantFrom(...spanKinds))
      .map(([place, kind]): InlineSpan => ({ ...place, kind, href: 'javascript:alert(1)' }))
    const places = [...blocks.map(({ start }) => start), text.length]
    return fc.record({
      text: fc.constant(text),
      blocks: fc.tuple(...blocks.map(withCells)),
      spans: fc.array(span, { maxLength: 6 }),
      pictures: fc.array(fc.constantFrom(...places).chain(pictureAt), { maxLength: 4 }),
    })
  })

/** Annotations anywhere in a text, overlapping, some of white space alone, some empty. */
export const annotationsIn = (length: number) =>
  fc
    .array(fc.tuple(range(length), fc.constantFrom(...colors)), { maxLength: 6 })
    .map((list) => list.map(([place, color], index) => ({ id: `a${index}`, ...place, color })))
