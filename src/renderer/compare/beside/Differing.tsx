// Figures, dates and names that two matching sentences put otherwise: offered for the reader's judgement.
import { differencesOf } from '../../../shared/comparison/pair-view.ts'
import type { FigureKind, SentenceRef } from '../../../shared/model/comparison.ts'
import { useCompare } from '../../state/compare.ts'
import { useNames } from './names.ts'

const kinds: Readonly<Record<FigureKind, string>> = {
  number: 'Figures',
  date: 'Dates',
  name: 'Names',
}

export function Differing({ from, to }: { from: SentenceRef; to: SentenceRef }) {
  const comparison = useCompare((state) => state.comparison)
  const { short } = useNames()
  const found = comparison ? differencesOf(comparison, from, to) : []
  if (found.length === 0) return null
  return (
    <ul className="differing" aria-label="Put otherwise">
      {found.map(({ kind, differs, a, b }) => (
        <li key={`${kind} ${a} ${b}`}>
          <span className="muted">{kinds[kind]}:</span> <bdi>{short[from.article]}</bdi>:{' '}
          <q dir="auto">{a}</q> · <bdi>{short[to.article]}</bdi>: <q dir="auto">{b}</q>
          {differs === 'wording' && <span className="muted"> (the same in other words)</span>}
        </li>
      ))}
    </ul>
  )
}
