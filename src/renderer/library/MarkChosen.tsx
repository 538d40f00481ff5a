// Sets how far the reader is with all articles that are chosen in the list.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { readingStates } from '../../shared/search/ast.ts'
import { markChosen } from '../actions/reading.ts'
import { readingStateWords } from '../parts/ReadingMark.tsx'

export function MarkChosen() {
  return (
    <MenuTrigger>
      <Button className="button small">Mark as…</Button>
      <Popover className="popover menu-popover" placement="top end">
        <Menu className="menu" aria-label="Mark the chosen articles as">
          {readingStates.map((state) => (
            <MenuItem
              key={state}
              id={state}
              className="menu-item"
              onAction={() => markChosen(state)}
            >
              {readingStateWords[state]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
