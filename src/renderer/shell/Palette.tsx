// Everything by name: all commands, or all articles. Type, choose, done.
import { useMemo, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { type ActionId, type ActionInfo, actions } from '../../shared/menu.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { count } from '../actions/came.ts'
import { goToArticle } from '../actions/open.ts'
import { runAction } from '../actions/run.ts'
import { openStory } from '../actions/stories.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { chordWords } from '../parts/key-words.ts'
import { useFoundRows } from '../replica/found-rows.ts'
import { nameOf } from '../replica/library.ts'
import { useStoryList } from '../replica/stories.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

interface Item {
  readonly id: string
  readonly name: string
  readonly hint: string
}

/** Rows shown at most: what is not among them is found by typing on. */
const shownMost = 60

type PaletteKind = 'palette' | 'go-to-article'

export function Palette({ kind }: { kind: PaletteKind }) {
  const mac = useApp((state) => state.mac)
  const stories = useStoryList((state) => state.stories)
  const [typed, setTyped] = useState('')
  const found = useFoundRows(kind === 'palette' ? null : typed, shownMost)
  const named = useMemo<readonly Item[]>(
    () =>
      kind === 'palette'
        ? Object.entries<ActionInfo>(actions)
            .filter(([id]) => id !== 'palette')
            .map(([id, { title, menu, keys }]) => ({
              id,
              name: `${menu}: ${title}`,
              hint: keys[0] ? chordWords(keys[0], mac) : '',
            }))
        : stories.map(({ id, name, articles }) => ({
            id,
            name,
            hint: `Story · ${count(articles.length, 'article')}`,
          })),
    [kind, stories, mac],
  )
  const shown = [
    ...named.filter((item) => matches(item, typed, kind)),
    ...(kind === 'palette' ? [] : found.rows.map(itemOf)),
  ].slice(0, shownMost)

  const choose = (id: string) => {
    closeDialog()
    // After the dialog has given the focus back: what is run may want it elsewhere.
    setTimeout(() => {
      const story = stories.find((each) => each.id === id)
      if (kind === 'palette') runAction(id as ActionId)
      else if (story) void openStory(story)
      else void goToArticle(id)
    }, 0)
  }

  return (
    <DialogFrame
      title={kind === 'palette' ? 'All commands' : 'Go to article'}
      onClose={closeDialog}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="palette-field" aria-label="Find" autoFocus>
          <Input
            placeholder={
              kind === 'palette' ? 'Type a command' : 'Type a headline, outlet, file or story'
            }
          />
        </SearchField>
        <ListBox
          className="choices palette-list"
          aria-label={kind === 'palette' ? 'Commands' : 'Articles and stories'}
          items={shown}
          selectionMode="none"
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => (
            <p className="muted hint">
              {found.error
                ? `${found.error.message} ${found.error.advice}`
                : kind === 'go-to-article' && found.waiting
                  ? 'Looking…'
                  : `Nothing matches “${typed}”.`}
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
      </Autocomplete>
    </DialogFrame>
  )
}

const itemOf = (row: ArticleSummary): Item => ({
  id: row.id,
  name: nameOf(row),
  hint: row.source ?? row.path,
})

/** Every word typed stands in the name. Keys do not count. */
const matches = ({ name, hint }: Item, typed: string, kind: PaletteKind): boolean => {
  const all = (kind === 'palette' ? name : `${name} ${hint}`).toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
