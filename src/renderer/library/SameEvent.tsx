// Articles of the library that seem to tell the event of a story's articles, to be added one by one.
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import type { StorySuggestion } from '../../shared/model/story.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { suggest } from '../actions/stories.ts'
import { useAllRead } from '../replica/all-read.ts'
import { nameOf } from '../replica/library.ts'
import { useRows } from '../replica/use-rows.ts'

export interface SameEventProps {
  readonly articles: readonly string[]
  readonly onAdd: (article: string) => void
}

type Found = readonly StorySuggestion[] | AppError | null

export function SameEvent({ articles, onAdd }: SameEventProps) {
  const [found, setFound] = useState<Found>(null)
  const asked = articles.join(' ')
  const allRead = useAllRead()

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once all articles are read
  useEffect(() => {
    let wanted = true
    setFound(null)
    if (asked === '') return
    void suggest(asked.split(' ')).then(
      (answer) => wanted && setFound(answer.ok ? answer.value : answer.error),
    )
    return () => {
      wanted = false
    }
  }, [asked, allRead])

  const offers = Array.isArray(found) ? offersOf(found, articles) : []
  const rows = useRows(offers.map(({ id }) => id))
  return (
    <section aria-labelledby="same-event">
      <h3 id="same-event">Seem to tell the same event</h3>
      {articles.length === 0 ? (
        <p className="muted hint">Once there is an article, others on its event are listed here.</p>
      ) : found === null ? (
        <p className="muted hint" role="status">
          Looking through the library…
        </p>
      ) : 'message' in found ? (
        <p className="field-error" role="alert">
          {found.message} {found.advice}
        </p>
      ) : offers.length === 0 ? (
        <p className="muted hint" role="status">
          {allRead
            ? 'No other article of this library seems to tell this event.'
            : 'Not all articles of this library have been read yet: others may be found.'}
        </p>
      ) : (
        <ul className="same-event">
          {offers.map(({ id, because }) => {
            const row = rows.get(id)
            if (!row) return null
            const facts = [row.source, row.published && dateWords(row.published)].filter(Boolean)
            return (
              <li key={id}>
                <span className="row-body" dir="auto">
                  <span className="row-title">{nameOf(row)}</span>
                  <span className="row-facts muted">{facts.join(' · ')}</span>
                  <span className="because muted">Both have: {because.slice(0, 5).join(', ')}</span>
                </span>
                <Button
                  className="icon-button"
                  aria-label={`Add ${nameOf(row)}`}
                  onPress={() => onAdd(id)}
                >
                  <Plus size={15} aria-hidden />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** Each article that is offered, once, with what speaks for it. */
function offersOf(
  found: readonly StorySuggestion[],
  articles: readonly string[],
): { readonly id: string; readonly because: readonly string[] }[] {
  const offers = new Map<string, readonly string[]>()
  for (const { articles: together, because } of found)
    for (const id of together)
      if (!articles.includes(id) && !offers.has(id)) offers.set(id, because)
  return [...offers].map(([id, because]) => ({ id, because }))
}
