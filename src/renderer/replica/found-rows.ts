// The first rows of the list that hold what is typed, for boxes that find an article by a few letters.
import { useEffect, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { ListedRow } from '../../shared/model/rows.ts'
import { holdsWords } from '../../shared/text/holds-words.ts'
import { api } from '../client/api.ts'
import { useCounts } from './counts.ts'

export interface FoundRows {
  readonly rows: readonly ListedRow[]
  /** Why they could not be asked for. */
  readonly error: AppError | null
  /** Nothing was answered yet. */
  readonly waiting: boolean
}

const nothing = { typed: '', rows: [], error: null, waiting: true }

/**
 * What was found before stays as far as it fits what is typed now, until the answer to that is there.
 * @param typed null: nothing is looked for
 */
export function useFoundRows(typed: string | null, most: number): FoundRows {
  const [found, setFound] = useState<FoundRows & { readonly typed: string }>(nothing)
  // Others may be there by then.
  const counts = useCounts((state) => state.counts)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when there are others
  useEffect(() => {
    if (typed === null) return
    let isLast = true
    const query = { sort: 'path', filter: typed } as const
    void api.call('rows-page', { query, start: 0, end: most }).then((answer) => {
      if (!isLast) return
      if (answer.ok) setFound({ typed, rows: answer.value.rows, error: null, waiting: false })
      else setFound({ typed, rows: [], error: answer.error, waiting: false })
    })
    return () => {
      isLast = false
    }
  }, [typed, most, counts])

  const { rows, error, waiting } = found
  if (typed === null || found.typed === typed) return { rows, error, waiting }
  return { rows: rows.filter((row) => holds(row, typed)), error, waiting: true }
}

const holds = ({ title, source, byline, path }: ListedRow, typed: string): boolean =>
  holdsWords(`${title ?? ''}\n${source ?? ''}\n${byline ?? ''}\n${path}`, typed)
