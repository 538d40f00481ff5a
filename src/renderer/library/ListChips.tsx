// What the list is narrowed down to, and what it is grouped by, each to be taken away by a press.
import { X } from 'lucide-react'
import { orderList, useList } from '../state/list.ts'
import { groupWords, narrowingsIn } from './list-words.ts'

const kinds = { state: 'State', outlet: 'Outlet', tag: 'Tag' } as const

export function ListChips() {
  const order = useList((state) => state.order)
  const narrowings = narrowingsIn(order)
  if (narrowings.length === 0 && order.group === undefined) return null
  return (
    <ul className="list-chips" aria-label="How the list is narrowed down and grouped">
      {narrowings.map(({ key, kind, name }) => (
        <Chip
          key={key}
          name={name}
          what={`${kinds[kind]}: ${name}`}
          onRemove={() => orderList({ [kind]: undefined })}
        />
      ))}
      {order.group && (
        <Chip
          name={`By ${groupWords[order.group].toLowerCase()}`}
          what={`Grouped by ${groupWords[order.group].toLowerCase()}`}
          onRemove={() => orderList({ group: undefined })}
        />
      )}
    </ul>
  )
}

interface ChipProps {
  readonly name: string
  readonly what: string
  readonly onRemove: () => void
}

const Chip = ({ name, what, onRemove }: ChipProps) => (
  <li>
    <button
      type="button"
      className="list-chip"
      aria-label={`${what}. Take it away`}
      title={what}
      onClick={(event) => {
        // The keyboard stays near: in the chip that comes next, else in the filter.
        const next = event.currentTarget.closest('li')?.nextElementSibling ?? null
        const side = event.currentTarget.closest('nav')
        onRemove()
        const target = next ?? side?.querySelector('.filter')
        target?.querySelector<HTMLElement>('button, input')?.focus()
      }}
    >
      <span dir="auto">{name}</span>
      <X size={12} aria-hidden />
    </button>
  </li>
)
