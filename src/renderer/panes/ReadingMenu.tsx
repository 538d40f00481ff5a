// How far the reader is with the article of a pane, and the menu that sets it.
import { Check, Circle, CircleDashed } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { readingStates } from '../../shared/search/ast.ts'
import { markArticles } from '../actions/reading.ts'
import { keyWords } from '../parts/key-words.ts'
import { readingStateWords, useReadingState } from '../parts/ReadingMark.tsx'
import { useApp } from '../state/app.ts'

const icons = { new: Circle, reading: CircleDashed, read: Check } as const

export function ReadingMenu({ article }: { readonly article: string }) {
  const current = useReadingState(article)
  const mac = useApp((state) => state.mac)
  const Icon = icons[current]
  const name = `Reading state: ${readingStateWords[current].toLowerCase()}`
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={name}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={`Reading state (${keyWords('reading-next', mac)})`}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[current]}
        >
          {readingStates.map((state) => (
            <MenuItem
              key={state}
              id={state}
              className="menu-item"
              onAction={() => void markArticles([article], state)}
            >
              {readingStateWords[state]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
