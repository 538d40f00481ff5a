// Scrolling in step for as long as it is on, and the marks of pins in the panes.
import { useEffect } from 'react'
import { useCompare } from '../../state/compare.ts'
import { followScrolling } from './follow.ts'

export function InStep() {
  const active = useCompare(({ on, inStep, comparison }) => on && inStep && comparison !== null)
  useEffect(() => (active ? followScrolling() : undefined), [active])
  return null
}
