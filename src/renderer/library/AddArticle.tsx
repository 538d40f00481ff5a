// A box that finds an article of the library by a few letters and adds it to a story.
import { useState } from 'react'
import { ComboBox, Input, Label, Popover } from 'react-aria-components'
import { limits } from '../../shared/model/limits.ts'
import { articleItem, ItemList, noneFound } from '../parts/ItemList.tsx'
import { useFoundRows } from '../replica/found-rows.ts'

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
  const found = useFoundRows(typed, most)
  const taken = new Set(articles)
  const shown = found.rows
    .filter(({ id }) => !taken.has(id))
    .map(articleItem)
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
        <ItemList empty={noneFound(found, typed)} />
      </Popover>
    </ComboBox>
  )
}
