// The clusters of a comparison, kept up with the reader's verdicts: of what a verdict touches, no more
// is formed anew than hangs together by links that join.
import { keyOf } from '../shared/comparison/look-up.ts'
import type { Cluster, Link, SentenceRef } from '../shared/model/comparison.ts'
import { clustersOf } from './clusters.ts'
import type { JudgedLinks } from './judged-links.ts'

interface ClusterChange {
  readonly gone: Cluster[]
  readonly made: Cluster[]
}

export interface RowClusters {
  /** Ordered by first member. */
  all(): readonly Cluster[]
  of(ref: SentenceRef): Cluster | null
  /**
   * After the links between these sentences were judged otherwise. A cluster depends only on links among
   * sentences that joining links connect, so the rest stays as it is.
   */
  formAnew(touched: readonly SentenceRef[]): ClusterChange
}

/** @param links every link, as it is judged at first */
export function rowClusters(judged: JudgedLinks, links: readonly Link[]): RowClusters {
  let clusters: readonly Cluster[] = clustersOf(links)
  const bySentence = new Map<string, Cluster>()
  const put = (cluster: Cluster): void => {
    for (const member of cluster.members) bySentence.set(keyOf(member), cluster)
  }
  for (const cluster of clusters) put(cluster)

  return {
    all: () => clusters,
    of: (ref) => bySentence.get(keyOf(ref)) ?? null,
    formAnew(touched) {
      const connected = connectedTo(touched, judged)
      const before = new Set([...connected.keys()].flatMap((key) => bySentence.get(key) ?? []))
      const after = clustersOf(linksAmong(connected, judged))
      const known = new Map([...before].map((cluster) => [nameOf(cluster), cluster]))
      const made = after.filter((cluster) => !known.delete(nameOf(cluster)))
      const gone = [...known.values()]
      const left = new Set(gone)
      for (const { members } of gone) for (const member of members) bySentence.delete(keyOf(member))
      for (const cluster of made) put(cluster)
      if (gone.length + made.length > 0)
        clusters = [...clusters.filter((each) => !left.has(each)), ...made].sort(byFirst)
      return { gone, made }
    },
  }
}

const nameOf = ({ members, tier }: Cluster): string => `${tier} ${members.map(keyOf).join(',')}`

const joins = ({ tier, verdict }: Link): boolean =>
  verdict === 'yes' || (tier !== 'possible' && verdict !== 'no')

/** What joining links connect with these sentences, themselves included. By their keys. */
function connectedTo(
  touched: readonly SentenceRef[],
  judged: JudgedLinks,
): ReadonlyMap<string, SentenceRef> {
  const found = new Map(touched.map((ref) => [keyOf(ref), ref]))
  const waiting = [...found.values()]
  for (let ref = waiting.pop(); ref; ref = waiting.pop())
    for (const link of judged.of(ref)) {
      if (!joins(link)) continue
      for (const end of [link.a, link.b]) {
        if (found.has(keyOf(end))) continue
        found.set(keyOf(end), end)
        waiting.push(end)
      }
    }
  return found
}

/** Each link with both ends among the sentences, once. */
const linksAmong = (
  sentences: ReadonlyMap<string, SentenceRef>,
  judged: JudgedLinks,
): readonly Link[] =>
  [...sentences].flatMap(([key, ref]) =>
    judged.of(ref).filter(({ a, b }) => keyOf(a) === key && sentences.has(keyOf(b))),
  )

const byFirst = ({ members: [x] }: Cluster, { members: [y] }: Cluster): number =>
  (x?.article ?? 0) - (y?.article ?? 0) || (x?.sentence ?? 0) - (y?.sentence ?? 0)
