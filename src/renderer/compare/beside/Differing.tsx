// Figures, dates and names that two matching sentences put otherwise: offered for the reader's judgement.
import { type Counterpart, sameRef } from '../../../shared/comparison/look-up.ts'
import type { Match } from '../../../shared/comparison/sections.ts'
import type { FigureKind } from '../../../shared/model/comparison.ts'
import { useNames } from './names.ts'

const kinds: Readonly<Record<FigureKind, string>> = {
  number: 'Figures',
  date: 'Dates',
  name: 'Names',
}

/** @param counterpart as seen from the sentence in hand */
export function Differing({ counterpart: { ref, link } }: { counterpart: Counterpart<Match> }) {
  const { short } = useNames()
  if (link.differing.length === 0) return null
  const forwards = sameRef(link.b, ref)
  const from = forwards ? link.a : link.b
  const found = link.differing.map(({ kind, differs, a, b }) => ({
    kind,
    differs,
    own: forwards ? a.text : b.text,
    other: forwards ? b.text : a.text,
  }))
  return (
    <ul className="differing" aria-label="Put otherwise">
      {found.map(({ kind, differs, own, other }) => (
        <li key={`${kind} ${own} ${other}`}>
          <span className="muted">{kinds[kind]}:</span> <bdi>{short[from.article]}</bdi>:{' '}
          <q dir="auto">{own}</q> · <bdi>{short[ref.article]}</bdi>: <q dir="auto">{other}</q>
          {differs === 'wording' && <span className="muted"> (the same in other words)</span>}
        </li>
      ))}
    </ul>
  )
}
