// What can be done with one article of the list. One menu for all rows, made when it is asked for.
import { useRef } from 'react'
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { formatFacts } from '../../shared/formats.ts'
import { type ActionId, actions } from '../../shared/menu.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { type ReadingState, readingStates } from '../../shared/search/ast.ts'
import { count } from '../actions/came.ts'
import { openArticle } from '../actions/open.ts'
import { splitArticle } from '../actions/parts.ts'
import { markArticles } from '../actions/reading.ts'
import { runAction } from '../actions/run.ts'
import { readingStateWords, useReadingState } from '../parts/ReadingMark.tsx'
import { nameOf } from '../replica/library.ts'

export interface AskedMenu {
  readonly row: ArticleSummary
  /** What it opens beside. */
  readonly element: HTMLElement
}

export interface RowMenuProps extends AskedMenu {
  readonly onClose: () => void
}

const isReadingState = (key: string): key is ReadingState =>
  readingStates.some((state) => state === key)

export function RowMenu({ row, element, onClose }: RowMenuProps) {
  const beside = useRef(element)
  const reading = useReadingState(row.id)
  const correct = 'correct-article' in actions && row.state === 'ready'
  const run = async (key: string) => {
    if (isReadingState(key)) return markArticles([row.id], key)
    if (key === 'split' || key === 'join') await splitArticle(row.id, key === 'split')
    else await openArticle(row.id)
    if (key === 'correct') runAction('correct-article' as ActionId)
  }
  return (
    <Popover
      className="popover menu-popover"
      placement="bottom end"
      triggerRef={beside}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Menu
        className="menu"
        aria-label={nameOf(row)}
        autoFocus="first"
        onAction={(key) => void run(String(key))}
        onClose={onClose}
      >
        <MenuItem id="open" className="menu-item">
          Open
        </MenuItem>
        {row.parts > 1 ? (
          <MenuItem id="split" className="menu-item">
            Split into {count(row.parts, 'article')}
          </MenuItem>
        ) : null}
        {row.part !== null ? (
          <MenuItem id="join" className="menu-item">
            Show the file as one article
          </MenuItem>
        ) : null}
        {correct ? (
          <MenuItem id="correct" className="menu-item">
            Correct title, author, date…
          </MenuItem>
        ) : null}
        <MenuSection className="menu-section" aria-label="Reading state">
          {readingStates.map((state) => (
            <MenuItem key={state} id={state} className="menu-item" isDisabled={state === reading}>
              Mark as {readingStateWords[state].toLowerCase()}
            </MenuItem>
          ))}
        </MenuSection>
        {row.format ? (
          <MenuItem id="kind" className="menu-item" isDisabled>
            {formatFacts[row.format].name}: {row.path}
          </MenuItem>
        ) : null}
      </Menu>
    </Popover>
  )
}
