// The bar at the top: where one is, the way to everything, and the sides.
import {
  Download,
  FilePlus2,
  GitCompareArrows,
  Moon,
  PanelLeftOpen,
  PanelRight,
  Search,
} from 'lucide-react'
import { count } from '../actions/came.ts'
import { runAction } from '../actions/run.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { keyWords } from '../parts/key-words.ts'
import { useCounts } from '../replica/counts.ts'
import { useLibrary } from '../replica/library.ts'
import { useStoryList } from '../replica/stories.ts'
import { useApp } from '../state/app.ts'
import { useCompare } from '../state/compare.ts'
import { useStories } from '../state/stories.ts'
import { isShown, useUi } from '../state/ui.ts'
import { MenuBar } from './MenuBar.tsx'

export function Header() {
  const info = useLibrary((state) => state.info)
  const all = useCounts(({ counts }) => counts?.articles ?? null)
  const current = useStories((state) => state.current)
  const story = useStoryList(({ stories }) => stories.find(({ id }) => id === current))
  const shown = story?.articles.length ?? all
  const left = useUi((state) => isShown(state, 'left'))
  const right = useUi((state) => isShown(state, 'right'))
  const nativeMenu = useApp((state) => state.capabilities.nativeMenu)
  const mac = useApp((state) => state.mac)
  const comparing = useCompare((state) => state.on)
  return (
    <header className="top-bar">
      <div className="top-left">
        {!nativeMenu && <MenuBar />}
        {!left && (
          <IconButton
            name="Show the library"
            icon={PanelLeftOpen}
            action="toggle-left"
            onPress={() => runAction('toggle-left')}
          />
        )}
        <h1>Parallax</h1>
        {info && (
          <span className="where">
            <strong>{story?.name ?? info.name}</strong>
            {shown !== null && ` · ${count(shown, 'article')}`}
            {info.sample && ' · sample'}
          </span>
        )}
      </div>
      <button type="button" className="go-to" onClick={() => runAction('go-to-article')}>
        <Search size={14} aria-hidden />
        <span>Go to article…</span>
        <kbd>{keyWords('go-to-article', mac)}</kbd>
      </button>
      <div className="top-right">
        <IconButton
          name="Compare the open articles"
          word="Compare"
          icon={GitCompareArrows}
          action="compare"
          pressed={comparing}
          onPress={() => runAction('compare')}
        />
        <IconButton
          name="Add files…"
          word="Add"
          icon={FilePlus2}
          action="add"
          onPress={() => runAction('add')}
        />
        <IconButton
          name="Export…"
          word="Export"
          icon={Download}
          action="export"
          onPress={() => runAction('export')}
        />
        <IconButton
          name="Next theme"
          icon={Moon}
          action="theme"
          onPress={() => runAction('theme')}
        />
        <IconButton
          name="Notes"
          icon={PanelRight}
          action="toggle-right"
          pressed={right}
          onPress={() => runAction('toggle-right')}
        />
      </div>
    </header>
  )
}
