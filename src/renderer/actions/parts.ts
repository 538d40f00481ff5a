// Files that hold several articles, shown as one or as many; and two articles brought side by side.
import { maxPanes } from '../../shared/model/defaults.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { limits } from '../../shared/model/limits.ts'
import { api } from '../client/api.ts'
import { fetchRows, rowOf } from '../replica/rows.ts'
import { isOfShown, shownLibrary } from '../replica/shown.ts'
import { addPane, focusPane, removePane, usePanes } from '../state/panes.ts'
import { closeDialog, tellError, useUi } from '../state/ui.ts'
import { loadArticle } from './articles.ts'
import { count } from './came.ts'
import { tellStep } from './tell-step.ts'

/**
 * Shows the articles in a file as one article each, or the file as one. Panes that showed what is gone
 * show what has come in its place. Gives whether it was done.
 * @param article the file, or one of the articles in it
 */
export async function splitArticle(
  { id, path }: Pick<ArticleSummary, 'id' | 'path'>,
  split: boolean,
): Promise<boolean> {
  const answer = await api.call('article-split', { article: id, split })
  if (!answer.ok) {
    tellError(answer.error)
    return false
  }
  const { articles } = answer.value
  const there = new Set(articles)
  const isGone = (article: string): boolean =>
    !there.has(article) && (article === id || rowOf(article)?.path === path)
  const gone = usePanes.getState().panes.map(({ article }) => article)
  const [first] = articles
  if (first !== undefined && isOfShown(answer.at)) showInstead(new Set(gone.filter(isGone)), first)
  tellStep(
    split
      ? `“${path}” is shown as ${count(there.size, 'article')} now.`
      : `“${path}” is shown as one article again.`,
  )
  return true
}

/**
 * Shows what stands for a file now in the panes of what stood for it; after an undo, or in another window.
 * @param now rows of the file among others
 */
export function followSplits(
  gone: readonly ArticleSummary[],
  now: readonly ArticleSummary[],
): void {
  for (const path of new Set(gone.map((row) => row.path))) {
    const first = now.find((row) => row.path === path && row.state !== 'missing')
    const ids = gone.filter((row) => row.path === path).map(({ id }) => id)
    if (first) showInstead(new Set(ids), first.id)
  }
}

/**
 * The same where not every row was told: asks which are gone, and what stands for their files now. Where
 * that cannot be had, panes stay as they are.
 * @param shown rows of what panes show, as they were known before
 */
export async function findSplits(shown: readonly ArticleSummary[]): Promise<void> {
  const library = shownLibrary()
  const there = await fetchRows(shown.map(({ id }) => id))
  if (!there.ok) return
  const gone = shown.filter(({ id }) => !there.value.has(id))
  for (const path of new Set(gone.map((row) => row.path))) {
    const query = { sort: 'path', filter: path.slice(0, limits.factLength) } as const
    const now = await api.call('rows-page', { query, start: 0, end: limits.rows })
    // Another library may be shown by now.
    if (shownLibrary() !== library) return
    const its = gone.filter((row) => row.path === path)
    if (now.ok && isOfShown(now.at)) followSplits(its, now.value.rows)
  }
}

/** The first pane of what is gone shows the article; the others close. */
function showInstead(gone: ReadonlySet<string>, article: string): void {
  const [pane, ...others] = usePanes.getState().panes.filter((one) => gone.has(one.article))
  for (const { key } of others) removePane(key)
  if (!pane) return
  usePanes.setState(({ panes }) => ({
    panes: panes.map((one) => (one.key === pane.key ? { ...one, article, top: 0 } : one)),
  }))
  void loadArticle(article)
}

/** Shows two articles in two panes beside each other; others make room where there is none. */
export async function openBeside(one: string, other: string): Promise<void> {
  closeDialog()
  useUi.setState({ drawer: null })
  const paneOf = (article: string) =>
    usePanes.getState().panes.find((pane) => pane.article === article)
  const wanted = [one, other].filter((article) => !paneOf(article)).length
  const strangers = usePanes
    .getState()
    .panes.filter(({ article }) => article !== one && article !== other)
  const over = usePanes.getState().panes.length + wanted - maxPanes
  for (const { key } of strangers.slice(strangers.length - Math.max(over, 0))) removePane(key)
  const left = paneOf(one)?.key ?? addPane(one)
  if (!paneOf(other)) addPane(other, left)
  focusPane(left)
  await Promise.all(
    [one, other]
      .filter((article) => usePanes.getState().opened.get(article)?.state !== 'open')
      .map((article) => loadArticle(article)),
  )
}
