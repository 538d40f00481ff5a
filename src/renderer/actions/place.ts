// What the reader says of highlights that were found again in a changed text, or were not found: this is
// the passage, this is not, it belongs here.
import type { SeenAgain } from '../../shared/calls/annotations.ts'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { limits } from '../../shared/model/limits.ts'
import { displayQuote } from '../../shared/text/quote.ts'
import { shortened } from '../../shared/text/shortened.ts'
import { annotationNow, annotationsOf, inTextOrder, useAnnotated } from '../replica/annotations.ts'
import { type InHand, takeInHand, useAnnotations } from '../state/annotations.ts'
import { focusedPane } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useSelection } from '../state/selection.ts'
import { tell } from '../state/ui.ts'
import { saving } from './saving.ts'
import { hashOf, selectedNow } from './selected.ts'
import { tellStep } from './tell-step.ts'

/** The highlights of an article that were found again and are not confirmed, in the order of the text. */
const foundAgainIn = (article: string): readonly ResolvedAnnotation[] =>
  inTextOrder(annotationsOf(useAnnotated.getState(), article)).filter(
    ({ anchor }) => anchor.state === 'moved',
  )

/** Where some of them were shown, as the core is told it. */
const seen = (article: string, found: readonly ResolvedAnnotation[]): SeenAgain => ({
  article,
  ...hashOf(article),
  places: found
    .flatMap(({ annotation: { id }, anchor }) =>
      anchor.state === 'moved' ? [{ id, start: anchor.start, end: anchor.end }] : [],
    )
    .slice(0, limits.ids),
})

/** This is the passage: from now on the highlight is made on its present words. */
export const confirmPlace = (meant: InHand | null = inHandNow()): Promise<void> =>
  ofFoundAgain(meant, async (found, article) => {
    await saving((call) => call('annotations-confirm', seen(article, [found])))
  })

/** This is not the passage: the highlight stands on nothing, until it is attached by hand. */
export const detachPlace = (meant: InHand | null = inHandNow()): Promise<void> =>
  ofFoundAgain(meant, async (found, article) => {
    const done = await saving((call) => call('annotations-detach', seen(article, [found])))
    if (done) tellStep('Detached: it keeps its words, and is listed under those not found.')
  })

/** All of an article that were found again, as one step. */
export async function confirmAll(article: string | undefined = focusedPane()?.article) {
  const found = article === undefined ? [] : foundAgainIn(article)
  if (article === undefined) tell('Open an article first.')
  else if (found.length === 0) tell('Nothing in this article waits to be confirmed.')
  else {
    const done = await saving((call) => call('annotations-confirm', seen(article, found)))
    if (done) tellStep(done.length === 1 ? 'Confirmed.' : `${done.length} highlights confirmed.`)
  }
}

/** To the next one that was found again, after the one in hand or the caret; from the last to the first. */
export function nextFoundAgain(): void {
  const pane = focusedPane()
  const reader = readerOf(pane?.key)
  const found = pane ? foundAgainIn(pane.article) : []
  if (!pane || !reader) {
    tell('Open an article first.')
    return
  }
  const { inHand } = useAnnotations.getState()
  const now = found.findIndex(({ annotation }) => annotation.id === inHand?.id)
  const from = reader.range()?.start ?? reader.top()
  const ahead = found.findIndex(({ anchor }) => (anchor.start ?? 0) >= from)
  const next = found[now >= 0 ? (now + 1) % found.length : Math.max(ahead, 0)]
  if (!next || next.anchor.state === 'orphaned') {
    tell('Nothing in this article waits to be confirmed.')
    return
  }
  takeInHand({ article: pane.article, id: next.annotation.id })
  reader.reveal(next.anchor.start, next.anchor.end)
  reader.focusMark(next.annotation.id)
}

/**
 * Puts a highlight on what is selected in its article: the one that waits for a passage, else the one in
 * hand. Where nothing is selected it waits for that from now on, and the reader is told.
 */
export async function attach(meant?: InHand): Promise<void> {
  const { attaching, inHand } = useAnnotations.getState()
  const which = meant ?? attaching ?? inHand
  const one = which && find(which)
  if (!which || !one)
    return tell('Take a highlight in hand first: one that was not found, or was found again.')
  if (one.anchor.state === 'anchored')
    return tell(
      'This highlight stands on its words. Only one that is lost or was found again can be attached.',
    )
  const selected = selectedNow()
  if (selected?.article !== which.article) {
    useAnnotations.setState({ attaching: which })
    const elsewhere = selected ? ' What is selected is in another article.' : ''
    return tell(`Select the passage for “${short(one)}” in its article, then attach.${elsewhere}`)
  }
  const { article, id } = which
  const { start, end, pane } = selected
  const range = { start, end, ...hashOf(article) }
  const done = await saving((call) =>
    call('annotations-update', { article, ids: [id], patch: { range } }),
  )
  if (!done) return
  stopAttaching()
  readerOf(pane)?.clearSelection()
  useSelection.setState({ selected: null })
  takeInHand({ article, id })
}

export const stopAttaching = (): void => useAnnotations.setState({ attaching: null })

const inHandNow = (): InHand | null => useAnnotations.getState().inHand

const find = ({ article, id }: InHand): ResolvedAnnotation | undefined => annotationNow(article, id)

async function ofFoundAgain(
  meant: InHand | null,
  act: (found: ResolvedAnnotation, article: string) => Promise<void>,
): Promise<void> {
  const one = meant && find(meant)
  if (!meant || !one) return tell('Take a highlight that was found again in hand first.')
  if (one.anchor.state === 'orphaned')
    return tell('This highlight was not found. Select its passage and attach it.')
  if (one.anchor.state === 'anchored')
    return tell('This highlight stands on the words it was made on: there is nothing to say of it.')
  await act(one, meant.article)
}

/** The beginning of what it was made on. */
const short = ({ annotation: { target } }: ResolvedAnnotation): string =>
  shortened(displayQuote(target.exact))
