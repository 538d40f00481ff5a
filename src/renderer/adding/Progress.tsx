// How far adding and reading are: a panel where there are many files, and words for screen readers in
// a few steps.
import { Minus } from 'lucide-react'
import { Button, ProgressBar } from 'react-aria-components'
import { stopReading } from '../actions/add.ts'
import { count } from '../actions/came.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { useAdding } from '../state/adding.ts'
import { useUnderway } from './underway.ts'

/** Files from which on the panel is worth its place. */
const manyToAdd = 4
const manyToRead = 60

export function Progress() {
  const now = useUnderway()
  const hidden = useAdding((state) => state.panelHidden)
  const many = now !== null && (now.adding ? now.total >= manyToAdd : now.total >= manyToRead)
  return (
    <>
      <p className="visually-hidden" role="status">
        {now && stepWords(now.verb, now.done, now.total)}
      </p>
      {now && many && !hidden && (
        <section className="progress-panel" aria-label={`${now.verb} files`}>
          <header>
            <strong>{now.title}</strong>
            <IconButton
              name="Put this panel away"
              icon={Minus}
              size={14}
              onPress={() => useAdding.setState({ panelHidden: true })}
            />
          </header>
          <ProgressBar
            className="progress"
            aria-label={`${now.verb} files`}
            value={now.done}
            maxValue={Math.max(now.total, 1)}
            isIndeterminate={now.looking}
            valueLabel={now.looking ? 'Looking' : `${now.done} of ${now.total}`}
          >
            {({ percentage, isIndeterminate }) => (
              <div className="progress-bar" data-indeterminate={isIndeterminate || undefined}>
                <div style={{ width: `${percentage ?? 100}%` }} />
              </div>
            )}
          </ProgressBar>
          <footer>
            <span className="muted progress-name" dir="auto" title={now.name}>
              {now.name}
            </span>
            <Button
              className="text-button"
              isDisabled={now.stopping}
              onPress={() => void stopReading()}
            >
              {now.stopping ? 'Stopping…' : 'Stop'}
            </Button>
          </footer>
        </section>
      )}
    </>
  )
}

/** At the start, at each quarter and no more: who listens is not talked over. */
function stepWords(verb: string, done: number, total: number): string {
  if (total === 0) return ''
  const quarter = Math.floor((done / total) * 4)
  return quarter === 0
    ? `${verb} ${count(total, 'file')}.`
    : `${verb}: ${quarter * 25} percent of ${count(total, 'file')}.`
}
