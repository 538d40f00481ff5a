// The start: asks the core how things stand, then follows what it tells.
import { api } from '../client/api.ts'
import { changeAnnotations, setAnnotations } from '../state/annotations.ts'
import { useApp } from '../state/app.ts'
import { changeRows, countAnnotations, rowOf, useLibrary } from '../state/library.ts'
import { usePanes } from '../state/panes.ts'
import { showStories } from '../state/stories.ts'
import { tell, tellError, useUi } from '../state/ui.ts'
import { tellReading } from './add.ts'
import { keepComparing } from './compare.ts'
import { handleKey } from './keys.ts'
import { enterLibrary, isShownAs, loadArticle, refreshLibrary } from './open.ts'
import { followSplits } from './parts.ts'
import { runAction } from './run.ts'
import { keepSession } from './session.ts'

/** Milliseconds between two looks at the folder when the window comes to the front. */
const lookEvery = 2_000

export async function start(): Promise<void> {
  follow()
  await api.listening
  const answer = await api.call('app-start', {})
  if (!answer.ok) {
    useApp.setState({ status: 'ready' })
    return tellError(answer.error)
  }
  const { library, firstStart, notices, platform, ...app } = answer.value
  useApp.setState({ ...app, mac: platform === 'darwin', status: 'ready' })
  for (const notice of notices) tellError(notice)
  if (library) enterLibrary(library)
  if (firstStart)
    tell(
      'Welcome. This is a sample library: four cuttings on one event, with a few notes. Press F8 to see what they share, and what only one of them tells. Open your own folder whenever you like.',
    )
  keepSession()
  keepComparing()
}

function follow(): void {
  api.on('library-opened', (opened) => {
    if (useApp.getState().status === 'ready' && !isShownAs(opened)) enterLibrary(opened)
  })
  api.on('library-changed', (change) => {
    const gone = change.removed.flatMap((id) => rowOf(id) ?? [])
    changeRows(change)
    followSplits(gone)
    // An article that could not be read may have been mended; one that is open, corrected elsewhere.
    for (const row of change.changed) {
      const opened = usePanes.getState().opened.get(row.id)
      const stale = opened?.state === 'open' && opened.article.state === 'ready'
      if (opened?.state === 'failed' || stale) void loadArticle(row.id)
    }
  })
  api.on('library-progress', (progress) => {
    const over = progress.done >= progress.total
    useLibrary.setState({ progress: over ? null : progress })
    if (over) void tellReading()
  })
  api.on('annotations-changed', ({ article, whole, changed, removed, annotations, notes }) => {
    if (whole) setAnnotations(article, changed)
    else changeAnnotations(article, changed, removed)
    countAnnotations(article, annotations, notes)
  })
  api.on('stories-changed', ({ stories }) => showStories(stories))
  api.on('history-changed', (history) => useApp.setState({ history }))
  api.on('notice', tellError)
  api.onReconnect(() => void refreshLibrary(false))
  api.on('command', ({ action }) => runAction(action))
  window.addEventListener('keydown', handleKey)
  const narrow = window.matchMedia('(width < 860px)')
  useUi.setState({ narrow: narrow.matches })
  narrow.addEventListener('change', ({ matches }) =>
    useUi.setState({ narrow: matches, drawer: null }),
  )
  // Other programs may have changed files meanwhile.
  let looked = Date.now()
  window.addEventListener('focus', () => {
    if (Date.now() - looked < lookEvery) return
    looked = Date.now()
    // Coming back is no word that what was stopped shall go on.
    void refreshLibrary(false)
  })
}
