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
  | 'messages'
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
  /** Of the core, when the step that it tells of was the last one: until another is done it can be undone. */
  readonly step?: number
  /** Milliseconds since 1970. */
  readonly at: number
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
  /** What was said last, the newest first: to be read again. */
  readonly said: readonly Message[]
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
  said: [],
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

let lastId = 0

/** Messages that can be read again. */
const mostSaid = 50

/** @param shown what is shown of the messages that stand there, beside the new one */
function say(
  message: Omit<Message, 'id' | 'at'>,
  shown: (messages: readonly Message[]) => readonly Message[],
): number {
  const made: Message = { ...message, id: ++lastId, at: Date.now() }
  useUi.setState(({ messages, said }) => ({
    messages: [...shown(messages), made],
    said: [made, ...said].slice(0, mostSaid),
  }))
  return made.id
}

/** Shows an error until the reader closes it. The same one is not shown twice at a time. */
export function tellError({ message, advice, detail }: AppError): void {
  if (useUi.getState().messages.some(({ text }) => text === message)) return
  say({ kind: 'error', text: message, advice, ...(detail && { detail }) }, (messages) => messages)
}

/** Milliseconds a message that asks for nothing stays, and one of a step, which can be undone. */
const infoStays = 6_000
const stepStays = 12_000

export const tell = (text: string): void => void show(text, infoStays)

/** Tells of a step. Gives the message's id. */
export const tellOfStep = (text: string): number => show(text, stepStays)

function show(text: string, stays: number): number {
  // The newest takes the place of the one before: only errors wait to be read.
  const id = say({ kind: 'info', text }, (messages) =>
    messages.filter(({ kind }) => kind === 'error'),
  )
  setTimeout(() => dismiss(id), stays)
  return id
}

/** @param step as in `Message` */
export function offerUndo(id: number, step: number): void {
  const offering = (all: readonly Message[]): readonly Message[] =>
    all.map((each) => (each.id === id ? { ...each, step } : each))
  useUi.setState(({ messages, said }) => ({
    messages: offering(messages),
    said: offering(said),
  }))
}

export const dismiss = (id: number): void =>
  useUi.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
