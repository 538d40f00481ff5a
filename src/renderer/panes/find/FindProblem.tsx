// What is wrong with what was typed, under the field: an expression with the place that is meant.
import type { FindTrouble } from '../../state/find.ts'

export interface FindProblemProps {
  readonly id: string
  readonly query: string
  readonly trouble: FindTrouble | null
}

export function FindProblem({ id, query, trouble }: FindProblemProps) {
  return (
    <div id={id} className="find-problem" role="status" hidden={query.trim() === '' || !trouble}>
      {trouble && query.trim() !== '' && <Words query={query} trouble={trouble} />}
    </div>
  )
}

/** Characters of an expression shown around what is wrong. */
const around = 24

function Words({ query, trouble }: { query: string; trouble: FindTrouble }) {
  if (trouble.why === 'stopped')
    return <p>This expression takes too long in this text. It was stopped; a simpler one may do.</p>
  if (trouble.why === 'failed')
    return <p>Words cannot be looked for now. Close find, and try again.</p>
  const { start, end, words } = trouble.problem
  const from = Math.max(0, start - around)
  return (
    <>
      <p>
        Character {start + 1}: {words}.
      </p>
      <code dir="ltr">
        {from > 0 && '…'}
        {query.slice(from, start)}
        <mark>{query.slice(start, end)}</mark>
        {query.slice(end, end + around)}
        {query.length > end + around && '…'}
      </code>
    </>
  )
}
