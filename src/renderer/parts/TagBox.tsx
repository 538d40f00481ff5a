// Where tags are written: pills that can be taken away, a box that completes from the tags in use.
import { useEffect, useRef, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { TagCount } from '../../shared/calls/tags.ts'
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

export function TagBox({ tags: saved, onChange, onLeave, waits = false }: TagBoxProps) {
  const { tags, add, remove, removeLast, keepFirst } = useWantedTags(saved, onChange)
  return (
    <div className="tag-box">
      <TagPills tags={tags} onRemove={remove} />
      {tags.length > limits.tags && (
        <p className="muted">
          Another program has put more tags here than the {limits.tags} that can be saved.{' '}
          <button type="button" className="text-button" onClick={() => keepFirst(limits.tags)}>
            Keep the first {limits.tags}
          </button>
        </p>
      )}
      <TagInput tags={tags} add={add} removeLast={removeLast} onLeave={onLeave} waits={waits} />
    </div>
  )
}

interface WantedTags {
  readonly tags: readonly string[]
  readonly add: (name: string) => void
  readonly remove: (tag: string) => void
  readonly removeLast: () => void
  readonly keepFirst: (count: number) => void
}

/** What the reader wants may be ahead of what is saved: they type on while it is. */
function useWantedTags(saved: readonly string[], onChange: TagBoxProps['onChange']): WantedTags {
  const [tags, setTags] = useState(saved)
  const wanted = useRef(saved)
  const underWay = useRef(0)

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

  return {
    tags,
    add: (name) => {
      if (name !== '' && !wanted.current.includes(name)) void change([...wanted.current, name])
    },
    remove: (tag) => void change(wanted.current.filter((other) => other !== tag)),
    removeLast: () => void change(wanted.current.slice(0, -1)),
    keepFirst: (count) => void change(wanted.current.slice(0, count)),
  }
}

interface TagInputProps extends Omit<WantedTags, 'remove' | 'keepFirst'> {
  readonly onLeave: () => void
  readonly waits: boolean
}

function TagInput({ tags, add: addTag, removeLast, onLeave, waits }: TagInputProps) {
  const known = useTagsInUse()
  const [draft, setDraft] = useState('')
  const typed = cleanTag(draft)
  const add = (name: string) => {
    setDraft('')
    addTag(name)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const list = document.querySelector('[role=option][data-focused]')
    const enter = event.key === 'Enter' && !list
    if (typed !== '' && (enter || event.key === ',')) add(typed)
    else if (event.key === 'Backspace' && draft === '' && tags.length > 0) removeLast()
    else if (event.key === 'Escape' || (enter && typed === '')) onLeave()
    else return
    event.preventDefault()
  }
  return (
    <ComboBox
      aria-label="Add a tag"
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="focus"
      inputValue={draft}
      onInputChange={setDraft}
      selectedKey={null}
      onSelectionChange={(key) => key !== null && add(String(key).replace(/^new:/, ''))}
      items={choicesFor(typed, known, tags)}
    >
      <Input
        // The reader asked for the box: it is where they are going to write.
        autoFocus={!waits}
        className="tag-input"
        placeholder="Tag, then Enter; / for a branch"
        onKeyDown={onKeyDown}
      />
      <Popover className="popover">
        <ListBox<Choice> className="choices" aria-label="Tags in use">
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="choice">
              <span>{item.name}</span>
              <span className="muted">{item.hint}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function useTagsInUse(): readonly TagCount[] {
  const [known, setKnown] = useState<readonly TagCount[]>([])
  useEffect(() => {
    void api.call('tags-list', {}).then((answer) => answer.ok && setKnown(answer.value))
  }, [])
  return known
}

interface Choice {
  readonly id: string
  readonly name: string
  readonly hint: string
}

/** Tags in use that hold what was typed, the best first; last, what was typed as a new one. */
function choicesFor(
  typed: string,
  known: readonly TagCount[],
  taken: readonly string[],
): readonly Choice[] {
  const choices = known
    .filter(({ name }) => !taken.includes(name) && matchesTag(name, typed))
    .sort((a, b) => rank(b, typed) - rank(a, typed) || a.name.localeCompare(b.name))
    .slice(0, 8)
    .map(({ name, count }) => ({ id: name, name, hint: String(count) }))
  const isNew = typed !== '' && !known.some(({ name }) => name === typed) && !taken.includes(typed)
  return isNew ? [...choices, { id: `new:${typed}`, name: typed, hint: 'new' }] : choices
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
