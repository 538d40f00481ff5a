// A pane taken by its header: put between two others, or let fall on one, with which it changes places.
// By key the same is done with `move-pane-left`, `move-pane-right` and `swap-panes`.
import { announce } from '../state/announce.ts'
import { focusPane, placePane, swap, usePanes } from '../state/panes.ts'

/** Pixels that a hand moves without meaning it. */
const meant = 6
/** At the sides of a pane, as shares of its width: put beside it. */
const beside = 0.3

interface Target {
  readonly pane: HTMLElement
  readonly drop: 'before' | 'after' | 'swap'
}

/** @param x where the pointer was put down, with `y`, in pixels of the window */
export function dragPane(key: string, { x, y, pointerId }: PointerEvent): void {
  const dragged = paneOf(key)
  if (!dragged) return
  let target: Target | null = null
  let isDragged = false
  const stop = new AbortController()
  const { signal } = stop
  const end = (): void => {
    stop.abort()
    show(null)
    delete dragged.dataset.dragged
    delete document.documentElement.dataset.draggingPane
  }
  const show = (next: Target | null): void => {
    if (target) delete target.pane.dataset.drop
    target = next
    if (next) next.pane.dataset.drop = next.drop
  }
  const on = <K extends keyof WindowEventMap>(
    name: K,
    act: (event: WindowEventMap[K]) => void,
  ): void => window.addEventListener(name, act, { signal, capture: true })

  on('pointermove', (event) => {
    if (event.pointerId !== pointerId) return
    if (!isDragged && Math.hypot(event.clientX - x, event.clientY - y) < meant) return
    isDragged = true
    dragged.dataset.dragged = ''
    document.documentElement.dataset.draggingPane = ''
    show(targetAt(event, dragged))
  })
  on('pointerup', (event) => {
    if (event.pointerId !== pointerId) return
    const found = target
    end()
    if (!isDragged || !found) return
    drop(key, found)
    focusPane(key)
    announce('The pane was moved.')
  })
  on('pointercancel', end)
  on('blur', end)
  on('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end()
  })
}

const paneOf = (key: string): HTMLElement | null =>
  document.querySelector(`.pane[data-pane="${CSS.escape(key)}"]`)

function targetAt({ clientX, clientY }: PointerEvent, dragged: HTMLElement): Target | null {
  const pane = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.pane[data-pane]')
  if (!pane || pane === dragged) return null
  const { left, width } = pane.getBoundingClientRect()
  const share = (clientX - left) / width
  return { pane, drop: share < beside ? 'before' : share > 1 - beside ? 'after' : 'swap' }
}

function drop(key: string, { pane, drop: how }: Target): void {
  const other = pane.dataset.pane ?? ''
  if (how === 'swap') swap(key, other)
  else if (how === 'before') placePane(key, other)
  else {
    const { panes } = usePanes.getState()
    const next = panes[panes.findIndex((each) => each.key === other) + 1]?.key ?? null
    // Behind the one before it: there it is already.
    if (next !== key) placePane(key, next)
  }
}
