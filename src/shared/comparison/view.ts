// A comparison as a window holds it: where the sentences stand, who else tells each of them. The rest
// is asked for when it is shown.
import type { PairVerdict, Sentence, SentenceRef, Tier } from '../model/comparison.ts'
import { sameRef } from './look-up.ts'
import type { ComparisonPatch } from './patch.ts'
import type { ArticleShares, ListCounts, Match, PageOf } from './sections.ts'
import { stepWeight, type WeightedStep } from './step-chain.ts'

/** One place for each sentence of an article; see the section `marks`. */
export interface ArticleMarks {
  readonly told: readonly number[]
  readonly possibly: readonly number[]
  readonly tiers: readonly number[]
}

export interface ViewedArticle {
  readonly textHash: string
  readonly language: string | null
  readonly sentences: readonly Sentence[]
  readonly marks: ArticleMarks
  readonly shares: ArticleShares
}

export interface ComparisonView {
  readonly id: string
  readonly revision: number
  readonly articles: readonly ViewedArticle[]
  readonly pairs: readonly PairVerdict[]
  readonly counts: ListCounts
}

/** The sentences of a page of the section `sentences`. */
export const sentencesIn = ({ starts, ends, kinds }: PageOf<'sentences'>): Sentence[] =>
  starts.map((start, at): Sentence => {
    const kind = kinds[at] ?? 0
    return {
      start,
      end: ends[at] ?? start,
      ...((kind & 1) > 0 && { furniture: true as const }),
      ...((kind & 2) > 0 && { title: true as const }),
    }
  })

/** Of how many articles tell a sentence, its own counted: 1 is *only here*. @param possible whether *possible* matches count */
export function tellersOf(
  { articles }: ComparisonView,
  { article, sentence }: SentenceRef,
  possible: boolean,
): number {
  const marks = articles[article]?.marks
  return (possible ? marks?.possibly : marks?.told)?.[sentence] ?? 1
}

const tierNames: readonly (Tier | null)[] = [null, 'possible', 'sure', 'certain']

/** The surest tier that any match of a sentence has; null without one. */
export function tierOf(
  { articles }: ComparisonView,
  { article, sentence }: SentenceRef,
  possible: boolean,
): Tier | null {
  const tier = tierNames[articles[article]?.marks.tiers[sentence] ?? 0] ?? null
  return tier === 'possible' && !possible ? null : tier
}

/** Index of the sentence at an offset, or of the next one; null after the last, or in furniture. */
export function sentenceAt(
  { articles }: ComparisonView,
  article: number,
  offset: number,
): number | null {
  const sentences = articles[article]?.sentences ?? []
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return sentences[low] && !sentences[low]?.furniture ? low : null
}

/** The view after a patch. Articles without a changed mark keep their marks and sentences. */
export function patchView(
  view: ComparisonView,
  revision: number,
  { marks, shares, counts }: ComparisonPatch,
): ComparisonView {
  const articles = view.articles.map((article, at): ViewedArticle => {
    const mine = marks.filter((mark) => mark.article === at)
    return {
      ...article,
      shares: shares[at] ?? article.shares,
      marks: mine.length === 0 ? article.marks : patchMarks(article.marks, mine),
    }
  })
  return { ...view, revision, articles, counts }
}

function patchMarks(before: ArticleMarks, marks: ComparisonPatch['marks']): ArticleMarks {
  const [told, possibly, tiers] = [[...before.told], [...before.possibly], [...before.tiers]]
  for (const mark of marks) {
    told[mark.sentence] = mark.told
    possibly[mark.sentence] = mark.possibly
    tiers[mark.sentence] = mark.tier
  }
  return { told, possibly, tiers }
}

const isOf = (ref: SentenceRef, { a, b }: Pick<Match, 'a' | 'b'>): boolean =>
  sameRef(a, ref) || sameRef(b, ref)

const isBetween = (x: Pick<Match, 'a' | 'b'>, y: Pick<Match, 'a' | 'b'>): boolean =>
  sameRef(x.a, y.a) && sameRef(x.b, y.b)

/** The matches of a sentence after a patch, in no order; the very list where it changes none of them. */
export function patchMatches(
  matches: readonly Match[],
  of: SentenceRef,
  { links, unlinked }: Pick<ComparisonPatch, 'links' | 'unlinked'>,
): readonly Match[] {
  const changed = links.filter((link) => isOf(of, link))
  const gone = [...changed, ...unlinked.filter((link) => isOf(of, link))]
  if (gone.length === 0) return matches
  return [...matches.filter((match) => !gone.some((each) => isBetween(each, match))), ...changed]
}

/** The steps from one article to another after a patch, in no order; the very list where it changes none. */
export function patchSteps(
  { articles }: ComparisonView,
  steps: readonly WeightedStep[],
  [lead, follow]: readonly [number, number],
  { links, unlinked }: Pick<ComparisonPatch, 'links' | 'unlinked'>,
): readonly WeightedStep[] {
  const start = ({ article, sentence }: SentenceRef): number =>
    articles[article]?.sentences[sentence]?.start ?? 0
  const placed = <Ends extends Pick<Match, 'a' | 'b'>>(link: Ends) => {
    const [from, to] = link.a.article === lead ? [link.a, link.b] : [link.b, link.a]
    if (from.article !== lead || to.article !== follow) return []
    return [{ link, lead: start(from), follow: start(to) }]
  }
  const changed = links.flatMap(placed)
  const gone = [...changed, ...unlinked.flatMap(placed)]
  if (gone.length === 0) return steps
  const left = steps.filter(
    (step) => !gone.some((each) => each.lead === step.lead && each.follow === step.follow),
  )
  const made = changed.flatMap(({ link, ...step }) => {
    const weight = stepWeight(link)
    return weight === null ? [] : [{ ...step, weight }]
  })
  return [...left, ...made]
}
