// A caret for reading with the keyboard: the browser's own is off in text that cannot be edited, and
// its caret browsing cannot be bound to one article. Moves the document's selection, so whatever
// works on a selection works without a mouse.
import { type CaretMove, caretMove } from './caret-keys.ts'
import { caretRect, createCaretView } from './caret-view.ts'
import { rowStep } from './table-caret.ts'
import type { TextMap } from './text-offsets.ts'
import { createVisibleText } from './visible-text.ts'

export interface CaretOptions {
  /** After a key (or `show`) brought the caret, or the moving end of the selection, to another offset. */
  onMove?(offset: number): void
}

export interface Caret {
  readonly isOn: boolean
  /** Turns the caret on: at the offset given, else where the selection or the caret was, else in view. */
  show(offset?: number): void
  hide(): void
  /**
   * Acts on a key; true if it did, and then the browser does not. With the caret off only Shift with
   * a moving key is used: it extends the selection, or begins one at the first line in view.
   */
  handleKey(event: KeyboardEvent): boolean
  /** Where the caret, or the moving end of the selection, is or last was; null before the first time. */
  offset(): number | null
  dispose(): void
}

interface Place {
  readonly anchor: number
  readonly focus: number
}

/** Longest page, in lines: a stop for texts whose lines have no height. */
const pageLinesMost = 300

/** The host must be able to have the focus (`tabIndex`). */
export function createCaret(host: HTMLElement, map: TextMap, { onMove }: CaretOptions = {}): Caret {
  const document = host.ownerDocument
  const window = document.defaultView ?? globalThis.window
  const mac = /^mac/i.test(window.navigator.platform)
  const view = createCaretView(map)
  const visible = createVisibleText(map)
  const stop = new AbortController()
  let on = false
  let place: Place | null = null
  let frame: number | null = null

  /** The selection's ends; null if it is not in the host whole. */
  function readSelection(): Place | null {
    const selection = document.getSelection()
    if (!selection?.anchorNode || !selection.focusNode) return null
    const anchor = map.offsetOf(selection.anchorNode, selection.anchorOffset)
    const focus = map.offsetOf(selection.focusNode, selection.focusOffset)
    return anchor === null || focus === null ? null : { anchor, focus }
  }

  function select({ anchor, focus }: Place): void {
    const from = map.pointAt(anchor, anchor <= focus ? 'start' : 'end')
    const to = anchor === focus ? from : map.pointAt(focus, anchor < focus ? 'end' : 'start')
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  function remember(next: Place): void {
    const moved = place?.focus !== next.focus
    place = next
    if (moved) onMove?.(next.focus)
  }

  function draw(): void {
    const hasFocus = host.contains(document.activeElement)
    const collapsed = place !== null && place.anchor === place.focus
    view.place(on && hasFocus && collapsed && place ? place.focus : null)
  }

  function drawSoon(): void {
    frame ??= window.requestAnimationFrame(() => {
      frame = null
      const actual = readSelection()
      // The selection was made by the pointer or by the app: known, but no move of the caret's.
      if (actual) place = actual
      draw()
    })
  }

  /** Where a move starts: the selection, or where it last was, or the first line in view. */
  function startingPlace(): Place | null {
    const actual = readSelection()
    if (actual && isWithin(actual)) return actual
    const offset =
      on && place ? visible.snap(place.focus) : (visible.firstInView(viewRect()) ?? visible.snap(0))
    return offset === null ? null : { anchor: offset, focus: offset }
  }

  const isWithin = ({ focus }: Place): boolean => caretRect(map, focus) !== null

  /** What the reader sees of the article: the scroller it is in, or the window. */
  function viewRect(): DOMRect {
    for (let parent = host.parentElement; parent; parent = parent.parentElement) {
      const { overflowY } = getComputedStyle(parent)
      const scrolls = overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'hidden'
      if (scrolls && parent !== document.body) return parent.getBoundingClientRect()
    }
    const { clientWidth, clientHeight } = document.documentElement
    return new DOMRect(0, 0, clientWidth, clientHeight)
  }

  function perform(move: CaretMove, extend: boolean): boolean {
    const start = startingPlace()
    if (!start) return false
    const actual = readSelection()
    if (actual?.anchor !== start.anchor || actual.focus !== start.focus) select(start)
    visible.layOutAround(start.focus)
    let next: Place = start
    if (move.kind === 'step') next = step(start, move.direction, move.granularity, extend)
    else if (move.kind === 'page') next = page(start, move.direction, extend)
    else next = leave(start, move.direction, extend)
    remember(next)
    view.reveal(next.focus)
    draw()
    // Chunks that came into view have their true height only now.
    window.requestAnimationFrame(() => {
      if (place?.focus === next.focus) view.reveal(next.focus)
      draw()
    })
    return true
  }

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
      next = readSelection()
      if (isInText(selection.focusNode) && next?.focus !== start.focus) break
    }
    if (next && (!extend || next.anchor === start.anchor)) return next
    // It went out of the article: to the end of the article instead.
    const node = selection.focusNode
    const position = node ? host.compareDocumentPosition(node) : 0
    const before = (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0
    return leave(start, before ? 'backward' : 'forward', extend)
  }

  const isInText = (node: Node | null): boolean => {
    const element = node instanceof Element ? node : node?.parentElement
    const mark = '.picture, .furniture-mark'
    return !element?.closest(mark) && !(node === element && element?.matches('.furniture-run'))
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
    const distance = Math.max(from.height, viewRect().height - 2 * from.height)
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

  const options = { signal: stop.signal }
  document.addEventListener('selectionchange', drawSoon, options)
  host.addEventListener('focusout', drawSoon, options)
  host.addEventListener('focusin', drawSoon, options)
  window.addEventListener('scroll', () => on && draw(), {
    ...options,
    capture: true,
    passive: true,
  })
  const resize = new ResizeObserver(() => on && draw())
  resize.observe(host)

  return {
    get isOn() {
      return on
    },
    show(offset) {
      on = true
      const start = offset === undefined ? startingPlace() : null
      const focus = start?.focus ?? visible.snap(offset ?? 0)
      if (focus !== null) {
        const next = start ?? { anchor: focus, focus }
        if (!host.contains(document.activeElement)) host.focus({ preventScroll: true })
        select(next)
        remember(next)
        view.reveal(focus)
      }
      draw()
    },
    hide() {
      on = false
      visible.release()
      draw()
    },
    handleKey(event) {
      if (event.isComposing || (!on && !event.shiftKey)) return false
      const move = caretMove(event, mac)
      if (!move || !perform(move, event.shiftKey)) return false
      event.preventDefault()
      return true
    },
    offset: () => place?.focus ?? null,
    dispose() {
      on = false
      stop.abort()
      resize.disconnect()
      if (frame !== null) window.cancelAnimationFrame(frame)
      visible.release()
      view.remove()
    },
  }
}
