// The articles of the library, with their filter. Enter or a click opens one beside the others.
import { useMemo, useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import { limits } from '../../shared/model/limits.ts'
import { count } from '../actions/came.ts'
import { openArticle } from '../actions/open.ts'
import { runAction } from '../actions/run.ts'
import { listRow, useKeyboardAfter } from '../parts/keyboard-after.ts'
import { isEmpty, useCounts } from '../replica/counts.ts'
import { nameOf } from '../replica/library.ts'
import { renewList, useRowList } from '../replica/list.ts'
import { foldGroup, isNarrowed, showAll, useList } from '../state/list.ts'
import { usePanes } from '../state/panes.ts'
import { useStories } from '../state/stories.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { GroupHeading, GroupName } from './GroupHeading.tsx'
import { RowGrid } from './grid/RowGrid.tsx'
import { ListChips } from './ListChips.tsx'
import { NarrowMenu } from './NarrowMenu.tsx'
import { OrderMenu } from './OrderMenu.tsx'
import { type AskedMenu, RowMenu } from './RowMenu.tsx'
import { useArticleList } from './use-article-list.ts'
import './list.css'

/** Pixels: a line for the title, one for outlet and date. */
const rowHeight = 48

export function ArticlesList() {
  const panes = usePanes((state) => state.panes)
  const chosen = useStories((state) => state.chosen)
  const filter = useList((state) => state.filter)
  const [menu, setMenu] = useState<AskedMenu | null>(null)
  const open = useMemo(() => new Set(panes.map(({ article }) => article)), [panes])
  const outletKnown = useRowList(
    ({ view }) => view?.query.group === 'outlet' || view?.query.outlet !== undefined,
  )
  const { rows, order, onRangeWanted, onCurrent } = useArticleList()

  return (
    <>
      <header className="list-header">
        <h3>Articles</h3>
        <OrderMenu />
      </header>
      <div className="list-filter">
        <SearchField
          className="filter"
          aria-label="Filter articles"
          value={filter}
          onChange={(typed) => useList.setState({ filter: typed })}
        >
          <Input placeholder="Filter" maxLength={limits.factLength} />
        </SearchField>
        <NarrowMenu />
      </div>
      <ListChips />
      <Failed />
      <RowGrid
        className="articles"
        label="Articles"
        rows={rows}
        onRangeWanted={onRangeWanted}
        onCurrent={onCurrent}
        chosen={chosen}
        onChoose={(ids) => useStories.setState({ chosen: ids })}
        nameOf={nameOf}
        onOpen={({ id }) => void openArticle(id)}
        onMenu={(row, element) => setMenu({ row, element })}
        order={order}
        rowHeight={rowHeight}
        renderRow={(row, place, choose) => (
          <ArticleRow
            row={row}
            place={place}
            open={open.has(row.id)}
            asked={menu?.row.id === row.id}
            outletKnown={outletKnown}
            onChoose={choose}
            onMenu={(element) => setMenu({ row, element })}
          />
        )}
        renderHeading={(heading, place, fold) => (
          <GroupHeading heading={heading} place={place} onFold={fold} />
        )}
        renderStuck={(heading) => <GroupName heading={heading} />}
        onFold={({ id }) => foldGroup(id)}
        renderEmpty={() => <EmptyList />}
      />
      {menu && <RowMenu {...menu} onClose={() => setMenu(null)} />}
      <ChosenBar />
      <Footer />
    </>
  )
}

function Footer() {
  const counts = useCounts((state) => state.counts)
  const view = useRowList((state) => state.view)
  const narrowed = useList(isNarrowed)
  // With two tags an article stands there twice.
  const shown = narrowed && view && view.query.group !== 'tag' ? view.total : null
  return (
    <p className="side-footer muted">
      {counts && count(counts.articles, 'article')}
      {shown !== null && ` · ${shown.toLocaleString()} shown`}
    </p>
  )
}

/** Why the list could not be had. Rows that stand below are those of before. */
function Failed() {
  const error = useRowList((state) => state.error)
  return error && <Failure error={error} />
}

function Failure({ error }: { readonly error: AppError }) {
  const part = useRef<HTMLDivElement>(null)
  const isOld = useRowList(({ view }) => view !== null && view.total > 0)
  useKeyboardAfter(part, listRow)
  return (
    <div ref={part} className="hint list-failed">
      <p className="muted" role="alert">
        {error.message} {error.advice}
        {isOld && ' The articles below are as they were listed before.'}
      </p>
      <Button className="text-button" onPress={renewList}>
        Try again
      </Button>
    </div>
  )
}

/** Why the list has no rows, and what to do. */
function EmptyList() {
  const { view, error } = useRowList()
  const narrowed = useList(isNarrowed)
  const empty = useCounts(isEmpty)
  if (error || !view) return null
  if (narrowed) return <Nothing />
  return empty ? <Empty /> : <p className="muted hint">Looking through the folder…</p>
}

function Nothing() {
  const filter = useList((state) => state.filter.trim())
  return (
    <div className="hint side-empty">
      <p className="muted">
        {filter ? `Nothing matches “${filter}”.` : 'No article is like that.'}
      </p>
      <Button className="button" onPress={showAll}>
        Show all articles
      </Button>
    </div>
  )
}

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
