// A tag's name, colour and description. Another name is given to it everywhere, with those beneath it.
import { useEffect, useState } from 'react'
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components'
import type { TagCount } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import { limits } from '../../shared/model/limits.ts'
import { saveTag, type TagDraft } from '../actions/tags.ts'
import { api } from '../client/api.ts'
import { ColorDots } from '../parts/ColorDots.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { cleanTag } from '../parts/TagBox.tsx'
import { recordOf, useRecords } from '../replica/records.ts'
import { useTag } from '../state/tag.ts'
import { closeDialog } from '../state/ui.ts'
import '../parts/form-field.css'

export function TagDialog() {
  const asked = useTag((state) => state.tag)
  const tags = useTags()
  const tag = asked ?? tags?.[0]?.name ?? null
  // What is said of tags has to be known before it can be changed.
  const known = useRecords('tag')
  return (
    <DialogFrame title="Tag" onClose={closeDialog}>
      {tags && tag === null && (
        <p className="muted">There are no tags yet: highlight something, then press T.</p>
      )}
      {tags && tag !== null && (
        <>
          <label className="form-field">
            Tag
            <select value={tag} onChange={({ target }) => useTag.setState({ tag: target.value })}>
              {[...new Set([tag, ...tags.map(({ name }) => name)])].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <TagForm key={`${tag} ${known.some(({ name }) => name === tag)}`} tag={tag} tags={tags} />
        </>
      )}
    </DialogFrame>
  )
}

function useTags(): readonly TagCount[] | null {
  const [tags, setTags] = useState<readonly TagCount[] | null>(null)
  useEffect(() => {
    void api.call('tags-list', {}).then((answer) => setTags(answer.ok ? answer.value : []))
  }, [])
  return tags
}

interface TagFormProps {
  readonly tag: string
  readonly tags: readonly TagCount[]
}

function TagForm({ tag, tags }: TagFormProps) {
  const [draft, setDraft] = useState<TagDraft>(() => {
    const said = recordOf('tag', tag)
    return { name: tag, color: said?.color ?? null, description: said?.description ?? '' }
  })
  const [error, setError] = useState<AppError | null>(null)
  const name = cleanTag(draft.name)
  const isTaken = name !== tag && tags.some((other) => other.name === name)
  const save = async () => {
    if (name !== '') setError(await saveTag(tag, { ...draft, name }))
  }
  return (
    <>
      <TextField
        className="form-field"
        value={draft.name}
        onChange={(next) => setDraft({ ...draft, name: next })}
        maxLength={limits.tagLength}
        autoFocus
      >
        <Label>Name</Label>
        <Input dir="auto" />
      </TextField>
      {isTaken && (
        <p className="muted" role="status">
          “{name}” is there already: both become one tag.
        </p>
      )}
      <div className="form-field tag-colors">
        <span>Colour</span>
        <ColorDots chosen={draft.color} onChoose={(color) => setDraft({ ...draft, color })} />
        <button
          type="button"
          className="text-button"
          aria-pressed={draft.color === null}
          onClick={() => setDraft({ ...draft, color: null })}
        >
          None
        </button>
      </div>
      <TextField
        className="form-field"
        value={draft.description}
        onChange={(description) => setDraft({ ...draft, description })}
        maxLength={limits.tagDescriptionLength}
      >
        <Label>What it stands for</Label>
        <TextArea rows={4} dir="auto" />
      </TextField>
      {error && (
        <p className="field-error" role="alert">
          {error.message} {error.advice}
        </p>
      )}
      <footer className="dialog-footer">
        <span className="muted">A new name is given to it in all articles.</span>
        <Button className="button" onPress={closeDialog}>
          Cancel
        </Button>
        <Button className="button primary" isDisabled={name === ''} onPress={() => void save()}>
          Save
        </Button>
      </footer>
    </>
  )
}
