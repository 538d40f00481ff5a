// Whose notes the reader is about to move, and which offers to do so were put away.
import { create } from 'zustand'
import type { NotesOffer } from '../../shared/calls/notes.ts'

interface MovingState {
  /** Id of the article that has the notes. */
  readonly from: string | null
  /** Id of the one that is to have them, as far as it is chosen. */
  readonly to: string | null
  /** Offers that the reader has put away, by `offerKey`, until the app is closed. */
  readonly away: ReadonlySet<string>
}

export const useMoving = create<MovingState>()(() => ({ from: null, to: null, away: new Set() }))

export const offerKey = ({ from, to }: Pick<NotesOffer, 'from' | 'to'>): string => `${from} ${to}`

export const putAway = (offer: NotesOffer): void =>
  useMoving.setState(({ away }) => ({ away: new Set(away).add(offerKey(offer)) }))
