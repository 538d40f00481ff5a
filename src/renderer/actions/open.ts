// Opening libraries and articles.
import type { OpenLibrary } from '../../shared/calls/library.ts'
import { api, type Heard, stampOf } from '../client/api.ts'
import { annotationNow } from '../replica/annotations.ts'
import { useLibrary } from '../replica/library.ts'
import { takeInHand } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { addPane, focusedPane, focusPane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { closeDone, openDialog, tellError, useUi } from '../state/ui.ts'
import { loadArticle, reloadOpen, takeArticle } from './articles.ts'
import { entering, showOpened } from './enter.ts'
import { untouched } from './reader-acts.ts'

async function enter(ask: () => Promise<Heard<OpenLibrary | null>>): Promise<boolean> {
  const from = useUi.getState().dialog
  const opened = await entering(ask, (answer) => {
    // The core tells every window, and may have told this one already.
    if (answer.ok && answer.value) showOpened(answer.value, stampOf(answer))
  })
  if (!opened.ok) tellError(opened.error)
  else if (opened.value) {
    if (from !== null) closeDone(from)
    return true
  }
  return false
}

/** Shows the native folder dialog, or the app's own picker. */
export function openFolder(): void {
  if (useApp.getState().capabilities.folderDialog) void enter(() => api.call('library-pick', {}))
  else openDialog('open-folder')
}

export const openLibraryAt = (path: string): Promise<boolean> =>
  enter(() => api.call('library-open', { path }))

export const openSample = (): Promise<boolean> => enter(() => api.call('sample-open', {}))

/**
 * Has the core look at the folder again; what it finds is told by events. What changed in the articles
 * that are open is asked for.
 * @param resume whether reading that the reader stopped goes on
 */
export async function refreshLibrary(resume = true): Promise<void> {
  if (!useLibrary.getState().info) return
  const refreshed = await api.call('library-refresh', { resume })
  if (refreshed.ok) await reloadOpen()
  else tellError(refreshed.error)
}

/** Shows an article beside the others, or goes to the pane that shows it already. */
export async function openArticle(id: string): Promise<void> {
  useUi.setState({ drawer: null })
  const there = usePanes.getState().panes.find(({ article }) => article === id)
  if (there) focusPane(there.key)
  else addPane(id)
  if (usePanes.getState().opened.get(id)?.state !== 'open') await loadArticle(id)
}

/** Shows an article and puts the keyboard into its text, unless the reader goes elsewhere meanwhile. */
export async function goToArticle(id: string): Promise<void> {
  const isLast = untouched()
  await openArticle(id)
  // The pane is drawn by the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (isLast()) readerOf(usePanes.getState().focused)?.focus()
    }),
  )
}

/** Puts the keyboard into the text in focus where what had it before has gone. */
export function keyboardToText(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) readerOf(usePanes.getState().focused)?.focus()
    }),
  )
}

/** Goes to an annotation: opens its article if need be, brings it into view, takes it in hand. */
export async function goToAnnotation(article: string, id: string): Promise<void> {
  await openArticle(article)
  takeInHand({ article, id })
  const found = annotationNow(article, id)
  if (found && found.anchor.state !== 'orphaned')
    readerOf(focusedPane()?.key)?.reveal(found.anchor.start, found.anchor.end)
}

export async function restoreAnnotations(article: string): Promise<void> {
  const restored = await api.call('annotations-restore', { article })
  if (restored.ok) takeArticle(restored.value, restored)
  else tellError(restored.error)
}
