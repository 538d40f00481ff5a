// Everything by name: all commands, or all articles. Type, choose, done.
import { useMemo, useState } from 'react'
import { Autocomplete, Input, SearchField } from 'react-aria-components'
import { type ActionId, type ActionInfo, actions } from '../../shared/menu.ts'
import { holdsWords } from '../../shared/text/holds-words.ts'
import { count } from '../actions/came.ts'
import { goToArticle } from '../actions/open.ts'
import { runAction } from '../actions/run.ts'
import { openStory } from '../actions/stories.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { articleItem, type Item, ItemList, noneFound, nothingMatches } from '../parts/ItemList.tsx'
import { keyWords } from '../parts/key-words.ts'
import { useFoundRows } from '../replica/found-rows.ts'
import { useStoryList } from '../replica/stories.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

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
            .map(([id, { title, menu }]) => ({
              id,
              name: `${menu}: ${title}`,
              hint: keyWords(id as ActionId, mac),
            }))
        : stories.map(({ id, name, articles }) => ({
            id,
            name,
            hint: `Story · ${count(articles.length, 'article')}`,
          })),
    [kind, stories, mac],
  )
  const shown = [
    // Keys do not count.
    ...named.filter(({ name, hint }) =>
      holdsWords(kind === 'palette' ? name : `${name} ${hint}`, typed),
    ),
    ...(kind === 'palette' ? [] : found.rows.map(articleItem)),
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
        <ItemList
          className="palette-list"
          label={kind === 'palette' ? 'Commands' : 'Articles and stories'}
          items={shown}
          onAction={choose}
          empty={kind === 'palette' ? nothingMatches(typed) : noneFound(found, typed)}
        />
      </Autocomplete>
    </DialogFrame>
  )
}
