// Why two sentences match, in words; what speaks against it apart.
import { reasonInWords } from '../../../shared/comparison/reason-words.ts'
import type { Explanation } from '../../../shared/model/comparison.ts'
import { useNames } from './names.ts'

export function Why({ explanation: { reasons, cautions } }: { explanation: Explanation }) {
  const { short } = useNames()
  return (
    <div className="why" role="status">
      {reasons.length === 0 ? (
        <p className="muted">Nothing that can be put into words speaks for it.</p>
      ) : (
        <ul aria-label="What speaks for it">
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{reasonInWords(reason, short)}</li>
          ))}
        </ul>
      )}
      {cautions.length > 0 && (
        <>
          <h4>What speaks against it</h4>
          <ul aria-label="What speaks against it">
            {cautions.map((reason) => (
              <li key={JSON.stringify(reason)}>{reasonInWords(reason, short)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
