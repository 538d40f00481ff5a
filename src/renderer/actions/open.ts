// Opening libraries and articles.
import type { OpenLibrary } from '../../shared/calls.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'
import { setAnnotations, takeInHand, useAnnotations } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { showComparing } from '../state/compare.ts'
import { keepParts } from '../state/keep-parts.ts'
import { showLibrary, useLibrary } from '../state/library.ts'
import { addPane, focusedPane, focusPane, setOpened, setPanes, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useSelection } from '../state/selection.ts'
import { showStories, useStories } from '../state/stories.ts'
import { closeDialog, openDialog, tellError, useUi } from '../state/ui.ts'

/** Shows a library that the core has opened, as it was left. */
export function enterLibrary(opened: OpenLibrary): void {
  const { session, history } = opened
  api.showLibrary(opened.info.path)
  showLibrary(opened)
  useApp.setState({ history })
  useAnnotations.setState({ byArticle: new Map(), inHand: null, editing: null })
  useSelection.setState({ selected: null })
  useUi.setState({ left: session.left, right: session.right })
  useStories.setState({ current: session.story, chosen: new Set(), draft: null })
  showStories(opened.stories)
  showComparing(session)
  setPanes(session.panes, session.focused)
  for (const id of new Set(session.panes.map(({ article }) => article))) void loadArticle(id)
}

/** Whether the window shows this library already, and may do with it what it may. */
export function isShownAs({ info }: OpenLibrary): boolean {
  const shown = useLibrary.getState().info
  return shown?.path === info.path && (shown.readOnly === null) === (info.readOnly === null)
}

async function enter(answer: Promise<Result<OpenLibrary | null>>): Promise<boolean> {
  const opened = await answer
  if (!opened.ok) tellError(opened.error)
  else if (opened.value) {
    // The core tells every window, and may have told this one already.
    if (!isShownAs(opened.value)) enterLibrary(opened.value)
    closeDialog()
    return true
  }
  return false
}

/** Shows the native folder dialog, or the app's own picker. */
export function openFolder(): void {
  if (useApp.getState().capabilities.folderDialog) void enter(api.call('library-pick', {}))
  else openDialog('open-folder')
}

export const openLibraryAt = (path: string): Promise<boolean> =>
  enter(api.call('library-open', { path }))

export const openSample = (): Promise<boolean> => enter(api.call('sample-open', {}))

/**
 * Has the core look at the folder again.
 * @param resume whether reading that the reader stopped goes on
 */
export async function refreshLibrary(resume = true): Promise<void> {
  if (!useLibrary.getState().info) return
  const refreshed = await api.call('library-refresh', { resume })
  if (!refreshed.ok) {
    tellError(refreshed.error)
    return
  }
  // What changed on disk is read again where it is open.
  await reloadOpen()
}

/** Shows an article as the core gives it; what of it did not change stays as it is in the page. */
export function takeArticle(article: OpenArticle): void {
  const now = usePanes.getState().opened.get(article.id)
  const kept = now?.state === 'open' ? keepParts(now.article, article) : article
  if (now?.state !== 'open' || kept !== now.article)
    setOpened(article.id, { state: 'open', article: kept })
  setAnnotations(article.id, article.resolved)
}

/** Reads again what is open: other programs may have changed it. */
export async function reloadOpen(): Promise<void> {
  await Promise.all([...usePanes.getState().opened.keys()].map(loadArticle))
}

/** Reads an article for the panes that show it. */
export async function loadArticle(id: string): Promise<void> {
  if (!usePanes.getState().opened.has(id)) setOpened(id, { state: 'loading' })
  const answer = await api.call('article-open', { article: id })
  if (!answer.ok) {
    setOpened(id, { state: 'failed', error: answer.error })
    return
  }
  takeArticle(answer.value)
}

/** Shows an article beside the others, or goes to the pane that shows it already. */
export async function openArticle(id: string): Promise<void> {
  useUi.setState({ drawer: null })
  const there = usePanes.getState().panes.find(({ article }) => article === id)
  if (there) focusPane(there.key)
  else addPane(id)
  if (usePanes.getState().opened.get(id)?.state !== 'open') await loadArticle(id)
}

/** Shows an article and puts the keyboard into its text. */
export async function goToArticle(id: string): Promise<void> {
  await openArticle(id)
  // The pane is drawn by the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => readerOf(usePanes.getState().focused)?.focus()),
  )
}

/** Goes to an annotation: opens its article if need be, brings it into view, takes it in hand. */
export async function goToAnnotation(article: string, id: string): Promise<void> {
  await openArticle(article)
  takeInHand({ article, id })
  const found = useAnnotations
    .getState()
    .byArticle.get(article)
    ?.find(({ annotation }) => annotation.id === id)
  if (found && found.anchor.state !== 'orphaned')
    readerOf(focusedPane()?.key)?.reveal(found.anchor.start, found.anchor.end)
}

export async function restoreAnnotations(article: string): Promise<void> {
  const restored = await api.call('annotations-restore', { article })
  if (!restored.ok) {
    tellError(restored.error)
    return
  }
  await loadArticle(article)
}
