// The reader's verdicts as sentences of texts as they are now.
import type { SentenceVerdict } from '../../../compare/settle.ts'
import type { JudgedSide, StoredVerdict } from '../../../shared/kinds/verdict.ts'
import type { Sentence, SentenceRef, Verdict } from '../../../shared/model/comparison.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { common, isOf, type JudgedText, placeOf, type Range } from './judged-place.ts'

/**
 * Of several on one pair the latest; none that was taken back.
 * @param sentences of each of the texts
 */
export function verdictsOn(
  records: readonly StoredVerdict[],
  locate: Reading['locate'],
  texts: readonly JudgedText[],
  sentences: readonly (readonly Sentence[])[],
): SentenceVerdict[] {
  const said = new Map<
    string,
    { readonly a: SentenceRef; readonly b: SentenceRef; readonly verdict: Verdict | null }
  >()
  const refsOf = (side: JudgedSide): SentenceRef[] => {
    const exact = texts.flatMap(({ id }, i) => (id === side.article.id ? [i] : []))
    const like = texts.flatMap((text, i) => (isOf(side, text) ? [i] : []))
    return (exact.length > 0 ? exact : like).flatMap((article) => {
      const text = texts[article]
      const place = text ? placeOf(locate, text, side) : null
      const sentence = place && mostOf(sentences[article] ?? [], place)
      return sentence === null ? [] : [{ article, sentence }]
    })
  }
  for (const { a: one, b: other, verdict } of [...records].sort(byTime))
    for (const x of refsOf(one))
      for (const y of refsOf(other)) {
        if (x.article === y.article) continue
        const [a, b] = x.article < y.article ? [x, y] : [y, x]
        const key = `${a.article} ${a.sentence} ${b.article} ${b.sentence}`
        said.set(key, { a, b, verdict })
      }
  return [...said.values()].flatMap(({ a, b, verdict }) =>
    verdict === null ? [] : [{ a, b, verdict }],
  )
}

/** The sentence that has most of a place; null when none has any. */
function mostOf(sentences: readonly Sentence[], place: Range): number | null {
  let best: number | null = null
  let most = 0
  for (const [i, sentence] of sentences.entries()) {
    const length = sentence.furniture ? 0 : common(sentence, place)
    if (length <= most) continue
    best = i
    most = length
  }
  return best
}

const byTime = (x: StoredVerdict, y: StoredVerdict): number =>
  x.modified < y.modified ? -1 : x.modified > y.modified ? 1 : 0
