// One pane's text as a thing that can be asked and told (`state/readers.ts`).
import type { createCaret } from '../dom/caret.ts'
import { setPassing } from '../dom/highlight-ranges.ts'
import type { HeldPlace } from '../dom/hold-place.ts'
import type { NearMarks } from '../dom/near-marks.ts'
import type { Painter } from '../dom/painter.ts'
import type { TextMap } from '../dom/text-offsets.ts'
import type { Reader } from '../state/readers.ts'

/** Milliseconds that a passage is shown which the reader was brought to. */
const flashFor = 1_600

export function createReader(
  article: string,
  host: HTMLElement,
  scroller: HTMLElement,
  map: TextMap,
  painter: Painter,
  caret: ReturnType<typeof createCaret>,
  place: HeldPlace,
  marks: NearMarks,
): Reader {
  let flashed: ReturnType<typeof setTimeout> | undefined
  return {
    article,
    focus: () => host.focus({ preventScroll: true }),
    resume() {
      host.focus({ preventScroll: true })
      caret.resume()
    },
    reveal(start, end) {
      const [first] = map.rectsOf(start, end)
      const box = scroller.getBoundingClientRect()
      if (!first || first.top < box.top + 24 || first.bottom > box.bottom - 48)
        place.go({ offset: start, above: box.height / 3 })
      if (caret.isOn) caret.show(start)
    },
    range() {
      const selected = map.selectionRange(document.getSelection())
      if (selected) return selected
      const at = caret.offset()
      return at === null ? null : { start: at, end: at }
    },
    clearSelection() {
      const selection = document.getSelection()
      if (selection?.anchorNode && host.contains(selection.anchorNode)) selection.collapseToEnd()
    },
    select(start, end) {
      const range = map.rangeOf(start, end)
      const { startContainer, startOffset, endContainer, endOffset } = range
      document
        .getSelection()
        ?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    },
    mark: marks.show,
    toggleCaret() {
      if (caret.isOn) caret.hide()
      else {
        host.focus({ preventScroll: true })
        caret.show()
      }
      return caret.isOn
    },
    caretOn: () => caret.isOn,
    standAt: (offset, y) => place.go({ offset, above: y - scroller.getBoundingClientRect().top }),
    top: () => place.now().offset,
    hold: place.hold,
    marked: () => markedRun(host, map),
    rects: (start, end) => map.rectsOf(start, end),
    flash(start, end) {
      setPassing('came-to', map, [{ start, end }])
      clearTimeout(flashed)
      flashed = setTimeout(() => setPassing('came-to', map, []), flashFor)
    },
    scroller,
    lineTop(offset) {
      const at = Math.min(offset, Math.max(map.article.text.length - 1, 0))
      const { top } = map.rangeOf(at, at + 1).getBoundingClientRect()
      return top - scroller.getBoundingClientRect().top + scroller.scrollTop
    },
    offsetAtLine(below) {
      const box = scroller.getBoundingClientRect()
      const text = host.getBoundingClientRect()
      return map.offsetFromPoint(text.left + text.width / 2, box.top + below)
    },
    focusMark: (id) => painter.marksOf(id)[0]?.focus({ preventScroll: true }),
  }
}

/** The run of furniture whose mark has the keyboard. */
function markedRun(host: HTMLElement, map: TextMap): ReturnType<Reader['marked']> {
  const mark = document.activeElement?.closest('.furniture-mark')
  const blocks = host.contains(mark ?? null)
    ? [...(mark?.parentElement?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
    : []
  const first = map.blockRange(Number(blocks[0]?.dataset.block ?? -1))
  const last = map.blockRange(Number(blocks.at(-1)?.dataset.block ?? -1))
  return first && last && { start: first.start, end: last.end }
}
