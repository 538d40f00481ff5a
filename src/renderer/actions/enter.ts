// Which library the window shows: the one that the core says is open. What is unsaved in the one that is
// left is said first, in its name.
import type { OpenLibrary } from '../../shared/calls/library.ts'
import type { Result } from '../../shared/result.ts'
import type { At } from '../../shared/stream.ts'
import { api, type Heard, stampOf } from '../client/api.ts'
import { forgetAllAnnotations } from '../replica/annotations.ts'
import { askCounts, beginCounts } from '../replica/counts.ts'
import { beginHistory, takeHistory } from '../replica/history.ts'
import { beginInfo, takeInfo, useLibrary } from '../replica/library.ts'
import { beginList, renewList } from '../replica/list.ts'
import { askRecordsAgain, beginRecords } from '../replica/records.ts'
import { beginRows, renewRows } from '../replica/rows.ts'
import { beginShowing, isOfShown, shownLibrary, shownSince } from '../replica/shown.ts'
import { beginStories, storyOf, takeStories } from '../replica/stories.ts'
import type { Stamp } from '../replica/table.ts'
import { useAnnotations } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { showComparing } from '../state/compare.ts'
import { sayLastWords } from '../state/last-words.ts'
import { useList } from '../state/list.ts'
import { setPanes, usePanes } from '../state/panes.ts'
import { useSelection } from '../state/selection.ts'
import { useStories } from '../state/stories.ts'
import { closeDialog, type DialogName, tellError, useUi } from '../state/ui.ts'
import { loadArticle, reloadOpen } from './articles.ts'

/** Calls on their way whose answers may show another library. */
let asking = 0
/** What was told of libraries that are not shown, while such an answer is on its way. */
let early: { readonly revision: number; readonly again: () => void }[] = []

/**
 * Takes in what is told of the library that is shown. What is told of another counts only if an answer
 * that shows it is on its way: the event may have overtaken it.
 */
export function hear(at: At, take: () => void): void {
  if (isOfShown(at)) take()
  else if (asking > 0) early.push({ revision: at.revision, again: () => hear(at, take) })
}

/** Another library was opened. At the start it waits for the answer that says how things stand. */
export function hearOpened(opened: OpenLibrary, at: At): void {
  const take = (): void => showOpened(opened, { revision: at.revision, by: 'event' })
  if (useApp.getState().status === 'ready') take()
  else early.push({ revision: at.revision, again: take })
}

/** Makes a call whose answer may show another library, and takes the answer in. */
export async function entering<T>(
  ask: () => Promise<Heard<T>>,
  take: (answer: Heard<T>) => void,
): Promise<Result<T>> {
  asking++
  try {
    const answer = await ask()
    take(answer)
    return answer
  } finally {
    asking--
    if (asking === 0) early = []
  }
}

/** Shows the library that is open, unless a later one is shown already. */
export function showOpened(opened: OpenLibrary, stamp: Stamp): void {
  if (stamp.revision < shownSince()) return
  if (!isShownAs(opened)) {
    enterLibrary(opened, stamp)
    return
  }
  takeInfo(opened.info, stamp)
  renewRows()
  hearList()
  takeStories(opened.stories, stamp)
  takeHistory(opened.history, stamp)
}

/** The list, and how many there are, may be others. */
export function hearList(): void {
  renewList()
  void askCounts()
}

/** Whether the window shows this library already, and may do with it what it may. */
function isShownAs({ info }: OpenLibrary): boolean {
  const shown = useLibrary.getState().info
  return shown?.path === info.path && (shown.readOnly === null) === (info.readOnly === null)
}

/** Dialogs that are about no library, or about whichever is shown. */
const stay: ReadonlySet<DialogName> = new Set(['about', 'add', 'help', 'keys', 'paste', 'settings'])

/** Shows a library as it was left. */
function enterLibrary(opened: OpenLibrary, stamp: Stamp): void {
  const { info, session, history, stories } = opened
  leaveLibrary(info.path)
  beginShowing(info.path, stamp.revision)
  api.showLibrary(info.path)
  beginInfo()
  takeInfo(info, stamp)
  beginRows()
  beginList()
  useList.setState({ order: session.list, filter: '', folded: new Set() })
  beginCounts()
  beginHistory()
  takeHistory(history, stamp)
  beginStories()
  beginRecords()
  takeStories(stories, stamp)
  forgetAllAnnotations()
  useAnnotations.setState({ inHand: null, editing: null, attaching: null })
  useSelection.setState({ selected: null })
  useUi.setState({ left: session.left, right: session.right })
  const { dialog } = useUi.getState()
  if (dialog !== null && !stay.has(dialog)) closeDialog()
  useStories.setState({
    current: storyOf(session.story)?.id ?? null,
    chosen: new Set(),
    draft: null,
  })
  showComparing(session)
  usePanes.setState({ opened: new Map() })
  setPanes(session.panes, session.focused)
  for (const id of new Set(session.panes.map(({ article }) => article))) void loadArticle(id)
  const waiting = early.filter(({ revision }) => revision > stamp.revision)
  early = []
  for (const { again } of waiting) again()
}

/** Says what is unsaved in the library that is shown, then that the window has left it. */
function leaveLibrary(next: string): void {
  const library = shownLibrary()
  if (library === null || library === next) return
  void sayLastWords().then(() => {
    // It may be shown again by now.
    if (shownLibrary() !== library) void api.call('library-left', { library }, library)
  })
}

/** Asks how things stand, after events were missed; shows what is open now, whatever it is. */
export async function takeSnapshot(): Promise<void> {
  const before = shownLibrary()
  const answer = await entering(
    () => api.call('app-start', {}),
    (heard) => {
      if (!heard.ok) return
      const { library, settings, recent } = heard.value
      useApp.setState({ settings, recent })
      if (library) showOpened(library, stampOf(heard))
    },
  )
  if (!answer.ok) tellError(answer.error)
  else if (shownLibrary() === before) {
    askRecordsAgain()
    await reloadOpen('whole')
  }
}
