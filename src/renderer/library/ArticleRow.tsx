// An article as a row of the library: what it is called, what is known of it. Plain elements: a key in
// the filter may bring a view full of new ones.
import { Check, Ellipsis } from 'lucide-react'
import { memo } from 'react'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { ListedRow } from '../../shared/model/rows.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { count } from '../actions/came.ts'
import { splitArticle } from '../actions/parts.ts'
import { ReadingMark, readingStateWords, useReadingState } from '../parts/ReadingMark.tsx'
import { nameOf } from '../replica/library.ts'
import type { RowPlace } from './grid/RowGrid.tsx'

export interface ArticleRowProps {
  readonly row: ListedRow
  readonly place: RowPlace
  readonly open: boolean
  /** Its menu is open. */
  readonly asked: boolean
  /** All that stand around it are of its outlet, and it is said there. */
  readonly outletKnown: boolean
  readonly onChoose: () => void
  readonly onMenu: (element: HTMLElement) => void
}

export function ArticleRow(props: ArticleRowProps) {
  const { row, place, open, asked, outletKnown, onChoose, onMenu } = props
  const name = nameOf(row)
  const reading = useReadingState(row.id, row.reading)
  const inWords = reading === 'new' ? name : `${name}, ${readingStateWords[reading].toLowerCase()}`
  const named = { ...place, 'aria-label': inWords }
  return (
    <div
      {...named}
      className="article-row"
      data-open={open || undefined}
      data-state={row.state}
      data-part={row.part !== null || undefined}
      data-reading={reading}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the keyboard */}
      <div role="gridcell">
        <label className="row-choose">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`Choose ${name}`}
            checked={place['aria-selected']}
            onChange={onChoose}
          />
          <span className="choose-box" aria-hidden>
            <Check size={11} strokeWidth={3} />
          </span>
        </label>
        <Body row={row} name={name} outletKnown={outletKnown} />
        <ReadingMark state={reading} />
        {row.annotations > 0 && <Counts row={row} />}
        <button
          type="button"
          tabIndex={-1}
          className="icon-button row-more"
          aria-label={`Actions for ${name}`}
          aria-haspopup="menu"
          aria-expanded={asked}
          onClick={({ currentTarget }) => onMenu(currentTarget)}
        >
          <Ellipsis size={15} aria-hidden />
        </button>
      </div>
    </div>
  )
}

interface BodyProps {
  readonly row: ArticleSummary
  readonly name: string
  readonly outletKnown: boolean
}

const Body = memo(({ row, name, outletKnown }: BodyProps) => (
  <div className="row-body">
    <span className="row-title" dir="auto" title={`${name}\n${row.path}`}>
      {name}
    </span>
    <Facts row={row} outletKnown={outletKnown} />
    {row.part !== null && (
      <span className="row-facts muted" dir="auto">
        {row.part + 1}
        {row.parts > 0 && ` of ${row.parts}`} in {fileName(row.path)}
      </span>
    )}
    {row.part === null && row.parts > 1 && row.state === 'ready' && (
      <span className="row-parts muted">
        {count(row.parts, 'article')} in this file ·{' '}
        <button
          type="button"
          tabIndex={-1}
          className="row-split"
          aria-label={`Split ${name} into ${count(row.parts, 'article')}`}
          onClick={() => void splitArticle(row, true)}
        >
          Split
        </button>
      </span>
    )}
  </div>
))

function Counts({ row }: { row: ArticleSummary }) {
  const words = `${row.annotations} highlights, ${row.notes} notes`
  return (
    <span className="row-count" role="img" title={words} aria-label={words}>
      {row.annotations}
    </span>
  )
}

function Facts({ row, outletKnown }: Omit<BodyProps, 'name'>) {
  if (row.state === 'unreadable' || row.state === 'missing')
    return (
      <span className="row-facts muted">
        <span className="row-problem" title={row.problem?.message}>
          {row.state === 'missing' ? 'File is gone; notes are kept' : 'Cannot be read'}
        </span>
      </span>
    )
  if (row.state === 'unread')
    return <span className="row-facts muted">Not read yet · opens when you choose it</span>
  const outlet = outletKnown ? null : row.source
  const date = row.published && dateWords(row.published)
  const unknown = row.title === null ? 'No headline in the text' : row.path
  return (
    <span className="row-facts muted" dir="auto">
      {outlet && <bdi>{outlet}</bdi>}
      {outlet && date && ' · '}
      {date && <bdi>{date}</bdi>}
      {!outlet && !date && <bdi>{unknown}</bdi>}
    </span>
  )
}

const fileName = (path: string): string => path.split('/').at(-1) ?? path
