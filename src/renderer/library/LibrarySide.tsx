// The left side: the articles of the library. Enter or a click opens one beside the others.
import { FilePlus2, FolderOpen, PanelLeftClose, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Button,
  GridList,
  Input,
  type Key,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { count } from '../actions/came.ts'
import { openArticle } from '../actions/open.ts'
import { runAction } from '../actions/run.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { useLibrary } from '../replica/library.ts'
import { usePanes } from '../state/panes.ts'
import { useStories } from '../state/stories.ts'
import { openDialog } from '../state/ui.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { StoriesList } from './StoriesList.tsx'
import './library.css'

export function LibrarySide() {
  const info = useLibrary((state) => state.info)
  const articles = useLibrary((state) => state.articles)
  const panes = usePanes((state) => state.panes)
  const chosen = useStories((state) => state.chosen)
  const [filter, setFilter] = useState('')
  const open = useMemo(() => new Set(panes.map(({ article }) => article)), [panes])
  const shown = useMemo(() => articles.filter((row) => matches(row, filter)), [articles, filter])

  const parts = useMemo(() => partCounts(articles), [articles])

  return (
    <nav className="side library-side" aria-label="Library">
      <header className="side-header">
        <h2 title={info?.path}>{info?.name ?? 'Library'}</h2>
        <span className="side-tools">
          <IconButton
            name="Add files…"
            icon={FilePlus2}
            action="add"
            onPress={() => runAction('add')}
          />
          <IconButton
            name="Open folder…"
            icon={FolderOpen}
            action="open-folder"
            onPress={() => runAction('open-folder')}
          />
          <IconButton
            name="Hide the library"
            icon={PanelLeftClose}
            action="toggle-left"
            onPress={() => runAction('toggle-left')}
          />
        </span>
      </header>
      {info?.readOnly && (
        <p className="side-notice" role="status">
          <TriangleAlert size={14} aria-hidden />
          <span>
            {info.readOnly.message} {info.readOnly.advice}
          </span>
        </p>
      )}
      {info && info.problems.length > 0 && (
        <Button className="side-notice" onPress={() => openDialog('problems')}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            {info.problems.length === 1
              ? 'One thing needs your attention'
              : `${info.problems.length} things need your attention`}
          </span>
        </Button>
      )}
      {info && <StoriesList />}
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
      <Virtualizer
        layout={ListLayout}
        layoutOptions={{ estimatedRowHeight: 54, gap: 2, padding: 2 }}
      >
        <GridList
          className="articles"
          aria-label="Articles"
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            choose(keys === 'all' ? shown.map(({ id }) => id) : [...keys])
          }
          data-choosing={chosen.size > 0 || undefined}
          items={shown}
          dependencies={[open, parts]}
          onAction={(key) => void openArticle(String(key))}
          renderEmptyState={() => (filter === '' ? <Empty /> : <Nothing filter={filter} />)}
        >
          {(row) => (
            <ArticleRow
              row={row}
              open={open.has(row.id)}
              siblings={row.part === null ? 0 : (parts.get(row.path) ?? 0)}
            />
          )}
        </GridList>
      </Virtualizer>
      <ChosenBar />
      <p className="side-footer muted">
        {count(articles.length, 'article')}
        {shown.length < articles.length && ` · ${shown.length.toLocaleString()} shown`}
      </p>
    </nav>
  )
}

function choose(keys: readonly Key[]): void {
  useStories.setState({ chosen: new Set(keys.map(String)) })
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

/** How many articles are shown of each file that was split. */
function partCounts(articles: readonly ArticleSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { path, part } of articles)
    if (part !== null) counts.set(path, Math.max(counts.get(path) ?? 0, part + 1))
  return counts
}

function matches(row: ArticleSummary, filter: string): boolean {
  const all = [row.title, row.source, row.byline, row.path].join('\n').toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
