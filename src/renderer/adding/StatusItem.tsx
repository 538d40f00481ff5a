// The status bar's word on what is being added or read.
import { stopReading } from '../actions/add.ts'
import { useUnderway } from './underway.ts'

export function StatusItem() {
  const now = useUnderway()
  if (!now) return null
  return (
    <span className="status-underway">
      {now.title}
      <button
        type="button"
        className="text-button"
        disabled={now.stopping}
        onClick={() => void stopReading()}
      >
        {now.stopping ? 'Stopping…' : 'Stop'}
      </button>
    </span>
  )
}
