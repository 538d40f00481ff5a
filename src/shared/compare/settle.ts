// Lays the reader's own word over what the method found, and draws the conclusions: which passages
// tell one thing, and what only one article tells.
import type { Cluster, Link, Sentence, SentenceRef, Tier, Verdict } from '../model/comparison.ts'

/** The reader's word on two sentences. `a.article < b.article`. */
export interface SentenceVerdict {
  readonly a: SentenceRef
  readonly b: SentenceRef
  readonly verdict: Verdict
}

export interface Settled {
  readonly links: readonly Link[]
  readonly clusters: readonly Cluster[]
  readonly only: readonly SentenceRef[]
}

const weakest = (a: Tier, b: Tier): Tier =>
  a === 'possible' || b === 'possible'
    ? 'possible'
    : a === 'sure' || b === 'sure'
      ? 'sure'
      : 'certain'

const keyOf = ({ article, sentence }: SentenceRef): string => `${article} ${sentence}`

/**
 * @param sentences of each article
 * @param links as the method found them
 */
export function settle(
  sentences: readonly (readonly Sentence[])[],
  links: readonly Link[],
  verdicts: readonly SentenceVerdict[],
): Settled {
  const said = new Map(verdicts.map((each) => [`${keyOf(each.a)} ${keyOf(each.b)}`, each]))
  const settled = links.map((link): Link => {
    const key = `${keyOf(link.a)} ${keyOf(link.b)}`
    const word = said.get(key)
    said.delete(key)
    if (!word) return link
    const tier = word.verdict === 'yes' && link.tier === 'possible' ? 'sure' : link.tier
    return { ...link, tier, verdict: word.verdict }
  })
  for (const { a, b, verdict } of said.values())
    settled.push({
      a,
      b,
      kind: 'same-fact',
      tier: 'sure',
      score: verdict === 'yes' ? 1 : 0,
      verdict,
    })
  const held = settled.filter(({ verdict }) => verdict !== 'no')
  const linked = new Set(held.flatMap(({ a, b }) => [keyOf(a), keyOf(b)]))
  const only = sentences.flatMap((list, article) =>
    list.flatMap(({ furniture, title }, sentence) =>
      furniture || title || linked.has(keyOf({ article, sentence })) ? [] : [{ article, sentence }],
    ),
  )
  return { links: settled, clusters: clustersOf(held), only }
}

/** Groups what is linked surely. */
function clustersOf(links: readonly Link[]): Cluster[] {
  const groups = new Map<string, { members: SentenceRef[]; tier: Tier }>()
  for (const { a, b, tier } of links) {
    if (tier === 'possible') continue
    const first = groups.get(keyOf(a)) ?? { members: [a], tier }
    const second = groups.get(keyOf(b)) ?? { members: [b], tier }
    if (first === second) continue
    const joined = {
      members: [...first.members, ...second.members],
      tier: weakest(tier, weakest(first.tier, second.tier)),
    }
    for (const member of joined.members) groups.set(keyOf(member), joined)
  }
  return [...new Set(groups.values())]
    .map(({ members, tier }) => ({
      members: members.sort((x, y) => x.article - y.article || x.sentence - y.sentence),
      tier,
    }))
    .sort((x, y) => order(x.members[0], y.members[0]))
}

const order = (x: SentenceRef | undefined, y: SentenceRef | undefined): number =>
  (x?.article ?? 0) - (y?.article ?? 0) || (x?.sentence ?? 0) - (y?.sentence ?? 0)
