// Who else tells each sentence, and how surely: all that the margins of the panes show, a few bytes a
// sentence.
import { keyOf, sameRef } from '../shared/comparison/look-up.ts'
import type { SentenceMark } from '../shared/comparison/patch.ts'
import type { ArticleShares } from '../shared/comparison/sections.ts'
import type { Sentence, SentenceRef } from '../shared/model/comparison.ts'
import type { JudgedLinks } from './judged-links.ts'

interface MarkColumns {
  /** How many articles tell each sentence, its own counted; by *sure* matches, and by any. */
  readonly told: Uint8Array
  readonly possibly: Uint8Array
  /** The surest match: 0 none, 1 possible, 2 sure, 3 certain. */
  readonly tiers: Uint8Array
}

export interface SentenceMarks {
  of(article: number): MarkColumns
  shares(): ArticleShares[]
  /** Sentences without any match; furniture and headlines left out. */
  only(): SentenceRef[]
  /** After links of these sentences were judged otherwise: their marks, and which are, or are no more, without any match. */
  markAnew(touched: readonly SentenceRef[]): {
    readonly marks: SentenceMark[]
    readonly only: { readonly gone: SentenceRef[]; readonly made: SentenceRef[] }
  }
}

const tierNumbers = { possible: 1, sure: 2, certain: 3 } as const

export function sentenceMarks(
  sentences: readonly (readonly Sentence[])[],
  judged: JudgedLinks,
): SentenceMarks {
  const columns = sentences.map(
    ({ length }): MarkColumns => ({
      told: new Uint8Array(length),
      possibly: new Uint8Array(length),
      tiers: new Uint8Array(length),
    }),
  )
  const mark = (ref: SentenceRef): SentenceMark => {
    const { told, possibly, tier } = markOf(ref, judged)
    const of = columns[ref.article]
    if (of) {
      of.told[ref.sentence] = told
      of.possibly[ref.sentence] = possibly
      of.tiers[ref.sentence] = tier
    }
    return { article: ref.article, sentence: ref.sentence, told, possibly, tier }
  }
  for (const [article, { length }] of sentences.entries())
    for (let sentence = 0; sentence < length; sentence++) mark({ article, sentence })

  const isText = ({ article, sentence }: SentenceRef): boolean => {
    const { furniture, title } = sentences[article]?.[sentence] ?? {}
    return !furniture && !title
  }
  const isAlone = (ref: SentenceRef): boolean =>
    isText(ref) && columns[ref.article]?.possibly[ref.sentence] === 1
  const textOf = (article: number): SentenceRef[] =>
    Array.from(sentences[article] ?? [], (_, sentence) => ({ article, sentence })).filter(isText)

  return {
    of: (article) => columns[article] ?? noMarks,
    shares: () => columns.map((marks, article) => sharesOf(marks, textOf(article))),
    only: () => sentences.flatMap((_, article) => textOf(article).filter(isAlone)),
    markAnew(touched) {
      const each = [...new Map(touched.map((ref) => [keyOf(ref), ref])).values()]
      const before = each.filter(isAlone)
      const marks = each.map(mark)
      const after = each.filter(isAlone)
      return {
        marks,
        only: {
          gone: before.filter((ref) => !after.includes(ref)),
          made: after.filter((ref) => !before.includes(ref)),
        },
      }
    },
  }
}

const noMarks: MarkColumns = {
  told: new Uint8Array(0),
  possibly: new Uint8Array(0),
  tiers: new Uint8Array(0),
}

function markOf(
  ref: SentenceRef,
  judged: JudgedLinks,
): { readonly told: number; readonly possibly: number; readonly tier: number } {
  let sure = 0
  let any = 0
  let tier = 0
  for (const link of judged.of(ref)) {
    if (link.verdict === 'no') continue
    const { article } = sameRef(link.a, ref) ? link.b : link.a
    any |= 1 << article
    if (link.tier !== 'possible') sure |= 1 << article
    tier = Math.max(tier, tierNumbers[link.tier])
  }
  return { told: 1 + bitsIn(sure), possibly: 1 + bitsIn(any), tier }
}

/** Articles are six at most. */
function bitsIn(set: number): number {
  let count = 0
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1
  return count
}

function sharesOf({ told, possibly }: MarkColumns, text: readonly SentenceRef[]): ArticleShares {
  const count = (of: Uint8Array): number =>
    text.filter(({ sentence }) => (of[sentence] ?? 0) > 1).length
  const sharedPossibly = count(possibly)
  return { shared: count(told), sharedPossibly, only: text.length - sharedPossibly }
}
