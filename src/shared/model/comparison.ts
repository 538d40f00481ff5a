// What a comparison of two to six articles found: which sentences correspond, how surely, and what
// else they share. `article` is an index into what was compared; all offsets are UTF-16 code units
// into that article's text, end exclusive.
import { z } from 'zod'

const index = z.number().int().nonnegative()
const offset = z.number().int().nonnegative()
const span = { start: offset, end: offset }

/** How surely two passages correspond. `certain`: the words themselves are the same. */
const tiers = ['certain', 'sure', 'possible'] as const
export type Tier = (typeof tiers)[number]

const linkKinds = ['verbatim', 'near', 'same-fact'] as const
export type LinkKind = (typeof linkKinds)[number]

/** The reader's own word on whether two sentences correspond. */
export const verdicts = ['yes', 'no'] as const
export type Verdict = (typeof verdicts)[number]

export const Sentence = z.strictObject({
  ...span,
  /** The page's own chrome: never compared. */
  furniture: z.literal(true).optional(),
  /** The article's headline. */
  title: z.literal(true).optional(),
})
export type Sentence = Readonly<z.infer<typeof Sentence>>

export const SentenceRef = z.strictObject({ article: index, sentence: index })
export type SentenceRef = Readonly<z.infer<typeof SentenceRef>>

/** Two sentences that correspond. `a.article < b.article`; a sentence may have several. */
export const Link = z.strictObject({
  a: SentenceRef,
  b: SentenceRef,
  kind: z.enum(linkKinds),
  tier: z.enum(tiers),
  /** From 0 to 1: how surely, as the method sees it. */
  score: z.number(),
  /** `yes`: the reader said so, whatever the score. `no`: kept so that it can be taken back, counts nowhere. */
  verdict: z.enum(verdicts).optional(),
})
export type Link = Readonly<z.infer<typeof Link>>

/** Passages that tell one thing: a row of the fact table. Each sentence is in at most one. */
export const Cluster = z.strictObject({
  /** In the order of articles, then of the text; at least two articles. */
  members: z.array(SentenceRef),
  /** The weakest link that holds it together. */
  tier: z.enum(tiers),
})
export type Cluster = Readonly<z.infer<typeof Cluster>>

/** What two articles as wholes are to each other. */
export const PairVerdict = z.strictObject({
  a: index,
  b: index,
  event: z.enum(['same', 'unsure', 'different']),
  /** From 0 (nothing in common) to 1. */
  score: z.number(),
  /** What speaks for it, in words a reader understands. */
  because: z.array(z.string()),
  /** Their languages differ: sentences are not compared by their words. */
  otherLanguage: z.boolean(),
})
export type PairVerdict = Readonly<z.infer<typeof PairVerdict>>

export const Speaker = z.strictObject({
  /** As the text names whoever speaks. */
  name: z.string(),
  ...span,
})
export type Speaker = Readonly<z.infer<typeof Speaker>>

/** One quotation as one article has it. */
export const QuotedPassage = z.strictObject({
  article: index,
  sentence: index,
  /** The words between the marks, marks left out; over several paragraphs from the first to the last. */
  ...span,
  words: z.string(),
  speaker: Speaker.nullable(),
})
export type QuotedPassage = Readonly<z.infer<typeof QuotedPassage>>

/** A quotation with all the ways in which it was cut. Ordered by article, then place. */
export const Quotation = z.strictObject({
  /** The longest of its variants. */
  words: z.string(),
  /** By whom, where any of the articles says so and none says otherwise. */
  speaker: z.string().nullable(),
  variants: z.array(QuotedPassage),
})
export type Quotation = Readonly<z.infer<typeof Quotation>>

const figureKinds = ['number', 'date', 'name'] as const
export type FigureKind = (typeof figureKinds)[number]

/** A number, date or name where an article has it. */
export const Figure = z.strictObject({
  kind: z.enum(figureKinds),
  article: index,
  sentence: index,
  ...span,
  text: z.string(),
  /** What it comes to, written one way: `30 %`, `190000000000 USD`, `2026-03-04`, `Ines Varga`. */
  value: z.string(),
})
export type Figure = Readonly<z.infer<typeof Figure>>

/** A figure of two corresponding sentences that each puts otherwise: offered, never asserted. */
export const Difference = z.strictObject({
  kind: z.enum(figureKinds),
  /** Places in `figures`. */
  a: index,
  b: index,
  /** `other`: not the same value. `wording`: the same value in other words ("30%", "three in ten"). */
  differs: z.enum(['other', 'wording']),
})
export type Difference = Readonly<z.infer<typeof Difference>>

/** A word typical of one article against the others. */
export const Keyword = z.strictObject({
  article: index,
  /** As it is most often written. */
  term: z.string(),
  /** How often here and in all the others together. */
  count: index,
  elsewhere: index,
  /** G², two-sided; 10.83 is p < .001. */
  logLikelihood: z.number(),
  /** Binary logarithm of the ratio of relative frequencies: 1 is twice as frequent. */
  logRatio: z.number(),
  /** Where it stands, for keyword in context. */
  places: z.array(z.strictObject(span)),
})
export type Keyword = Readonly<z.infer<typeof Keyword>>

const ComparedArticle = z.strictObject({
  /** Of the text that the offsets are taken from. */
  textHash: z.string(),
  /** BCP 47 tag; null where it is not known. */
  language: z.string().nullable(),
  /** In the order of the text; they do not overlap. */
  sentences: z.array(Sentence),
})

export const Comparison = z.strictObject({
  articles: z.array(ComparedArticle),
  pairs: z.array(PairVerdict),
  /** Ordered by article, then sentence. */
  links: z.array(Link),
  /** Ordered by first member. Formed of what is *sure* and above, and what the reader confirmed. */
  clusters: z.array(Cluster),
  /** Sentences without any link, *possible* ones included. Furniture and headlines left out. */
  only: z.array(SentenceRef),
  quotations: z.array(Quotation),
  figures: z.array(Figure),
  differences: z.array(Difference),
  keywords: z.array(Keyword),
})
export type Comparison = Readonly<z.infer<typeof Comparison>>

const words = z.array(z.string())

/** One thing that speaks for (or against) two sentences telling the same; made into words by `reasonInWords`. */
export const Reason = z.discriminatedUnion('kind', [
  /** The same words in quotation marks. */
  z.strictObject({ kind: z.literal('quotation'), words: z.string() }),
  /** The longest run of the same words. */
  z.strictObject({ kind: z.literal('wording'), words: z.string() }),
  /** Words that both have and few other sentences have, the most telling first. */
  z.strictObject({ kind: z.literal('words'), words }),
  z.strictObject({ kind: z.literal('names'), names: words }),
  /** The same figure, as each puts it. */
  z.strictObject({ kind: z.literal('figure'), a: z.string(), b: z.string() }),
  /** Different words of related meaning, in pairs. */
  z.strictObject({
    kind: z.literal('related'),
    pairs: z.array(z.strictObject({ a: z.string(), b: z.string() })),
  }),
  /** The sentences around them correspond. */
  z.strictObject({ kind: z.literal('neighbours') }),
  /** Both are headline or opening of their article. */
  z.strictObject({ kind: z.literal('opening') }),
  /** A sentence of a third article corresponds to both. */
  z.strictObject({ kind: z.literal('third'), article: index }),
  /** Each is the most similar that the other has. */
  z.strictObject({ kind: z.literal('best') }),
  /** The reader confirmed or rejected it. */
  z.strictObject({ kind: z.literal('reader'), verdict: z.enum(verdicts) }),
  /** Against: figures of the same kind that differ. */
  z.strictObject({ kind: z.literal('figures-differ'), a: z.string(), b: z.string() }),
  /** Against: one denies (`word`: "not", "denied"), the other does not. */
  z.strictObject({ kind: z.literal('denial'), word: z.string() }),
  /** Against: the articles look like different events. */
  z.strictObject({ kind: z.literal('other-event') }),
])
export type Reason = Readonly<z.infer<typeof Reason>>

/** Why two sentences were (not) linked, and what of their words is the same. */
export const Explanation = z.strictObject({
  /** The weightiest first. */
  reasons: z.array(Reason),
  cautions: z.array(Reason),
  /** Stretches with the same words, in the order of `a`; what lies between them was changed. */
  same: z.array(z.strictObject({ a: z.strictObject(span), b: z.strictObject(span) })),
})
export type Explanation = Readonly<z.infer<typeof Explanation>>
