// Groups of articles in the whole library that seem to tell one event, each to be made a story of.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import type { StorySuggestion } from '../../shared/model/story.ts'
import { newStory, suggest } from '../actions/stories.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useAllRead } from '../replica/all-read.ts'
import { nameOf } from '../replica/library.ts'
import { useRows } from '../replica/use-rows.ts'
import { closeDialog } from '../state/ui.ts'
import './story-dialog.css'

/** Groups shown at first. */
const shownFirst = 30

const notAllRead = 'Not all articles of this library have been read yet: there may be more.'

export function FindStoriesDialog() {
  const [found, setFound] = useState<readonly StorySuggestion[] | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [all, setAll] = useState(false)

  const allRead = useAllRead()

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once all articles are read
  useEffect(() => {
    let wanted = true
    void suggest([]).then((answer) => {
      if (!wanted) return
      if (answer.ok) setFound(answer.value)
      else setError(answer.error)
    })
    return () => {
      wanted = false
    }
  }, [allRead])

  return (
    <DialogFrame title="Stories in the library" onClose={closeDialog} wide>
      <p className="muted">
        Articles that seem to tell one event, by the names and rare words they share and by their
        dates. You decide what is a story.
      </p>
      {error ? (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      ) : found === null ? (
        <p className="muted hint" role="status">
          Looking through the library…
        </p>
      ) : found.length === 0 && !allRead ? (
        <p className="muted hint" role="status">
          {notAllRead}
        </p>
      ) : found.length === 0 ? (
        <p className="muted hint" role="status">
          No two articles that are not in a story already seem to tell one event.
        </p>
      ) : (
        <ul className="story-groups" aria-label="Suggested stories">
          {found.slice(0, all ? found.length : shownFirst).map((group) => (
            <Group key={group.articles.join(' ')} group={group} />
          ))}
        </ul>
      )}
      {found && found.length > 0 && !allRead && (
        <p className="muted hint" role="status">
          {notAllRead}
        </p>
      )}
      {found && found.length > shownFirst && !all && (
        <Button className="text-button" onPress={() => setAll(true)}>
          Show all {found.length}
        </Button>
      )}
    </DialogFrame>
  )
}

function Group({ group: { articles, because } }: { group: StorySuggestion }) {
  const rows = useRows(articles)
  const known = articles.flatMap((id) => rows.get(id) ?? [])
  const name = known.find(({ title }) => title)?.title ?? undefined
  return (
    <li className="story-group">
      <ul>
        {known.map((row) => (
          <li key={row.id} dir="auto">
            {nameOf(row)} {row.source && <span className="muted">· {row.source}</span>}
          </li>
        ))}
      </ul>
      <p className="because muted">All have: {because.slice(0, 6).join(', ')}</p>
      <Button
        className="button small"
        aria-label={`Make a story of ${name ?? 'these articles'}…`}
        onPress={() => newStory(articles)}
      >
        Make a story…
      </Button>
    </li>
  )
}
