// Keeps the row of the sentence in hand in view, wherever in the window it was taken.
import { type RefObject, useEffect } from 'react'

/** Frames to wait for rows that are drawn, and measured, once they come near the view. */
const framesMost = 20

/**
 * @param id of the row; undefined: none
 * @param place of the row among those that the grid knows
 */
export function useInView(
  grid: RefObject<HTMLElement | null>,
  id: string | undefined,
  place: number,
): void {
  useEffect(() => {
    if (id === undefined || place < 0) return
    let frames = 0
    let frame = requestAnimationFrame(function look() {
      const element = grid.current
      const row = element?.querySelector(`[data-key="${CSS.escape(id)}"]`)
      if (row) row.scrollIntoView({ block: 'nearest' })
      else if (element) element.scrollTop += away(element, place)
      if (!row && ++frames < framesMost) frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [grid, id, place])
}

/** Pixels to a row that is not drawn, by the heights of those that are: nearer each time it is asked. */
function away(grid: HTMLElement, place: number): number {
  const drawn = [...grid.querySelectorAll<HTMLElement>('.fact-row')]
  const height = drawn.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0) / drawn.length
  // The head is the first row, and counting begins at one.
  const first = Number(drawn[0]?.getAttribute('aria-rowindex')) - 2
  return drawn.length === 0 ? 0 : (place - first) * height
}
