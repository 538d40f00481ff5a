// The pins of an article in its margin: where the reader has pinned it to another one. A click takes
// one away.
import { Pin as PinIcon } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { openNames, unpin } from '../actions/in-step.ts'
import { useCompare } from '../state/compare.ts'
import { usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import './pins.css'

interface PinMarksProps {
  readonly pane: string
  readonly article: string
  readonly host: RefObject<HTMLElement | null>
}

export function PinMarks({ pane, article, host }: PinMarksProps) {
  const pins = useCompare((state) => state.pins)
  const panes = usePanes((state) => state.panes)
  const places = useMemo(() => {
    const open = openNames(panes)
    const found = new Map<number, string[]>()
    for (const { a, b } of pins) {
      const [here, there] = a.article === article ? [a, b] : [b, a]
      const name = open.get(there.article)
      if (here.article !== article || name === undefined) continue
      found.set(here.offset, [...(found.get(here.offset) ?? []), name])
    }
    return found
  }, [pins, panes, article])
  const tops = useTops(pane, host, places)
  return [...places].map(([offset, names]) => {
    const what = `Pinned to ${[...new Set(names)].join(', ')}`
    return (
      <button
        key={offset}
        type="button"
        className="pin-mark"
        aria-label={`${what}. Take the pin away`}
        title={`${what}. Click to take it away.`}
        style={{ top: tops.get(offset) ?? 0 }}
        onClick={() => unpin(article, offset)}
      >
        <PinIcon size={13} aria-hidden />
      </button>
    )
  })
}

/** How many pixels from the text's beginning each offset's line stands, as the layout is now. */
function useTops(
  pane: string,
  host: RefObject<HTMLElement | null>,
  places: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, number> {
  const [tops, setTops] = useState<ReadonlyMap<number, number>>(new Map())
  useEffect(() => {
    if (!host.current || places.size === 0) return
    const measure = (): void => {
      const reader = readerOf(pane)
      if (reader) setTops(new Map([...places.keys()].map((at) => [at, reader.lineTop(at)])))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(host.current)
    return () => sizes.disconnect()
  }, [pane, host, places])
  return tops
}
