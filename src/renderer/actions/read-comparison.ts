// Reads a comparison from the core: opens it, then asks for the sections that every window shows. What
// else it holds is asked for when it is shown.
import type { EventData } from '../../shared/calls.ts'
import type {
  ComparisonHead,
  HeadArticle,
  PageOf,
  SectionPage,
  SectionRequest,
} from '../../shared/comparison/sections.ts'
import {
  type ArticleMarks,
  type ComparisonView,
  patchView,
  sentencesIn,
  type ViewedArticle,
} from '../../shared/comparison/view.ts'
import type { Sentence } from '../../shared/model/comparison.ts'
import { ok, type Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'

/** This window, as whoever shows a comparison. */
const holder = Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) =>
  part.toString(36),
).join('')

/** What verdicts changed while a comparison is being read. */
let meanwhile: EventData<'comparison-changed'>[] | null = null

/** Fails as `comparison-open` and `comparison-section` do. */
export async function openComparison(articles: readonly string[]): Promise<Result<ComparisonView>> {
  const changes: EventData<'comparison-changed'>[] = []
  meanwhile = changes
  const opened = await api.call('comparison-open', { holder, articles: [...articles] })
  const read = opened.ok ? await readView(opened.value.id, opened.value.head) : opened
  if (meanwhile === changes) meanwhile = null
  if (!read.ok) return read
  const mine = changes.filter(
    ({ id, revision }) => id === read.value.id && revision > read.value.revision,
  )
  return ok(
    mine.reduce((view, { revision, patch }) => patchView(view, revision, patch), read.value),
  )
}

/** This window shows no comparison any more, or does not wait for the one that is under way. */
export const closeComparison = (): void => void api.call('comparison-close', { holder })

/** A patch that comes while a comparison is being read may be of that one. */
export const heardMeanwhile = (change: EventData<'comparison-changed'>): void => {
  meanwhile?.push(change)
}

async function readView(id: string, head: ComparisonHead): Promise<Result<ComparisonView>> {
  const read = await Promise.all(head.articles.map((_, article) => readArticle(id, head, article)))
  const articles: ViewedArticle[] = []
  for (const article of read) {
    if (!article.ok) return article
    articles.push(article.value)
  }
  const { revision, pairs, counts } = head
  return ok({ id, revision, articles, pairs, counts })
}

async function readArticle(
  id: string,
  { articles }: ComparisonHead,
  article: number,
): Promise<Result<ViewedArticle>> {
  const [places, marks] = await Promise.all([
    readPages(id, 'sentences', (from) => ({ section: 'sentences', article, from })),
    readPages(id, 'marks', (from) => ({ section: 'marks', article, from })),
  ])
  if (!places.ok) return places
  if (!marks.ok) return marks
  const { textHash, language, shares } = articles[article] ?? noArticle
  const sentences = places.value.flatMap((page): Sentence[] => sentencesIn(page))
  return ok({ textHash, language, shares, sentences, marks: marksOf(marks.value) })
}

const noArticle: Pick<HeadArticle, 'textHash' | 'language' | 'shares'> = {
  textHash: '',
  language: null,
  shares: { shared: 0, sharedPossibly: 0, only: 0 },
}

const marksOf = (pages: readonly PageOf<'marks'>[]): ArticleMarks => ({
  told: pages.flatMap(({ told }) => told),
  possibly: pages.flatMap(({ possibly }) => possibly),
  tiers: pages.flatMap(({ tiers }) => tiers),
})

/** Every page of a section, in order. */
export async function readPages<Name extends SectionPage['section']>(
  id: string,
  name: Name,
  requestAt: (from: number) => SectionRequest,
): Promise<Result<PageOf<Name>[]>> {
  const pages: PageOf<Name>[] = []
  for (let from: number | null = 0; from !== null; ) {
    const read: Result<PageOf<Name>> = await readPage(id, name, requestAt(from))
    if (!read.ok) return read
    pages.push(read.value)
    from = read.value.next
  }
  return ok(pages)
}

/** One page of a section. */
export async function readPage<Name extends SectionPage['section']>(
  id: string,
  name: Name,
  request: SectionRequest,
): Promise<Result<PageOf<Name>>> {
  const read = await api.call('comparison-section', { id, request })
  if (!read.ok) return read
  const { page } = read.value
  if (!isPageOf(name, page)) throw new Error(`asked for ${name}, was given ${page.section}`)
  return ok(page)
}

const isPageOf = <Name extends SectionPage['section']>(
  name: Name,
  page: SectionPage,
): page is PageOf<Name> => page.section === name
