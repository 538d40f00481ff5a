// The words that are typical of each article against all the others together.
import type { Keyword } from '../../shared/model/comparison.ts'
import type { Prepared } from '../prepare/prepare.ts'
import { logLikelihoodOf, logRatioOf } from './keyness.ts'

/** A word has to occur as often for anything to be said of it. */
const leastCount = 2

/** p < .05 with one degree of freedom: below, a difference this great is no surprise. */
const leastLikelihood = 3.84

const mostPerArticle = 40

/** Places kept of one word. */
const mostPlaces = 200

/** What one article does with one stem. */
interface Use {
  count: number
  /** How often each way of writing it occurs. */
  readonly forms: Map<string, number>
  readonly places: { readonly start: number; readonly end: number }[]
  isName: boolean
}

interface Profile {
  /** All its words, function words too. */
  readonly size: number
  readonly uses: ReadonlyMap<string, Use>
}

/**
 * Keywords by article, the most typical first; at most 40 of each. Function words, numbers, furniture and
 * sentences that repeat another of their article (a headline given twice) are left out. Articles are
 * compared with those of their language only; one that is alone in it has no keywords.
 */
export function keywordsOf(articles: readonly Prepared[]): Keyword[] {
  const profiles = articles.map(profileOf)
  const all = new Map<string, Profile>()
  for (const language of new Set(articles.map((each) => each.language)))
    all.set(language, sumOf(profiles.filter((_, at) => articles[at]?.language === language)))
  return profiles.flatMap(({ size, uses }, article) => {
    const together = all.get(articles[article]?.language ?? '')
    if (together === undefined) return []
    const found: Keyword[] = []
    for (const [stem, use] of uses) {
      if (use.count < leastCount) continue
      const elsewhere = (together.uses.get(stem)?.count ?? 0) - use.count
      const counts = {
        count: use.count,
        size,
        elsewhere,
        sizeElsewhere: together.size - size,
      }
      const [logLikelihood, logRatio] = [logLikelihoodOf(counts), logRatioOf(counts)]
      if (logLikelihood < leastLikelihood || logRatio <= 0) continue
      found.push({
        article,
        term: termOf(use),
        count: use.count,
        elsewhere,
        logLikelihood,
        logRatio,
        places: use.places,
      })
    }
    return found.sort(byWeight).slice(0, mostPerArticle)
  })
}

const byWeight = (a: Keyword, b: Keyword): number =>
  b.logLikelihood - a.logLikelihood ||
  b.count - a.count ||
  (a.term < b.term ? -1 : a.term > b.term ? 1 : 0)

function profileOf({ text, tokens, words, sentences }: Prepared): Profile {
  const uses = new Map<string, Use>()
  const areTerms = words.map(({ stem, norm }) => stem !== '' && isTerm(norm))
  let size = 0
  for (const { firstToken, endToken, furniture, sameAs } of sentences) {
    if (furniture || sameAs >= 0) continue
    size += endToken - firstToken
    for (let token = firstToken; token < endToken; token++) {
      const id = tokens.words[token] ?? -1
      const word = words[id]
      if (word === undefined || !areTerms[id]) continue
      const [start, end] = [tokens.starts[token] ?? 0, tokens.ends[token] ?? 0]
      const use: Use = uses.get(word.stem) ?? {
        count: 0,
        forms: new Map(),
        places: [],
        isName: false,
      }
      uses.set(word.stem, use)
      use.count++
      use.isName ||= word.isName
      if (use.places.length < mostPlaces) use.places.push({ start, end })
      const form = text.slice(start, end).replace(/['’]s$/i, '')
      use.forms.set(form, (use.forms.get(form) ?? 0) + 1)
    }
  }
  return { size, uses }
}

/** Two letters or more and no mere title, or one sign of a script that writes words with one. */
const isTerm = (norm: string): boolean =>
  !/^(?:sen|rep|gov|gen|col|capt|sgt|lt|st|jr|sr)$/.test(norm) &&
  /^(?:\p{L}\p{M}*){2}|^[\p{Script=Han}]/u.test(norm)

/** As it is most often written; a capital that only begins sentences is not kept. */
function termOf({ forms, isName }: Use): string {
  const counted = new Map<string, number>()
  for (const [form, times] of forms) {
    const own = isName ? form : form.toLowerCase()
    counted.set(own, (counted.get(own) ?? 0) + times)
  }
  const sorted = [...counted].sort(
    ([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1),
  )
  return sorted[0]?.[0] ?? ''
}

function sumOf(profiles: readonly Profile[]): Profile {
  const uses = new Map<string, Use>()
  for (const profile of profiles)
    for (const [stem, { count }] of profile.uses) {
      const use = uses.get(stem)
      if (use === undefined) uses.set(stem, { count, forms: new Map(), places: [], isName: false })
      else use.count += count
    }
  return { size: profiles.reduce((sum, { size }) => sum + size, 0), uses }
}
