// The bar at the bottom: whether all is saved, what there is, where one is.
import { MessageSquareText } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { runAction } from '../actions/run.ts'
import { StatusItem } from '../adding/StatusItem.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { useCounts } from '../replica/counts.ts'
import { nameOf, useLibrary } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import { useAnnotations } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { usePanes } from '../state/panes.ts'

const CompareItems = lazy(async () => ({
  default: (await import('../compare/beside/CompareItems.tsx')).CompareItems,
}))

export function StatusBar() {
  const saving = useAnnotations((state) => state.saving > 0)
  const unsaved = useAnnotations((state) => state.drafts.size)
  const counts = useCounts((state) => state.counts)
  const readOnly = useLibrary((state) => state.info?.readOnly)
  const focused = usePanes((state) => state.panes.find(({ key }) => key === state.focused))
  const { fontSize, measure } = useApp((state) => state.settings)
  const row = useRow(focused?.article ?? null)
  return (
    <footer className="status-bar">
      <span
        role="status"
        className="save-state"
        data-state={saving || unsaved > 0 ? 'saving' : 'saved'}
      >
        {readOnly ? 'Read only' : saving ? 'Saving…' : unsaved > 0 ? 'Not saved' : 'Saved'}
      </span>
      {counts && (
        <span>
          <b>{counts.annotations}</b> {counts.annotations === 1 ? 'highlight' : 'highlights'} ·{' '}
          <b>{counts.notes}</b> {counts.notes === 1 ? 'note' : 'notes'}
        </span>
      )}
      <StatusItem />
      <Suspense>
        <CompareItems />
      </Suspense>
      <span className="status-where" dir="auto">
        {row && <bdi>{row.source ?? nameOf(row)}</bdi>}
        {row && row.words > 0 && ` · ${row.words.toLocaleString()} words`}
      </span>
      <IconButton
        name="Last messages"
        icon={MessageSquareText}
        size={14}
        action="messages"
        onPress={() => runAction('messages')}
      />
      <span>
        {measure} ch · {fontSize} px
      </span>
    </footer>
  )
}
