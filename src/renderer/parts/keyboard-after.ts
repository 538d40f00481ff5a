// Where the keyboard goes when the part of the window that has it goes away: without a word the page
// would have it, and the reader would begin at its top again.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * @param part what may go while the keyboard is in it
 * @param next what has the keyboard then, unless it was put elsewhere meanwhile
 */
export function useKeyboardAfter(
  part: RefObject<HTMLElement | null>,
  next: () => HTMLElement | null | undefined,
): void {
  const latest = useRef(next)
  latest.current = next
  useLayoutEffect(() => {
    const its = part.current
    return () => {
      if (!its?.contains(document.activeElement)) return
      // What comes in its place is drawn by then.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) latest.current()?.focus()
        }),
      )
    }
  }, [part])
}

/** The row of the library's list that the keyboard was on last. */
export const listRow = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.articles [role=row][tabindex="0"]')
