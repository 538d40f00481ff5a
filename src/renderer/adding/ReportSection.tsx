// One section of the report: its title with how many, and the first of them; more on demand.
import { type ReactNode, useId, useState } from 'react'
import { count } from '../actions/came.ts'

/** Items drawn at first, and again with each press. */
const portion = 50

export interface ReportSectionProps<T> {
  readonly title: string
  readonly hint?: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly children: (item: T) => ReactNode
}

export function ReportSection<T>(props: ReportSectionProps<T>) {
  const { title, hint, items, keyOf, children } = props
  const [shown, setShown] = useState(portion)
  const head = useId()
  if (items.length === 0) return null
  const more = items.length - shown
  return (
    <section className="report-section" aria-labelledby={head}>
      <h3 id={head}>
        {title} <span>{items.length.toLocaleString()}</span>
      </h3>
      {hint && <p className="muted">{hint}</p>}
      <ul>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="text-button" onClick={() => setShown(shown + portion)}>
          Show more ({count(more, 'file')})
        </button>
      )}
    </section>
  )
}
