// The records of an exchange file as changes of this library. Knows no kind by name.
import { isDeepStrictEqual } from 'node:util'
import type { ImportReport } from '../../../shared/calls/exchange.ts'
import type { LibraryJson } from '../../../shared/export/json-schema.ts'
import { articleFinder, filesHere } from '../../../shared/import/files-here.ts'
import type { ExistingArticle, PlannedArticle } from '../../../shared/import/parallax-json.ts'
import { type BroughtRecord, planRecords } from '../../../shared/import/records-json.ts'
import { isLive, joinEntries, type LiveEntry } from '../../../shared/kinds/entry.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { listedInArticles, listedInLibrary } from '../../../shared/kinds/kinds-by-home.ts'
import type { Ledger } from '../../core/records/ledger.ts'

export interface IncomingRecords {
  readonly changes: readonly Change[]
  /** How many of each kind say something new. */
  readonly counts: ImportReport['records']
  readonly lost: readonly string[]
}

/**
 * What a file's records would change here. What they say that is known here already is no change.
 * @param tags that annotations have here
 */
export function incomingRecords(
  ledger: Pick<Ledger, 'entry' | 'get'>,
  json: LibraryJson,
  planned: readonly PlannedArticle[],
  existing: readonly ExistingArticle[],
  tags: ReadonlySet<string>,
): IncomingRecords {
  const articleHere = articleFinder(filesHere(json, planned, existing), existing)
  const plans = [
    planRecords(json.records, listedInLibrary, null, articleHere),
    ...planned.map(({ from, onto, adoptId }) =>
      planRecords(from.records, listedInArticles, adoptId ? from.id : onto, articleHere),
    ),
  ]
  const refused: string[] = []
  const brought = plans
    .flatMap(({ records }) => records)
    .filter(({ kind, article, key, made, record }) => {
      if (!saysNew(ledger.entry(kind, article, key), made)) return false
      const why = kind.refuses?.(record, tags) ?? null
      if (why !== null) refused.push(why)
      return why === null
    })
  return {
    changes: brought.map(changeFor(ledger)),
    counts: countsOf(brought),
    lost: [...plans.flatMap(({ lost }) => lost), ...refused],
  }
}

/** Whether a record made elsewhere says what is not known here. */
export function saysNew(here: ReturnType<Ledger['entry']>, made: LiveEntry): boolean {
  if (!isLive(here)) return true
  const joined = joinEntries(here, made)
  return (
    !isLive(joined) ||
    !isDeepStrictEqual(joined.data, here.data) ||
    !isDeepStrictEqual(joined.versions, here.versions)
  )
}

const changeFor =
  (ledger: Pick<Ledger, 'get'>) =>
  ({ kind, article, key, record, made }: BroughtRecord): Change => ({
    kind,
    article,
    key,
    before: ledger.get(kind, article, key),
    after: record,
    made,
  })

function countsOf(brought: readonly BroughtRecord[]): ImportReport['records'] {
  const counts = new Map<BroughtRecord['kind'], number>()
  for (const { kind } of brought) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(
    ([
      {
        nouns: [one, many],
      },
      count,
    ]) => ({
      noun: count === 1 ? one : many,
      count,
    }),
  )
}
