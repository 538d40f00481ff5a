// Gives a search a name to keep it under, or another name or query.
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { AppError } from '../../shared/errors.ts'
import { limits } from '../../shared/model/limits.ts'
import { saveSearch } from '../actions/kept-searches.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { useKeptSearchDraft } from '../state/kept-search.ts'
import { closeDialog } from '../state/ui.ts'
import '../parts/form-field.css'

export function KeepSearchDialog() {
  const begun = useKeptSearchDraft((state) => state.draft)
  const [draft, setDraft] = useState(begun ?? { id: null, name: '', query: '' })
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const complete = draft.name.trim() !== '' && draft.query.trim() !== ''
  const save = async () => {
    if (saving || !complete) return
    setSaving(true)
    setError(await saveSearch(draft))
    setSaving(false)
  }
  const onKeyDown = (event: {
    key: string
    nativeEvent: KeyboardEvent
    continuePropagation(): void
  }) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
    else event.continuePropagation()
  }
  return (
    <DialogFrame
      title={draft.id === null ? 'Keep this search' : 'Kept search'}
      onClose={closeDialog}
    >
      <TextField
        className="form-field"
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        maxLength={limits.searchNameLength}
        autoFocus
        onKeyDown={onKeyDown}
      >
        <Label>Name</Label>
        {/* What is typed takes the place of the query, which it is called by first. */}
        <Input onFocus={({ target }) => target.select()} />
      </TextField>
      <TextField
        className="form-field"
        value={draft.query}
        onChange={(query) => setDraft({ ...draft, query })}
        maxLength={limits.queryLength}
        onKeyDown={onKeyDown}
      >
        <Label>Query</Label>
        <Input spellCheck="false" />
      </TextField>
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      <footer className="dialog-footer">
        <span className="muted">What is added to the library later is found, too.</span>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={saving || !complete}
          onPress={() => void save()}
        >
          {draft.id === null ? 'Keep' : 'Save'}
        </Button>
      </footer>
    </DialogFrame>
  )
}
