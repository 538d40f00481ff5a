// A setting that is on or off.
import { Checkbox } from 'react-aria-components'

export interface ToggleProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

export function Toggle({ label, on, onChange }: ToggleProps) {
  return (
    <Checkbox className="toggle" isSelected={on} onChange={onChange}>
      <span className="toggle-box" aria-hidden />
      {label}
    </Checkbox>
  )
}
