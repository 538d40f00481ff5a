// The notes of the right side: what the reader made of the article in focus. One list, by position; orphans apart.
import { useMemo, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { annotationsOf, inTextOrder, useAnnotated } from '../replica/annotations.ts'
import { nameOf, useLibrary } from '../replica/library.ts'
import { usePanes } from '../state/panes.ts'
import { AnnotationCard } from './AnnotationCard.tsx'
import './notes.css'

export function NotesSide() {
  const article = usePanes(
    (state) => state.panes.find(({ key }) => key === state.focused)?.article ?? null,
  )
  const row = useLibrary((state) => state.articles.find(({ id }) => id === article))
  const all = useAnnotated((state) => (article ? annotationsOf(state, article) : null))
  const [filter, setFilter] = useState('')
  const ordered = useMemo(() => inTextOrder(all ?? []), [all])
  const shown = ordered.filter((resolved) => matches(resolved, filter))
  const found = shown.filter(({ anchor }) => anchor.state !== 'orphaned')
  const orphans = shown.filter(({ anchor }) => anchor.state === 'orphaned')
  const readable = usePanes((state) => article && state.opened.get(article)?.state === 'open')
  const frozen = usePanes((state) => {
    const opened = article ? state.opened.get(article) : undefined
    return opened?.state === 'open' && opened.article.frozen !== null
  })

  return (
    <>
      {row && (
        <p className="notes-of muted" title={nameOf(row)}>
          <span dir="auto">{row.source ?? nameOf(row)}</span> · {ordered.length}
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
      {article && <Cards name="Highlights and notes" resolved={found} {...{ article, frozen }} />}
      {orphans.length > 0 && article && (
        <>
          <h3>Not found in the text any more</h3>
          <p className="muted hint">
            The article has changed. Select the passage it belongs to and attach it, or leave it: it
            is kept.
          </p>
          <Cards
            name="Not found in the text any more"
            resolved={orphans}
            {...{ article, frozen }}
          />
        </>
      )}
      {readable && ordered.length === 0 && (
        <p className="muted hint">
          Select some text and choose a colour, or press <kbd>H</kbd>. Your highlights and notes on
          this article are listed here.
        </p>
      )}
      {article && ordered.length > 0 && shown.length === 0 && (
        <p className="muted hint">Nothing matches “{filter}”.</p>
      )}
      {!article && <p className="muted hint">Open an article to see its notes.</p>}
    </>
  )
}

interface CardsProps {
  readonly name: string
  readonly article: string
  readonly resolved: readonly ResolvedAnnotation[]
  readonly frozen: boolean
}

/** A plain list, not a list box: its cards hold buttons and text boxes. */
function Cards({ name, article, resolved, frozen }: CardsProps) {
  return (
    <ul className="cards" aria-label={name} data-bare-keys>
      {resolved.map((one) => (
        <AnnotationCard key={one.annotation.id} article={article} resolved={one} frozen={frozen} />
      ))}
    </ul>
  )
}

function matches({ annotation }: ResolvedAnnotation, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const all = [annotation.target.exact, annotation.note, annotation.color, ...annotation.tags]
    .join('\n')
    .toLowerCase()
  return words.every((word) => all.includes(word))
}
