// The list by query and range where there is no index: the same answers, from all rows in memory. Made when
// it is asked for, and kept until the list changes.
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { LibraryCounts, ListedRow, RowPage, RowQuery } from '../../../shared/model/rows.ts'
import type { ReadingState } from '../../../shared/search/ast.ts'
import { foldedName } from '../../../shared/search/tokens.ts'
import { isBeneath } from '../../../shared/text/beneath.ts'
import type { Index } from '../../index/open-index.ts'
import { rowKeys, tagKey } from '../../index/row-keys.ts'
import {
  byBytes,
  groupsOf,
  inOrder,
  type MemoryRow,
  type PlacedRow,
  placed,
} from './row-sorting.ts'

/** What the list asks of an index, or of what stands in for it. */
export type ListIndex = Pick<Index, 'rows' | 'placeOf' | 'placeNamed' | 'idsBetween' | 'counts'>

interface StoryArticles {
  readonly id: string
  readonly articles: readonly { readonly id: string }[]
}

export interface RowSource {
  readonly articles: () => readonly ArticleSummary[]
  readonly annotations: (article: string) => readonly Annotation[]
  readonly stories: () => readonly StoryArticles[]
  /** How far the reader is with an article; absent where nothing was said. */
  readonly reading: (article: string) => ReadingState | undefined
  /** Milliseconds since 1970; 0 for a file that is gone. */
  readonly fileChanged: (article: string) => number
}

export interface MemoryRows extends ListIndex {
  /** To be called whenever the list may have changed. */
  forget(): void
}

/** Answers that are kept: as many as a window and its last keys need. */
const mostKept = 4

export function createMemoryRows(source: RowSource): MemoryRows {
  let all: readonly MemoryRow[] | null = null
  const answers = new Map<string, readonly PlacedRow[]>()

  const rowsNow = (): readonly MemoryRow[] => {
    all ??= source.articles().map((row) => memoryRow(source, row))
    return all
  }

  const answerTo = (query: RowQuery): readonly PlacedRow[] => {
    const key = JSON.stringify(query)
    const answer =
      answers.get(key) ?? inOrder(placed(rowsNow().filter(condition(source, query)), query), query)
    answers.delete(key)
    answers.set(key, answer)
    const [oldest] = answers.keys()
    if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest)
    return answer
  }

  return {
    rows(query, range): RowPage {
      const answer = answerTo(query)
      return {
        total: answer.length,
        rows: within(answer, range).map(({ of: { row } }) => row),
        groups: query.group ? groupsOf(answer) : [],
      }
    },
    placeOf(article, query) {
      const place = answerTo(query).findIndex(({ of: { row } }) => row.id === article)
      return place < 0 ? null : place
    },
    placeNamed(typed, query, from) {
      const answer = answerTo(query)
      const wanted = foldedName(typed)
      const isNamed = ({ of: { keys } }: PlacedRow): boolean => keys.name.startsWith(wanted)
      const after = answer.slice(from).findIndex(isNamed)
      const place = after < 0 ? answer.findIndex(isNamed) : from + after
      return place < 0 ? null : place
    },
    idsBetween: (query, range) => within(answerTo(query), range).map(({ of: { row } }) => row.id),
    counts: () => countsOf(source, rowsNow()),
    forget() {
      all = null
      answers.clear()
    },
  }
}

const within = (
  answer: readonly PlacedRow[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly PlacedRow[] => answer.slice(Math.max(0, start), Math.max(0, end))

function memoryRow(
  { annotations, reading, fileChanged }: RowSource,
  row: ArticleSummary,
): MemoryRow {
  const made = annotations(row.id)
  const added = fileChanged(row.id)
  const latest = Math.max(added, ...made.map(({ modified }) => Date.parse(modified)))
  const tags = new Set(made.flatMap((each) => each.tags))
  return {
    row: { ...row, reading: reading(row.id) ?? 'new', added, changed: latest },
    keys: rowKeys(row.path, row.part, row),
    tags: [...tags].map((tag) => ({ tag, key: tagKey(tag) })),
  }
}

/** What a query asks of a row. */
function condition({ stories }: RowSource, query: RowQuery): (row: MemoryRow) => boolean {
  const { state, outlet, story, tag, filter = '' } = query
  const words = foldedName(filter).split(/\s+/).filter(Boolean)
  const inStory =
    story === undefined
      ? null
      : new Set(
          stories()
            .filter(({ id }) => id === story)
            .flatMap(({ articles }) => articles.map(({ id }) => id)),
        )
  const wanted = tag === undefined ? null : tagKey(tag)
  return ({ row, keys, tags }) =>
    (state === undefined || row.reading === state) &&
    (outlet === undefined || row.source === outlet) &&
    (inStory === null || inStory.has(row.id)) &&
    (wanted === null || tags.some(({ key }) => isBeneath(key, wanted))) &&
    words.every((word) => keys.name.includes(word))
}

function countsOf({ annotations }: RowSource, all: readonly MemoryRow[]): LibraryCounts {
  const outlets = new Map<string, number>()
  const tags = new Map<string, { articles: number; annotations: number }>()
  for (const { row, tags: mine } of all) {
    if (row.source !== null) outlets.set(row.source, (outlets.get(row.source) ?? 0) + 1)
    for (const { tag } of mine) {
      const count = tags.get(tag) ?? { articles: 0, annotations: 0 }
      const marked = annotations(row.id).filter((each) => each.tags.includes(tag)).length
      tags.set(tag, { articles: count.articles + 1, annotations: count.annotations + marked })
    }
  }
  const sum = (of: (row: ListedRow) => number): number =>
    all.reduce((total, { row }) => total + of(row), 0)
  const inState = (state: ListedRow['reading']): number =>
    all.filter(({ row }) => row.reading === state).length
  return {
    articles: all.length,
    annotations: sum((row) => row.annotations),
    notes: sum((row) => row.notes),
    states: { new: inState('new'), reading: inState('reading'), read: inState('read') },
    outlets: [...outlets]
      .map(([outlet, articles]) => ({ outlet, articles }))
      .sort((a, b) => b.articles - a.articles || byBytes(a.outlet, b.outlet)),
    tags: [...tags]
      .map(([tag, count]) => ({ tag, ...count }))
      .sort((a, b) => byBytes(tagKey(a.tag), tagKey(b.tag)) || byBytes(a.tag, b.tag)),
  }
}
