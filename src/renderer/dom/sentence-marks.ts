// The marks of one block's sentences, measured once and placed beside it; the ground under a sentence
// is drawn from the same measures.
import { groundPath } from './ground-path.ts'
import { linesOf, stretches, type TextLine } from './sentence-lines.ts'
import type { TextMap } from './text-offsets.ts'
import type { TextRange } from './text-range.ts'

interface SentenceMark {
  readonly tier: 'certain' | 'sure' | 'possible'
  /** "2/3" */
  readonly count: string
}

/** What is marked in a text. */
export interface LayerContent {
  /** In the order of the text; they do not overlap. */
  readonly sentences: readonly TextRange[]
  markOf(sentence: number): SentenceMark | null
}

/** The text's column. Pixels from the scroller's left edge; `top` from the beginning of what it scrolls. */
export interface Column {
  /** The scroller's left edge in the window. */
  readonly origin: number
  readonly left: number
  readonly right: number
  /** Of the block. */
  readonly top: number
}

export interface DrawnBlock {
  readonly element: HTMLElement
  /** To be put into the layer; stands at the block's height. */
  readonly root: HTMLElement
  /** As it was measured. */
  readonly width: number
  readonly height: number
  readonly top: number
  moveTo(top: number): void
  /** Grounds under those of these sentences that stand in this block. */
  light(sentences: readonly number[], inHand: number | null): void
}

/** A sentence where it was measured, in pixels from the scroller's left and the block's top. */
interface Measured {
  readonly sentence: number
  readonly lines: readonly TextLine[]
}

/** How far from the text a mark stands and the ground reaches. Pixels. */
const markGap = 13
const markWidth = 3
const reach = 5
const radius = 7
/** Between the marks of sentences that follow each other. */
const between = 1.5
const countHeight = 11
const countWidth = 18
const countGap = 6

/** Measures and draws; writes nothing into the page. */
export function drawBlock(
  map: TextMap,
  element: HTMLElement,
  rect: DOMRect,
  content: LayerContent,
  column: Column,
): DrawnBlock {
  const document = element.ownerDocument
  const range = map.blockRange(Number(element.dataset.block)) ?? { start: 0, end: 0 }
  const { lineHeight, fontSize, direction } = getComputedStyle(element)
  const height = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.3
  const rtl = direction === 'rtl'
  const measured: Measured[] = sentencesIn(content.sentences, range).map((sentence) => ({
    sentence,
    lines: linesOf(map, content.sentences[sentence] ?? range, height).map((line) => ({
      top: line.top - rect.top,
      bottom: line.bottom - rect.top,
      left: line.left - column.origin,
      right: line.right - column.origin,
    })),
  }))
  const root = document.createElement('div')
  root.className = 'sentence-marks'
  root.dir = rtl ? 'rtl' : 'ltr'
  root.style.top = `${column.top}px`
  let top = column.top
  putMarks(root, measured, content, column, rtl)

  return {
    element,
    root,
    width: rect.width,
    height: rect.height,
    get top() {
      return top
    },
    moveTo(next: number) {
      top = next
      root.style.top = `${next}px`
    },
    light(sentences: readonly number[], inHand: number | null) {
      for (const ground of root.querySelectorAll('.sentence-ground')) ground.remove()
      for (const { sentence, lines } of measured) {
        if (!sentences.includes(sentence) || lines.length === 0) continue
        const whole = content.sentences[sentence] ?? range
        const shape = isRow(element)
          ? lines.map((line) => ({ ...line, left: line.left - reach, right: line.right + reach }))
          : widen(lines, column, rtl, whole.start <= range.start, whole.end >= range.end)
        root.prepend(groundElement(document, shape, sentence === inHand))
      }
    },
  }
}

/** Puts into the block's root a mark for each sentence that has one, and its count where it begins. */
function putMarks(
  root: HTMLElement,
  measured: readonly Measured[],
  content: LayerContent,
  column: Column,
  rtl: boolean,
): void {
  const along = stretches(measured.map(({ lines }) => lines))
  const gap = Math.min(markGap, column.left - 4)
  const markLeft = rtl ? column.right + gap - markWidth : column.left - gap
  /** Down to here counts stand already. */
  let counted = Number.NEGATIVE_INFINITY
  measured.forEach(({ sentence, lines }, index) => {
    const mark = content.markOf(sentence)
    const stretch = along[index]
    const first = lines[0]
    if (!mark || !stretch || !first) return
    const length = stretch.bottom - stretch.top - 2 * between
    add(
      root,
      'sentence-mark',
      `top:${px(stretch.top + between)};left:${px(markLeft)};height:${px(length)}`,
    ).dataset.tier = mark.tier
    const at = Math.max(first.top + 2, counted)
    counted = at + countHeight
    const room = Math.max(0, Math.min(countGap, column.left - countWidth))
    const side = rtl
      ? `right:calc(100% - ${px(column.left - room)})`
      : `left:${px(column.right + countGap)}`
    add(root, 'sentence-count', `top:${px(at)};${side}`).dataset.count = mark.count
  })
}

function add(root: HTMLElement, className: string, style: string): HTMLElement {
  const child = root.ownerDocument.createElement('i')
  child.className = className
  child.style.cssText = style
  root.append(child)
  return child
}

const isRow = (element: HTMLElement): boolean => element.classList.contains('row')

const px = (value: number): string => `${Math.round(value * 10) / 10}px`

/** Sentences that begin in a range, by halving. */
function sentencesIn(sentences: readonly TextRange[], { start, end }: TextRange): number[] {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let index = low; (sentences[index]?.start ?? end) < end; index++) found.push(index)
  return found
}

/** Lines as a reader sees a passage: to the edges of the column wherever it goes on. */
function widen(
  lines: readonly TextLine[],
  column: Column,
  rtl: boolean,
  fromStart: boolean,
  toEnd: boolean,
): TextLine[] {
  const outerLeft = column.left - reach
  const outerRight = column.right + reach
  return lines.map((line, index) => {
    const whole = { begins: index > 0 || fromStart, ends: index < lines.length - 1 || toEnd }
    const [leftWhole, rightWhole] = rtl ? [whole.ends, whole.begins] : [whole.begins, whole.ends]
    return {
      top: index === 0 && fromStart ? line.top - 3 : line.top,
      bottom: index === lines.length - 1 && toEnd ? line.bottom + 3 : line.bottom,
      left: leftWhole ? outerLeft : line.left - 3,
      right: rightWhole ? outerRight : line.right + 3,
    }
  })
}

const svgSpace = 'http://www.w3.org/2000/svg'

function groundElement(
  document: Document,
  lines: readonly TextLine[],
  inHand: boolean,
): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, 'svg')
  svg.setAttribute('class', 'sentence-ground')
  if (inHand) svg.dataset.inHand = ''
  const path = document.createElementNS(svgSpace, 'path')
  path.setAttribute('d', groundPath(lines, radius))
  svg.append(path)
  return svg
}
