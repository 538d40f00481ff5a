// A story being made or changed: its name, its articles in their order, and others that seem to tell
// the same event.
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { inFigures, limits } from '../../shared/model/limits.ts'
import { saveStory } from '../actions/stories.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { nameOf, useLibrary } from '../replica/library.ts'
import { useRows } from '../replica/use-rows.ts'
import { type StoryDraft, useStories } from '../state/stories.ts'
import { closeDialog } from '../state/ui.ts'
import { AddArticle } from './AddArticle.tsx'
import { SameEvent } from './SameEvent.tsx'
import { StoryArticles } from './StoryArticles.tsx'
import './story-dialog.css'

/** Articles of which a story without a name may be named after one. */
const namedAfter = 20

export function StoryDialog() {
  const begun = useStories((state) => state.draft)
  const info = useLibrary((state) => state.info)
  const [draft, setDraft] = useState<StoryDraft>(begun ?? { id: null, name: '', articles: [] })
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const { id, name, articles } = draft
  const first = articles.slice(0, namedAfter)
  const suggested = suggestedName(first, useRows(first))
  const refused = info?.readOnly ?? null
  const tooMany = articles.length > limits.storyArticles
  const canSave = !saving && articles.length > 0 && refused === null && !tooMany

  const setArticles = (next: readonly string[]) => setDraft({ ...draft, articles: next })
  const save = async () => {
    if (!canSave) return
    setSaving(true)
    setError(await saveStory({ ...draft, name: name.trim() || suggested }))
    setSaving(false)
  }

  return (
    <DialogFrame title={id === null ? 'New story' : 'Story'} onClose={closeDialog} wide>
      <TextField
        className="story-name-field"
        value={name}
        onChange={(next) => setDraft({ ...draft, name: next })}
        autoFocus
        maxLength={limits.storyNameLength}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
          else event.continuePropagation()
        }}
      >
        <Label>Name</Label>
        <Input placeholder={suggested} />
      </TextField>
      <div className="story-columns">
        <section aria-labelledby="story-articles">
          <h3 id="story-articles">Articles, in the order in which they stand side by side</h3>
          <StoryArticles articles={articles} onChange={setArticles} />
          <AddArticle
            articles={articles}
            onAdd={(article) => setArticles([...articles, article])}
          />
        </section>
        <SameEvent articles={articles} onAdd={(article) => setArticles([...articles, article])} />
      </div>
      {(error ?? refused) && (
        <p className="field-error" role="alert">
          {(error ?? refused)?.message} {(error ?? refused)?.advice}
        </p>
      )}
      <footer className="dialog-footer">
        <span className="muted" role="status">
          {tooMany
            ? `A story holds up to ${inFigures(limits.storyArticles)} articles, and these are ${inFigures(articles.length)}: choose fewer.`
            : articles.length > limits.panes
              ? 'Six stand side by side at a time.'
              : ''}
        </span>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button className="button primary" isDisabled={!canSave} onPress={() => void save()}>
          {id === null ? 'Make the story' : 'Save'}
        </Button>
      </footer>
    </DialogFrame>
  )
}

/** What to call a story without a name: as its first article with a headline is called. */
function suggestedName(
  articles: readonly string[],
  rows: ReadonlyMap<string, ArticleSummary | null>,
): string {
  const found = articles.flatMap((id) => rows.get(id) ?? [])
  const first = found.find(({ title }) => title) ?? found[0]
  return first ? nameOf(first).slice(0, limits.storyNameLength) : 'Untitled story'
}
