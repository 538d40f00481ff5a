// What `parallax compare` reports on: the articles, what was found, and where things stand in them.
import type {
  Comparison,
  Explanation,
  Link,
  SentenceRef,
} from '../../../../shared/model/comparison.ts'

export interface ComparedFile {
  readonly path: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
  readonly text: string
  /** Its highlights with tags, where it is of a library. */
  readonly tagged: readonly TaggedPassage[]
}

interface TaggedPassage {
  readonly tags: readonly string[]
  readonly start: number
  readonly end: number
}

export interface ComparedSet {
  readonly articles: readonly ComparedFile[]
  readonly comparison: Comparison
  /** Why each of the matches was made, in their order; null when nobody asked. */
  readonly explanations: readonly Explanation[] | null
  /** Whether the articles are of a library: then they have tags. */
  readonly hasTags: boolean
}

export interface Place {
  readonly article: number
  readonly start: number
  readonly end: number
}

/** What the reader rejected counts nowhere. */
export const matchesIn = ({ links }: Comparison): readonly Link[] =>
  links.filter(({ verdict }) => verdict !== 'no')

export function placeOf({ articles }: Comparison, { article, sentence }: SentenceRef): Place {
  const { start = 0, end = 0 } = articles[article]?.sentences[sentence] ?? {}
  return { article, start, end }
}

/** A passage's words on one line. */
export const wordsAt = (set: ComparedSet, { article, start, end }: Place): string =>
  (set.articles[article]?.text.slice(start, end) ?? '').replace(/\s+/g, ' ').trim()

/**
 * Where a place stands, in percent of the article's own text: furniture and headline left out, to one
 * decimal. A headline stands at 0.
 */
export function percentOf(
  { articles }: Comparison,
  { article, start }: Omit<Place, 'end'>,
): number {
  let before = 0
  let all = 0
  for (const sentence of articles[article]?.sentences ?? []) {
    if (sentence.furniture || sentence.title) continue
    const length = sentence.end - sentence.start
    all += length
    before += Math.max(0, Math.min(length, start - sentence.start))
  }
  return all === 0 ? 0 : Math.round((before * 1000) / all) / 10
}
