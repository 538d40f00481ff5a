// Keeps how the library is arranged: saved soon after every change, and at the very end.
import type { Session } from '../../shared/model/settings.ts'
import { api } from '../client/api.ts'
import { useLibrary } from '../replica/library.ts'
import { useCompare } from '../state/compare.ts'
import { registerLastWord } from '../state/last-words.ts'
import { useList } from '../state/list.ts'
import { usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useStories } from '../state/stories.ts'
import { tellError, useUi } from '../state/ui.ts'
import { keepArrangement } from './stories.ts'

/** Milliseconds of rest before it is saved. */
const rest = 300
let timer: ReturnType<typeof setTimeout> | null = null
let last = ''

/** Saves soon. To be called when something moved that no store knows of, such as a scroll. */
export function sessionChanged(): void {
  if (timer) clearTimeout(timer)
  timer = setTimeout(() => void saveSession(), rest)
}

export function keepSession(): void {
  usePanes.subscribe(sessionChanged)
  useStories.subscribe(sessionChanged)
  useCompare.subscribe((now, before) => {
    if (now.on !== before.on || now.table !== before.table || now.pins !== before.pins)
      sessionChanged()
  })
  useUi.subscribe(sessionChanged)
  useList.subscribe((now, before) => {
    if (now.order !== before.order) sessionChanged()
  })
  window.addEventListener('pagehide', () => void saveSession())
  registerLastWord(saveSession)
}

async function saveSession(): Promise<void> {
  const { info } = useLibrary.getState()
  if (!info) return
  const session = currentSession()
  const { panes, focused, pins } = session
  const arranged = keepArrangement({ panes, focused, pins })
  const now = JSON.stringify([info.path, session])
  if (now === last) return arranged
  last = now
  const saved = await api.call('session-save', { library: info.path, session })
  if (!saved.ok) {
    last = ''
    tellError(saved.error)
  }
  await arranged
}

function currentSession(): Session {
  const { panes, focused } = usePanes.getState()
  const { left, right } = useUi.getState()
  const { on, table, pins } = useCompare.getState()
  return {
    panes: panes.map(({ key, article, top, size, zoom }) => ({
      article,
      top: readerOf(key)?.top() ?? top,
      size,
      ...(zoom !== undefined && { zoom }),
    })),
    focused: Math.max(
      0,
      panes.findIndex(({ key }) => key === focused),
    ),
    pins: [...pins],
    left,
    right,
    story: useStories.getState().current,
    comparing: on,
    table,
    list: useList.getState().order,
  }
}
