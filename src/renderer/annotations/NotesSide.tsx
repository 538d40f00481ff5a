// The notes of the right side: what the reader made of the article in focus. One list, by position; orphans apart.
import { useMemo, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { annotationsOf, inTextOrder, useAnnotated } from '../replica/annotations.ts'
import { nameOf } from '../replica/library.ts'
import { useRow } from '../replica/use-rows.ts'
import { useAnnotations } from '../state/annotations.ts'
import { usePanes } from '../state/panes.ts'
import { CardList } from './CardList.tsx'
import { FoundAgainLine } from './FoundAgainLine.tsx'
import { noteItems } from './note-items.ts'
import './notes.css'

export function NotesSide() {
  const article = usePanes(
    (state) => state.panes.find(({ key }) => key === state.focused)?.article ?? null,
  )
  const row = useRow(article)
  const all = useAnnotated((state) => (article ? annotationsOf(state, article) : null))
  const written = useAnnotations(({ editing, inHand }) => (editing && inHand ? inHand.id : null))
  const [filter, setFilter] = useState('')
  const ordered = inTextOrder(all ?? none)
  const [asked, setAsked] = useState(false)
  const waiting = useMemo(
    () => ordered.filter(({ anchor }) => anchor.state === 'moved').length,
    [ordered],
  )
  const only = asked && waiting > 0
  const shown = useMemo(
    () => noteItems(ordered, filter, only, written),
    [ordered, filter, only, written],
  )
  const readable = usePanes((state) => article && state.opened.get(article)?.state === 'open')
  const frozen = usePanes((state) => {
    const opened = article ? state.opened.get(article) : undefined
    return opened?.state === 'open' && opened.article.frozen !== null
  })

  return (
    <div className="notes">
      {row && (
        <p className="notes-of muted" title={nameOf(row)}>
          <span dir="auto">{row.source ?? nameOf(row)}</span> · {ordered.length.toLocaleString()}
        </p>
      )}
      {ordered.length > 3 && (
        <SearchField
          className="filter"
          aria-label="Filter notes"
          value={filter}
          onChange={setFilter}
        >
          <Input placeholder="Filter by quote, note or tag" />
        </SearchField>
      )}
      {article && waiting > 0 && (
        <FoundAgainLine
          article={article}
          count={waiting}
          only={only}
          onOnly={setAsked}
          frozen={frozen}
        />
      )}
      {article && <CardList key={article} article={article} shown={shown} frozen={frozen} />}
      {readable && ordered.length === 0 && (
        <p className="muted hint">
          Select some text and choose a colour, or press <kbd>H</kbd>. Your highlights and notes on
          this article are listed here.
        </p>
      )}
      {article && ordered.length > 0 && shown.items.length === 0 && (
        <p className="muted hint">Nothing matches “{filter}”.</p>
      )}
      {!article && <p className="muted hint">Open an article to see its notes.</p>}
    </div>
  )
}

const none = [] as const
