// What the comparison is doing, and what the reader should know of it before trusting it.
import { TriangleAlert } from 'lucide-react'
import type { PairVerdict } from '../../../shared/model/comparison.ts'
import { compareAgain, stopComparing } from '../../actions/compare.ts'
import { useCompare } from '../../state/compare.ts'
import { usePanes } from '../../state/panes.ts'
import { useNames } from './names.ts'

export function CompareStatus() {
  const { on, status, error, comparison } = useCompare()
  if (!on)
    return (
      <p className="muted hint">
        Finds the passages that tell the same in each of the open articles, and what only one of
        them tells. All of it on this computer.
      </p>
    )
  return (
    <div className="compare-status">
      <div role="status">
        {status === 'few' && <Few />}
        {status === 'working' && !comparison && (
          <p className="muted hint">
            Comparing…{' '}
            <button type="button" className="text-button" onClick={stopComparing}>
              Stop
            </button>
          </p>
        )}
        {status === 'failed' && (
          <div className="hint">
            <p>
              {error?.code === 'stopped'
                ? 'Comparing was stopped.'
                : (error?.message ?? 'The articles could not be compared.')}
            </p>
            {error && error.code !== 'stopped' && <p className="muted">{error.advice}</p>}
            <button type="button" className="button" onClick={() => void compareAgain()}>
              Compare again
            </button>
          </div>
        )}
      </div>
      {comparison && <Warnings pairs={comparison.pairs} />}
    </div>
  )
}

function Few() {
  const panes = usePanes((state) => state.panes)
  const failed = usePanes((state) =>
    state.panes.some(({ article }) => state.opened.get(article)?.state === 'failed'),
  )
  return (
    <p className="muted hint">
      {panes.length === 0
        ? 'Open two or more articles from the library: they are compared as they stand side by side.'
        : failed
          ? 'An open article cannot be read, so there is nothing to compare with. Open another beside it.'
          : 'Open another article beside this one: two to six are compared.'}
    </p>
  )
}

/** Other events, other languages, articles without text: said once for all, with the reason. */
function Warnings({ pairs }: { pairs: readonly PairVerdict[] }) {
  const { short } = useNames()
  const comparison = useCompare((state) => state.comparison)
  const name = (index: number): string => short[index] ?? 'An article'
  const empty = (comparison?.articles ?? []).flatMap(({ sentences }, index) =>
    sentences.some(({ furniture, title }) => !furniture && !title) ? [] : [index],
  )
  const isEmpty = ({ a, b }: PairVerdict): boolean => empty.includes(a) || empty.includes(b)
  const other = pairs.filter(
    (pair) => pair.event !== 'same' && !isEmpty(pair) && !pair.otherLanguage,
  )
  const languages = pairs.filter((pair) => pair.otherLanguage && !isEmpty(pair))
  if (empty.length + other.length + languages.length === 0) return null
  return (
    <ul className="compare-warnings" aria-label="What to know of this comparison">
      {empty.map((index) => (
        <Warning key={`empty ${index}`}>
          <bdi>{name(index)}</bdi> has no text to compare. If its text is dimmed as page furniture,
          mark it as text (<kbd>U</kbd>).
        </Warning>
      ))}
      {other.length > 0 && <OtherEvents pairs={other} name={name} />}
      {languages.map(({ a, b }) => (
        <Warning key={`language ${a} ${b}`}>
          <bdi>{name(a)}</bdi> and <bdi>{name(b)}</bdi> are in different languages: their sentences
          are not compared by their words.
        </Warning>
      ))}
    </ul>
  )
}

interface OtherEventsProps {
  readonly pairs: readonly PairVerdict[]
  readonly name: (article: number) => string
}

/** One line for all; which articles, and why, when it is unfolded. */
function OtherEvents({ pairs, name }: OtherEventsProps) {
  const [only] = pairs
  const apart = pairs.filter(({ event }) => event === 'different').length
  return (
    <Warning>
      <details open={pairs.length === 1}>
        <summary>
          {pairs.length > 1 || !only ? (
            `${pairs.length} pairs of these articles ${apart > 0 ? 'look like reports of different events' : 'may not tell the same event'}.`
          ) : (
            <>
              <bdi>{name(only.a)}</bdi> and <bdi>{name(only.b)}</bdi>{' '}
              {apart > 0
                ? 'look like reports of different events.'
                : 'may not tell the same event.'}
            </>
          )}{' '}
          Take their matches with care.
        </summary>
        {pairs.map(({ a, b, event, because }) => (
          <p key={`${a} ${b}`}>
            {pairs.length > 1 && (
              <>
                <bdi>{name(a)}</bdi> and <bdi>{name(b)}</bdi>
                {event === 'unsure' && ', perhaps'}:{' '}
              </>
            )}
            {because.join('. ')}.
          </p>
        ))}
      </details>
    </Warning>
  )
}

const Warning = ({ children }: { children: React.ReactNode }) => (
  <li>
    <TriangleAlert size={13} aria-hidden />
    <span>{children}</span>
  </li>
)
