// Where a toolbar goes beside a passage: above it, else below it, else at the foot of the pane; never
// over the passage's first or last line while there is room elsewhere.

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const gap = 8

/**
 * The toolbar's left top corner in client pixels; null when the passage is out of view.
 * @param lines the passage's rectangles in the order of the text
 * @param pane what of the text is in view
 */
export function placeBeside(
  lines: readonly Box[],
  pane: Box,
  bar: { readonly width: number; readonly height: number },
): { x: number; y: number } | null {
  const inView = lines.filter(({ top, bottom }) => bottom > pane.top && top < pane.bottom)
  const first = inView[0]
  const last = inView.at(-1)
  if (!first || !last) return null
  const above = first.top - bar.height - gap
  const below = last.bottom + gap
  const y =
    above >= pane.top
      ? above
      : below + bar.height <= pane.bottom
        ? below
        : pane.bottom - bar.height - gap
  const beside = above >= pane.top ? first : last
  // Inside its pane if that is wide enough, inside the window in any case.
  const width = document.documentElement.clientWidth
  const within = Math.max(pane.left + gap, Math.min(beside.left, pane.right - bar.width - gap))
  const x = Math.max(gap, Math.min(within, width - bar.width - gap))
  return { x: Math.round(x), y: Math.round(y) }
}
