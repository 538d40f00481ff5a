// Finds what the index knows otherwise than it is, by going through all that it was told and all there is.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kind } from '../../../shared/kinds/kind.ts'
import { indexedKinds } from '../../../shared/kinds/kinds-by-home.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import { loaderVersion } from '../../core/shelf/cache.ts'
import type { ToldArticle } from '../../index/listed.ts'
import type { Index } from '../../index/open-index.ts'
import { type ArticleSource, mirroredAs } from './article-changes.ts'
import { type ListedNow, listedIds, listedNow } from './listed-now.ts'
import type { Pending } from './pending.ts'
import type { RecordKey } from './record-changes.ts'

/** Articles that are compared before others get their turn. */
const atOnce = 200

/** Marks what differs. Files are not read for it, nor texts of the index. */
export async function compare(
  source: ArticleSource,
  index: Pick<Index, 'toldAfter' | 'stories' | 'records' | 'mirrored'>,
  pending: Pending,
  ended: () => boolean,
): Promise<void> {
  const { list } = source
  const mirrored = index.mirrored()
  /** In its file its records are as the index knows them: neither has to be read for that. */
  const isMirrored = (id: string): boolean => {
    const now = mirroredAs(source, id, listedNow(list, id)?.textHash ?? null)
    return now !== null && mirrored.get(id) === now
  }
  const compared = await compareArticles(source, index, ended, {
    differs: (id) => pending.articles([id]),
    told({ article: { id }, annotations, corrected }) {
      const hasSome = annotations > 0 || corrected > 0
      if (hasSome && list.records.get(id) === null) pending.recordsOf(id)
    },
  })
  if (!compared) return
  for (const { article } of list.records.all())
    if (!isMirrored(article.id)) pending.recordsOf(article.id)
  pending.stories(index.stories())
  pending.stories(source.ledger.all(storyKind).map(({ id }) => id))
  for (const kind of indexedKinds.values()) pending.records(otherRecords(source, index, kind))
}

/** How many articles the index knows otherwise; what is said of them in records does not count. */
export async function countDiffering(
  source: Pick<ArticleSource, 'list'>,
  index: Pick<Index, 'toldAfter'>,
  ended: () => boolean,
): Promise<number> {
  const ids = new Set<string>()
  await compareArticles(source, index, ended, {
    differs(id) {
      if (listedNow(source.list, id)) ids.add(id)
    },
    told: () => undefined,
  })
  return ids.size
}

interface Comparing {
  readonly differs: (id: string) => void
  readonly told: (article: ToldArticle) => void
}

/** Gives false when it was ended before all were compared. */
async function compareArticles(
  { list }: Pick<ArticleSource, 'list'>,
  index: Pick<Index, 'toldAfter'>,
  ended: () => boolean,
  { differs, told }: Comparing,
): Promise<boolean> {
  const known = new Set<string>()
  let last = ''
  for (;;) {
    const page = index.toldAfter(last, atOnce)
    for (const each of page) {
      last = each.article.id
      known.add(last)
      if (!isSame(each, listedNow(list, last))) differs(last)
      told(each)
    }
    await nextTurn()
    if (ended()) return false
    if (page.length < atOnce) break
  }
  let looked = 0
  for (const id of listedIds(list)) {
    if (++looked % atOnce === 0) await nextTurn()
    if (!known.has(id)) differs(id)
  }
  return true
}

/** The records of a kind that the index knows otherwise, or knows and are gone. */
function* otherRecords(
  { ledger }: Pick<ArticleSource, 'ledger'>,
  index: Pick<Index, 'records'>,
  kind: Kind,
): Iterable<RecordKey> {
  const known = index.records(kind.name)
  for (const record of ledger.all(kind)) {
    const key = kind.keyOf(record)
    if (known.get(key) !== JSON.stringify(record)) yield { kind, key }
    known.delete(key)
  }
  for (const key of known.keys()) yield { kind, key }
}

/** Of the same bytes read by the same loaders the rest is the same. */
function isSame({ article, loader }: ToldArticle, now: ListedNow | null): boolean {
  return (
    now !== null &&
    now.article.sha256 === article.sha256 &&
    now.article.path === article.path &&
    now.article.part === article.part &&
    now.article.state === article.state &&
    now.article.fileChanged === article.fileChanged &&
    (article.sha256 === null || loader === loaderVersion)
  )
}
