// What the index is to be told of one article: its row, its text, its records, as far as they differ from
// what it was told before.
import { isDeepStrictEqual } from 'node:util'
import { loaderVersion } from '../../core/shelf/cache.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import type { ContentFacts, IndexChange, ListedArticle } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import { type ListedNow, type ListSource, listedNow } from './listed-now.ts'
import type { Pending } from './pending.ts'
import { type RecordSource, recordChanges, type TextAtHand } from './record-changes.ts'
import { contentOf, type TextsAtHand } from './texts-at-hand.ts'

export interface ArticleSource extends RecordSource {
  readonly list: ListSource
  readonly reading: Pick<Reading, 'locate' | 'peek' | 'readParts'>
  readonly texts: TextsAtHand
}

/** Reads the article's file where neither the index nor memory has its text. */
export async function articleChanges(
  source: ArticleSource,
  index: Pick<Index, 'told' | 'has' | 'content'>,
  pending: Pending,
  id: string,
): Promise<IndexChange[]> {
  const now = listedNow(source.list, id)
  const told = index.told(id)
  if (!now) {
    pending.takeRecords(id)
    return told ? goneChanges(id) : []
  }
  const content = await newContent(source, index, now)
  // Without its text an article is found by its facts and notes; the next look tries again.
  const sha256 = content === 'none' ? null : now.article.sha256
  const added = told?.article.added ?? now.article.added
  const article: ListedArticle = { ...now.article, added, sha256 }
  const changes: IndexChange[] = []
  if (content !== 'there' && content !== 'none')
    changes.push({ kind: 'content', content, derived: {} })
  if (!told || !isDeepStrictEqual(asTold(article), told.article))
    changes.push({ kind: 'article', article })
  if (!told || told.article.sha256 !== sha256 || typeof content !== 'string') pending.recordsOf(id)
  const outdated = pending.takeRecords(id)
  if (!outdated) return changes
  const text = (): TextAtHand | null => {
    if (typeof content !== 'string') return content
    return sha256 === null ? null : index.content(sha256, article.part, loaderVersion)
  }
  const hasNothing = !told && source.list.records.get(id) === null && outdated.annotations === 'all'
  return hasNothing
    ? changes
    : [...changes, ...recordChanges(source, id, outdated, now.textHash, text)]
}

/** Nothing is left of it, so that it begins anew when it is listed again. */
const goneChanges = (article: string): IndexChange[] => [
  { kind: 'annotations', article, all: true, put: [], gone: [] },
  { kind: 'corrections', article, facts: [] },
  { kind: 'article-gone', id: article },
]

/** A text that the index does not have; `there` when it has it; `none` when there is none to be had. */
async function newContent(
  { texts, reading }: ArticleSource,
  index: Pick<Index, 'has'>,
  { article: { path, sha256, part } }: ListedNow,
): Promise<ContentFacts | 'there' | 'none'> {
  if (sha256 === null) return 'none'
  const held = texts.take(sha256, part)
  if (index.has(sha256, part, loaderVersion)) return 'there'
  if (held) return held
  if (part === null) {
    const parsed = await reading.peek(path, sha256)
    if (!parsed) return 'none'
    return texts.take(sha256, null) ?? contentOf(parsed, null)
  }
  const read = await reading.readParts(path)
  const parsed = read.ok ? read.value[part] : undefined
  return parsed?.sha256 === sha256 ? contentOf(parsed, part) : 'none'
}

/** As it comes back: without what JSON leaves out. */
const asTold = ({ problem, ...rest }: ListedArticle): ListedArticle => ({
  ...rest,
  problem: problem && JSON.parse(JSON.stringify(problem)),
})
