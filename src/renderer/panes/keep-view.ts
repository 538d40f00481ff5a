// What a reader has in a pane besides its text: what they see, have selected, have unfolded. Kept
// when the same text is drawn anew, such as after a line was marked as furniture.
import type { TextMap } from '../dom/text-offsets.ts'

export interface KeptView {
  readonly text: string
  /** Offset of a character in view, and how many pixels below the scroller's top it stands. */
  readonly offset: number
  readonly above: number
  readonly selection: { readonly anchor: number; readonly focus: number } | null
  readonly caret: boolean
  readonly focus: boolean
  /** Offsets in runs of furniture that are unfolded. */
  readonly open: readonly number[]
  /** By the number of the table: how far it was scrolled sideways. */
  readonly sideways: readonly (readonly [table: string, left: number])[]
}

export function keepView(map: TextMap, scroller: HTMLElement, caret: boolean): KeptView {
  const { host } = map
  const box = scroller.getBoundingClientRect()
  const offset = map.offsetFromPoint(box.left + box.width / 2, box.top + box.height / 3) ?? 0
  const rect = map.rangeOf(offset, Math.min(offset + 1, map.article.text.length))
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
  const anchor = anchorNode ? map.offsetOf(anchorNode, anchorOffset ?? 0) : null
  const focus = focusNode ? map.offsetOf(focusNode, focusOffset ?? 0) : null
  return {
    text: map.article.text,
    offset: scroller.scrollTop <= 0 ? 0 : offset,
    above: rect.getBoundingClientRect().top - box.top,
    selection: anchor === null || focus === null ? null : { anchor, focus },
    caret,
    focus: host.contains(document.activeElement),
    open: [...host.querySelectorAll<HTMLElement>('.furniture-run[data-open]')].map((run) =>
      Number(run.dataset.start),
    ),
    sideways: [...host.querySelectorAll<HTMLElement>('.table-box[data-wide]')].map((table) => [
      table.dataset.table ?? '',
      table.scrollLeft,
    ]),
  }
}

/** Puts back what was kept of the same text, but for the place. Gives whether it was the same. */
export function restoreView(kept: KeptView, map: TextMap): boolean {
  const { host } = map
  if (kept.text !== map.article.text) return false
  for (const run of host.querySelectorAll<HTMLElement>('.furniture-run')) {
    const start = Number(run.dataset.start)
    const end = Number(run.dataset.end)
    if (kept.open.some((offset) => offset >= start && offset < end)) setOpen(run, true)
  }
  for (const [number, left] of kept.sideways)
    for (const table of host.querySelectorAll<HTMLElement>('.table-box'))
      if (table.dataset.table === number) table.scrollLeft = left
  if (kept.focus && !host.contains(document.activeElement)) host.focus({ preventScroll: true })
  if (kept.selection) {
    const { anchor, focus } = kept.selection
    const from = map.pointAt(anchor, anchor <= focus ? 'start' : 'end')
    const to = anchor === focus ? from : map.pointAt(focus, anchor < focus ? 'end' : 'start')
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }
  return true
}

/** Unfolds a run of furniture or folds it, and says so to screen readers. */
export function setOpen(run: Element, open: boolean): void {
  run.toggleAttribute('data-open', open)
  run.querySelector('.furniture-mark')?.setAttribute('aria-expanded', String(open))
}
