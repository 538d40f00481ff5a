// Highlighting what was found in an article: one hit, or all of them.
import type { AnnotationDraft } from '../../shared/calls/annotations.ts'
import { inFigures, limits } from '../../shared/model/limits.ts'
import type { Found } from '../../shared/text/find.ts'
import { annotationsOf, useAnnotated } from '../replica/annotations.ts'
import { takeInHand } from '../state/annotations.ts'
import { settings } from '../state/app.ts'
import { hitAtHand, useFind, whenFound } from '../state/find.ts'
import { openedArticle, usePanes } from '../state/panes.ts'
import { tell } from '../state/ui.ts'
import { highlightPassage } from './annotate.ts'
import { count } from './came.ts'
import { saving } from './saving.ts'

/** Highlights a hit of a pane, the one at hand if none is given; one that is highlighted already is taken in hand. */
export async function highlightFound(
  given: Found | null = null,
  key: string | null = useFind.getState().pane,
): Promise<void> {
  if (!given) await whenFound()
  const hit = given ?? hitAtHand()
  const pane = usePanes.getState().panes.find((each) => each.key === key)
  if (!pane || !hit) {
    tell('Find something first.')
    return
  }
  const there = highlightedAt(pane.article).get(placeKey(hit))
  if (there !== undefined) {
    takeInHand({ article: pane.article, id: there })
    tell('This is highlighted already.')
    return
  }
  const { start, end } = hit
  await highlightPassage({ pane: pane.key, article: pane.article, start, end })
}

/** Highlights every hit that is not highlighted yet, as one step of undo. */
export async function highlightAllFound(): Promise<void> {
  await whenFound()
  const { pane: key, found } = useFind.getState()
  const pane = usePanes.getState().panes.find((each) => each.key === key)
  const opened = pane && openedArticle(pane.article)
  if (!opened || found.length === 0) {
    tell('Find something first.')
    return
  }
  const { id: article, textHash } = opened
  const there = highlightedAt(article)
  const color = settings().lastColor
  const drafts: AnnotationDraft[] = found
    .filter((hit) => !there.has(placeKey(hit)))
    .map(({ start, end }) => ({ article, start, end, textHash, color }))
  if (drafts.length === 0) {
    tell('All of them are highlighted already.')
    return
  }
  if (drafts.length > limits.drafts) {
    tell(
      `These are ${inFigures(drafts.length)} places; ${inFigures(limits.drafts)} can be highlighted at once. Look for more words.`,
    )
    return
  }
  const saved = await saving((call) => call('annotations-add', { drafts }))
  if (!saved) return
  const already = found.length - drafts.length
  tell(
    `Highlighted ${count(drafts.length, 'place')}${already > 0 ? `; ${already} had been already` : ''}.`,
  )
}

const placeKey = ({ start, end }: Found): string => `${start} ${end}`

/** The highlights of an article by their places. */
function highlightedAt(article: string): ReadonlyMap<string, string> {
  return new Map(
    annotationsOf(useAnnotated.getState(), article).flatMap(({ annotation, anchor }) =>
      anchor.state === 'orphaned' ? [] : [[placeKey(anchor), annotation.id] as const],
    ),
  )
}
