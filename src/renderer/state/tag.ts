// The tag that is being renamed or described.
import { create } from 'zustand'
import { openDialog } from './ui.ts'

interface TagState {
  /** Null: the reader is to choose one. */
  readonly tag: string | null
}

export const useTag = create<TagState>()(() => ({ tag: null }))

/** Opens the name, colour and description of a tag. */
export function editTag(tag: string | null): void {
  useTag.setState({ tag })
  openDialog('tag')
}
