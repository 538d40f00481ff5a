// The window: what there is on the left, reading in the centre, what the reader made of it on the right.
import { lazy, Suspense, useEffect } from 'react'
import { AddDialog } from '../adding/AddDialog.tsx'
import { PasteDialog } from '../adding/PasteDialog.tsx'
import { Progress } from '../adding/Progress.tsx'
import { ReportDialog } from '../adding/ReportDialog.tsx'
import { Ways } from '../adding/Ways.tsx'
import { CorrectDialog } from '../corrections/CorrectDialog.tsx'
import { ExportDialog } from '../exchange/ExportDialog.tsx'
import { ImportDialog } from '../exchange/ImportDialog.tsx'
import { FolderDialog } from '../library/FolderDialog.tsx'
import { LibrarySide } from '../library/LibrarySide.tsx'
import { ProblemsDialog } from '../library/ProblemsDialog.tsx'
import { PaneRow } from '../panes/PaneRow.tsx'
import { PictureDialog } from '../panes/PictureDialog.tsx'
import { applyLook } from '../settings/look.ts'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { useApp } from '../state/app.ts'
import { useCompare } from '../state/compare.ts'
import { type DialogName, isShown, useUi } from '../state/ui.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { Header } from './Header.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { Messages } from './Messages.tsx'
import { Palette } from './Palette.tsx'
import { StatusBar } from './StatusBar.tsx'
import '../adding/adding.css'
import './shell.css'

const RightSide = lazy(async () => ({
  default: (await import('../compare/beside/RightSide.tsx')).RightSide,
}))
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
          <PaneRow />
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
  switch (name) {
    case 'about':
      return <AboutDialog />
    case 'add':
      return <AddDialog />
    case 'correct':
      return <CorrectDialog />
    case 'export':
      return <ExportDialog />
    case 'help':
      return <HelpDialog />
    case 'import':
      return <ImportDialog />
    case 'keys':
      return <KeysDialog />
    case 'open-folder':
      return <FolderDialog />
    case 'palette':
    case 'go-to-article':
      return <Palette kind={name} />
    case 'paste':
      return <PasteDialog />
    case 'picture':
      return <PictureDialog />
    case 'problems':
      return <ProblemsDialog />
    case 'reading-report':
      return <ReportDialog />
    case 'settings':
      return <SettingsDialog />
  }
}
