// A comparison in one piece, for the command line: its sections, read one after the other.

import type { Comparison } from '../model/comparison.ts'
import { ok, type Result } from '../result.ts'
import {
  type ComparisonHead,
  listNames,
  type RevisedPage,
  type SectionPage,
  type SectionRequest,
} from './sections.ts'
import { sentencesIn } from './view.ts'

type ReadSection = (request: SectionRequest) => Promise<Result<RevisedPage>>

/** Fails as reading a section does. Where a verdict changes it meanwhile, all is read again. */
export async function readWhole(
  head: ComparisonHead,
  section: ReadSection,
): Promise<Result<Comparison>> {
  const whole = emptyWhole(head)
  const requests: ((from: number) => SectionRequest)[] = [
    ...head.articles.map((_, article) => (from: number) => ({
      section: 'sentences' as const,
      article,
      from,
    })),
    ...listNames.map((name) => (from: number) => ({ section: name, from })),
  ]
  let revision: number | null = null
  for (const requestAt of requests)
    for (let from: number | null = 0; from !== null; ) {
      const request = requestAt(from)
      const read = await section(request)
      if (!read.ok) return read
      revision ??= read.value.revision
      if (revision !== read.value.revision) return readWhole(head, section)
      const { page } = read.value
      take(whole, page, request.section === 'sentences' ? request.article : 0)
      from = page.next
    }
  return ok(whole)
}

const emptyWhole = ({ articles, pairs }: ComparisonHead): Comparison => ({
  articles: articles.map(({ textHash, language }) => ({ textHash, language, sentences: [] })),
  pairs,
  links: [],
  clusters: [],
  only: [],
  quotations: [],
  figures: [],
  differences: [],
  keywords: [],
})

/** @param article whose sentences these are, if they are sentences */
function take(whole: Comparison, page: SectionPage, article: number): void {
  switch (page.section) {
    case 'links':
      whole.links.push(...page.items)
      break
    case 'clusters':
      whole.clusters.push(...page.items)
      break
    case 'only':
      whole.only.push(...page.items)
      break
    case 'quotations':
      whole.quotations.push(...page.items)
      break
    case 'figures':
      whole.figures.push(...page.items)
      break
    case 'differences':
      whole.differences.push(...page.items)
      break
    case 'keywords':
      whole.keywords.push(...page.items)
      break
    case 'sentences':
      whole.articles[article]?.sentences.push(...sentencesIn(page))
      break
    default:
      break
  }
}
