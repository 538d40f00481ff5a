// An annotation's tags as pills; of very many the first ones, until the reader asks for all.
import { X } from 'lucide-react'
import { useState } from 'react'

/** Pills that are drawn at once. */
const shownTags = 60

export interface TagPillsProps {
  readonly tags: readonly string[]
  /** Without it they can only be read. */
  readonly onRemove?: (tag: string) => void
}

export function TagPills({ tags, onRemove }: TagPillsProps) {
  const [all, setAll] = useState(false)
  const shown = all ? tags : tags.slice(0, shownTags)
  const more = tags.length - shown.length
  return (
    <ul className="pills" aria-label="Tags">
      {shown.map((tag, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: another program may have put one there twice
        <li key={`${index} ${tag}`} className="pill">
          {tag}
          {onRemove && (
            <button type="button" aria-label={`Remove tag ${tag}`} onClick={() => onRemove(tag)}>
              <X size={11} aria-hidden />
            </button>
          )}
        </li>
      ))}
      {more > 0 && (
        <li>
          <button type="button" className="text-button" onClick={() => setAll(true)}>
            {more.toLocaleString()} more
          </button>
        </li>
      )}
    </ul>
  )
}
