// Making and changing annotations: of what is selected, else of the one in hand.
import type { AnnotationPatch } from '../../shared/calls/annotations.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Color } from '../../shared/model/color.ts'
import { inFigures, limits } from '../../shared/model/limits.ts'
import { type Answer, nowhere } from '../../shared/stream.ts'
import { api, stampOf } from '../client/api.ts'
import {
  annotationsOf,
  changeAnnotations,
  inTextOrder,
  useAnnotated,
} from '../replica/annotations.ts'
import { takeHistory, useHistory } from '../replica/history.ts'
import { isOfShown } from '../replica/shown.ts'
import {
  draftKey,
  dropDraft,
  type InHand,
  keepDraft,
  takeInHand,
  useAnnotations,
} from '../state/annotations.ts'
import { settings } from '../state/app.ts'
import { useCompare } from '../state/compare.ts'
import { focusedPane, focusPane, openedArticle, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { type PaneSelection, useSelection } from '../state/selection.ts'
import { showSide, tell, tellError, useUi } from '../state/ui.ts'
import { closeGone } from './close-gone.ts'
import { type CallNow, saving } from './saving.ts'
import { hashOf, selectedNow } from './selected.ts'
import { saveSettings } from './settings.ts'

/** The highlight that is being made: what is asked of it meanwhile waits. */
let making: Promise<string | null> = Promise.resolve(null)

/** Highlights the selection and takes it in hand. Null when nothing is selected or it was not saved. */
function highlightSelection(color: Color = settings().lastColor): Promise<string | null> {
  const selected = selectedNow()
  if (!selected) return Promise.resolve(null)
  // Taken away at once, so that a second key does not highlight the same words again.
  useSelection.setState({ selected: null })
  readerOf(selected.pane)?.clearSelection()
  return highlightPassage(selected, color)
}

/** Highlights a passage, selected or not, and takes it in hand. Null when it was not saved. */
export function highlightPassage(
  passage: PaneSelection,
  color: Color = settings().lastColor,
): Promise<string | null> {
  making = make(passage, color)
  return making
}

async function make(selected: PaneSelection, color: Color): Promise<string | null> {
  const { article, start, end, pane } = selected
  // Of the text that is selected in, not of the one that may be shown once it is this one's turn.
  const taken = hashOf(article)
  const library = api.shownLibrary()
  const made = await saving(async (call) => {
    const answer = await call('annotations-create', { article, start, end, color, ...taken })
    // It stands there before the core's event tells it.
    if (answer.ok && isOfShown(answer.at))
      changeAnnotations(
        article,
        { whole: false, changed: [answer.value], removed: [] },
        stampOf(answer),
      )
    return answer
  })
  if (library !== api.shownLibrary()) return null
  if (!made) {
    if (openedArticle(article)?.textHash === taken.textHash) readerOf(pane)?.select(start, end)
    return null
  }
  takeInHand({ article, id: made.annotation.id })
  if (color !== settings().lastColor) void saveSettings({ lastColor: color })
  return made.annotation.id
}

/** A colour for the selection, else for the annotation in hand. */
export async function applyColor(color: Color): Promise<void> {
  if (selectedNow()) {
    await highlightSelection(color)
    return
  }
  await savingInHand((call, { article, id }) =>
    call('annotations-update', { article, ids: [id], patch: { color } }),
  )
}

/** Opens the tag box or the note of what is selected (highlighting it first) or in hand. */
export async function edit(part: 'tags' | 'note'): Promise<void> {
  if (selectedNow() && (await highlightSelection()) === null) return
  await making
  const { inHand } = useAnnotations.getState()
  if (!inHand) {
    tell('Select some text first, or put the caret into a highlight.')
    return
  }
  showSide('right', true)
  takeInHand(inHand, part)
}

/**
 * Saves something of the annotation in hand, or of the one that is being made. It takes its turn now:
 * what is asked for after it, such as an undo, comes after it.
 */
async function savingInHand(
  ask: (call: CallNow, inHand: InHand) => Promise<Answer<unknown>>,
): Promise<void> {
  const meant = making.then(() => useAnnotations.getState().inHand)
  await saving(async (call) => {
    const inHand = await meant
    return inHand ? ask(call, inHand) : { ok: true, value: null, at: nowhere }
  })
}

/**
 * Saves a note; one that cannot be saved is kept as a draft, and shown as such. Gives whether it was saved.
 * @param library id of the library in which it was written
 */
export async function saveNote(
  article: string,
  id: string,
  note: string,
  library: string | null = api.shownLibrary(),
): Promise<boolean> {
  const key = draftKey(id, library)
  keepDraft(key, note)
  if (note.length > limits.noteLength) {
    tellError(tooLong(note.length))
    return false
  }
  const saved = await saving(
    (call) => call('annotations-update', { article, ids: [id], patch: { note } }),
    library,
    (error) => tellError(error.code === 'library-changed' ? lostNote(error, note) : error),
  )
  if (saved) dropDraft(key, note)
  return saved !== null
}

/** Its annotation is not shown any more, so its words are given with the message. */
const lostNote = (error: AppError, note: string): AppError => ({
  ...error,
  message: `Your note “${note.slice(0, 60)}${note.length > 60 ? '…' : ''}” was not saved: ${error.message}`,
  advice: 'Its words are below; copy them, or open that library again: they wait there as a draft.',
  detail: note,
})

const tooLong = (length: number): AppError => ({
  code: 'bad-argument',
  message: `This note has ${inFigures(length)} characters and cannot be saved.`,
  advice: `Shorten it to ${inFigures(limits.noteLength)}. What is in the box stays there.`,
})

/** Gives false when it could not be saved; the reader has then been told. */
export async function changeAnnotation(
  article: string,
  id: string,
  patch: AnnotationPatch,
): Promise<boolean> {
  return (
    (await saving((call) => call('annotations-update', { article, ids: [id], patch }))) !== null
  )
}

export const deleteInHand = (): Promise<void> =>
  savingInHand((call, { article, id }) => call('annotations-delete', { article, ids: [id] }))

/** To the next or previous highlight of the focused pane, from the one in hand or the caret. */
export function step(by: 1 | -1): void {
  const pane = focusedPane()
  const reader = readerOf(pane?.key)
  if (!pane || !reader) return
  const placed = inTextOrder(annotationsOf(useAnnotated.getState(), pane.article)).filter(
    ({ anchor }) => anchor.state !== 'orphaned',
  )
  if (placed.length === 0) {
    tell('There are no highlights in this article yet.')
    return
  }
  const { inHand } = useAnnotations.getState()
  const now = placed.findIndex(({ annotation }) => annotation.id === inHand?.id)
  const from = reader.range()?.start ?? reader.top()
  const ahead = placed.findIndex(({ anchor }) => (anchor.start ?? 0) >= from)
  const index = now >= 0 ? now + by : by > 0 ? ahead : (ahead < 0 ? placed.length : ahead) - 1
  const next = placed.at(((index % placed.length) + placed.length) % placed.length)
  if (!next || next.anchor.state === 'orphaned') return
  takeInHand({ article: pane.article, id: next.annotation.id })
  reader.reveal(next.anchor.start, next.anchor.end)
  reader.focusMark(next.annotation.id)
}

/** One step back: out of the editing, the attaching, the selection, the highlight in hand, the sentence in hand. */
export function stepBack(): void {
  const { editing, inHand, attaching } = useAnnotations.getState()
  const { selected } = useSelection.getState()
  if (editing) {
    takeInHand(inHand)
    focusText(inHand?.article)
  } else if (attaching) useAnnotations.setState({ attaching: null })
  else if (selected) {
    readerOf(selected.pane)?.clearSelection()
    useSelection.setState({ selected: null })
  } else if (inHand) takeInHand(null)
  else if (useCompare.getState().hand) useCompare.setState({ hand: null, chosen: null, why: null })
  else useUi.setState({ drawer: null, focusMode: false })
}

/** Puts the keyboard back into an article's text. */
export function focusText(article: string | undefined): void {
  const focused = focusedPane()
  const pane =
    focused?.article === article
      ? focused
      : usePanes.getState().panes.find((other) => other.article === article)
  if (pane) focusPane(pane.key)
  readerOf(pane?.key)?.focus()
}

export async function undo(): Promise<void> {
  if (isTyping()) document.execCommand('undo')
  else await travel('history-undo', 'undo')
}

export async function redo(): Promise<void> {
  if (isTyping()) document.execCommand('redo')
  else await travel('history-redo', 'redo')
}

async function travel(
  call: 'history-undo' | 'history-redo',
  which: 'undo' | 'redo',
): Promise<void> {
  const what = useHistory.getState()[which]
  if (what === null) {
    tell(which === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.')
    return
  }
  const state = await saving(async (callNow) => {
    const answer = await callNow(call, {})
    if (answer.ok && isOfShown(answer.at)) {
      const { undo, redo } = answer.value
      takeHistory({ undo, redo }, stampOf(answer))
    }
    return answer
  })
  if (!state) return
  const done = which === 'undo' ? `Undone: ${what}` : `Redone: ${what}`
  tell(state.said === null ? done : `${done}. ${state.said}`)
  if (state.said !== null) await closeGone()
}

/** Whether the keyboard is in something that is written into. */
export function isTyping(target: EventTarget | null = document.activeElement): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'))
  )
}
