// What each article shares with the others, in numbers of sentences.
import { useMemo } from 'react'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { useCompare } from '../../state/compare.ts'
import { lookUpOf } from '../../state/compared.ts'
import { useNames } from './names.ts'

export function SharesList({ comparison }: { comparison: Comparison }) {
  const possible = useCompare((state) => state.possible)
  const { short, long } = useNames()
  const shares = useMemo(() => sharesOf(comparison, possible), [comparison, possible])
  return (
    <section className="shares" aria-labelledby="shares-title">
      <h3 id="shares-title">What they share</h3>
      <ul>
        {shares.map(({ shared, only }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is what the article is known by
          <li key={index}>
            <span className="share-name" dir="auto" title={long[index]}>
              {short[index]}
            </span>
            <span className="muted">
              {shared} shared · {only} only here
            </span>
          </li>
        ))}
      </ul>
      <p className="muted share-unit">Sentences, page furniture and headlines left out.</p>
    </section>
  )
}

function sharesOf(
  comparison: Comparison,
  possible: boolean,
): readonly { readonly shared: number; readonly only: number }[] {
  const look = lookUpOf(comparison)
  return comparison.articles.map(({ sentences }, article) => ({
    shared: sentences.filter(
      ({ furniture, title }, sentence) =>
        !furniture && !title && look.tellers({ article, sentence }, possible) > 1,
    ).length,
    only: comparison.only.filter((ref) => ref.article === article).length,
  }))
}
