// What each action of the table does. A missing one does not compile.
import type { ActionId } from '../../shared/menu.ts'
import { colors } from '../../shared/model/color.ts'
import { settings } from '../state/app.ts'
import { type ListMenu, reverseList, showAll, useList } from '../state/list.ts'
import { equally, focusedPane, focusPane, movePane, removePane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { hideSearch, showSearch } from '../state/search.ts'
import { editTag } from '../state/tag.ts'
import { openDialog, showSide, tell, toggleSide, useUi } from '../state/ui.ts'
import { addFolder, showReport, stopReading } from './add.ts'
import { applyColor, deleteInHand, edit, redo, step, undo } from './annotate.ts'
import { toggleComparing, togglePossible, toggleTable } from './compare.ts'
import { copyQuote } from './copy-quote.ts'
import { correctArticle, markFurniture } from './correct.ts'
import { find, nextFound, toggleChoice } from './find.ts'
import { pinHere, toggleInStep, unpinAll } from './in-step.ts'
import { judge, whyLinked } from './judge-late.ts'
import { keepSearch } from './kept-searches.ts'
import { moveNotes } from './move-notes.ts'
import { goToWarnings } from './notices.ts'
import { openFolder, openSample, refreshLibrary } from './open.ts'
import { splitPane, swapPanes, zoomFocused } from './panes.ts'
import { pasteArticle } from './paste.ts'
import { chooseEncoding } from './read-encoding.ts'
import { countAct } from './reader-acts.ts'
import { markChosen, markNext } from './reading.ts'
import { nextFurniture, nextTheme, resizeText } from './settings.ts'
import { closeStory, editStory, findSameEvent, findStories, newStory } from './stories.ts'

/** Loaded with the first key that goes about in what is compared. */
const steps = () => import('./compare-steps.ts')

/** Loaded when something is highlighted that was found. */
const highlighting = () => import('./highlight-found.ts')

/** Loaded with the first search: reading queries is not needed to start. */
const searching = () => import('./search.ts')

const color = (index: number) => () => applyColor(colors[index] ?? 'yellow')

/** What is done about where highlights stand, loaded when it is first asked for. */
const place = () => import('./place.ts')

const runs: Readonly<Record<ActionId, () => unknown>> = {
  'open-folder': openFolder,
  'open-sample': openSample,
  'refresh': refreshLibrary,
  'add': () => openDialog('add'),
  'add-folder': addFolder,
  'paste-article': pasteArticle,
  'reading-report': showReport,
  'stop-reading': stopReading,
  'export': () => openDialog('export'),
  'import': () => openDialog('import'),
  'print': () => useUi.setState({ printing: true }),
  'settings': () => openDialog('settings'),
  'undo': undo,
  'redo': redo,
  'find': find,
  'find-next': () => nextFound(1),
  'find-previous': () => nextFound(-1),
  'find-case': () => toggleChoice('find-case'),
  'find-words': () => toggleChoice('find-words'),
  'find-accents': () => toggleChoice('find-accents'),
  'find-pattern': () => toggleChoice('find-pattern'),
  'highlight-found': async () => (await highlighting()).highlightFound(),
  'highlight-all-found': async () => (await highlighting()).highlightAllFound(),
  'search': () => {
    showSide('left', true)
    showSearch()
  },
  'search-next': async () => (await searching()).stepHit(1),
  'search-previous': async () => (await searching()).stepHit(-1),
  'keep-search': keepSearch,
  'copy-quote': copyQuote,
  'correct-article': () => correctArticle(),
  'move-notes': () => moveNotes(),
  'read-encoding': () => chooseEncoding(),
  'reading-next': markNext,
  'mark-reading': () => markChosen('reading'),
  'mark-read': () => markChosen('read'),
  'mark-new': () => markChosen('new'),
  'palette': () => openDialog('palette'),
  'go-to-article': () => openDialog('go-to-article'),
  'toggle-left': () => toggleSide('left'),
  'toggle-right': () => toggleSide('right'),
  'focus-mode': () => useUi.setState(({ focusMode }) => ({ focusMode: !focusMode })),
  'warnings': goToWarnings,
  'order-articles': () => showList('order'),
  'reverse-articles': reverseList,
  'narrow-articles': () => showList('narrow'),
  'all-articles': showAll,
  'text-larger': () => resizeText(1),
  'text-smaller': () => resizeText(-1),
  'text-reset': () => resizeText(0),
  'zoom-in': () => zoomFocused(1),
  'zoom-out': () => zoomFocused(-1),
  'zoom-reset': () => zoomFocused(0),
  'theme': nextTheme,
  'furniture': nextFurniture,
  'caret': toggleCaret,
  'highlight': () => applyColor(settings().lastColor),
  'color-1': color(0),
  'color-2': color(1),
  'color-3': color(2),
  'color-4': color(3),
  'color-5': color(4),
  'color-6': color(5),
  'color-7': color(6),
  'color-8': color(7),
  'tag': () => edit('tags'),
  'edit-tag': () => editTag(null),
  'note': () => edit('note'),
  'mark-furniture': () => markFurniture(),
  'delete': deleteInHand,
  'confirm-place': async () => (await place()).confirmPlace(),
  'confirm-all': async () => (await place()).confirmAll(),
  'detach': async () => (await place()).detachPlace(),
  'attach': async () => (await place()).attach(),
  'next-found-again': async () => (await place()).nextFoundAgain(),
  'next-annotation': () => step(1),
  'previous-annotation': () => step(-1),
  'compare': toggleComparing,
  'fact-table': toggleTable,
  'scroll-in-step': toggleInStep,
  'show-possible': togglePossible,
  'next-link': async () => (await steps()).stepLink(1),
  'previous-link': async () => (await steps()).stepLink(-1),
  'next-only': async () => (await steps()).stepOnly(1),
  'previous-only': async () => (await steps()).stepOnly(-1),
  'line-up': async () => (await steps()).lineUp(),
  'counterpart': async () => (await steps()).goToCounterpart(),
  'counterpart-back': async () => (await steps()).goBack(),
  'explain-link': whyLinked,
  'confirm-link': () => judge('yes'),
  'reject-link': () => judge('no'),
  'pin': pinHere,
  'unpin': unpinAll,
  'new-story': newStory,
  'find-same-event': findSameEvent,
  'find-stories': findStories,
  'edit-story': () => editStory(),
  'close-story': closeStory,
  'next-pane': () => cyclePanes(1),
  'previous-pane': () => cyclePanes(-1),
  'split': split,
  'close-pane': closePane,
  'move-pane-left': () => move(-1),
  'move-pane-right': () => move(1),
  'swap-panes': swapPanes,
  'equal-panes': () => usePanes.setState(({ panes }) => ({ panes: equally(panes) })),
  'messages': () => openDialog('messages'),
  'help': () => openDialog('help'),
  'keys': () => openDialog('keys'),
  'about': () => openDialog('about'),
}

export function runAction(id: ActionId): void {
  countAct()
  void runs[id]()
}

/** Shows the list of articles with one of its menus open. */
function showList(open: ListMenu): void {
  hideSearch()
  showSide('left', true)
  // The dialog that this was chosen in gives the focus back first.
  requestAnimationFrame(() => useList.setState({ open }))
}

function toggleCaret(): void {
  const on = readerOf(focusedPane()?.key)?.toggleCaret()
  if (on === undefined) tell('Open an article first.')
  else if (on) tell('Caret on: move it with the arrow keys, select with Shift.')
  else tell('Caret off.')
}

function cyclePanes(by: 1 | -1): void {
  const { panes, focused } = usePanes.getState()
  if (panes.length === 0) return
  const at = panes.findIndex(({ key }) => key === focused)
  // The keyboard first comes into the pane that is in focus already, then goes on.
  const inText = document.activeElement?.closest('article') != null
  const next = panes[inText ? (at + by + panes.length) % panes.length : Math.max(at, 0)]
  if (!next) return
  focusPane(next.key)
  requestAnimationFrame(() => readerOf(next.key)?.focus())
}

function split(): void {
  const pane = focusedPane()
  if (pane) splitPane(pane.key)
}

function closePane(): void {
  const pane = focusedPane()
  if (!pane) return
  removePane(pane.key)
  requestAnimationFrame(() => readerOf(focusedPane()?.key)?.focus())
}

function move(by: number): void {
  const pane = focusedPane()
  if (pane) movePane(pane.key, by)
}
