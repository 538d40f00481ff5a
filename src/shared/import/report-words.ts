// What came in besides annotations, and what was here already, as every host says it.
import type { ImportReport } from '../calls/exchange.ts'

/** "1 story, 2 verdicts and 3 reading states"; empty where there is nothing. */
export function acrossInWords({
  stories,
  verdicts,
  records,
}: Pick<ImportReport, 'stories' | 'verdicts' | 'records'>): string {
  const all = [
    { count: stories, noun: stories === 1 ? 'story' : 'stories' },
    { count: verdicts, noun: verdicts === 1 ? 'verdict' : 'verdicts' },
    ...records,
  ]
  const said = all.filter(({ count }) => count > 0).map(({ count, noun }) => `${count} ${noun}`)
  const last = said.pop()
  return said.length > 0 ? `${said.join(', ')} and ${last}` : (last ?? '')
}

/** "3 highlights are here under other ids, 1 with another note, tags or colour". */
export function twinsInWords({
  twins,
  differing,
}: Pick<ImportReport, 'twins' | 'differing'>): string {
  const all =
    twins === 1
      ? '1 highlight is here under another id'
      : `${twins} highlights are here under other ids`
  return differing === 0
    ? all
    : `${all}, ${twins === 1 ? '' : `${differing} `}with another note, tags or colour`
}
