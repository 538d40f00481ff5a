// How far an article's text is written: from first to last, each element told where in it it begins and
// ends.
import { separator } from './block-element.ts'

export interface ArticlePen {
  /** Up to here the text is written; UTF-16 offset. */
  readonly at: number
  /** Notes that an element begins here. */
  begin(element: HTMLElement): HTMLElement
  /** A new `div` that begins here, at the end of a parent. */
  open(parent: ParentNode, className: string): HTMLElement
  /** Notes that an element, if there is one, ends here. Null, to be put in the place of what was open. */
  close(element: HTMLElement | null | undefined): null
  /** Writes the white space up to an offset. */
  separate(parent: HTMLElement, end: number): void
  /** Says that a block was written, up to an offset. */
  wrote(end: number): void
}

export function createPen(document: Document, text: string): ArticlePen {
  let at = 0
  const begin = (element: HTMLElement): HTMLElement => {
    element.dataset.start = String(at)
    return element
  }
  return {
    get at() {
      return at
    },
    begin,
    open(parent, className) {
      const element = document.createElement('div')
      element.className = className
      parent.append(begin(element))
      return element
    },
    close(element) {
      if (element) element.dataset.end = String(at)
      return null
    },
    separate(parent, end) {
      if (end > at) parent.append(separator(document, text, at, end))
      at = Math.max(at, end)
    },
    wrote(end) {
      at = end
    },
  }
}
