// The links of a comparison with the reader's verdicts laid over them, one at a time.
import type { Link, SentenceRef, Verdict } from '../shared/model/comparison.ts'
import type { LinkTable } from './link-table.ts'

export interface JudgedLinks {
  /** Those that the method found, then those that only the reader made. */
  readonly length: number
  link(at: number): Link
  /** Of one sentence; what the reader rejected is among them. */
  of(ref: SentenceRef): readonly Link[]
  between(a: SentenceRef, b: SentenceRef): Link | null
  /** Takes the reader's word; null takes it back. `a.article < b.article`. */
  judge(a: SentenceRef, b: SentenceRef, verdict: Verdict | null): void
}

const keyOf = ({ article, sentence }: SentenceRef): string => `${article} ${sentence}`
const pairOf = (a: SentenceRef, b: SentenceRef): string => `${keyOf(a)} ${keyOf(b)}`

export function judgeLinks(table: LinkTable): JudgedLinks {
  /** By the place of a link that the method found. */
  const verdicts = new Map<number, Verdict>()
  /** By both sentences. */
  const added = new Map<string, Link>()
  const addedOf = new Map<string, Link[]>()
  let inOrder: readonly Link[] | null = null

  const found = (at: number): Link => {
    const link = table.link(at)
    const verdict = verdicts.get(at)
    return verdict ? withVerdict(link, verdict) : link
  }
  const addedInOrder = (): readonly Link[] => {
    inOrder ??= [...added.values()].sort(byPlace)
    return inOrder
  }
  const remove = (link: Link): void => {
    added.delete(pairOf(link.a, link.b))
    for (const end of [link.a, link.b]) {
      const left = (addedOf.get(keyOf(end)) ?? []).filter((each) => each !== link)
      if (left.length > 0) addedOf.set(keyOf(end), left)
      else addedOf.delete(keyOf(end))
    }
  }
  const add = (link: Link): void => {
    added.set(pairOf(link.a, link.b), link)
    for (const end of [link.a, link.b])
      addedOf.set(keyOf(end), [...(addedOf.get(keyOf(end)) ?? []), link])
  }

  return {
    get length() {
      return table.length + added.size
    },
    link(at) {
      const own = at < table.length ? found(at) : addedInOrder()[at - table.length]
      if (!own) throw new Error('a link beyond the last')
      return own
    },
    of: (ref) => [...Array.from(table.of(ref), found), ...(addedOf.get(keyOf(ref)) ?? [])],
    between(a, b) {
      const at = table.between(a, b)
      return at >= 0 ? found(at) : (added.get(pairOf(a, b)) ?? added.get(pairOf(b, a)) ?? null)
    },
    judge(a, b, verdict) {
      const at = table.between(a, b)
      if (at >= 0) {
        if (verdict) verdicts.set(at, verdict)
        else verdicts.delete(at)
        return
      }
      inOrder = null
      const before = added.get(pairOf(a, b))
      if (before) remove(before)
      if (verdict) add(byReader(a, b, verdict))
    },
  }
}

/** A link as the reader's verdict leaves it: what they confirm is *sure* at least. */
export const withVerdict = (link: Link, verdict: Verdict): Link => ({
  ...link,
  tier: verdict === 'yes' && link.tier === 'possible' ? 'sure' : link.tier,
  verdict,
})

/** A link that the method did not find. */
export const byReader = (a: SentenceRef, b: SentenceRef, verdict: Verdict): Link => ({
  a,
  b,
  kind: 'same-fact',
  tier: 'sure',
  score: verdict === 'yes' ? 1 : 0,
  verdict,
})

/** In the order of articles, then of sentences. */
export const byPlace = (x: Link, y: Link): number =>
  x.a.article - y.a.article ||
  x.b.article - y.b.article ||
  x.a.sentence - y.a.sentence ||
  x.b.sentence - y.b.sentence
