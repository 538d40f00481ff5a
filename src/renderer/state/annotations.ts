// The annotation in hand, what is being written on it, and what is under way.
import { create } from 'zustand'
import { shownLibrary } from '../replica/shown.ts'

export interface InHand {
  readonly article: string
  readonly id: string
}

interface AnnotationsState {
  readonly inHand: InHand | null
  /** Which part of the one in hand is being written. */
  readonly editing: 'tags' | 'note' | null
  /** Waits to be put on a passage that the reader selects. */
  readonly attaching: InHand | null
  /** Notes as they were written, by `draftKey`, until they are saved. */
  readonly drafts: ReadonlyMap<string, string>
  /** What the core is being asked to save now. */
  readonly saving: number
}

export const useAnnotations = create<AnnotationsState>()(() => ({
  inHand: null,
  editing: null,
  attaching: null,
  drafts: new Map(),
  saving: 0,
}))

export const takeInHand = (inHand: InHand | null, editing: 'tags' | 'note' | null = null): void =>
  useAnnotations.setState({ inHand, editing })

/** A copy of a library has annotations of the same ids: a draft belongs to the one it was written in. */
export const draftKey = (id: string, library: string | null = shownLibrary()): string =>
  `${id} ${library}`

export const keepDraft = (key: string, note: string): void =>
  useAnnotations.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, note) }))

/** Unless it was written on meanwhile. */
export const dropDraft = (key: string, note: string): void =>
  useAnnotations.setState(({ drafts }) => {
    if (drafts.get(key) !== note) return {}
    const rest = new Map(drafts)
    rest.delete(key)
    return { drafts: rest }
  })
