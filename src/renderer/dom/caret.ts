// A caret for reading with the keyboard: the browser's own is off in text that cannot be edited, and
// its caret browsing cannot be bound to one article. Moves the document's selection, so whatever
// works on a selection works without a mouse.
import { type CaretMove, caretMove } from './caret-keys.ts'
import { createCaretMoves } from './caret-moves.ts'
import { createCaretSelection, type Place } from './caret-selection.ts'
import { createShownCaret } from './caret-shown.ts'
import { caretRect } from './caret-view.ts'
import type { TextMap } from './text-offsets.ts'
import { viewRect } from './view-rect.ts'
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
  /** Selects anew what was selected last, or puts the caret there, unless the selection is in the text. */
  resume(): void
  /**
   * Acts on a key; true if it did, and then the browser does not. With the caret off only Shift with
   * a moving key is used: it extends the selection, or begins one at the first line in view.
   */
  handleKey(event: KeyboardEvent): boolean
  /** Where the caret, or the moving end of the selection, is or last was; null before the first time. */
  offset(): number | null
  dispose(): void
}

/** The host must be able to have the focus (`tabIndex`). */
export function createCaret(host: HTMLElement, map: TextMap, { onMove }: CaretOptions = {}): Caret {
  const document = host.ownerDocument
  const window = document.defaultView ?? globalThis.window
  const mac = /^mac/i.test(window.navigator.platform)
  const selection = createCaretSelection(map)
  const visible = createVisibleText(map)
  const move = createCaretMoves(map, visible, selection)
  const caret = createShownCaret(map, selection, onMove)

  /** Where a move starts: the selection, or where it last was, or the first line in view. */
  function startingPlace(): Place | null {
    const actual = selection.read()
    if (actual && caretRect(map, actual.focus) !== null) return actual
    const offset =
      caret.isOn && caret.place
        ? visible.snap(caret.place.focus)
        : (visible.firstInView(viewRect(host)) ?? visible.snap(0))
    return offset === null ? null : { anchor: offset, focus: offset }
  }

  function perform(wanted: CaretMove, extend: boolean): boolean {
    const start = startingPlace()
    if (!start) return false
    const actual = selection.read()
    if (actual?.anchor !== start.anchor || actual.focus !== start.focus) selection.select(start)
    visible.layOutAround(start.focus)
    const next = move(start, wanted, extend)
    caret.moveTo(next)
    caret.draw()
    // Chunks that came into view have their true height only now.
    window.requestAnimationFrame(() => {
      if (caret.place?.focus === next.focus) caret.reveal()
      caret.draw()
    })
    return true
  }

  return {
    get isOn() {
      return caret.isOn
    },
    show(offset) {
      caret.turn(true)
      const start = offset === undefined ? startingPlace() : null
      const focus = start?.focus ?? visible.snap(offset ?? 0)
      if (focus !== null) {
        const next = start ?? { anchor: focus, focus }
        if (!host.contains(document.activeElement)) host.focus({ preventScroll: true })
        selection.select(next)
        caret.moveTo(next)
      }
      caret.draw()
    },
    resume() {
      if (caret.place && !selection.read()) selection.select(caret.place)
      caret.draw()
    },
    hide() {
      caret.turn(false)
      visible.release()
      caret.draw()
    },
    handleKey(event) {
      if (event.isComposing || (!caret.isOn && !event.shiftKey)) return false
      const wanted = caretMove(event, mac)
      if (!wanted || !perform(wanted, event.shiftKey)) return false
      event.preventDefault()
      return true
    },
    offset: () => caret.place?.focus ?? null,
    dispose() {
      caret.dispose()
      visible.release()
    },
  }
}
