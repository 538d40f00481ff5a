// What is being corrected, which picture is shown large, and where the menu of a passage stands.
import { create } from 'zustand'

interface PassageMenu {
  readonly pane: string
  readonly article: string
  /** Client pixels. */
  readonly x: number
  readonly y: number
  /** The index of the block it is about; null: none. */
  readonly block: number | null
  readonly href: string | null
}

interface CorrectionsState {
  /** The article whose facts stand in the dialog. */
  readonly article: string | null
  readonly picture: { readonly article: string; readonly index: number } | null
  readonly menu: PassageMenu | null
}

export const useCorrections = create<CorrectionsState>()(() => ({
  article: null,
  picture: null,
  menu: null,
}))
