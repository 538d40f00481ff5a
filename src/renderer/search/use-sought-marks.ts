// Marks the words of the search in every open article, as long as the search is shown.
import { useEffect } from 'react'
import { matcherFor } from '../actions/search.ts'
import { usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useSearch } from '../state/search.ts'

export function useSoughtMarks(): void {
  const query = useSearch((state) => state.foundFor)
  const panes = usePanes((state) => state.panes)
  const opened = usePanes((state) => state.opened)
  useEffect(() => {
    const matcher = query.trim() === '' ? null : matcherFor(query)
    // Panes that are new are drawn by the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        for (const { key, article } of panes) {
          const shown = opened.get(article)
          if (shown?.state !== 'open') continue
          readerOf(key)?.mark('sought', matcher?.(shown.article.text) ?? [])
        }
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [query, panes, opened])

  // biome-ignore lint/correctness/useExhaustiveDependencies: of another query the place at hand is none
  useEffect(() => {
    for (const { key } of usePanes.getState().panes) readerOf(key)?.mark('sought-current', [])
  }, [query])

  useEffect(
    () => () => {
      for (const { key } of usePanes.getState().panes) {
        readerOf(key)?.mark('sought', [])
        readerOf(key)?.mark('sought-current', [])
      }
    },
    [],
  )
}
