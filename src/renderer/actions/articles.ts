// Articles as panes show them: asked of the core, and asked again when they may have changed.
import type { OpenArticle } from '../../shared/model/library.ts'
import { api, type Heard, stampOf } from '../client/api.ts'
import { expectAnnotations, forgetAnnotations, takeAnnotations } from '../replica/annotations.ts'
import { isOfShown } from '../replica/shown.ts'
import { keepParts } from '../state/keep-parts.ts'
import { openedArticle, setOpened, usePanes } from '../state/panes.ts'
import { tellError } from '../state/ui.ts'

/** Which call each article is shown by: the answer to an earlier one comes too late. */
const shownBy = new Map<string, number>()

const isInPane = (id: string): boolean =>
  usePanes.getState().panes.some(({ article }) => article === id)

/** Shows an article as the core gave it; what of it did not change stays as it is in the page. */
export function takeArticle(
  article: OpenArticle,
  answer: Pick<Heard<unknown>, 'at' | 'asked'>,
): void {
  const { id } = article
  if (!isOfShown(answer.at) || !isInPane(id)) return
  expectAnnotations(id)
  takeAnnotations(id, article.resolved, stampOf(answer))
  if ((shownBy.get(id) ?? 0) > answer.asked) return
  shownBy.set(id, answer.asked)
  const now = usePanes.getState().opened.get(id)
  const kept = now?.state === 'open' ? keepParts(now.article, article) : article
  if (now?.state !== 'open' || kept !== now.article) setOpened(id, { state: 'open', article: kept })
}

/**
 * Asks for an article that a pane shows.
 * @param how `whole`: events may have been missed, so its annotations are asked for, too. Otherwise one
 * that is open and did not change is not sent again.
 */
export async function loadArticle(id: string, how: 'changes' | 'whole' = 'changes'): Promise<void> {
  if (!isInPane(id)) return
  expectAnnotations(id)
  if (!usePanes.getState().opened.has(id)) setOpened(id, { state: 'loading' })
  const known = how === 'changes' ? openedArticle(id) : null
  const answer = known
    ? await api.call('article-refresh', { article: id, version: known.version })
    : await api.call('article-open', { article: id })
  if (answer.ok) {
    if (answer.value) takeArticle(answer.value, answer)
  } else if (isOfShown(answer.at) && isInPane(id)) {
    if ((shownBy.get(id) ?? 0) > answer.asked) return
    shownBy.set(id, answer.asked)
    setOpened(id, { state: 'failed', error: answer.error })
  } else if (answer.error.code === 'io') tellError(answer.error)
}

/** Asks again for what panes show: other programs may have changed it. */
export async function reloadOpen(how: 'changes' | 'whole' = 'changes'): Promise<void> {
  const shown = new Set(usePanes.getState().panes.map(({ article }) => article))
  await Promise.all([...shown].map((id) => loadArticle(id, how)))
}

/** Forgets articles that no pane shows any more, as panes close. */
export function forgetClosed(): void {
  usePanes.subscribe((now, before) => {
    if (now.panes === before.panes) return
    const shown = new Set(now.panes.map(({ article }) => article))
    const gone = [...now.opened.keys()].filter((id) => !shown.has(id))
    if (gone.length === 0) return
    usePanes.setState(({ opened }) => ({
      opened: new Map([...opened].filter(([id]) => shown.has(id))),
    }))
    forgetAnnotations(gone)
    for (const id of gone) shownBy.delete(id)
  })
}
