// The comparison in the status bar: whether it is on, the one switch of scrolling in step, and how
// many tell the sentence in hand.
import { tellersOf } from '../../../shared/comparison/view.ts'
import { toggleComparing } from '../../actions/compare.ts'
import { toggleInStep } from '../../actions/in-step.ts'
import { keyWords } from '../../parts/key-words.ts'
import { placeOf } from '../../parts/place.ts'
import { useApp } from '../../state/app.ts'
import { showTab } from '../../state/beside.ts'
import { useCompare } from '../../state/compare.ts'
import { passageOf } from '../../state/look.ts'
import { isShown, showSide, useUi } from '../../state/ui.ts'
import { useNames } from './names.ts'
import './compare-items.css'

const states = { few: 'needs two articles', working: 'working…', ready: 'on', failed: 'failed' }

export function CompareItems() {
  const { on, status, inStep, error } = useCompare()
  const mac = useApp((state) => state.mac)
  const stopped = status === 'failed' && error?.code === 'stopped'
  return (
    <span className="compare-items">
      <button
        type="button"
        className="bar-button"
        title={`Compare the open articles (${keyWords('compare', mac)})`}
        onClick={openCompare}
      >
        Compare{on ? `: ${stopped ? 'stopped' : states[status]}` : ''} <span aria-hidden>▸</span>
      </button>
      <button
        type="button"
        role="switch"
        aria-checked={inStep}
        className="bar-button in-step"
        title={`Scroll in step (${keyWords('scroll-in-step', mac)})`}
        onClick={toggleInStep}
      >
        <span className="step-ring" aria-hidden /> Scroll in step
      </button>
      {on && <HandItem />}
    </span>
  )
}

/** Off: turns it on. On: shows what it found. */
function openCompare(): void {
  if (!useCompare.getState().on) toggleComparing()
  showTab('compare')
  if (!isShown(useUi.getState(), 'right')) showSide('right', true)
}

/** "Herald ¶ 2 · 3/3 outlets". */
function HandItem() {
  const { comparison, hand, hover, possible } = useCompare()
  const { short } = useNames()
  const shown = hover ?? hand
  const passage = shown && passageOf(shown)
  if (!comparison || !shown || !passage) return null
  const count = comparison.articles.length
  return (
    <span className="hand-item">
      <bdi>{short[shown.article]}</bdi> {placeOf(passage.article, passage.start)} ·{' '}
      {tellersOf(comparison, shown, possible)}/{count} outlets
    </span>
  )
}
