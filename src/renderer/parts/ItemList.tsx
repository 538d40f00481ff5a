// What a box that finds things by a few letters lists: each by its name, with a word on what it is.
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { FoundRows } from '../replica/found-rows.ts'
import { nameOf } from '../replica/library.ts'

export interface Item {
  readonly id: string
  readonly name: string
  readonly hint: string
}

export const articleItem = (row: ArticleSummary): Item => ({
  id: row.id,
  name: nameOf(row),
  hint: row.source ?? row.path,
})

export interface ItemListProps {
  readonly label?: string
  readonly className?: string
  /** Left out within a box that has them. */
  readonly items?: readonly Item[]
  readonly onAction?: (id: string) => void
  /** What is said where there is none. */
  readonly empty: string
}

export function ItemList({ label, className, items, onAction, empty }: ItemListProps) {
  return (
    <ListBox<Item>
      className={className ? `choices ${className}` : 'choices'}
      {...(label && { 'aria-label': label })}
      {...(items && { items })}
      {...(onAction && { selectionMode: 'none', onAction: (key) => onAction(String(key)) })}
      renderEmptyState={() => <p className="muted hint">{empty}</p>}
    >
      {({ id, name, hint }) => (
        <ListBoxItem id={id} textValue={name} className="choice">
          <span dir="auto">{name}</span>
          <span className="muted">{hint}</span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}

/** What is said where no article was found. */
export const noneFound = ({ error, waiting }: FoundRows, typed: string): string => {
  if (error) return `${error.message} ${error.advice}`
  return waiting ? 'Looking…' : nothingMatches(typed)
}

export const nothingMatches = (typed: string): string =>
  typed.trim() === '' ? 'There is nothing to choose.' : `Nothing matches “${typed.trim()}”.`
