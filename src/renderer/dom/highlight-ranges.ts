// Marks that pass (the passage under the pointer, its counterparts, hits of a search) as ranges of
// the CSS Custom Highlight API: they cost no elements. Known by offsets, so they outlive a repaint.
import type { TextMap } from './text-offsets.ts'
import type { TextRange } from './text-range.ts'

interface Passing {
  readonly spans: readonly TextRange[]
  readonly ranges: readonly Range[]
}

/** By the highlight's name, then by article. Every pane adds its own ranges to one highlight. */
const shown = new Map<string, Map<TextMap, Passing>>()

/** Whether the browser can. Where it cannot, `setPassing` does nothing. */
const canHighlight = (): boolean =>
  typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS

/**
 * Shows spans of one article under a name that CSS draws (`::highlight(name)`), in place of those
 * this article had under it; an empty list takes them away. Other articles' stay.
 */
export function setPassing(name: string, map: TextMap, spans: readonly TextRange[]): void {
  if (!canHighlight()) return
  const owners = shown.get(name) ?? new Map<TextMap, Passing>()
  const highlight = CSS.highlights.get(name) ?? new Highlight()
  for (const range of owners.get(map)?.ranges ?? []) highlight.delete(range)
  owners.delete(map)
  if (spans.length > 0) {
    const ranges = spans.map(({ start, end }) => map.rangeOf(start, end))
    for (const range of ranges) highlight.add(range)
    owners.set(map, { spans, ranges })
  }
  if (owners.size === 0) {
    shown.delete(name)
    CSS.highlights.delete(name)
  } else {
    shown.set(name, owners)
    CSS.highlights.set(name, highlight)
  }
}

/** Takes away all that an article shows, such as when its pane closes. */
export function clearPassing(map: TextMap): void {
  for (const name of [...shown.keys()]) setPassing(name, map, [])
}

/** After text nodes of a host were split or joined between two offsets: makes its ranges anew. */
export function refreshPassing(host: HTMLElement, touched: TextRange): void {
  for (const owners of shown.values()) {
    for (const [map, { spans, ranges }] of owners) {
      if (map.host !== host) continue
      spans.forEach(({ start, end }, index) => {
        const range = ranges[index]
        if (!range || start > touched.end || end < touched.start) return
        const fresh = map.rangeOf(start, end)
        range.setStart(fresh.startContainer, fresh.startOffset)
        range.setEnd(fresh.endContainer, fresh.endOffset)
      })
    }
  }
}
