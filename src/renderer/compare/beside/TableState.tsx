// What stands in the place of the fact table while there is nothing in it.
import { toggleComparing } from '../../actions/compare.ts'
import { useCompare } from '../../state/compare.ts'
import { CompareStatus } from './CompareStatus.tsx'

export function TableState() {
  const on = useCompare((state) => state.on)
  return (
    <div className="table-state">
      {on ? (
        <CompareStatus />
      ) : (
        <p className="hint">
          Comparing is off.{' '}
          <button type="button" className="button primary" onClick={toggleComparing}>
            Compare the open articles
          </button>
        </p>
      )}
    </div>
  )
}
