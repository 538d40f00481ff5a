// The box by which a row of the fact table, or all of them, is ticked.
import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'

export function Tick() {
  return (
    <Checkbox slot="selection" className="tick">
      {({ isSelected, isIndeterminate }) => (
        <span className="tick-box" aria-hidden>
          {isIndeterminate ? '–' : isSelected ? <Check size={11} strokeWidth={3} /> : null}
        </span>
      )}
    </Checkbox>
  )
}
