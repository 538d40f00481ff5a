// What each article shares with the others, in numbers of sentences.
import type { ComparisonView } from '../../../shared/comparison/view.ts'
import { useCompare } from '../../state/compare.ts'
import { useNames } from './names.ts'

export function SharesList({ comparison }: { comparison: ComparisonView }) {
  const possible = useCompare((state) => state.possible)
  const { short, long } = useNames()
  return (
    <section className="shares" aria-labelledby="shares-title">
      <h3 id="shares-title">What they share</h3>
      <ul>
        {comparison.articles.map(({ shares }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is what the article is known by
          <li key={index}>
            <span className="share-name" dir="auto" title={long[index]}>
              {short[index]}
            </span>
            <span className="muted">
              {possible ? shares.sharedPossibly : shares.shared} shared · {shares.only} only here
            </span>
          </li>
        ))}
      </ul>
      <p className="muted share-unit">Sentences, page furniture and headlines left out.</p>
    </section>
  )
}
