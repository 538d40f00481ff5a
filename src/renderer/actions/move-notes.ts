// Moves the notes of an article to another, on the reader's word alone.
import type { MovedNotes, NotesOffer } from '../../shared/calls/notes.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'
import { useMoving } from '../state/moving.ts'
import { focusedPane, removePane, usePanes } from '../state/panes.ts'
import { closeDone, openDialog, tell } from '../state/ui.ts'
import { count } from './came.ts'
import { goToArticle } from './open.ts'
import { saving } from './saving.ts'
import { tellStep } from './tell-step.ts'

/** Opens the dialog for the notes of an article, or of the one of the pane in focus. */
export function moveNotes(from = focusedPane()?.article, to: string | null = null): void {
  if (from === undefined) {
    tell('Open an article first: the one that has the notes.')
    return
  }
  useMoving.setState({ from, to })
  openDialog('move-notes')
}

/** Whose notes may belong to an article, or where its own may; none when that cannot be told. */
export async function notesOffersFor(article: string): Promise<readonly NotesOffer[]> {
  const answer = await api.call('notes-offers', { article })
  return answer.ok ? answer.value : []
}

/** What moving would come to. */
export const forecastOf = (from: string, to: string): Promise<Result<MovedNotes>> =>
  api.call('notes-move', { from, to, dryRun: true })

/** Gives why it could not be done; null when it was. What has lost its file and its notes is closed. */
export async function moveNotesNow(
  from: string,
  to: string,
  isGone: boolean,
): Promise<AppError | null> {
  let failed: AppError | null = null
  const moved = await saving(
    (call) => call('notes-move', { from, to, dryRun: false }),
    api.shownLibrary(),
    (error) => {
      failed = error
    },
  )
  if (!moved) return failed
  closeDone('move-notes')
  if (isGone)
    for (const { key, article } of usePanes.getState().panes) if (article === from) removePane(key)
  await goToArticle(to)
  const waiting = moved.changed > 0 ? ` ${moved.changed} of them wait to be confirmed.` : ''
  tellStep(`${count(moved.annotations, 'note')} moved.${waiting} Undo takes them back.`)
  return null
}
