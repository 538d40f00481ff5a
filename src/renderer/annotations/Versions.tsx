// What another machine said of a highlight without knowing of what it says now: for the reader to use
// or to put away. Until then nothing of either is lost.
import type { Annotation } from '../../shared/model/annotation.ts'
import { isDetached } from '../../shared/model/detached.ts'
import { displayQuote } from '../../shared/text/quote.ts'
import { settleVersion } from '../actions/settle.ts'

type Version = NonNullable<Annotation['versions']>[number]

interface VersionsProps {
  readonly article: string
  readonly id: string
  readonly versions: readonly Version[]
  readonly frozen: boolean
}

export const Versions = ({ article, id, versions, frozen }: VersionsProps) => (
  <ul className="versions" aria-label="From another device">
    {versions.map((version) => (
      <li key={`${version.field} ${version.stamp}`} className="version">
        <p className="muted version-head">
          {heads[version.field] ?? 'On another device'} · {whenWords(version.stamp)}
        </p>
        <p className="version-value" dir="auto">
          {inWords(version)}
        </p>
        {!frozen && (
          <p className="version-tools">
            <button
              type="button"
              className="text-button"
              onClick={() => void settleVersion(article, id, version.stamp, true)}
            >
              Use this
            </button>
            <button
              type="button"
              className="text-button"
              onClick={() => void settleVersion(article, id, version.stamp, false)}
            >
              Keep the one above
            </button>
          </p>
        )}
      </li>
    ))}
  </ul>
)

const heads: Readonly<Record<string, string>> = {
  note: 'Another device has this note',
  tags: 'Another device has these tags',
  color: 'Another device has this colour',
  target: 'Another device has it on other words',
}

/** Signs of a long note that are shown: enough to tell one from the other. */
const most = 600

function inWords({ field, value }: Version): string {
  if (field === 'tags' && Array.isArray(value))
    return value.length === 0 ? 'No tags' : value.join(', ')
  if (field === 'target' && typeof value === 'object' && value !== null && 'exact' in value)
    return standsOnNothing(value)
      ? 'Nothing: it was detached there'
      : displayQuote(String(value.exact))
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  if (words === '') return 'Nothing'
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
}

const standsOnNothing = (target: object): boolean =>
  'start' in target &&
  typeof target.start === 'number' &&
  'end' in target &&
  typeof target.end === 'number' &&
  isDetached({ start: target.start, end: target.end })

/** A stamp begins with the time, ISO 8601. */
function whenWords(stamp: string): string {
  const time = new Date(stamp.slice(0, 24))
  return Number.isNaN(time.getTime())
    ? ''
    : time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}
