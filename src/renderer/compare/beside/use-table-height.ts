// The height of the fact table, set by dragging its upper edge or by the arrow keys on it.
import type { HTMLAttributes } from 'react'
import { useBeside } from '../../state/beside.ts'

/** Pixels. */
const least = 140
const leftForText = 260
const keyStep = 24

const most = (): number => Math.max(least, window.innerHeight - leftForText - 72)

const setHeight = (height: number): void =>
  useBeside.setState({ tableHeight: Math.round(Math.min(Math.max(height, least), most())) })

export interface TableHeight {
  readonly height: number
  /** For the element that is dragged. */
  readonly separator: HTMLAttributes<HTMLDivElement>
}

export function useTableHeight(): TableHeight {
  const wanted = useBeside((state) => state.tableHeight)
  const height = Math.min(wanted, most())
  return {
    height,
    separator: {
      role: 'separator',
      tabIndex: 0,
      'aria-orientation': 'horizontal',
      'aria-label': 'Height of the fact table',
      'aria-valuenow': height,
      'aria-valuemin': least,
      'aria-valuemax': most(),
      onKeyDown: (event) => {
        const by = { ArrowUp: keyStep, ArrowDown: -keyStep }[event.key]
        if (by === undefined) return
        event.preventDefault()
        setHeight(height + by)
      },
      onPointerDown: (event) => {
        const from = event.clientY
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.onpointermove = ({ clientY }) => setHeight(height + from - clientY)
      },
      onPointerUp: (event) => {
        event.currentTarget.onpointermove = null
      },
      onDoubleClick: () => setHeight(300),
    },
  }
}
