// The same-fact layer: scores pairs of sentences first by themselves, then again by what stands around
// them. Two logistic regressions over features that can each be told in words.
import type { Quotation } from '../../shared/model/comparison.ts'
import { candidatesOf } from './candidates.ts'
import { type Block, contextCount, contextOf } from './context.ts'
import { type Evidence, evidenceCount, evidenceOf, type FactArticle } from './evidence.ts'
import { matcherOf, pairCount } from './features.ts'
import { kinshipOf } from './kinship.ts'
import { logit } from './logistic.ts'
import { certainBonus, type FactModel } from './model.ts'
import { type Profiles, profileArticles } from './profile.ts'
import type { Rarity } from './rarity.ts'

/** Features of a pair by itself. */
export const ownCount = pairCount + evidenceCount

export interface FactData {
  readonly articles: readonly FactArticle[]
  readonly profiles: Profiles
  readonly evidence: Evidence
  readonly kinship: ReturnType<typeof kinshipOf>
  /** The pairs of articles that are looked at, `i` < `j`. */
  readonly couples: readonly (readonly [i: number, j: number])[]
}

/** @param couples which articles are compared by their words: not those of different languages */
export function factData(
  articles: readonly FactArticle[],
  ledger: readonly Quotation[],
  couples: FactData['couples'],
  rarity: Rarity,
): FactData {
  const prepared = articles.map((each) => each.prepared)
  const profiles = profileArticles(prepared, rarity)
  const english = prepared.some(({ language }) => language === 'en' || language === 'und')
  return {
    articles,
    profiles,
    evidence: evidenceOf(articles, ledger),
    kinship: kinshipOf(profiles.stems, english),
    couples,
  }
}

/** Calls for each pair that is looked at, with its features in `values` from 0 on. */
export function eachPair(
  data: FactData,
  see: (couple: number, a: number, b: number, values: Float64Array) => void,
): void {
  const matcher = matcherOf(data.profiles, data.kinship)
  const values = new Float64Array(ownCount)
  for (const [couple, [i, j]] of data.couples.entries()) {
    const { a, b } = candidatesOf(data.profiles, i, j)
    const [rows, columns] = [data.profiles.articles[i], data.profiles.articles[j]]
    let from = -1
    for (let at = 0; at < a.length; at++) {
      const [x = 0, y = 0] = [a[at], b[at]]
      const [one, other] = [rows?.[x], columns?.[y]]
      if (!one || !other) continue
      if (x !== from) matcher.from(one)
      from = x
      matcher.fill(other, values, 0)
      data.evidence.fill(i, x, j, y, values, pairCount)
      see(couple, x, y, values)
    }
  }
}

/** The pairs of each couple with the sums that they have by themselves. */
function ownSums(data: FactData, model: FactModel['pair']): Block[] {
  const made = data.couples.map(() => ({
    a: [] as number[],
    b: [] as number[],
    sums: [] as number[],
  }))
  eachPair(data, (couple, a, b, values) => {
    const block = made[couple]
    block?.a.push(a)
    block?.b.push(b)
    block?.sums.push(logit(model, values))
  })
  return made.map(({ a, b, sums }, couple) => {
    const [i, j] = data.couples[couple] ?? [0, 0]
    return { i, j, a: Int32Array.from(a), b: Int32Array.from(b), sums: Float64Array.from(sums) }
  })
}

/** Whether two sentences have the same words; `a` of article `i`, `b` of article `j`. */
export type IsCertain = (i: number, a: number, j: number, b: number) => boolean

/** The features of what stands around each pair, for each block one after the other. */
export function contextFeaturesOf(
  data: FactData,
  blocks: readonly Block[],
  isCertain: IsCertain,
): Float64Array[] {
  const lengths = data.profiles.articles.map(({ length }) => length)
  const raised = blocks.map((block) => ({
    ...block,
    sums: block.sums.map((sum, at) =>
      isCertain(block.i, block.a[at] ?? 0, block.j, block.b[at] ?? 0) ? sum + certainBonus : sum,
    ),
  }))
  return contextOf(lengths, raised)
}

/** The same blocks with the sums that count in the end. */
export function scoreFacts(data: FactData, model: FactModel, isCertain: IsCertain): Block[] {
  const blocks = ownSums(data, model.pair)
  const features = contextFeaturesOf(data, blocks, isCertain)
  return blocks.map((block, index) => ({
    ...block,
    sums: block.sums.map((_, at) => logit(model.context, features[index] ?? [], at * contextCount)),
  }))
}
