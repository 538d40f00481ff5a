// What the index is to be told of one article: its row, its text, its records, as far as they differ from
// what it was told before.
import { isDeepStrictEqual } from 'node:util'
import { loaderVersion } from '../../core/shelf/cache.ts'
import { sha256In } from '../../core/shelf/content-key.ts'
import type { FileMemory } from '../../core/shelf/memory.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import type { IndexChange, ListedArticle } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import { type ListedNow, type ListSource, listedNow } from './listed-now.ts'
import type { Pending } from './pending.ts'
import { type RecordSource, recordChanges, type TextAtHand } from './record-changes.ts'

export interface ArticleSource extends RecordSource {
  readonly list: ListSource
  readonly reading: Pick<Reading, 'locate' | 'peek' | 'readParts'>
  readonly memory: Pick<FileMemory, 'hold' | 'stored'>
}

/** Reads the article's file where neither the index nor memory has its text. */
export async function articleChanges(
  source: ArticleSource,
  index: Pick<Index, 'told' | 'has' | 'content'>,
  pending: Pending,
  id: string,
): Promise<IndexChange[]> {
  const { catalogue } = source.list
  // It is compared when the folder was looked at: until then nothing is known of its file.
  if (!catalogue.isLooked() && !catalogue.place(id)) return []
  const now = listedNow(source.list, id)
  const told = index.told(id)
  if (!now) {
    pending.takeRecords(id)
    return told ? goneChanges(id) : []
  }
  const isNew = now.article.sha256 !== null && !index.has(...textOf(now.article))
  const isThere = !isNew || (await readAgain(source, now))
  // Without its text an article is found by its facts and notes; the next look tries again.
  const sha256 = isThere ? now.article.sha256 : null
  const added = told?.article.added ?? now.article.added
  const article: ListedArticle = { ...now.article, added, sha256 }
  const changes: IndexChange[] = []
  if (!told || !isDeepStrictEqual(asTold(article), told.article))
    changes.push({ kind: 'article', article })
  if (!told || told.article.sha256 !== sha256 || isNew) pending.recordsOf(id)
  const outdated = pending.takeRecords(id)
  if (!outdated) return changes
  const text = (): TextAtHand | null =>
    sha256 === null ? null : index.content(...textOf({ ...article, sha256 }))
  const hasNothing = !told && source.list.records.get(id) === null && outdated.annotations === 'all'
  if (hasNothing) return changes
  const mark = mirroredAs(source, id, now.textHash)
  if (mark === null) pending.unwritten(id, now.textHash)
  const records = recordChanges(source, id, outdated, now.textHash, text)
  return [...changes, ...records, { kind: 'mirrored', article: id, mark }]
}

/**
 * Names the state of an article's records and of the text in which they were found; null while they are
 * not in their file.
 */
export function mirroredAs(
  { ledger }: Pick<ArticleSource, 'ledger'>,
  article: string,
  textHash: string | null,
): string | null {
  const mark = ledger.markOf(article)
  return mark === null ? null : `${mark} ${textHash ?? '-'}`
}

/** Nothing is left of it, so that it begins anew when it is listed again. */
const goneChanges = (article: string): IndexChange[] => [
  { kind: 'annotations', article, all: true, put: [], gone: [] },
  { kind: 'corrections', article, facts: [] },
  { kind: 'mirrored', article, mark: null },
  { kind: 'article-gone', id: article },
]

type TextName = readonly [sha256: string, part: number | null, loader: number]

const textOf = ({ sha256, part }: Pick<ListedArticle, 'sha256' | 'part'>): TextName => [
  sha256 ?? '',
  part,
  loaderVersion,
]

/** Has the index know a text: it may be on its way, else its file is read. Gives whether it does now. */
async function readAgain(
  { memory, reading }: ArticleSource,
  { article: { path, sha256, part } }: ListedNow,
): Promise<boolean> {
  if (sha256 === null) return false
  if (await memory.stored(sha256, part)) return true
  // What is read is on its way into the index by that; what was still in memory is not.
  if (part === null) {
    const parsed = await reading.peek(path, sha256In(sha256))
    if (parsed) memory.hold(parsed, null, path)
  } else await reading.readParts(path)
  return memory.stored(sha256, part)
}

/** As it comes back: without what JSON leaves out. */
const asTold = ({ problem, ...rest }: ListedArticle): ListedArticle => ({
  ...rest,
  problem: problem && JSON.parse(JSON.stringify(problem)),
})
