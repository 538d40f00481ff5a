// How the list is sorted, which way round, and what its articles are grouped by: one menu.
import { ArrowDownNarrowWide, ArrowUpNarrowWide, Check } from 'lucide-react'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components'
import type { RowGrouping, RowSort } from '../../shared/model/list-order.ts'
import { orderList, sortList, useList } from '../state/list.ts'
import { groupWords, sortWords } from './list-words.ts'
import { useListMenu } from './use-list-menu.ts'

const keysOf = <K extends string>(words: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(words) as K[]

const sorts: readonly RowSort[] = keysOf(sortWords)
const groupings: readonly RowGrouping[] = keysOf(groupWords)

export function OrderMenu() {
  const { sort, descending = false, group } = useList((state) => state.order)
  const { isOpen, onOpenChange, button } = useListMenu('order')
  const words = sortWords[sort]
  const way = descending ? words.falling : words.rising
  const Arrow = descending ? ArrowDownNarrowWide : ArrowUpNarrowWide
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button
        ref={button}
        className="order-button"
        aria-label={`Sort and group: by ${words.name.toLowerCase()}, ${way.toLowerCase()}`}
      >
        {words.name}
        <Arrow size={14} aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu className="menu" aria-label="Sort and group" autoFocus="first">
          <Choices
            head="Sort by"
            chosen={sort}
            choices={sorts.map((id) => ({ id, name: sortWords[id].name }))}
            onChoose={(id) => {
              const next = sorts.find((each) => each === id)
              if (next) sortList(next)
            }}
          />
          <Choices
            head="Order"
            chosen={descending ? 'falling' : 'rising'}
            choices={[
              { id: 'rising', name: words.rising },
              { id: 'falling', name: words.falling },
            ]}
            onChoose={(id) => orderList({ descending: id === 'falling' || undefined })}
          />
          <Choices
            head="Group by"
            chosen={group ?? 'none'}
            choices={[
              { id: 'none', name: 'Nothing' },
              ...groupings.map((id) => ({ id, name: groupWords[id] })),
            ]}
            onChoose={(id) => orderList({ group: groupings.find((each) => each === id) })}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

interface ChoicesProps {
  readonly head: string
  readonly chosen: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly onChoose: (id: string) => void
}

function Choices({ head, chosen, choices, onChoose }: ChoicesProps) {
  // An outlet can be sorted by and grouped by: of one id a menu has one.
  const idOf = (id: string): string => `${head} ${id}`
  const take = (keys: Selection): void => {
    const [key] = keys === 'all' ? [] : keys
    const choice = choices.find(({ id }) => idOf(id) === key)
    if (choice) onChoose(choice.id)
  }
  return (
    <MenuSection
      className="menu-section"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[idOf(chosen)]}
      onSelectionChange={take}
    >
      <Header className="menu-head">{head}</Header>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} id={idOf(id)} textValue={name} className="menu-item">
          {({ isSelected }) => (
            <>
              <span>{name}</span>
              {isSelected && <Check size={14} aria-hidden />}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
