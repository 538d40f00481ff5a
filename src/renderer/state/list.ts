// How the list of articles is ordered, grouped and narrowed down. Whatever is set here is asked for.
import { create } from 'zustand'
import type { ListOrder } from '../../shared/model/list-order.ts'
import type { RowQuery } from '../../shared/model/rows.ts'
import { askList } from '../replica/list.ts'

interface ListState {
  readonly order: ListOrder
  /** What is typed. */
  readonly filter: string
  /** Headings, by their ids, whose rows are put away. */
  readonly folded: ReadonlySet<string>
  /** Which of its menus is open. */
  readonly open: ListMenu | null
}

export type ListMenu = 'order' | 'narrow'

export const useList = create<ListState>()(() => ({
  order: { sort: 'path' },
  filter: '',
  folded: new Set<string>(),
  open: null,
}))

useList.subscribe((state) => askList(queryOf(state)))

const queryOf = ({ order, filter }: ListState): RowQuery =>
  filter.trim() === '' ? order : { ...order, filter: filter.trim() }

/** Changes some of how the list is ordered; undefined takes it away. */
export const orderList = (change: Partial<ListOrder>): void =>
  useList.setState(({ order, folded }) => ({
    order: { ...order, ...change },
    // Other groups have other headings.
    folded: 'group' in change ? new Set() : folded,
  }))

/** Puts the rows beneath a heading away, or shows them again. */
export const foldGroup = (heading: string): void =>
  useList.setState(({ folded }) => {
    const next = new Set(folded)
    if (!next.delete(heading)) next.add(heading)
    return { folded: next }
  })

/** Takes away whatever narrows the list down. */
export const showAll = (): void =>
  useList.setState(({ order: { sort, descending, group } }) => ({
    order: { sort, descending, group },
    filter: '',
  }))

/** Sorts by something else, the way round in which it is mostly looked for. */
export const sortList = (sort: ListOrder['sort']): void =>
  orderList({ sort, descending: fallingSorts.has(sort) || undefined })

const fallingSorts: ReadonlySet<ListOrder['sort']> = new Set([
  'date',
  'added',
  'changed',
  'words',
  'annotations',
])

export const reverseList = (): void =>
  useList.setState(({ order }) => ({
    order: { ...order, descending: order.descending ? undefined : true },
  }))

/** Whether only some of the articles are listed. */
export const isNarrowed = ({ order, filter }: ListState): boolean =>
  filter.trim() !== '' ||
  order.outlet !== undefined ||
  order.tag !== undefined ||
  order.state !== undefined
