// The open library as the core told it: its articles as rows, and what is wrong with it.
import { create } from 'zustand'
import type { EventData, OpenLibrary } from '../../shared/calls.ts'
import type { ArticleSummary, LibraryInfo } from '../../shared/model/library.ts'
import { inPathOrder } from '../../shared/text/path-order.ts'
import { createRegister, createTable, type Stamp } from './table.ts'

interface LibraryState {
  readonly info: LibraryInfo | null
  /** In the order of their paths. */
  readonly articles: readonly ArticleSummary[]
  readonly progress: EventData<'library-progress'> | null
}

export const useLibrary = create<LibraryState>()(() => ({
  info: null,
  articles: [],
  progress: null,
}))

let rows = createTable<ArticleSummary>()
let info = createRegister<LibraryInfo | null>(null)

export const rowOf = (id: string): ArticleSummary | undefined => rows.get(id)

const inListOrder = (a: ArticleSummary, b: ArticleSummary): number =>
  inPathOrder(a, b) || (a.part ?? -1) - (b.part ?? -1)

/** Begins with a library; null: with none. */
export function beginRows(opened: OpenLibrary | null, stamp: Stamp): void {
  rows = createTable()
  info = createRegister<LibraryInfo | null>(null)
  useLibrary.setState({ info: null, articles: [], progress: null })
  if (opened) takeLibrary(opened, stamp)
}

/** All of the library that is shown, as it was told at once. */
export function takeLibrary(opened: Pick<OpenLibrary, 'info' | 'articles'>, stamp: Stamp): void {
  info.take(opened.info, stamp)
  takeRows(opened.articles, stamp)
  useLibrary.setState({ info: info.value() })
}

/** All rows; the articles in one file stand in their own order. */
export function takeRows(articles: readonly ArticleSummary[], stamp: Stamp): void {
  if (rows.replace(articles.map(keyed), stamp)) showSorted()
}

/** Takes in new, changed and removed rows. */
export function changeRows(change: EventData<'library-changed'>, stamp: Stamp): void {
  const { changed, removed } = change
  // Rows that only learnt their titles stay where they are.
  const stay = removed.length === 0 && changed.every(({ id, path }) => rows.get(id)?.path === path)
  if (info.take(change.info, stamp)) useLibrary.setState({ info: change.info })
  if (!rows.change(changed.map(keyed), removed, stamp)) return
  if (stay) showInPlace()
  else showSorted()
}

/** Keeps the counts of a row true without asking again. */
export function countAnnotations(
  id: string,
  { annotations, notes }: Pick<ArticleSummary, 'annotations' | 'notes'>,
  stamp: Stamp,
): void {
  const row = rows.get(id)
  if (row && rows.change([[id, { ...row, annotations, notes }]], [], stamp)) showInPlace()
}

const keyed = (row: ArticleSummary): readonly [string, ArticleSummary] => [row.id, row]

const showSorted = (): void =>
  useLibrary.setState({ articles: [...rows.values()].sort(inListOrder) })

const showInPlace = (): void =>
  useLibrary.setState(({ articles }) => ({
    articles: articles.map((row) => rows.get(row.id) ?? row),
  }))

/** What to call an article that may have no title: its file's name, as what it is. */
export const nameOf = ({ title, path }: Pick<ArticleSummary, 'title' | 'path'>): string =>
  title ?? path.split('/').at(-1) ?? path
