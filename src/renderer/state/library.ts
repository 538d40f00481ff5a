// The open library as the core tells it: its articles as rows, and what is wrong with it.
import { create } from 'zustand'
import type { EventData, OpenLibrary } from '../../shared/calls.ts'
import type { ArticleSummary, LibraryInfo } from '../../shared/model/library.ts'
import { inPathOrder } from '../../shared/text/path-order.ts'

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

export const rowOf = (id: string): ArticleSummary | undefined =>
  useLibrary.getState().articles.find((row) => row.id === id)

/** All rows, in the order of their files; the articles in one file in their own. */
export const showRows = (articles: readonly ArticleSummary[]): void =>
  useLibrary.setState({ articles: [...articles].sort(inListOrder) })

const inListOrder = (a: ArticleSummary, b: ArticleSummary): number =>
  inPathOrder(a, b) || (a.part ?? -1) - (b.part ?? -1)

/** What was told of a library before it was shown; the answer that shows it may be overtaken. */
let early: EventData<'library-changed'>[] = []

export function showLibrary({ info, articles }: OpenLibrary): void {
  useLibrary.setState({ info, progress: null })
  showRows(articles)
  const waiting = early.filter((change) => change.info.path === info.path)
  early = []
  for (const change of waiting) changeRows(change)
}

/** Takes in new, changed and removed rows. */
export function changeRows(change: EventData<'library-changed'>): void {
  const { info, changed, removed } = change
  if (useLibrary.getState().info?.path !== info.path) {
    early.push(change)
    return
  }
  useLibrary.setState(({ articles }) => {
    const rows = new Map(articles.map((row) => [row.id, row]))
    const known = changed.every(({ id, path }) => rows.get(id)?.path === path)
    for (const id of removed) rows.delete(id)
    for (const row of changed) rows.set(row.id, row)
    const next = [...rows.values()]
    // Rows that only learnt their titles stay where they are.
    return { info, articles: known ? next : next.sort(inListOrder) }
  })
}

/** Keeps the counts of a row true without asking again. */
export function countAnnotations(id: string, annotations: number, notes: number): void {
  useLibrary.setState(({ articles }) => ({
    articles: articles.map((row) => (row.id === id ? { ...row, annotations, notes } : row)),
  }))
}

/** What to call an article that may have no title: its file's name, as what it is. */
export const nameOf = ({ title, path }: Pick<ArticleSummary, 'title' | 'path'>): string =>
  title ?? path.split('/').at(-1) ?? path
