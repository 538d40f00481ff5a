// A comparison that is held for whoever asks: gives its sections, takes the reader's verdicts, and says
// what each of them changed.
import { keyOf } from '../shared/comparison/look-up.ts'
import type { ComparisonPatch } from '../shared/comparison/patch.ts'
import type {
  ComparisonHead,
  Match,
  SectionPage,
  SectionRequest,
} from '../shared/comparison/sections.ts'
import type {
  Difference,
  Explanation,
  Link,
  Sentence,
  SentenceRef,
} from '../shared/model/comparison.ts'
import type { Compared } from './compared.ts'
import { type HeldParts, matchOf } from './held-parts.ts'
import { judgeLinks } from './judged-links.ts'
import { linkTable } from './link-table.ts'
import { pairFacts } from './pair-facts.ts'
import { rowClusters } from './row-clusters.ts'
import { createSections } from './sections.ts'
import { sentenceMarks } from './sentence-marks.ts'
import type { SentenceVerdict } from './settle.ts'

export interface HeldComparison {
  /** Of each article. */
  readonly sentences: readonly (readonly Sentence[])[]
  head(): Omit<ComparisonHead, 'revision'>
  section(request: SectionRequest): SectionPage
  /** @param verdicts all there are: one that is not among them is taken back */
  judge(verdicts: readonly SentenceVerdict[]): ComparisonPatch
  /** Why two sentences were, or were not, linked; the reader's own word first. */
  explain(a: SentenceRef, b: SentenceRef): Explanation
}

/** Holds what was found; its links are kept as columns, so the list that is given here may be let go. */
export function holdComparison({ comparison, explain }: Compared): HeldComparison {
  const { links, ...raw } = comparison
  const sentences = raw.articles.map((article) => article.sentences)
  const judged = judgeLinks(
    linkTable(
      sentences.map(({ length }) => length),
      links,
    ),
  )
  const parts: HeldParts = {
    raw,
    sentences,
    judged,
    clusters: rowClusters(judged, links),
    marks: sentenceMarks(sentences, judged),
    facts: pairFacts(raw),
  }
  const sections = createSections(parts)
  let said: ReadonlyMap<string, SentenceVerdict> = new Map()
  return {
    sentences,
    head: () => ({
      articles: raw.articles.map(({ textHash, language }, article) => ({
        textHash,
        language,
        sentences: sentences[article]?.length ?? 0,
        shares: parts.marks.shares()[article] ?? { shared: 0, sharedPossibly: 0, only: 0 },
      })),
      pairs: raw.pairs,
      counts: sections.counts(),
    }),
    section: sections.page,
    judge(verdicts) {
      const now = new Map(verdicts.map((each) => [pairKey(each), each]))
      const changed = changesBetween(said, now)
      said = now
      const patch = changed.length === 0 ? nothingChanged(parts) : judgeAnew(parts, changed)
      if (changed.length > 0) sections.changed()
      return { ...patch, counts: sections.counts() }
    },
    explain: (a, b) => withReader(explain(a, b), judged.between(a, b)),
  }
}

interface Judged {
  readonly a: SentenceRef
  readonly b: SentenceRef
  readonly verdict: SentenceVerdict['verdict'] | null
}

const pairKey = ({ a, b }: Pick<Judged, 'a' | 'b'>): string => `${keyOf(a)} ${keyOf(b)}`

function changesBetween(
  before: ReadonlyMap<string, SentenceVerdict>,
  now: ReadonlyMap<string, SentenceVerdict>,
): readonly Judged[] {
  const isNew = ([key, { verdict }]: [string, SentenceVerdict]): boolean =>
    before.get(key)?.verdict !== verdict
  const back = [...before].filter(([key]) => !now.has(key))
  return [
    ...back.map(([, { a, b }]) => ({ a, b, verdict: null })),
    ...[...now].filter(isNew).map(([, each]) => each),
  ]
}

type Patch = Omit<ComparisonPatch, 'counts'>

const nothingChanged = ({ marks }: HeldParts): Patch => ({
  links: [],
  unlinked: [],
  clusters: { gone: [], made: [] },
  marks: [],
  only: { gone: [], made: [] },
  differences: { gone: [], made: [] },
  shares: marks.shares(),
})

function judgeAnew(parts: HeldParts, changed: readonly Judged[]): Patch {
  const { judged, clusters, marks, facts } = parts
  const links: Match[] = []
  const unlinked: Pick<Link, 'a' | 'b'>[] = []
  const gone: Difference[] = []
  const made: Difference[] = []
  for (const { a, b, verdict } of changed) {
    const wasRejected = judged.between(a, b)?.verdict === 'no'
    judged.judge(a, b, verdict)
    const link = judged.between(a, b)
    if (link) links.push(matchOf(link, facts))
    else unlinked.push({ a, b })
    if (wasRejected !== (verdict === 'no'))
      (wasRejected ? made : gone).push(...facts.differences(a, b))
  }
  const touched = changed.flatMap(({ a, b }) => [a, b])
  const { marks: anew, only } = marks.markAnew(touched)
  return {
    links,
    unlinked,
    clusters: clusters.formAnew(touched),
    marks: anew,
    only,
    differences: { gone, made },
    shares: marks.shares(),
  }
}

function withReader(explanation: Explanation, link: Link | null): Explanation {
  const verdict = link?.verdict
  if (!verdict) return explanation
  const reason = { kind: 'reader' as const, verdict }
  return verdict === 'yes'
    ? { ...explanation, reasons: [reason, ...explanation.reasons] }
    : { ...explanation, cautions: [reason, ...explanation.cautions] }
}
