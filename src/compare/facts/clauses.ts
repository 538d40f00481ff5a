// The clauses of a sentence, as its commas, dashes and quotation marks cut it: a long sentence may
// hold what a short one says.
import { normAt, type Prepared, stemAt } from '../prepare/prepare.ts'

/** Stems that make a clause worth comparing on its own. */
const enough = 3

const mark = /[,;:—–()]|--/

/** Stems of each clause, each once; none where the sentence is one clause. */
export function clausesOf(
  prepared: Prepared,
  sentence: number,
  idOf: (stem: string) => number,
): Int32Array[] {
  const { text, tokens, sentences } = prepared
  const { firstToken = 0, endToken = 0 } = sentences[sentence] ?? {}
  const clauses: Set<number>[] = [new Set()]
  for (let token = firstToken; token < endToken; token++) {
    if (token > firstToken) {
      const changesQuote =
        (tokens.quotes[token] ?? -1) >= 0 !== (tokens.quotes[token - 1] ?? -1) >= 0
      if (changesQuote || mark.test(text.slice(tokens.ends[token - 1], tokens.starts[token])))
        clauses.push(new Set())
    }
    const stem = stemAt(prepared, token)
    if (stem !== '' && normAt(prepared, token).length > 1) clauses.at(-1)?.add(idOf(stem))
  }
  const held = clauses.filter(({ size }) => size >= enough)
  return clauses.length < 2 ? [] : held.map((clause) => Int32Array.from(clause))
}
