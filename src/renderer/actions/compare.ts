// What the reader can do with the comparison of the open articles.
import type { Verdict } from '../../shared/model/comparison.ts'
import { api } from '../client/api.ts'
import { useCompare } from '../state/compare.ts'
import { usePanes } from '../state/panes.ts'
import { tell } from '../state/ui.ts'

export function toggleComparing(): void {
  useCompare.setState(({ on }) => ({ on: !on, hand: null, hover: null, chosen: null, why: null }))
  void compareOpen()
}

/** Compares what is open now, if comparing is on and it is not what was compared already. */
export async function compareOpen(): Promise<void> {
  const { on, articles: before, status } = useCompare.getState()
  if (!on) return
  const { panes, opened } = usePanes.getState()
  const articles = [...new Set(panes.map(({ article }) => article))].filter(
    (id) => opened.get(id)?.state === 'open',
  )
  if (articles.length < 2) {
    useCompare.setState({ status: 'few', articles, comparison: null, hand: null, hover: null })
    return
  }
  if (articles.join() === before.join() && status !== 'few') return
  useCompare.setState({
    status: 'working',
    articles,
    hand: null,
    hover: null,
    chosen: null,
    why: null,
  })
  const made = await api.call('comparison-make', { articles })
  if (useCompare.getState().articles !== articles) return
  useCompare.setState(
    made.ok
      ? { status: 'ready', comparison: made.value, error: null }
      : { status: 'failed', comparison: null, error: made.error },
  )
}

/** Follows the panes: what is open is what is compared. */
export function keepComparing(): void {
  usePanes.subscribe((now, before) => {
    if (now.panes !== before.panes || now.opened !== before.opened) void compareOpen()
  })
}

export const toggleTable = (): void => useCompare.setState(({ table }) => ({ table: !table }))
export const togglePossible = (): void =>
  useCompare.setState(({ possible }) => ({ possible: !possible }))

export const whyLinked = (): void => tell('Not built yet.')
export const judge = (_verdict: Verdict): void => tell('Not built yet.')
