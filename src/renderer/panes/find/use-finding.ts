// What is typed, looked for in one pane's text as long as its find bar is open; and what is found, shown
// there: every hit marked, the one at hand in view.
import { useEffect, useRef } from 'react'
import { useApp } from '../../state/app.ts'
import { awaitFound, hitAtHand, takeFound, takeTrouble, useFind } from '../../state/find.ts'
import { readerOf } from '../../state/readers.ts'
import { type AskedFinder, createAskedFinder } from './ask-finder.ts'
import { startFindWorker } from './start-find-worker.ts'

export function useFinding(pane: string, text: string): void {
  const query = useFind((state) => state.query)
  const matchCase = useApp((state) => state.settings.findCase)
  const wholeWords = useApp((state) => state.settings.findWords)
  const accents = useApp((state) => state.settings.findAccents)
  const pattern = useApp((state) => state.settings.findPattern)
  const finder = useRef<AskedFinder>(null)

  useEffect(() => {
    const made = createAskedFinder(
      text,
      { onFound: (found) => takeFound(found, firstIn(pane, found)), onTrouble: takeTrouble },
      startFindWorker,
    )
    finder.current = made
    return () => {
      finder.current = null
      made.dispose()
    }
  }, [pane, text])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is looked through anew
  useEffect(() => {
    const choices = { matchCase, wholeWords, accents }
    if (query.trim() !== '') {
      awaitFound()
      finder.current?.ask({ query, choices, pattern })
    } else {
      finder.current?.forget()
      takeFound([], -1)
    }
  }, [pane, text, query, matchCase, wholeWords, accents, pattern])

  useShownHits(pane)
}

/** Index of the hit to begin with: at what was selected, else at what is in view; after the last the first. */
function firstIn(pane: string, found: readonly { readonly start: number }[]): number {
  const from = useFind.getState().from ?? readerOf(pane)?.top() ?? 0
  return Math.max(
    0,
    found.findIndex(({ start }) => start >= from),
  )
}

function useShownHits(pane: string): void {
  const found = useFind((state) => state.found)
  const at = useFind((state) => state.at)

  useEffect(() => readerOf(pane)?.mark('found', found), [pane, found])

  // biome-ignore lint/correctness/useExhaustiveDependencies: of other hits another is at hand
  useEffect(() => {
    const hit = hitAtHand()
    const reader = readerOf(pane)
    reader?.mark('found-current', hit ? [hit] : [])
    if (hit) reader?.reveal(hit.start, hit.end)
  }, [pane, found, at])

  useEffect(
    () => () => {
      readerOf(pane)?.mark('found', [])
      readerOf(pane)?.mark('found-current', [])
    },
    [pane],
  )
}
