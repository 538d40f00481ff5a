// The left side: the articles of the library. Enter or a click opens one beside the others.
import { FolderOpen, PanelLeftClose, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Button,
  GridList,
  GridListItem,
  Input,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { openArticle } from '../actions/open.ts'
import { runAction } from '../actions/run.ts'
import { dateWords } from '../parts/facts.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { nameOf, useLibrary } from '../state/library.ts'
import { usePanes } from '../state/panes.ts'
import { openDialog } from '../state/ui.ts'
import './library.css'

export function LibrarySide() {
  const info = useLibrary((state) => state.info)
  const articles = useLibrary((state) => state.articles)
  const progress = useLibrary((state) => state.progress)
  const panes = usePanes((state) => state.panes)
  const [filter, setFilter] = useState('')
  const open = useMemo(() => new Set(panes.map(({ article }) => article)), [panes])
  const shown = useMemo(() => articles.filter((row) => matches(row, filter)), [articles, filter])

  return (
    <nav className="side library-side" aria-label="Library">
      <header className="side-header">
        <h2 title={info?.path}>{info?.name ?? 'Library'}</h2>
        <span className="side-tools">
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
          selectionMode="none"
          items={shown}
          dependencies={[open]}
          onAction={(key) => void openArticle(String(key))}
          renderEmptyState={() => (
            <p className="muted hint">
              {filter === ''
                ? 'No articles here. Text, Markdown and web pages (.txt, .md, .html) are shown.'
                : `Nothing matches “${filter}”.`}
            </p>
          )}
        >
          {(row) => <ArticleRow row={row} open={open.has(row.id)} />}
        </GridList>
      </Virtualizer>
      <p className="side-footer muted" role="status">
        {progress
          ? `Reading ${progress.done} of ${progress.total}…`
          : `${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`}
      </p>
    </nav>
  )
}

function ArticleRow({ row, open }: { row: ArticleSummary; open: boolean }) {
  const name = nameOf(row)
  return (
    <GridListItem
      id={row.id}
      textValue={name}
      className="article-row"
      data-open={open || undefined}
      data-state={row.state}
    >
      <span className="row-title" dir="auto" title={`${name}\n${row.path}`}>
        {name}
      </span>
      <span className="row-facts muted">
        {row.state === 'ready' ? (
          [row.source, row.published && dateWords(row.published)].filter(Boolean).join(' · ') ||
          (row.title === null ? 'No headline in the text' : row.path)
        ) : (
          <span className="row-problem" title={row.problem?.message}>
            {row.state === 'missing' ? 'File is gone; notes are kept' : 'Cannot be read'}
          </span>
        )}
      </span>
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
    </GridListItem>
  )
}

function matches(row: ArticleSummary, filter: string): boolean {
  const all = [row.title, row.source, row.byline, row.path].join('\n').toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
