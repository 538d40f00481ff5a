// What the index has to be told: marked as it changes, taken in batches. What changes while it is being
// told is marked again, so the last state is always told.
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { correctionKind } from '../../../shared/kinds/correction.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import type { Outdated, RecordKey } from './record-changes.ts'

interface Batch {
  readonly articles: readonly string[]
  readonly stories: readonly string[]
  readonly records: readonly RecordKey[]
}

export interface Pending {
  /** Articles whose row or text may be another. */
  articles(ids: Iterable<string>): void
  /** All records of an article. */
  recordsOf(article: string): void
  changes(changes: readonly Change[]): void
  stories(ids: Iterable<string>): void
  records(keys: Iterable<RecordKey>): void
  /** Articles, stories and records that wait. */
  size(): number
  take(mostArticles: number): Batch
  /** What is outdated of an article's records; null when nothing is. It is not marked any more then. */
  takeRecords(article: string): Outdated | null
  /** An article's records were told before they were in their file, as they stand in this text. */
  unwritten(article: string, textHash: string | null): void
  hasUnwritten(): boolean
  /** Of those, the articles of which nothing was outdated since. None is known any more then. */
  takeUnwritten(): [article: string, textHash: string | null][]
  /** Nothing is marked any more. */
  clear(): void
}

export function createPending(): Pending {
  const articles = new Set<string>()
  const records = new Map<string, Outdated>()
  const stories = new Set<string>()
  const copied = new Map<string, RecordKey>()
  const unwritten = new Map<string, string | null>()

  const copy = (record: RecordKey): void =>
    void copied.set(`${record.kind.name} ${record.key}`, record)

  const mark = (article: string, more: Outdated): void => {
    records.set(article, joined(records.get(article), more))
    articles.add(article)
  }

  return {
    articles(ids) {
      for (const id of ids) articles.add(id)
    },
    recordsOf: (article) => mark(article, { annotations: 'all', corrections: true }),
    changes(changes) {
      for (const { kind, article, key } of changes) {
        if (kind.name === storyKind.name) stories.add(key)
        if (kind.indexed) copy({ kind, key })
        if (article === null) continue
        if (kind.name === annotationKind.name)
          mark(article, { annotations: new Set([key]), corrections: false })
        if (kind.name === correctionKind.name)
          mark(article, { annotations: new Set(), corrections: true })
      }
    },
    stories(ids) {
      for (const id of ids) stories.add(id)
    },
    records(keys) {
      for (const each of keys) copy(each)
    },
    size: () => articles.size + stories.size + copied.size,
    take(mostArticles) {
      const records = first(copied.keys(), mostRecords)
      const batch = {
        articles: first(articles, mostArticles),
        stories: [...stories],
        records: records.flatMap((name) => copied.get(name) ?? []),
      }
      for (const id of batch.articles) articles.delete(id)
      for (const name of records) copied.delete(name)
      stories.clear()
      return batch
    },
    takeRecords(article) {
      const outdated = records.get(article) ?? null
      records.delete(article)
      return outdated
    },
    unwritten: (article, textHash) => void unwritten.set(article, textHash),
    hasUnwritten: () => unwritten.size > 0,
    takeUnwritten() {
      const taken = [...unwritten].filter(([article]) => !records.has(article))
      unwritten.clear()
      return taken
    },
    clear() {
      for (const each of [articles, records, stories, copied, unwritten]) each.clear()
    },
  }
}

/** Records of a batch: each is a line. */
const mostRecords = 2_000

function first(ids: Iterable<string>, most: number): string[] {
  const taken: string[] = []
  for (const id of ids) {
    if (taken.length === most) break
    taken.push(id)
  }
  return taken
}

function joined(a: Outdated | undefined, b: Outdated): Outdated {
  if (!a) return b
  const annotations =
    a.annotations === 'all' || b.annotations === 'all'
      ? 'all'
      : new Set([...a.annotations, ...b.annotations])
  return { annotations, corrections: a.corrections || b.corrections }
}
