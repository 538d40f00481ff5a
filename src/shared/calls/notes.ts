// The notes of an article as a whole: moved to another article, as when its file was saved again.
import { z } from 'zod'
import { ArticleId } from '../model/library.ts'
import { type CallTable, everywhere } from './call-rule.ts'

const count = z.number().int().nonnegative()

/** What moving comes to, or came to. */
export const MovedNotes = z.strictObject({
  annotations: count,
  /** How many of them stand in the other text on the words they were made on, on others, on none. */
  exact: count,
  changed: count,
  lost: count,
  /** The reader's own words on facts and furniture that go along. */
  corrections: count,
  /** Whether the reading state goes along. */
  reading: z.boolean(),
  /** Stories and verdicts that name the other article from then on. */
  stories: count,
  verdicts: count,
})
export type MovedNotes = Readonly<z.infer<typeof MovedNotes>>

/** An article whose notes seem to belong to another, for the reader to look at. */
export const NotesOffer = z.strictObject({
  from: ArticleId,
  to: ArticleId,
  /** Of the one that was not asked about. */
  path: z.string(),
  title: z.string().nullable(),
  /** Notes that would be moved. */
  annotations: count,
  /** What agrees: the title, or how much of the shorter text, from 0 to 1. */
  sameTitle: z.boolean(),
  share: z.number(),
})
export type NotesOffer = Readonly<z.infer<typeof NotesOffer>>

export const notesCalls = {
  /**
   * Moves the notes of an article, its corrections and reading state to another that is there; of one
   * whose file is gone also its places in stories and verdicts. One step of undo.
   */
  'notes-move': {
    arg: z.strictObject({ from: ArticleId, to: ArticleId, dryRun: z.boolean() }),
    result: MovedNotes,
    of: 'library',
    hosts: everywhere,
  },
  /** Where the notes of this article may belong, when its file is gone; or whose may belong to it. */
  'notes-offers': {
    arg: z.strictObject({ article: ArticleId }),
    result: z.array(NotesOffer),
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable
