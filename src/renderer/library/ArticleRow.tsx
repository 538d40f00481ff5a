// An article as a row of the library: what it is called, what is known of it, what can be done with it.
import { Check, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Checkbox,
  GridListItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { formatFacts } from '../../shared/formats.ts'
import { type ActionId, actions } from '../../shared/menu.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { count } from '../actions/came.ts'
import { openArticle } from '../actions/open.ts'
import { splitArticle } from '../actions/parts.ts'
import { runAction } from '../actions/run.ts'
import { dateWords } from '../parts/facts.ts'
import { nameOf } from '../replica/library.ts'

export interface ArticleRowProps {
  readonly row: ArticleSummary
  readonly open: boolean
  /** Articles that are shown of its file; 0 for a whole file. */
  readonly siblings: number
}

export function ArticleRow({ row, open, siblings }: ArticleRowProps) {
  const [menu, setMenu] = useState(false)
  const name = nameOf(row)
  return (
    <GridListItem
      id={row.id}
      textValue={name}
      className="article-row"
      data-open={open || undefined}
      data-state={row.state}
      data-part={row.part !== null || undefined}
    >
      <Checkbox slot="selection" className="row-choose" aria-label={`Choose ${name}`}>
        <span className="choose-box" aria-hidden>
          <Check size={11} strokeWidth={3} />
        </span>
      </Checkbox>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the right button opens what the row's own button opens */}
      <div
        className="row-body"
        onContextMenu={(event) => {
          event.preventDefault()
          setMenu(true)
        }}
      >
        <span className="row-title" dir="auto" title={`${name}\n${row.path}`}>
          {name}
        </span>
        <Facts row={row} />
        {row.part !== null && (
          <span className="row-facts muted" dir="auto">
            {row.part + 1} of {siblings} in {fileName(row.path)}
          </span>
        )}
        {row.parts > 1 && row.state === 'ready' && (
          <span className="row-parts muted">
            {count(row.parts, 'article')} in this file ·{' '}
            <Button
              className="row-split"
              aria-label={`Split ${name} into ${count(row.parts, 'article')}`}
              onPress={() => void splitArticle(row.id, true)}
            >
              Split
            </Button>
          </span>
        )}
      </div>
      {row.annotations > 0 && (
        <span
          className="row-count"
          role="img"
          title={`${row.annotations} highlights, ${row.notes} notes`}
          aria-label={`${row.annotations} highlights, ${row.notes} notes`}
        >
          {row.annotations}
        </span>
      )}
      <RowMenu row={row} name={name} open={menu} onOpen={setMenu} />
    </GridListItem>
  )
}

function Facts({ row }: { row: ArticleSummary }) {
  if (row.state === 'unreadable' || row.state === 'missing')
    return (
      <span className="row-facts muted">
        <span className="row-problem" title={row.problem?.message}>
          {row.state === 'missing' ? 'File is gone; notes are kept' : 'Cannot be read'}
        </span>
      </span>
    )
  if (row.state === 'unread')
    return <span className="row-facts muted">Not read yet · opens when you choose it</span>
  const known = [row.source, row.published && dateWords(row.published)].filter(Boolean).join(' · ')
  return (
    <span className="row-facts muted">
      {known || (row.title === null ? 'No headline in the text' : row.path)}
    </span>
  )
}

interface RowMenuProps {
  readonly row: ArticleSummary
  readonly name: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

function RowMenu({ row, name, open, onOpen }: RowMenuProps) {
  const correct = 'correct-article' in actions && row.state === 'ready'
  const run = async (key: string) => {
    if (key === 'split' || key === 'join') await splitArticle(row.id, key === 'split')
    else await openArticle(row.id)
    if (key === 'correct') runAction('correct-article' as ActionId)
  }
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpen}>
      <Button className="icon-button row-more" aria-label={`Actions for ${name}`}>
        <Ellipsis size={15} aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={name} onAction={(key) => void run(String(key))}>
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
          {row.format ? (
            <MenuItem id="kind" className="menu-item" isDisabled>
              {formatFacts[row.format].name}: {row.path}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

const fileName = (path: string): string => path.split('/').at(-1) ?? path
