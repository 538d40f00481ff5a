// The right side: what the reader made of the article in focus, and what the others say of the
// sentence in hand.
import { useEffect } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { NotesSide } from '../annotations/NotesSide.tsx'
import { CompareSide } from '../compare/beside/CompareSide.tsx'
import { Boundary } from '../parts/Boundary.tsx'
import { useAnnotations } from '../state/annotations.ts'
import { showTab, useBeside } from '../state/beside.ts'
import { useCompare } from '../state/compare.ts'
import { usePanes } from '../state/panes.ts'
import '../compare/beside/beside.css'

export function RightSide() {
  const tab = useBeside((state) => state.tab)
  const editing = useAnnotations((state) => state.editing)
  const focused = usePanes((state) => state.focused)
  const comparison = useCompare((state) => state.comparison)
  // What is asked to be written is written among the notes.
  useEffect(() => {
    if (editing) showTab('notes')
  }, [editing])
  return (
    <aside className="side notes-side" aria-label={tab === 'notes' ? 'Notes' : 'Compare'}>
      <Tabs
        className="side-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => showTab(key === 'compare' ? 'compare' : 'notes')}
      >
        <TabList className="side-tab-list" aria-label="Beside the articles">
          <Tab id="notes" className="side-tab">
            Notes
          </Tab>
          <Tab id="compare" className="side-tab">
            Compare
          </Tab>
        </TabList>
        <TabPanel id="notes" className="side-panel">
          <Boundary what="The list of notes" from={focused}>
            <NotesSide />
          </Boundary>
        </TabPanel>
        <TabPanel id="compare" className="side-panel">
          <Boundary what="What the articles share" from={comparison}>
            <CompareSide />
          </Boundary>
        </TabPanel>
      </Tabs>
    </aside>
  )
}
