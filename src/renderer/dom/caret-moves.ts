// Where a key takes the caret: a step of the browser's own, a page, or an end of the article.
import type { CaretMove } from './caret-keys.ts'
import type { CaretSelection, Place } from './caret-selection.ts'
import { caretRect } from './caret-view.ts'
import { rowStep } from './table-caret.ts'
import type { TextMap } from './text-offsets.ts'
import { viewRect } from './view-rect.ts'
import type { VisibleText } from './visible-text.ts'

/** Longest page, in lines: a stop for texts whose lines have no height. */
const pageLinesMost = 300

/**
 * Gives what makes a move from a place that is selected; it leaves the selection where the move ends,
 * and gives that.
 */
export function createCaretMoves(
  map: TextMap,
  visible: VisibleText,
  { read, select }: CaretSelection,
): (start: Place, move: CaretMove, extend: boolean) => Place {
  const { host } = map
  const document = host.ownerDocument

  function step(start: Place, direction: string, granularity: string, extend: boolean): Place {
    const selection = document.getSelection()
    if (!selection) return start
    const inColumn = granularity === 'line' ? rowStep(map, start.focus, direction) : null
    if (inColumn !== null) {
      const place = { anchor: extend ? start.anchor : inColumn, focus: inColumn }
      select(place)
      return place
    }
    let next: Place | null = null
    // A picture or the mark of furniture is no place for a caret: on to what is behind it.
    for (let tries = 0; tries < 4; tries++) {
      selection.modify(extend ? 'extend' : 'move', direction, granularity)
      next = read()
      if (isInText(selection.focusNode) && next?.focus !== start.focus) break
    }
    if (next && (!extend || next.anchor === start.anchor)) return next
    // It went out of the article: to the end of the article instead.
    const node = selection.focusNode
    const position = node ? host.compareDocumentPosition(node) : 0
    const before = (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0
    return leave(start, before ? 'backward' : 'forward', extend)
  }

  function leave(start: Place, direction: 'forward' | 'backward', extend: boolean): Place {
    const focus = visible.edge(direction) ?? start.focus
    const next = { anchor: extend ? start.anchor : focus, focus }
    select(next)
    return next
  }

  function page(start: Place, direction: 'forward' | 'backward', extend: boolean): Place {
    const from = caretRect(map, start.focus)
    if (!from) return start
    const distance = Math.max(from.height, viewRect(host).height - 2 * from.height)
    let at = start
    for (let line = 0; line < pageLinesMost; line++) {
      visible.layOutAround(at.focus)
      const next = step(at, direction, 'line', extend)
      // Heights are taken anew: chunks laid out on the way shift them together.
      const top = caretRect(map, start.focus)?.top ?? from.top
      const rect = caretRect(map, next.focus)
      if (next.focus === at.focus || !rect) return next
      at = next
      if (Math.abs(rect.top - top) >= distance) return at
    }
    return at
  }

  return (start, move, extend) => {
    if (move.kind === 'step') return step(start, move.direction, move.granularity, extend)
    if (move.kind === 'page') return page(start, move.direction, extend)
    return leave(start, move.direction, extend)
  }
}

const isInText = (node: Node | null): boolean => {
  const element = node instanceof Element ? node : node?.parentElement
  const mark = '.picture, .furniture-mark'
  return !element?.closest(mark) && !(node === element && element?.matches('.furniture-run'))
}
