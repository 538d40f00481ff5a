// The keys that lead from a list of the search back into its box.
import type { KeyboardEvent } from 'react'

/** Gives a listener for what holds a list: Escape, and the arrow up from the first, go back. */
export function backToBox(onBack: () => void) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    // A menu of what is in the list has keys of its own.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
    const first = event.currentTarget.querySelector('[role="option"], [role="row"]')
    const isFirst = first?.contains(document.activeElement) === true
    if (event.key !== 'Escape' && !(event.key === 'ArrowUp' && isFirst)) return
    event.preventDefault()
    event.stopPropagation()
    onBack()
  }
}
