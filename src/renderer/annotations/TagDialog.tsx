// A tag's name, colour and description. Another name is given to it everywhere, with those beneath it.
import { useEffect, useState } from 'react'
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components'
import type { TagCount } from '../../shared/calls/tags.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Color } from '../../shared/model/color.ts'
import { limits } from '../../shared/model/limits.ts'
import type { Result } from '../../shared/result.ts'
import { saveTag, type TagChange } from '../actions/tags.ts'
import { api } from '../client/api.ts'
import { ColorDots } from '../parts/ColorDots.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { cleanTag } from '../parts/TagBox.tsx'
import { useAllKnown, useRecords } from '../replica/records.ts'
import { useTag } from '../state/tag.ts'
import { closeDialog } from '../state/ui.ts'
import '../parts/form-field.css'

/** What the reader has typed and chosen; a field that they left alone is not there. */
interface TagDraft {
  readonly name?: string
  readonly color?: Color | null
  readonly description?: string
}

export function TagDialog() {
  const asked = useTag((state) => state.tag)
  const tags = useTags()
  const records = useRecords('tag')
  // What is said of tags has to be known before it can be changed.
  const known = useAllKnown('tag')
  const [draft, setDraft] = useState<TagDraft>({})
  const [saving, setSaving] = useState(false)
  const tag = asked ?? (tags?.ok ? tags.value[0]?.name : null) ?? null
  const said = records.find(({ name }) => name === tag)
  const change = tag === null ? {} : changeIn(draft, tag, said)
  const failed = tags && !tags.ok ? tags.error : known.all ? null : known.error
  return (
    <DialogFrame title="Tag" onClose={closeDialog}>
      {failed && <ErrorLine error={failed} />}
      {!failed && !(tags && known.all) && <p className="muted">Looking…</p>}
      {tags?.ok && tag === null && (
        <p className="muted">There are no tags yet: highlight something, then press T.</p>
      )}
      {tags?.ok && known.all && tag !== null && (
        <>
          <ChooseTag
            tag={tag}
            tags={tags.value}
            isDisabled={saving || Object.keys(change).length > 0}
            onChoose={(next) => {
              setDraft({})
              useTag.setState({ tag: next })
            }}
          />
          <TagForm
            tag={tag}
            tags={tags.value}
            shown={{
              name: draft.name ?? tag,
              color: draft.color === undefined ? (said?.color ?? null) : draft.color,
              description: draft.description ?? said?.description ?? '',
            }}
            change={change}
            onChange={(next) => setDraft((before) => ({ ...before, ...next }))}
            saving={saving}
            onSaving={setSaving}
          />
        </>
      )}
    </DialogFrame>
  )
}

/** What saving would change; a name that is empty changes nothing. */
function changeIn(
  draft: TagDraft,
  tag: string,
  said: Pick<Required<TagDraft>, 'color' | 'description'> | undefined,
): TagChange {
  const newName = draft.name === undefined || draft.name === tag ? tag : cleanTag(draft.name)
  const { color, description } = draft
  return {
    ...(newName !== tag && { newName }),
    ...(color !== undefined && color !== (said?.color ?? null) && { color }),
    ...(description !== undefined && description !== (said?.description ?? '') && { description }),
  }
}

/** The tags in use; null while they are asked for. */
function useTags(): Result<readonly TagCount[]> | null {
  const [tags, setTags] = useState<Result<readonly TagCount[]> | null>(null)
  useEffect(() => void api.call('tags-list', {}).then(setTags), [])
  return tags
}

interface ChooseTagProps {
  readonly tag: string
  readonly tags: readonly TagCount[]
  readonly isDisabled: boolean
  readonly onChoose: (tag: string) => void
}

/** Stands still while something is changed, so that nothing typed is lost by choosing another tag. */
function ChooseTag({ tag, tags, isDisabled, onChoose }: ChooseTagProps) {
  return (
    <label className="form-field">
      Tag
      <select
        value={tag}
        disabled={isDisabled}
        title={isDisabled ? 'Save or cancel first; then choose another tag.' : undefined}
        onChange={({ target }) => onChoose(target.value)}
      >
        {[...new Set([tag, ...tags.map(({ name }) => name)])].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}

interface TagFormProps {
  readonly tag: string
  readonly tags: readonly TagCount[]
  readonly shown: Required<TagDraft>
  readonly change: TagChange
  readonly onChange: (next: TagDraft) => void
  readonly saving: boolean
  readonly onSaving: (saving: boolean) => void
}

function TagForm({ tag, tags, shown, change, onChange, saving, onSaving }: TagFormProps) {
  const [error, setError] = useState<AppError | null>(null)
  const newName = change.newName ?? tag
  const isTaken = newName !== tag && tags.some((other) => other.name === newName)
  const save = async () => {
    if (saving || newName === '') return
    onSaving(true)
    setError(await saveTag(tag, change))
    onSaving(false)
  }
  return (
    <>
      <TextField
        className="form-field"
        value={shown.name}
        onChange={(name) => onChange({ name })}
        maxLength={limits.tagLength}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
          else event.continuePropagation()
        }}
      >
        <Label>Name</Label>
        <Input dir="auto" />
      </TextField>
      {isTaken && (
        <p className="muted" role="status">
          “{newName}” is there already: both become one tag. What is said of it stays.
        </p>
      )}
      <div className="form-field tag-colors">
        <span>Colour</span>
        <ColorDots chosen={shown.color} onChoose={(color) => onChange({ color })} />
        <button
          type="button"
          className="text-button"
          aria-pressed={shown.color === null}
          onClick={() => onChange({ color: null })}
        >
          None
        </button>
      </div>
      <TextField
        className="form-field"
        value={shown.description}
        onChange={(description) => onChange({ description })}
        maxLength={limits.tagDescriptionLength}
      >
        <Label>What it stands for</Label>
        <TextArea rows={4} dir="auto" />
      </TextField>
      {error && <ErrorLine error={error} />}
      <TagFoot isDisabled={saving || newName === ''} onSave={() => void save()} />
    </>
  )
}

const ErrorLine = ({ error }: { readonly error: AppError }) => (
  <p className="field-error" role="alert">
    {error.message} {error.advice}
  </p>
)

interface TagFootProps {
  readonly isDisabled: boolean
  readonly onSave: () => void
}

function TagFoot({ isDisabled, onSave }: TagFootProps) {
  return (
    <footer className="dialog-footer">
      <span className="muted">A new name is given to it in all articles.</span>
      <Button className="button" onPress={closeDialog}>
        Cancel
      </Button>
      <Button className="button primary" isDisabled={isDisabled} onPress={onSave}>
        Save
      </Button>
    </footer>
  )
}
