// The left side: the library, what needs attention in it, its stories and its articles.
import { FilePlus2, FolderOpen, PanelLeftClose, Search, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { runAction } from '../actions/run.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { useLibrary } from '../replica/library.ts'
import { openDialog } from '../state/ui.ts'
import { ArticlesList } from './ArticlesList.tsx'
import { StoriesList } from './StoriesList.tsx'
import './library.css'

export function LibrarySide() {
  const info = useLibrary((state) => state.info)
  return (
    <nav className="side library-side" aria-label="Library">
      <header className="side-header">
        <h2 title={info?.path}>{info?.name ?? 'Library'}</h2>
        <span className="side-tools">
          <IconButton
            name="Search the library…"
            icon={Search}
            action="search"
            onPress={() => runAction('search')}
          />
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
      <ArticlesList />
    </nav>
  )
}
