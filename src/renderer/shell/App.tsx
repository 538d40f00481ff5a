// The window: what there is on the left, reading in the centre, what the reader made of it on the right.
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Progress } from '../adding/Progress.tsx'
import { Ways } from '../adding/Ways.tsx'
import { LibrarySide } from '../library/LibrarySide.tsx'
import { joinActivePane } from '../panes/active-pane.ts'
import { PaneRow } from '../panes/PaneRow.tsx'
import { Boundary } from '../parts/Boundary.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { PaneAdditionsProvider } from '../parts/pane-additions.ts'
import { applyLook } from '../settings/look.ts'
import { useApp } from '../state/app.ts'
import { useCompare } from '../state/compare.ts'
import { useSearch } from '../state/search.ts'
import { closeDialog, type DialogName, isShown, useUi } from '../state/ui.ts'
import { comparingPanes } from './ComparingPanes.tsx'
import { Header } from './Header.tsx'
import { keepKeyboard } from './keep-keyboard.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { Palette } from './Palette.tsx'
import { StatusBar } from './StatusBar.tsx'
import '../adding/adding.css'
import './shell.css'

const loadDialogs = async () => ({ default: (await import('./Dialogs.tsx')).Dialogs })
const Dialogs = lazy(loadDialogs)
const loadMessages = async () => ({ default: (await import('./Messages.tsx')).Messages })
const Messages = lazy(loadMessages)
const RightSide = lazy(async () => ({ default: (await import('./RightSide.tsx')).RightSide }))
const SearchSide = lazy(async () => ({
  default: (await import('../search/SearchSide.tsx')).SearchSide,
}))
const PrintSheet = lazy(async () => ({
  default: (await import('../annotations/printing/PrintSheet.tsx')).PrintSheet,
}))
const SearchInTexts = lazy(async () => ({
  default: (await import('../search/SearchInTexts.tsx')).SearchInTexts,
}))
const FactTable = lazy(async () => ({
  default: (await import('../compare/beside/FactTable.tsx')).FactTable,
}))

export function App() {
  const status = useApp((state) => state.status)
  const settings = useApp((state) => state.settings)
  const { focusMode, dialog, link, printing } = useUi()
  useEffect(() => applyLook(settings), [settings])
  useEffect(() => keepKeyboard(document), [])
  useEffect(() => joinActivePane(document), [])
  // Soon after the start, so that none is waited for.
  useEffect(() => {
    if (status !== 'ready') return
    void loadDialogs()
    void loadMessages()
  }, [status])

  if (status === 'starting')
    return (
      <p className="starting" role="status">
        Opening Parallax…
      </p>
    )
  return (
    <div className="window" data-focus-mode={focusMode || undefined}>
      {!focusMode && (
        <Boundary
          what="The bar at the top"
          shown="line"
          frame={(failure) => <header className="top-bar">{failure}</header>}
        >
          <Header />
        </Boundary>
      )}
      <Middle />
      <Boundary what="The list of messages" shown="line">
        {/* Not hidden, and not out of reach, while a dialog is open. */}
        <section
          className="messages"
          aria-label="Messages"
          aria-live="polite"
          data-react-aria-top-layer="true"
        >
          <Suspense>
            <Messages />
          </Suspense>
        </section>
      </Boundary>
      {!focusMode && (
        <Boundary
          what="The bar at the bottom"
          shown="line"
          frame={(failure) => <footer className="status-bar">{failure}</footer>}
        >
          <StatusBar />
        </Boundary>
      )}
      {dialog && (
        <Boundary key={dialog} what="This dialog" frame={dialogAround(closeDialog)}>
          <Dialog name={dialog} />
        </Boundary>
      )}
      {link !== null && (
        <Boundary what="This link" frame={dialogAround(() => useUi.setState({ link: null }))}>
          <LinkDialog url={link} />
        </Boundary>
      )}
      {printing && (
        <Boundary what="What is printed" shown="told">
          <Suspense>
            <PrintSheet />
          </Suspense>
        </Boundary>
      )}
      <Boundary what="The progress of adding" shown="told">
        <Progress />
      </Boundary>
      <Boundary what="The place to drop files" shown="told">
        <Ways />
      </Boundary>
    </div>
  )
}

/** Both sides, and the articles between them. */
function Middle() {
  const focusMode = useUi((state) => state.focusMode)
  const left = useUi((state) => isShown(state, 'left'))
  const right = useUi((state) => isShown(state, 'right'))
  const searching = useSearch((state) => state.shown)
  const table = useCompare((state) => state.table && !focusMode)
  return (
    <div className="middle">
      {left && (
        <Boundary
          key={searching ? 'search' : 'library'}
          what={searching ? 'The search' : 'The library’s list'}
          frame={(failure) => (
            <nav className="side library-side" aria-label="Library">
              {failure}
            </nav>
          )}
        >
          {searching ? (
            <Suspense fallback={<LibrarySide />}>
              <SearchSide />
            </Suspense>
          ) : (
            <LibrarySide />
          )}
        </Boundary>
      )}
      {searching && (
        <Boundary what="The marks of the search" shown="told">
          <Suspense>
            <SearchInTexts />
          </Suspense>
        </Boundary>
      )}
      <div className="centre">
        <Boundary
          what="The row of articles"
          frame={(failure) => <main className="pane-row">{failure}</main>}
        >
          <PaneAdditionsProvider value={comparingPanes}>
            <PaneRow />
          </PaneAdditionsProvider>
        </Boundary>
        {table && (
          <Boundary
            what="The fact table"
            frame={(failure) => (
              <section className="fact-table" aria-label="Fact table">
                {failure}
              </section>
            )}
          >
            <Suspense>
              <FactTable />
            </Suspense>
          </Boundary>
        )}
      </div>
      {right && (
        <Boundary
          what="The right side"
          frame={(failure) => (
            <aside className="side notes-side" aria-label="Notes">
              {failure}
            </aside>
          )}
        >
          <Suspense fallback={<aside className="side notes-side" aria-label="Notes" />}>
            <RightSide />
          </Suspense>
        </Boundary>
      )}
    </div>
  )
}

const dialogAround = (onClose: () => void) => (failure: ReactNode) => (
  <DialogFrame title="Something went wrong" onClose={onClose}>
    {failure}
  </DialogFrame>
)

function Dialog({ name }: { name: DialogName }) {
  if (name === 'palette' || name === 'go-to-article') return <Palette kind={name} />
  return (
    <Suspense>
      <Dialogs name={name} />
    </Suspense>
  )
}
