// Where in an article the words of a search stand: exact places in the text as it is, computed from the
// text itself, with what stands around them.
import type { SearchField, WordsNode } from '../../shared/search/ast.ts'
import { type TextMatcher, wordsMatcher } from '../../shared/search/match-text.ts'
import { type Snippet, snippetOf } from '../../shared/search/snippet.ts'

export interface SearchHit {
  readonly field: SearchField
  /** Which annotation it is in; null in the article itself. */
  readonly annotation: string | null
  /** UTF-16 offsets into the field's own text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly snippet: Snippet
}

/** One text of an article that can be searched. */
export interface Searched {
  readonly field: SearchField
  readonly annotation: string | null
  readonly text: string
  /** Only where its field is asked for: what else holds the same words. */
  readonly whenAsked: boolean
}

/** UTF-16 code units of a snippet. */
const snippetLength = 160

export interface Hits {
  readonly hits: readonly SearchHit[]
  /** Of all, given or not. */
  readonly total: number
}

/** @param most how many hits are given: their snippets take most of the time */
export type Finder = (searched: Searched, most: number) => Hits

/** Finds the hits of one text in its order. Of hits that begin at one place the longest is given. */
export function createFinder(nodes: readonly WordsNode[]): Finder {
  const matchers = new Map<string, TextMatcher>()
  const matcherFor = ({ field, whenAsked }: Searched): TextMatcher => {
    const key = `${field} ${whenAsked}`
    const matcher =
      matchers.get(key) ??
      wordsMatcher(
        nodes.filter((node) => node.field === field || (node.field === null && !whenAsked)),
      )
    matchers.set(key, matcher)
    return matcher
  }
  return (searched, most) => {
    const { field, annotation, text } = searched
    const places = matcherFor(searched)(text)
    const hits = places.slice(0, most).map(({ start, end }, at) => ({
      field,
      annotation,
      start,
      end,
      snippet: snippetOf(text, places, snippetLength, at),
    }))
    return { hits, total: places.length }
  }
}
