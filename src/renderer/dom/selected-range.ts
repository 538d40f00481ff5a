// What of an article the reader has selected, as they mean it: without what cannot be seen.
import type { Block } from '../../shared/model/article.ts'
import { blockIndexAt } from '../../shared/text/blocks.ts'
import type { OffsetText } from './block-places.ts'
import { offsetOfPoint } from './offset-of-point.ts'
import type { TextRange } from './text-range.ts'

/**
 * What is selected, without white space at its ends. Null if nothing is, only white space is, or text
 * outside the host is selected too.
 */
export function selectedRange(
  host: HTMLElement,
  article: OffsetText,
  selection: Selection | null,
): TextRange | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(host)) return null
  const { text, blocks } = article
  let start = edgeOffset(host, text, range, 'start')
  let end = edgeOffset(host, text, range, 'end')
  if (start === null || end === null) return null
  start = cellFrom(blocks, start)
  end = cellUpTo(blocks, end)
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  return end > start ? { start, end } : null
}

/** What separates cells is not seen, so nobody means to select from it on … */
function cellFrom(blocks: readonly Block[], offset: number): number {
  const cells = blocks[blockIndexAt(blocks, offset)]?.cells
  const next = cells?.find(({ start, end }) => end > start && end > offset)
  return next && next.start > offset ? next.start : offset
}

/** … or up to it. */
function cellUpTo(blocks: readonly Block[], offset: number): number {
  const cells = blocks[blockIndexAt(blocks, Math.max(0, offset - 1))]?.cells
  const last = cells?.findLast(({ start, end }) => end > start && start < offset)
  return last && last.end < offset ? last.end : offset
}

/** A triple click on the last paragraph ends beyond it: that is allowed where no text is between. */
function edgeOffset(
  host: HTMLElement,
  text: string,
  range: Range,
  side: 'start' | 'end',
): number | null {
  const atStart = side === 'start'
  const node = atStart ? range.startContainer : range.endContainer
  const offset = offsetOfPoint(host, node, atStart ? range.startOffset : range.endOffset)
  if (offset !== null) return offset
  const outside = range.cloneRange()
  if (atStart) outside.setEndBefore(host)
  else outside.setStartAfter(host)
  if (outside.toString().trim() !== '') return null
  return atStart ? 0 : text.length
}

const isBlank = (text: string, index: number): boolean => /\s/.test(text.charAt(index))
