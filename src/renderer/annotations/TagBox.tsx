// Where tags are written: pills that can be taken away, a box that completes from the tags in use.
import { useEffect, useRef, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { TagCount } from '../../shared/calls.ts'
import { limits } from '../../shared/model/limits.ts'
import { api } from '../client/api.ts'
import { TagPills } from './TagPills.tsx'

export interface TagBoxProps {
  readonly tags: readonly string[]
  /** Gives false when it could not be saved. */
  readonly onChange: (tags: string[]) => Promise<boolean>
  readonly onLeave: () => void
  /** It is a part of a form, and waits until the reader comes to it. */
  readonly waits?: boolean
}

export function TagBox({ tags: saved, onChange, onLeave, waits }: TagBoxProps) {
  // What the reader wants may be ahead of what is saved: they type on while it is.
  const [tags, setTags] = useState(saved)
  const wanted = useRef(saved)
  const underWay = useRef(0)
  const [known, setKnown] = useState<readonly TagCount[]>([])
  const [draft, setDraft] = useState('')
  const typed = cleanTag(draft)
  const choices = known
    .filter(({ name }) => !tags.includes(name) && matchesTag(name, typed))
    .sort((a, b) => rank(b, typed) - rank(a, typed) || a.name.localeCompare(b.name))
    .slice(0, 8)
  const isNew = typed !== '' && !known.some(({ name }) => name === typed) && !tags.includes(typed)

  useEffect(() => {
    void api.call('tags-list', {}).then((answer) => answer.ok && setKnown(answer.value))
  }, [])

  useEffect(() => {
    if (underWay.current > 0) return
    wanted.current = saved
    setTags(saved)
  }, [saved])

  const change = async (next: readonly string[]) => {
    const before = wanted.current
    wanted.current = next
    setTags(next)
    underWay.current++
    const done = await onChange([...next])
    underWay.current--
    if (done || wanted.current !== next) return
    wanted.current = before
    setTags(before)
  }

  const add = (name: string) => {
    setDraft('')
    if (name !== '' && !wanted.current.includes(name)) void change([...wanted.current, name])
  }
  const remove = (tag: string) => void change(wanted.current.filter((other) => other !== tag))

  return (
    <div className="tag-box">
      <TagPills tags={tags} onRemove={remove} />
      {tags.length > limits.tags && (
        <p className="muted">
          Another program has put more tags here than the {limits.tags} that can be saved.{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => void change(wanted.current.slice(0, limits.tags))}
          >
            Keep the first {limits.tags}
          </button>
        </p>
      )}
      <ComboBox
        aria-label="Add a tag"
        allowsCustomValue
        allowsEmptyCollection={false}
        menuTrigger="focus"
        inputValue={draft}
        onInputChange={setDraft}
        selectedKey={null}
        onSelectionChange={(key) => key !== null && add(String(key).replace(/^new:/, ''))}
        items={[
          ...choices.map(({ name, count }) => ({ id: name, name, hint: String(count) })),
          ...(isNew ? [{ id: `new:${typed}`, name: typed, hint: 'new' }] : []),
        ]}
      >
        <Input
          // The reader asked for the box: it is where they are going to write.
          autoFocus={!waits}
          className="tag-input"
          placeholder="Tag, then Enter; / for a branch"
          onKeyDown={(event) => {
            const list = document.querySelector('[role=option][data-focused]')
            if (event.key === 'Enter' && !list && typed !== '') {
              event.preventDefault()
              add(typed)
            } else if (event.key === ',' && typed !== '') {
              event.preventDefault()
              add(typed)
            } else if (event.key === 'Backspace' && draft === '' && tags.length > 0) {
              event.preventDefault()
              void change(wanted.current.slice(0, -1))
            } else if (event.key === 'Escape' || (event.key === 'Enter' && typed === '' && !list)) {
              event.preventDefault()
              onLeave()
            }
          }}
        />
        <Popover className="popover">
          <ListBox<{ id: string; name: string; hint: string }>
            className="choices"
            aria-label="Tags in use"
          >
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.name} className="choice">
                <span>{item.name}</span>
                <span className="muted">{item.hint}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

/** A tag's name as it is kept: without white space at its ends and around its slashes. */
export const cleanTag = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, ' ')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')
    .slice(0, limits.tagLength)
    .trim()

const matchesTag = (name: string, typed: string): boolean =>
  name.toLowerCase().includes(typed.toLowerCase())

/** Tags that begin with what was typed first, then those used most. */
const rank = ({ name, count }: TagCount, typed: string): number =>
  (typed !== '' && name.toLowerCase().startsWith(typed.toLowerCase()) ? 1_000_000 : 0) + count
