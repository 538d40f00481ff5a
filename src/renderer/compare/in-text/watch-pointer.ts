// The pointer over a text: where it rests, and where it clicks without meaning anything else by it.
import type { TextMap } from '../../dom/text-offsets.ts'

export interface PointerWatch {
  /** It has come to rest over this offset; null: it is over no text any more. */
  rest(offset: number | null): void
  click(offset: number): void
}

/** Milliseconds without a move that are a rest, and that a sentence stays shown after the pointer left. */
const restAfter = 130

/** What has its own use for a click. */
const taken = '.picture, .furniture-run, .note-reference, .link, button'

/** Gives the function that stops it. */
export function watchPointer(
  host: HTMLElement,
  scroller: HTMLElement,
  map: TextMap,
  { rest, click }: PointerWatch,
): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal, passive: true }
  let timer: ReturnType<typeof setTimeout> | undefined

  const soon = (act: () => void): void => {
    clearTimeout(timer)
    timer = setTimeout(act, restAfter)
  }

  /** The offset under a point, if that is on the lines of a block and not in the margin. */
  function offsetAt(x: number, y: number, target: Element): number | null {
    const block = target.closest<HTMLElement>('[data-block]')
    if (!block || target.closest('.furniture-run')) return null
    return map.offsetFromPoint(x, y)
  }

  host.addEventListener(
    'pointermove',
    ({ clientX, clientY, buttons, pointerType, target }) => {
      if (buttons !== 0 || pointerType === 'touch' || !(target instanceof Element)) return
      soon(() => rest(offsetAt(clientX, clientY, target)))
    },
    options,
  )
  host.addEventListener('pointerleave', () => soon(() => rest(null)), options)
  // Text that moves away under a pointer at rest is not pointed at.
  scroller.addEventListener('scroll', () => soon(() => rest(null)), options)
  host.addEventListener('pointerdown', () => clearTimeout(timer), options)
  host.addEventListener(
    'click',
    ({ clientX, clientY, target, defaultPrevented }) => {
      if (defaultPrevented || !(target instanceof Element) || target.closest(taken)) return
      if (!document.getSelection()?.isCollapsed) return
      const offset = offsetAt(clientX, clientY, target)
      if (offset !== null) click(offset)
    },
    options,
  )
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}
