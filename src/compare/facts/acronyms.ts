// "NRA" and "National Rifle Association" are one name: where an article writes out what another (or
// the same) shortens, the long form counts as the short one too.
import { normAt, type Prepared, stemAt } from '../prepare/prepare.ts'

const longest = 6

/**
 * For each article the tokens with which a written-out name begins, and the stem of its short form.
 * Only short forms that stand in one of the articles are looked for. Linear.
 */
export function acronymsOf(articles: readonly Prepared[]): ReadonlyMap<number, string>[] {
  const known = new Map<string, string>()
  for (const prepared of articles) {
    const { text, tokens } = prepared
    for (let token = 0; token < tokens.count; token++) {
      const [start = 0, end = 0] = [tokens.starts[token], tokens.ends[token]]
      if (end - start < 3 || end - start > 2 * longest) continue
      const form = text.slice(start, end)
      if (!/^(?:\p{Lu}\.?){3,6}$/u.test(form)) continue
      known.set(normAt(prepared, token), stemAt(prepared, token))
    }
  }
  return articles.map((prepared) => expansionsIn(prepared, known))
}

function expansionsIn(
  prepared: Prepared,
  known: ReadonlyMap<string, string>,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  if (known.size === 0) return found
  const { tokens, sentences } = prepared
  for (const { firstToken, endToken } of sentences)
    for (let token = firstToken; token < endToken; token++) {
      if (tokens.capitals[token] !== 1) continue
      let initials = ''
      let gap = 0
      for (let at = token; at < endToken && gap < 3 && initials.length < longest; at++) {
        // "for the" between the words of a name has no letter in its short form.
        if (tokens.capitals[at] !== 1) {
          gap = stemAt(prepared, at) === '' ? gap + 1 : 3
          continue
        }
        gap = 0
        initials += normAt(prepared, at).slice(0, 1)
        const stem = initials.length >= 3 ? known.get(initials) : undefined
        if (stem !== undefined) found.set(token, stem)
      }
    }
  return found
}
