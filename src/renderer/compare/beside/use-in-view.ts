// Keeps the row of the sentence in hand in view, wherever in the window it was taken.
import { type RefObject, useEffect } from 'react'

/** Frames to wait for rows that are drawn, and measured, once they come near the view. */
const framesMost = 6

/**
 * @param id of the row; undefined: none
 * @param place of the row among those that the grid knows
 */
export function useInView(
  grid: RefObject<HTMLElement | null>,
  id: string | undefined,
  place: number,
  count: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows at the end move nothing
  useEffect(() => {
    if (id === undefined || place < 0) return
    let frames = 0
    let frame = requestAnimationFrame(function look() {
      const element = grid.current
      const row = element?.querySelector(`[data-key="${CSS.escape(id)}"]`)
      if (row) row.scrollIntoView({ block: 'nearest' })
      else if (element) element.scrollTop = (element.scrollHeight / count) * place
      if (!row && ++frames < framesMost) frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [id, place])
}
