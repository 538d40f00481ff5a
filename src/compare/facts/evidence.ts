// What figures, quotations and speakers say for two sentences: as numbers beside the words' own.
import type { Quotation } from '../../shared/model/comparison.ts'
import {
  conflictingFigures,
  figuresBySentence,
  mostCompared,
  sameFigures,
} from '../figures/same.ts'
import type { FoundFigure } from '../figures/types.ts'
import type { Prepared } from '../prepare/prepare.ts'
import type { FoundQuotation } from '../quotations/find-quotations.ts'

export const evidenceFeatures = [
  'sameNumbers',
  'sameDate',
  'sameFullNames',
  'otherFigures',
  'sameQuotation',
  'speakerSame',
  'speakerOther',
] as const

export const evidenceCount = evidenceFeatures.length

/** An article with what was found in it. */
export interface FactArticle {
  readonly prepared: Prepared
  readonly quotations: readonly FoundQuotation[]
  readonly figures: readonly FoundFigure[]
}

export interface Evidence {
  /** Writes the features of two sentences into `out` from `at` on. */
  fill(i: number, a: number, j: number, b: number, out: Float64Array, at: number): void
  figures(article: number, sentence: number): readonly FoundFigure[]
}

const none: readonly never[] = []

/** @param ledger of the same articles */
export function evidenceOf(
  articles: readonly FactArticle[],
  ledger: readonly Quotation[],
): Evidence {
  const figures = articles.map((each) =>
    figuresBySentence(each.figures, each.prepared.sentences.length).map((all) =>
      all.length > mostCompared ? all.slice(0, mostCompared) : all,
    ),
  )
  const speakers = articles.map(({ prepared, quotations }) => speakersIn(prepared, quotations))
  const entries = articles.map(() => new Map<number, number[]>())
  for (const [entry, { variants }] of ledger.entries())
    for (const { article, sentence } of variants) {
      const list = entries[article]?.get(sentence)
      if (list) list.push(entry)
      else entries[article]?.set(sentence, [entry])
    }
  const figuresAt = (article: number, sentence: number): readonly FoundFigure[] =>
    figures[article]?.[sentence] ?? none
  return {
    figures: figuresAt,
    fill(i, a, j, b, out, at) {
      out.fill(0, at, at + evidenceCount)
      const [figuresA, figuresB] = [figuresAt(i, a), figuresAt(j, b)]
      if (figuresA.length > 0 && figuresB.length > 0) {
        for (const { a: figure } of sameFigures(figuresA, figuresB)) {
          const [place, most] = measures[figure.kind]
          out[at + place] = Math.min(most, (out[at + place] ?? 0) + 1)
        }
        out[at + 3] = Math.min(2, conflictingFigures(figuresA, figuresB).length)
      }
      const [quotedA, quotedB] = [entries[i]?.get(a), entries[j]?.get(b)]
      if (quotedA && quotedB) out[at + 4] = quotedA.some((each) => quotedB.includes(each)) ? 1 : 0
      const [saidA, saidB] = [speakers[i]?.get(a), speakers[j]?.get(b)]
      if (saidA && saidB) out[at + (saidA.some((each) => saidB.includes(each)) ? 5 : 6)] = 1
    },
  }
}

/** Of each kind of figure: its feature, and how many of them count. */
const measures = { number: [0, 2], date: [1, 1], name: [2, 3] } as const

/** The last word of the name of whoever is quoted in a sentence. */
function speakersIn(
  { sentences }: Prepared,
  quotations: readonly FoundQuotation[],
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  let first = 0
  for (const { start, end, speaker } of quotations) {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= start) first++
    if (!speaker) continue
    const name = speaker.name.normalize('NFC').split(/\s+/).at(-1)?.toLowerCase() ?? ''
    for (let at = first; at < sentences.length && (sentences[at]?.start ?? end) < end; at++) {
      const list = found.get(at)
      if (list) list.push(name)
      else found.set(at, [name])
    }
  }
  return found
}
