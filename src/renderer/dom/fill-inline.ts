// Puts a block's text with its emphasis, code and links into the block's element.
import { clip, flatten } from '../../shared/text/spans.ts'
import type { ShownSpan } from './footnotes.ts'

/**
 * Appends `text` from `start` to `end`, inline spans as elements. Spans may nest, overlap and reach
 * beyond the block; one that is crossed by a longer one is continued in a second element.
 */
export function fillInline(
  element: HTMLElement,
  text: string,
  start: number,
  end: number,
  spans: readonly ShownSpan[],
): void {
  let at = start
  /** The elements that are open, outermost first, by the id of their span. */
  const open: { readonly id: string; readonly element: HTMLElement }[] = []
  const writeUpTo = (offset: number): void => {
    if (offset > at) (open.at(-1)?.element ?? element).append(text.slice(at, offset))
    at = offset
  }
  const ranges = spans.map((span, index) => ({
    start: span.start,
    end: span.end,
    id: String(index),
  }))
  for (const segment of clip(flatten(ranges), start, end)) {
    if (segment.start > at) open.length = 0
    writeUpTo(segment.start)
    const shared = segment.ids.findIndex((id, depth) => open[depth]?.id !== id)
    open.length = shared < 0 ? segment.ids.length : shared
    for (const id of segment.ids.slice(open.length)) {
      const span = spans[Number(id)]
      if (!span) continue
      const child = inlineElement(element.ownerDocument, span)
      ;(open.at(-1)?.element ?? element).append(child)
      open.push({ id, element: child })
    }
    writeUpTo(segment.end)
  }
  open.length = 0
  writeUpTo(end)
}

function inlineElement(document: Document, span: ShownSpan): HTMLElement {
  switch (span.kind) {
    case 'emphasis':
      return document.createElement('em')
    case 'strong':
      return document.createElement('strong')
    case 'code':
      return document.createElement('code')
    case 'link': {
      // A place on the page that the file was saved from: there is nothing to open.
      if (span.href?.startsWith('#')) return document.createElement('span')
      // Not an <a>: a page of the web is opened only after the reader was asked.
      const element = document.createElement('span')
      element.className = 'link'
      element.setAttribute('role', 'link')
      if (span.href !== undefined) element.dataset.href = span.href
      return element
    }
    case 'note': {
      const element = document.createElement('span')
      element.className = 'note-reference'
      element.setAttribute('role', 'doc-noteref')
      element.dataset.note = String(span.note)
      return element
    }
  }
}
