// An annotation's tags as pills; of very many the first ones, until the reader asks for all.
import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { TagRecord } from '../../shared/kinds/tag.ts'
import { useRecords } from '../replica/records.ts'
import { TagMenu, type TagMenuProps } from './TagMenu.tsx'

/** Pills that are drawn at once. */
const shownTags = 60

export interface TagPillsProps {
  readonly tags: readonly string[]
  /** Without it they can only be read. */
  readonly onRemove?: (tag: string) => void
}

export function TagPills({ tags, onRemove }: TagPillsProps) {
  const [all, setAll] = useState(false)
  const [asked, setAsked] = useState<Omit<TagMenuProps, 'onClose'> | null>(null)
  const records = useRecords('tag')
  const said = useMemo(() => new Map(records.map((each) => [each.name, each])), [records])
  const shown = all ? tags : tags.slice(0, shownTags)
  const more = tags.length - shown.length
  return (
    <>
      <ul className="pills" aria-label="Tags">
        {shown.map((tag, index) => (
          <Pill
            // biome-ignore lint/suspicious/noArrayIndexKey: another program may have put one there twice
            key={`${index} ${tag}`}
            tag={tag}
            said={said.get(tag)}
            onRemove={onRemove}
            onMenu={(element) => setAsked({ tag, element })}
          />
        ))}
        {more > 0 && (
          <li>
            <button type="button" className="text-button" onClick={() => setAll(true)}>
              {more.toLocaleString()} more
            </button>
          </li>
        )}
      </ul>
      {asked && <TagMenu {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

interface PillProps {
  readonly tag: string
  readonly said: TagRecord | undefined
  readonly onRemove: TagPillsProps['onRemove']
  readonly onMenu: (element: HTMLElement) => void
}

function Pill({ tag, said, onRemove, onMenu }: PillProps) {
  return (
    <li
      className="pill"
      title={said?.description || undefined}
      data-color={said?.color ?? undefined}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(event.currentTarget)
      }}
    >
      {tag}
      {onRemove && (
        <button type="button" aria-label={`Remove tag ${tag}`} onClick={() => onRemove(tag)}>
          <X size={11} aria-hidden />
        </button>
      )}
    </li>
  )
}
