// Comparisons, and the reader’s word on what corresponds.
import { z } from 'zod'
import { ComparisonPatch } from '../comparison/patch.ts'
import { ComparisonHead, RevisedPage, SectionRequest } from '../comparison/sections.ts'
import { Comparison, Explanation, SentenceRef, verdicts } from '../model/comparison.ts'
import { ArticleId } from '../model/library.ts'
import { type CallTable, commandLine, type EventTable, everywhere } from './call-rule.ts'
import { nothing, offset } from './fields.ts'

/** A comparison's indices count in this order. One that is named twice is compared with itself. */
const comparedIds = z.array(ArticleId).min(2).max(6)

const ComparisonId = z.string().min(1).max(64)
/** Made up by whoever shows a comparison; another one for each. */
const HolderName = z.string().min(1).max(64)

/** A sentence that a verdict is about, in the text its offsets were taken from. */
const JudgedPassage = z.strictObject({
  article: ArticleId,
  start: offset,
  end: offset,
  textHash: z.string(),
})

/** A file as it was compared. */
export const ComparedText = z.strictObject({
  path: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  published: z.string().nullable(),
  text: z.string(),
})
export type ComparedText = Readonly<z.infer<typeof ComparedText>>

export const comparingCalls = {
  /** What files share that are in no library. */
  'files-compare': {
    arg: z.strictObject({ paths: z.array(z.string()).min(2).max(6), explain: z.boolean() }),
    result: z.strictObject({
      /** In the order of the paths. */
      articles: z.array(ComparedText),
      comparison: Comparison,
      /** Why each of the links was made, in their order; null when nobody asked. */
      explanations: z.array(Explanation).nullable(),
    }),
    of: 'app',
    hosts: commandLine,
  },
  /**
   * Compares articles, apart from the main thread, with the reader's verdicts laid over, and gives what
   * there is to ask for. The same articles in the same state are one comparison with one id, whoever
   * opens it. Whoever shows it is its holder and wants one at a time: what it wanted before, and nobody
   * else wants, is ended where it is under way, and fails with `stopped`.
   */
  'comparison-open': {
    arg: z.strictObject({ holder: HolderName, articles: comparedIds }),
    result: z.strictObject({ id: ComparisonId, head: ComparisonHead }),
    of: 'library',
    hosts: everywhere,
  },
  /** Its holder shows it no more, or does not wait for it. */
  'comparison-close': {
    arg: z.strictObject({ holder: HolderName }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** A page of what a comparison has found, and the revision of the comparison that it is of. */
  'comparison-section': {
    arg: z.strictObject({ id: ComparisonId, request: SectionRequest }),
    result: RevisedPage,
    of: 'library',
    hosts: everywhere,
  },
  /** Why two sentences were, or were not, linked. */
  'comparison-explain': {
    arg: z.strictObject({ id: ComparisonId, a: SentenceRef, b: SentenceRef }),
    result: Explanation,
    of: 'library',
    hosts: everywhere,
  },
  /** The reader's word on whether two sentences correspond; null takes it back. One step of undo. */
  'verdict-save': {
    arg: z.strictObject({
      a: JudgedPassage,
      b: JudgedPassage,
      verdict: z.enum(verdicts).nullable(),
    }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable

export const comparingEvents = {
  /** Verdicts on these articles are others now. */
  'verdicts-changed': z.strictObject({ articles: z.array(ArticleId) }),
  /** What a verdict changed in a comparison that is open; its revision is this now. */
  'comparison-changed': z.strictObject({
    id: ComparisonId,
    revision: offset,
    patch: ComparisonPatch,
  }),
} satisfies EventTable
