// What a reader should know of the articles as wholes before they trust the matches: that they may
// tell different events, or are in different languages.
import type { PairVerdict } from '../../../shared/model/comparison.ts'

const and = new Intl.ListFormat('en', { type: 'conjunction' })
const or = new Intl.ListFormat('en', { type: 'disjunction' })

/** Sentences for the line over the panes; none when there is nothing to warn of. */
export function warnings(
  {
    articles,
    pairs,
  }: {
    readonly articles: readonly { readonly language: string | null }[]
    readonly pairs: readonly PairVerdict[]
  },
  names: readonly string[],
): string[] {
  const name = (article: number): string => names[article] ?? 'An article'
  const said: string[] = []
  const foreign = pairs.filter(({ otherLanguage }) => otherLanguage)
  const own = pairs.filter(({ otherLanguage }) => !otherLanguage)
  for (const event of ['different', 'unsure'] as const)
    for (const { one, others } of groups(own.filter((pair) => pair.event === event)))
      said.push(
        event === 'different'
          ? `${name(one)} seems to tell another event than ${or.format(others.map(name))}: what matches there may only look alike.`
          : `${name(one)} and ${and.format(others.map(name))} may tell different events: read their matches with care.`,
      )
  for (const { one, others } of groups(foreign)) {
    const language = languageOf(articles[one]?.language ?? null)
    said.push(
      `${name(one)} is ${language ? `in ${language}, ` : ''}in another language than ${or.format(others.map(name))}: sentences are not compared by their words there.`,
    )
  }
  return said
}

interface Group {
  readonly one: number
  readonly others: readonly number[]
}

/** As few groups as say it: the article that is in most of the pairs is named first. */
function groups(pairs: readonly Pick<PairVerdict, 'a' | 'b'>[]): Group[] {
  const made: Group[] = []
  let rest = pairs
  while (rest.length > 0) {
    const counts = new Map<number, number>()
    for (const article of rest.flatMap(({ a, b }) => [b, a]))
      counts.set(article, (counts.get(article) ?? 0) + 1)
    const [one] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [0]
    const mine = rest.filter(({ a, b }) => a === one || b === one)
    made.push({ one, others: mine.map(({ a, b }) => (a === one ? b : a)).sort((x, y) => x - y) })
    rest = rest.filter((pair) => !mine.includes(pair))
  }
  return made
}

/** "German" for `de`; null where it is not known. */
function languageOf(tag: string | null): string | null {
  if (tag === null) return null
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? null
  } catch {
    // Not a language's tag, whatever the article says of itself.
    return null
  }
}
