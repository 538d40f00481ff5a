// Narrows the list down: to a reading state, an outlet, a tag, each with how many articles there are.
import { Check, ListFilter } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  type Selection,
} from 'react-aria-components'
import type { ListCounts } from '../../shared/model/rows.ts'
import { holdsWords } from '../../shared/text/holds-words.ts'
import { useCounts } from '../replica/counts.ts'
import { orderList, useList } from '../state/list.ts'
import {
  type Narrowing,
  narrowedToOutlet,
  narrowedToState,
  narrowedToTag,
  narrowingsIn,
} from './list-words.ts'
import { useListMenu } from './use-list-menu.ts'

/** Choices of a kind shown at most: what is not among them is found by typing on. */
const shownMost = 40

interface Choice extends Narrowing {
  readonly articles: number
}

export function NarrowMenu() {
  const { isOpen, onOpenChange, button } = useListMenu('narrow')
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button ref={button} className="icon-button" aria-label="Only some articles…">
        <ListFilter size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover narrow-popover" placement="bottom end">
        <Dialog className="narrow" aria-label="Only some articles">
          <Narrowings />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Narrowings() {
  const counts = useCounts((state) => state.counts)
  const order = useList((state) => state.order)
  const [typed, setTyped] = useState('')
  const choices = counts ? choicesIn(counts).filter(({ name }) => holdsWords(name, typed)) : []
  const chosen = new Set(narrowingsIn(order).map(({ key }) => key))

  /** One of each kind at a time; the one that is chosen, once more, none. */
  const take = (keys: Selection): void => {
    if (keys === 'all') return
    const added = choices.find(({ key }) => keys.has(key) && !chosen.has(key))
    const taken = narrowingsIn(order).find(({ key }) => !keys.has(key))
    if (added) orderList(added.order)
    else if (taken) orderList({ [taken.kind]: undefined })
    useList.setState({ open: null })
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="palette-field" aria-label="Find a state, outlet or tag" autoFocus>
        <Input placeholder="Outlet, tag or state" />
      </SearchField>
      <ListBox
        className="choices narrow-choices"
        aria-label="States, outlets and tags"
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={take}
        renderEmptyState={() => (
          <p className="muted hint">{counts ? nothingWords(typed) : 'Looking…'}</p>
        )}
      >
        {section('Reading state', 'state', choices)}
        {section('Outlet', 'outlet', choices)}
        {section('Tag', 'tag', choices)}
      </ListBox>
    </Autocomplete>
  )
}

const nothingWords = (typed: string): string =>
  typed.trim() === ''
    ? 'There is nothing to narrow by: the library has no articles yet.'
    : `Nothing matches “${typed.trim()}”.`

function section(head: string, kind: Narrowing['kind'], choices: readonly Choice[]) {
  const mine = choices.filter((choice) => choice.kind === kind).slice(0, shownMost)
  if (mine.length === 0) return null
  return (
    <ListBoxSection key={kind} id={kind}>
      <Header className="menu-head">{head}</Header>
      {mine.map(({ key, name, articles }) => (
        <ListBoxItem key={key} id={key} textValue={name} className="choice">
          {({ isSelected }) => (
            <>
              <span dir="auto">{name}</span>
              <span className="muted">
                {isSelected && <Check size={14} aria-hidden />}
                {articles.toLocaleString()}
              </span>
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}

/** What there is to narrow the list down to; outlets with most articles first. */
function choicesIn({ articles, states, outlets, tags }: ListCounts): readonly Choice[] {
  const named = outlets.reduce((sum, outlet) => sum + outlet.articles, 0)
  return [
    { ...narrowedToState('new'), articles: states.new },
    { ...narrowedToState('reading'), articles: states.reading },
    { ...narrowedToState('read'), articles: states.read },
    ...outlets.map((one) => ({ ...narrowedToOutlet(one.outlet), articles: one.articles })),
    { ...narrowedToOutlet(null), articles: articles - named },
    ...tags.map((one) => ({ ...narrowedToTag(one.tag), articles: one.articles })),
  ].filter((choice) => choice.articles > 0)
}
