// Lays the reader's own word over what the method found, and draws the conclusions: which passages
// tell one thing, and what only one article tells.
import type {
  Cluster,
  Comparison,
  Link,
  Sentence,
  SentenceRef,
  Verdict,
} from '../shared/model/comparison.ts'
import { clustersOf } from './clusters.ts'
import type { RawComparison } from './compared.ts'
import { byPlace, byReader, withVerdict } from './judged-links.ts'

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
    return withVerdict(link, word.verdict)
  })
  const added = [...said.values()].map(({ a, b, verdict }) => byReader(a, b, verdict))
  settled.push(...added.sort(byPlace))
  const held = settled.filter(({ verdict }) => verdict !== 'no')
  const linked = new Set(held.flatMap(({ a, b }) => [keyOf(a), keyOf(b)]))
  const only = sentences.flatMap((list, article) =>
    list.flatMap(({ furniture, title }, sentence) =>
      furniture || title || linked.has(keyOf({ article, sentence })) ? [] : [{ article, sentence }],
    ),
  )
  return { links: settled, clusters: clustersOf(settled), only }
}

/** What was found with the reader's word laid over it. */
export function withVerdicts(raw: RawComparison, verdicts: readonly SentenceVerdict[]): Comparison {
  const sentences = raw.articles.map((each) => each.sentences)
  const { links, clusters, only } = settle(sentences, raw.links, verdicts)
  return { ...raw, links: [...links], clusters: [...clusters], only: [...only] }
}
