// The tab Compare: whether comparing is on, the sentence in hand elsewhere, what the articles share.
import { Table2 } from 'lucide-react'
import {
  stopComparing,
  toggleComparing,
  togglePossible,
  toggleTable,
} from '../../actions/compare.ts'
import { keyWords } from '../../parts/key-words.ts'
import { Toggle } from '../../parts/Toggle.tsx'
import { useApp } from '../../state/app.ts'
import { useCompare } from '../../state/compare.ts'
import { CompareStatus } from './CompareStatus.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { SharesList } from './SharesList.tsx'

export function CompareSide() {
  const { on, status, possible, table, comparison } = useCompare()
  const mac = useApp((state) => state.mac)
  return (
    <div className="compare-side" data-bare-keys>
      <div className="compare-switches">
        <span className="compare-switch">
          <Toggle label="Compare the open articles" on={on} onChange={toggleComparing} />
          {/* In place of the key: what is shown below stays where it is. */}
          {comparison && status === 'working' ? (
            <span className="again" role="status">
              Comparing…
              <button type="button" className="text-button" onClick={stopComparing}>
                Stop
              </button>
            </span>
          ) : (
            <kbd aria-hidden>{keyWords('compare', mac)}</kbd>
          )}
        </span>
        {on && <Toggle label="Show possible matches" on={possible} onChange={togglePossible} />}
      </div>
      <CompareStatus />
      {on && comparison && (
        <>
          <Elsewhere comparison={comparison} />
          <SharesList comparison={comparison} />
          <button
            type="button"
            className="button table-button"
            aria-pressed={table}
            onClick={toggleTable}
          >
            <Table2 size={14} aria-hidden /> {table ? 'Close the fact table' : 'Fact table'}
          </button>
        </>
      )}
    </div>
  )
}
