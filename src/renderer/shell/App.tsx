// The window: what there is on the left, reading in the centre, what the reader made of it on the right.
import { lazy, Suspense, useEffect } from 'react'
import { Progress } from '../adding/Progress.tsx'
import { Ways } from '../adding/Ways.tsx'
import { LibrarySide } from '../library/LibrarySide.tsx'
import { PaneRow } from '../panes/PaneRow.tsx'
import { PaneAdditionsProvider } from '../parts/pane-additions.ts'
import { applyLook } from '../settings/look.ts'
import { useApp } from '../state/app.ts'
import { useCompare } from '../state/compare.ts'
import { type DialogName, isShown, useUi } from '../state/ui.ts'
import { comparingPanes } from './ComparingPanes.tsx'
import { Header } from './Header.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { Messages } from './Messages.tsx'
import { Palette } from './Palette.tsx'
import { StatusBar } from './StatusBar.tsx'
import '../adding/adding.css'
import './shell.css'

const loadDialogs = async () => ({ default: (await import('./Dialogs.tsx')).Dialogs })
const Dialogs = lazy(loadDialogs)
const RightSide = lazy(async () => ({ default: (await import('./RightSide.tsx')).RightSide }))
const FactTable = lazy(async () => ({
  default: (await import('../compare/beside/FactTable.tsx')).FactTable,
}))

export function App() {
  const status = useApp((state) => state.status)
  const settings = useApp((state) => state.settings)
  const { focusMode, dialog, link } = useUi()
  const left = useUi((state) => isShown(state, 'left'))
  const right = useUi((state) => isShown(state, 'right'))
  const table = useCompare((state) => state.table && !focusMode)
  useEffect(() => applyLook(settings), [settings])
  // Soon after the start, so that none is waited for.
  useEffect(() => void (status === 'ready' && loadDialogs()), [status])

  if (status === 'starting')
    return (
      <p className="starting" role="status">
        Opening Parallax…
      </p>
    )
  return (
    <div className="window" data-focus-mode={focusMode || undefined}>
      {!focusMode && <Header />}
      <div className="middle">
        {left && <LibrarySide />}
        <div className="centre">
          <PaneAdditionsProvider value={comparingPanes}>
            <PaneRow />
          </PaneAdditionsProvider>
          {table && (
            <Suspense>
              <FactTable />
            </Suspense>
          )}
        </div>
        {right && (
          <Suspense fallback={<aside className="side notes-side" aria-label="Notes" />}>
            <RightSide />
          </Suspense>
        )}
      </div>
      {!focusMode && <StatusBar />}
      {dialog && <Dialog name={dialog} />}
      {link !== null && <LinkDialog url={link} />}
      <Messages />
      <Progress />
      <Ways />
    </div>
  )
}

function Dialog({ name }: { name: DialogName }) {
  if (name === 'palette' || name === 'go-to-article') return <Palette kind={name} />
  return (
    <Suspense>
      <Dialogs name={name} />
    </Suspense>
  )
}
