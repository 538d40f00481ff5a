// The start: asks the core how things stand, then follows what it tells.
import type { EventName } from '../../shared/call-names.ts'
import type { AppStart } from '../../shared/calls/window.ts'
import type { EventData } from '../../shared/calls.ts'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { api, type Heard, stampOf } from '../client/api.ts'
import { annotationsOf, changeAnnotations, useAnnotated } from '../replica/annotations.ts'
import { takeHistory } from '../replica/history.ts'
import { takeInfo, useLibrary } from '../replica/library.ts'
import { changeRecords } from '../replica/records.ts'
import { changeRows, countAnnotations, rowOf } from '../replica/rows.ts'
import { storyOf, takeStories, useStoryList } from '../replica/stories.ts'
import type { Stamp } from '../replica/table.ts'
import { type InHand, takeInHand, useAnnotations } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { openedArticle, usePanes } from '../state/panes.ts'
import { useStories } from '../state/stories.ts'
import { tell, tellError, useUi } from '../state/ui.ts'
import { tellReading } from './add.ts'
import { forgetClosed, loadArticle } from './articles.ts'
import { keepComparing } from './compare.ts'
import { entering, hear, hearList, hearOpened, showOpened, takeSnapshot } from './enter.ts'
import { handleKey } from './keys.ts'
import { refreshLibrary } from './open.ts'
import { findSplits, followSplits } from './parts.ts'
import { watchActs } from './reader-acts.ts'
import { forgetMarked, holdOpenStates, takeMarked } from './reading.ts'
import { runAction } from './run.ts'
import { keepSession } from './session.ts'
import { holdStoryRows } from './stories.ts'

/** Milliseconds between two looks at the folder when the window comes to the front. */
const lookEvery = 2_000

export async function start(): Promise<void> {
  follow()
  await api.listening
  const answer = await entering(() => api.call('app-start', {}), begin)
  if (!answer.ok) return
  if (answer.value.firstStart)
    tell(
      'Welcome. This is a sample library: four cuttings on one event, with a few notes. Press F8 to see what they share, and what only one of them tells. Open your own folder whenever you like.',
    )
  keepSession()
  keepComparing()
}

/** Shows how things stand. */
function begin(answer: Heard<AppStart>): void {
  if (!answer.ok) {
    useApp.setState({ status: 'ready' })
    tellError(answer.error)
    return
  }
  const { library, firstStart: _, notices, platform, ...app } = answer.value
  useApp.setState({ ...app, mac: platform === 'darwin', status: 'ready' })
  for (const notice of notices) tellError(notice)
  if (library) showOpened(library, stampOf(answer))
}

/** Takes in what the core tells. */
function follow(): void {
  const heard = <E extends EventName>(
    event: E,
    take: (data: EventData<E>, stamp: Stamp) => void,
  ): void => {
    api.on(event, (data, at) => hear(at, () => take(data, { revision: at.revision, by: 'event' })))
  }
  api.on('library-opened', hearOpened)
  heard('library-changed', takeChange)
  heard('list-changed', hearList)
  heard('library-progress', (progress) => {
    const over = progress.done >= progress.total
    useLibrary.setState({ progress: over ? null : progress })
    if (over) void tellReading()
  })
  heard('annotations-changed', (change, stamp) => {
    const shown = usePanes.getState().opened.has(change.article)
    if (!change.unplaced) changeAnnotations(change.article, change, stamp)
    else if (shown) void loadArticle(change.article)
    countAnnotations(change.article, change, stamp)
  })
  heard('stories-changed', ({ stories }, stamp) => takeStories(stories, stamp))
  heard('records-changed', (change, stamp) => {
    changeRecords(change, stamp)
    takeMarked(change)
  })
  heard('history-changed', takeHistory)
  heard('notice', tellError)
  api.onReconnect(() => {
    forgetMarked()
    void takeSnapshot()
  })
  api.on('command', ({ action }) => runAction(action))
  dropWhatIsGone()
  forgetClosed()
  holdStoryRows()
  holdOpenStates()
  watchWindow()
}

/** Rows that are new, others, or gone. */
function takeChange(change: EventData<'library-changed'>, stamp: Stamp): void {
  const gone = change.removed.flatMap((id) => rowOf(id) ?? [])
  const open = change.more ? openRows() : []
  takeInfo(change.info, stamp)
  changeRows(change, stamp)
  followSplits(gone, change.changed)
  chooseNoMore(change.removed)
  if (change.more) void renewOpen(open)
  else for (const { id } of change.changed) reloadStale(id)
}

/** What is known of the articles that panes show. */
const openRows = (): readonly ArticleSummary[] =>
  [...usePanes.getState().opened.keys()].flatMap((id) => openedArticle(id) ?? rowOf(id) ?? [])

/** Not all was told: whatever is open may have changed, or be gone. */
async function renewOpen(open: readonly ArticleSummary[]): Promise<void> {
  await findSplits(open)
  for (const id of usePanes.getState().opened.keys()) reloadStale(id)
}

/** An article that could not be read may have been mended; one that is open, corrected elsewhere. */
function reloadStale(id: string): void {
  const opened = usePanes.getState().opened.get(id)
  const stale = opened?.state === 'open' && opened.article.state === 'ready'
  if (opened?.state === 'failed' || stale) void loadArticle(id)
}

/** What is gone is chosen no more. */
function chooseNoMore(gone: readonly string[]): void {
  const { chosen } = useStories.getState()
  if (!gone.some((id) => chosen.has(id))) return
  const left = new Set(chosen)
  for (const id of gone) left.delete(id)
  useStories.setState({ chosen: left })
}

/** What is gone is in hand, and laid out, no more. */
function dropWhatIsGone(): void {
  useAnnotated.subscribe((now, before) => {
    const isGone = ({ article, id }: InHand): boolean => {
      const [all, was] = [annotationsOf(now, article), annotationsOf(before, article)]
      const isMine = ({ annotation }: ResolvedAnnotation): boolean => annotation.id === id
      return all !== was && was.some(isMine) && !all.some(isMine)
    }
    const { inHand, attaching } = useAnnotations.getState()
    if (attaching && isGone(attaching)) useAnnotations.setState({ attaching: null })
    if (inHand && isGone(inHand)) takeInHand(null)
  })
  useStoryList.subscribe(() => {
    const { current } = useStories.getState()
    if (current !== null && !storyOf(current)) useStories.setState({ current: null })
  })
}

/** Follows the window's width, the keyboard, and its coming to the front. */
function watchWindow(): void {
  watchActs()
  window.addEventListener('keydown', handleKey)
  const narrow = window.matchMedia('(width < 860px)')
  useUi.setState({ narrow: narrow.matches })
  narrow.addEventListener('change', ({ matches }) =>
    useUi.setState({ narrow: matches, drawer: null }),
  )
  // Other programs may have changed files meanwhile.
  let looked = performance.now()
  window.addEventListener('focus', () => {
    if (performance.now() - looked < lookEvery) return
    looked = performance.now()
    // Coming back is no word that what was stopped shall go on.
    void refreshLibrary(false)
  })
}
