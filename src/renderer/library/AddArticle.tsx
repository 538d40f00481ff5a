// A box that finds an article of the library by a few letters and adds it to a story.
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { limits } from '../../shared/model/limits.ts'
import { useFoundRows } from '../replica/found-rows.ts'
import { nameOf } from '../replica/library.ts'

/** Choices shown at most: what is not among them is found by typing on. */
const shownMost = 40

export interface AddArticleProps {
  /** Those that are in already. */
  readonly articles: readonly string[]
  readonly onAdd: (article: string) => void
}

export function AddArticle({ articles, onAdd }: AddArticleProps) {
  const [typed, setTyped] = useState('')
  // Those that are in already may be among the first.
  const most = Math.min(limits.rows, shownMost + articles.length)
  const { rows, error, waiting } = useFoundRows(typed, most)
  const shown = rows
    .filter(({ id }) => !articles.includes(id))
    .map((row) => ({ id: row.id, name: nameOf(row), hint: row.source ?? row.path }))
    .slice(0, shownMost)
  return (
    <ComboBox
      className="add-article"
      menuTrigger="focus"
      allowsEmptyCollection
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return
        onAdd(String(key))
        setTyped('')
      }}
      items={shown}
    >
      <Label>Add an article</Label>
      <Input placeholder="Type a headline, outlet or file" />
      <Popover className="popover">
        <ListBox<(typeof shown)[number]>
          className="choices"
          renderEmptyState={() => (
            <p className="muted hint">
              {error
                ? `${error.message} ${error.advice}`
                : waiting
                  ? 'Looking…'
                  : 'Nothing matches.'}
            </p>
          )}
        >
          {({ id, name, hint }) => (
            <ListBoxItem id={id} textValue={name} className="choice">
              <span dir="auto">{name}</span>
              <span className="muted">{hint}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
