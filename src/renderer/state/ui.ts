// What is shown around the text: sides, the dialog in front, messages.
import { create } from 'zustand'
import type { AppError } from '../../shared/errors.ts'

export type DialogName =
  | 'about'
  | 'add'
  | 'correct'
  | 'encoding'
  | 'export'
  | 'find-stories'
  | 'go-to-article'
  | 'help'
  | 'import'
  | 'keep-search'
  | 'keys'
  | 'move-notes'
  | 'open-folder'
  | 'palette'
  | 'paste'
  | 'picture'
  | 'problems'
  | 'reading-report'
  | 'settings'
  | 'story'
  | 'tag'

export interface Message {
  readonly id: number
  readonly kind: 'error' | 'info'
  readonly text: string
  readonly advice?: string
  readonly detail?: string
}

export type Side = 'left' | 'right'

interface UiState {
  readonly left: boolean
  readonly right: boolean
  /** The window is too narrow for sides: one at a time lies over the text, as a drawer. */
  readonly narrow: boolean
  readonly drawer: Side | null
  /** Both sides and the bars folded away. */
  readonly focusMode: boolean
  readonly dialog: DialogName | null
  readonly messages: readonly Message[]
  /** The article in focus is given to the printer. */
  readonly printing: boolean
  /** A web address that waits for the reader's word. */
  readonly link: string | null
}

export const useUi = create<UiState>()(() => ({
  left: true,
  right: true,
  narrow: false,
  drawer: null,
  focusMode: false,
  dialog: null,
  messages: [],
  printing: false,
  link: null,
}))

export const isShown = (state: UiState, side: Side): boolean =>
  !state.focusMode && (state.narrow ? state.drawer === side : state[side])

export function showSide(side: Side, shown: boolean): void {
  useUi.setState(({ narrow, drawer, focusMode }) => ({
    focusMode: focusMode && !shown,
    ...(narrow
      ? { drawer: shown ? side : drawer === side ? null : drawer }
      : side === 'left'
        ? { left: shown }
        : { right: shown }),
  }))
}

export const toggleSide = (side: Side): void => showSide(side, !isShown(useUi.getState(), side))

export const openDialog = (dialog: DialogName): void => useUi.setState({ dialog })
export const closeDialog = (): void => useUi.setState({ dialog: null })

/** Closes a dialog that has done its work, unless the reader has gone on to another meanwhile. */
export function closeDone(done: DialogName): void {
  if (useUi.getState().dialog === done) closeDialog()
}

let said = 0

/** Shows an error until the reader closes it. The same one is not shown twice at a time. */
export function tellError({ message, advice, detail }: AppError): void {
  useUi.setState(({ messages }) =>
    messages.some(({ text }) => text === message)
      ? {}
      : {
          messages: [
            ...messages,
            { id: ++said, kind: 'error', text: message, advice, ...(detail && { detail }) },
          ],
        },
  )
}

/** Milliseconds a message that asks for nothing stays. */
const infoStays = 6_000

export function tell(text: string): void {
  const id = ++said
  // The newest takes the place of the one before: only errors wait to be read.
  useUi.setState(({ messages }) => ({
    messages: [...messages.filter(({ kind }) => kind === 'error'), { id, kind: 'info', text }],
  }))
  setTimeout(() => dismiss(id), infoStays)
}

export const dismiss = (id: number): void =>
  useUi.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
