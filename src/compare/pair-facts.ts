// What two sentences have in common beside their link: the quotation that both carry, and the figures
// that they put otherwise. Found by sentence, without going through all of a comparison.
import { keyOf, sameRef } from '../shared/comparison/look-up.ts'
import type { PutOtherwise, QuotationCut } from '../shared/comparison/sections.ts'
import type {
  Comparison,
  Difference,
  Figure,
  QuotedPassage,
  SentenceRef,
} from '../shared/model/comparison.ts'

export interface PairFacts {
  /** How each has the quotation of both, against the other; null when they share none. */
  cut(
    a: SentenceRef,
    b: SentenceRef,
  ): { readonly ofB: QuotationCut; readonly ofA: QuotationCut } | null
  /** What of figures, dates and names they put otherwise, in the order of the sentences asked about. */
  differing(a: SentenceRef, b: SentenceRef): readonly PutOtherwise[]
  /** The differences themselves, whichever sentence comes first. */
  differences(a: SentenceRef, b: SentenceRef): readonly Difference[]
}

export function pairFacts({
  quotations,
  figures,
  differences,
}: Pick<Comparison, 'quotations' | 'figures' | 'differences'>): PairFacts {
  const quoted = new Map<
    string,
    { readonly quotation: number; readonly passage: QuotedPassage }[]
  >()
  for (const [quotation, { variants }] of quotations.entries())
    for (const passage of variants) push(quoted, keyOf(passage), { quotation, passage })
  const byPair = new Map<string, Difference[]>()
  for (const difference of differences) {
    const [one, other] = [figures[difference.a], figures[difference.b]]
    if (one && other) push(byPair, pairOf(one, other), difference)
  }
  const between = (a: SentenceRef, b: SentenceRef): readonly Difference[] =>
    byPair.get(pairOf(a, b)) ?? []
  return {
    differences: between,
    cut(a, b) {
      const theirs = quoted.get(keyOf(b)) ?? []
      for (const { quotation, passage } of quoted.get(keyOf(a)) ?? []) {
        const other = theirs.find((each) => each.quotation === quotation)?.passage
        if (!other) continue
        const [one, two] = [bare(passage.words), bare(other.words)]
        return { ofB: cutOf(one, two), ofA: cutOf(two, one) }
      }
      return null
    },
    differing: (a, b) =>
      between(a, b).flatMap(({ kind, differs, ...at }): PutOtherwise[] => {
        const [one, other] = [figures[at.a], figures[at.b]]
        if (!one || !other) return []
        const [first, second] = sameRef(one, a) ? [one, other] : [other, one]
        return [{ kind, differs, a: wordsOf(first), b: wordsOf(second) }]
      }),
  }
}

const wordsOf = ({ text, start, end }: Figure): PutOtherwise['a'] => ({ text, start, end })

const pairOf = (x: SentenceRef, y: SentenceRef): string => {
  const [one, other] = [keyOf(x), keyOf(y)]
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The words alone: marks and capitals are no cut. */
const bare = (words: string): string =>
  (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

function cutOf(one: string, other: string): QuotationCut {
  if (one === other) return 'same'
  if (` ${one} `.includes(` ${other} `)) return 'shortened'
  if (` ${other} `.includes(` ${one} `)) return 'longer'
  return other.length < one.length ? 'shortened' : 'otherwise'
}
