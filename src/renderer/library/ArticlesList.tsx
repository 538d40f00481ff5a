// The articles of the library, with their filter. Enter or a click opens one beside the others.
import { useMemo, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { count } from '../actions/came.ts'
import { openArticle } from '../actions/open.ts'
import { runAction } from '../actions/run.ts'
import { nameOf } from '../replica/library.ts'
import { usePanes } from '../state/panes.ts'
import { useStories } from '../state/stories.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { RowGrid } from './grid/RowGrid.tsx'
import { type AskedMenu, RowMenu } from './RowMenu.tsx'
import { useArticleRows } from './use-article-rows.ts'

/** Pixels: most titles take two lines. */
const rowHeight = 65

export function ArticlesList() {
  const panes = usePanes((state) => state.panes)
  const chosen = useStories((state) => state.chosen)
  const [filter, setFilter] = useState('')
  const [menu, setMenu] = useState<AskedMenu | null>(null)
  const open = useMemo(() => new Set(panes.map(({ article }) => article)), [panes])
  const { rows, total, siblingsOf } = useArticleRows(filter)

  return (
    <>
      <header className="list-header">
        <h3>Articles</h3>
      </header>
      <SearchField
        className="filter"
        aria-label="Filter articles"
        value={filter}
        onChange={setFilter}
      >
        <Input placeholder="Filter" />
      </SearchField>
      <RowGrid
        className="articles"
        label="Articles"
        rows={rows}
        chosen={chosen}
        onChoose={(ids) => useStories.setState({ chosen: ids })}
        nameOf={nameOf}
        onOpen={({ id }) => void openArticle(id)}
        onMenu={(row, element) => setMenu({ row, element })}
        order={filter}
        rowHeight={rowHeight}
        renderRow={(row, place, choose) => (
          <ArticleRow
            row={row}
            place={place}
            open={open.has(row.id)}
            siblings={siblingsOf(row)}
            asked={menu?.row.id === row.id}
            onChoose={choose}
            onMenu={(element) => setMenu({ row, element })}
          />
        )}
        renderEmpty={() => (filter === '' ? <Empty /> : <Nothing filter={filter} />)}
      />
      {menu && <RowMenu {...menu} onClose={() => setMenu(null)} />}
      <ChosenBar />
      <p className="side-footer muted">
        {count(total, 'article')}
        {rows.total < total && ` · ${rows.total.toLocaleString()} shown`}
      </p>
    </>
  )
}

const Nothing = ({ filter }: { filter: string }) => (
  <p className="muted hint">Nothing matches “{filter}”.</p>
)

/** What to do in a library that has nothing in it yet. */
function Empty() {
  return (
    <div className="hint side-empty">
      <p className="muted">
        Nothing in this folder yet. Drop files or folders here, paste an article, or
      </p>
      <Button className="button" onPress={() => runAction('add')}>
        Add files…
      </Button>
    </div>
  )
}
