// What can be asked of a comparison that is open: its head, and its sections in pages. No answer grows
// with the comparison; whoever asks goes on at `next`.
import { z } from 'zod'
import {
  Cluster,
  Difference,
  Figure,
  figureKinds,
  Keyword,
  Link,
  PairVerdict,
  Quotation,
  SentenceRef,
} from '../model/comparison.ts'
import { tableFilters } from './table-filter.ts'

const index = z.number().int().nonnegative()
const numbers = z.array(z.number())

/** Sentences of one article, headlines and furniture left out. */
export const ArticleShares = z.strictObject({
  /** That another article tells, by matches of the tier *sure* and above. */
  shared: index,
  /** By *possible* matches, too. */
  sharedPossibly: index,
  /** Without any match. */
  only: index,
})
export type ArticleShares = Readonly<z.infer<typeof ArticleShares>>

/** The sections that are lists, which whoever wants the whole comparison reads one after the other. */
export const listNames = [
  'links',
  'clusters',
  'only',
  'quotations',
  'figures',
  'differences',
  'keywords',
] as const
export type ListName = (typeof listNames)[number]

export const ListCounts = z.strictObject({
  links: index,
  clusters: index,
  only: index,
  quotations: index,
  figures: index,
  differences: index,
  keywords: index,
})
export type ListCounts = Readonly<z.infer<typeof ListCounts>>

export const HeadArticle = z.strictObject({
  /** Of the text that the offsets are taken from. */
  textHash: z.string(),
  /** BCP 47 tag; null where it is not known. */
  language: z.string().nullable(),
  /** How many there are, furniture and headlines counted in. */
  sentences: index,
  shares: ArticleShares,
})
export type HeadArticle = Readonly<z.infer<typeof HeadArticle>>

export const ComparisonHead = z.strictObject({
  /** Grows by one with each patch. */
  revision: index,
  articles: z.array(HeadArticle),
  pairs: z.array(PairVerdict),
  /** How many each list holds. */
  counts: ListCounts,
})
export type ComparisonHead = Readonly<z.infer<typeof ComparisonHead>>

/** What is asked of a comparison. `from`: where the page begins. */
export const SectionRequest = z.discriminatedUnion('section', [
  z.strictObject({ section: z.enum(listNames), from: index }),
  /** Where an article's sentences stand. */
  z.strictObject({ section: z.literal('sentences'), article: index, from: index }),
  /** Who else tells each of an article's sentences, and how surely. */
  z.strictObject({ section: z.literal('marks'), article: index, from: index }),
  /** The links of one sentence, those that the reader rejected, too; the surest first in each article. */
  z.strictObject({ section: z.literal('matches'), of: SentenceRef, from: index }),
  /** Places of two articles that belong together, *sure* links and above. */
  z.strictObject({ section: z.literal('steps'), lead: index, follow: index, from: index }),
  /** Rows of the fact table. */
  z.strictObject({
    section: z.literal('rows'),
    /** The article whose order is followed. */
    leading: index,
    possible: z.boolean(),
    filter: z.enum(tableFilters),
    from: index,
    count: index.max(1_000),
    /** A sentence whose row is looked for. */
    holding: SentenceRef.nullable(),
  }),
])
export type SectionRequest = Readonly<z.infer<typeof SectionRequest>>

/** How one of two sentences has a quotation of both, against the other. */
const quotationCuts = ['same', 'shortened', 'longer', 'otherwise'] as const
export type QuotationCut = (typeof quotationCuts)[number]

const words = z.strictObject({ text: z.string(), start: index, end: index })

/** A figure, date or name that two matched sentences put otherwise. */
export const PutOtherwise = z.strictObject({
  kind: z.enum(figureKinds),
  differs: z.enum(['other', 'wording']),
  a: words,
  b: words,
})
export type PutOtherwise = Readonly<z.infer<typeof PutOtherwise>>

/** A link with what is shown of it: the quotation that both carry, and what they put otherwise. */
export const Match = z.strictObject({
  ...Link.shape,
  /** As `b` has the quotation against `a`, and as `a` has it against `b`; null when they share none. */
  cut: z.strictObject({ ofB: z.enum(quotationCuts), ofA: z.enum(quotationCuts) }).nullable(),
  differing: z.array(PutOtherwise),
})
export type Match = Readonly<z.infer<typeof Match>>

/** A cell of a row: how surely (0: not, or alone; 1 to 3: possible to certain; 4: hidden), then the sentences. */
const RowLine = z.array(numbers)
export type RowLine = z.infer<typeof RowLine>

export const RowCounts = z.strictObject({ all: index, shared: index, only: index, missing: index })
export type RowCounts = Readonly<z.infer<typeof RowCounts>>

const page = {
  /** Of the whole section. */
  total: index,
  /** Where the next page begins; null after the last. */
  next: index.nullable(),
}

const list = <Name extends ListName, Item extends z.ZodType>(name: Name, item: Item) =>
  z.strictObject({ section: z.literal(name), ...page, items: z.array(item) })

export const SectionPage = z.discriminatedUnion('section', [
  list('links', Link),
  list('clusters', Cluster),
  list('only', SentenceRef),
  list('quotations', Quotation),
  list('figures', Figure),
  list('differences', Difference),
  list('keywords', Keyword),
  z.strictObject({
    section: z.literal('sentences'),
    ...page,
    starts: numbers,
    ends: numbers,
    /** 1: furniture; 2: headline; 3: both; 0: neither. */
    kinds: numbers,
  }),
  z.strictObject({
    section: z.literal('marks'),
    ...page,
    /** How many articles tell each sentence, its own counted; by *sure* matches, and by any. */
    told: numbers,
    possibly: numbers,
    /** The surest match: 0 none, 1 possible, 2 sure, 3 certain. */
    tiers: numbers,
  }),
  z.strictObject({ section: z.literal('matches'), ...page, items: z.array(Match) }),
  z.strictObject({
    section: z.literal('steps'),
    ...page,
    /** UTF-16 offsets into the texts, and how much each counts. */
    leads: numbers,
    follows: numbers,
    weights: numbers,
  }),
  z.strictObject({
    section: z.literal('rows'),
    ...page,
    counts: RowCounts,
    rows: z.array(RowLine),
    /** Of the row that holds the sentence asked for, under this filter. */
    place: index.nullable(),
  }),
])
export type SectionPage = Readonly<z.infer<typeof SectionPage>>
export type PageOf<Name extends SectionPage['section']> = Extract<
  SectionPage,
  { readonly section: Name }
>

export const RevisedPage = z.strictObject({
  /** Of the comparison when the page was read. */
  revision: index,
  page: SectionPage,
})
export type RevisedPage = Readonly<z.infer<typeof RevisedPage>>
