// What each call about the notes of an article as a whole does.
import type { notesCalls } from '../../../shared/calls/notes.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { MovingNotes } from './moving.ts'
import type { NotesOffers } from './offers.ts'

export interface NotesCalls {
  moveNotes: MovingNotes['move']
  notesOffers: NotesOffers['of']
}

export const notesHandlers = (on: OnLibrary<NotesCalls>): HandlersOf<typeof notesCalls> => ({
  'notes-move': on((library, arg) => library.moveNotes(arg)),
  'notes-offers': on(async (library, { article }) => ok(await library.notesOffers(article))),
})
