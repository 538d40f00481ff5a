// A search as data: what the query language gives and the index evaluates. An article matches as a
// whole: one word may stand in its title and the other in a note on it.
import type { Color } from '../model/color.ts'

/** Where words can stand. `about` is the outlet, the author and the standfirst. */
export const searchFields = ['title', 'about', 'tags', 'notes', 'quotes', 'text'] as const
export type SearchField = (typeof searchFields)[number]

/** Reading states, as rows are filtered by them. */
export const readingStates = ['new', 'reading', 'read'] as const
export type ReadingState = (typeof readingStates)[number]

export type SearchNode =
  | { readonly kind: 'and'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | WordsNode
  /** Articles with an annotation of this tag, or of one beneath it (`a` has `a/b` beneath it). */
  | { readonly kind: 'tag'; readonly tag: string }
  /** The words, in a row, in the outlet's name. */
  | { readonly kind: 'outlet'; readonly text: string }
  /** The words, in a row, in the byline. */
  | { readonly kind: 'author'; readonly text: string }
  /** Published before the date begins; ISO 8601 in any precision. Undated articles never match. */
  | { readonly kind: 'before'; readonly date: string }
  /** Published when the date begins or later. */
  | { readonly kind: 'after'; readonly date: string }
  | { readonly kind: 'has'; readonly what: 'note' | 'annotation' | 'tag' }
  /** In a story of this name. */
  | { readonly kind: 'story'; readonly name: string }
  /** With an annotation of this colour. */
  | { readonly kind: 'colour'; readonly colour: Color }
  | { readonly kind: 'state'; readonly state: ReadingState }

/** One word, or several that stand in a row. Case, accents and punctuation make no difference. */
export interface WordsNode {
  readonly kind: 'words'
  readonly text: string
  /** Only there; null: anywhere but in quotes, which are in the text already. */
  readonly field: SearchField | null
  /** The last word may go on. */
  readonly prefix: boolean
}

/** The words of a search that can be shown in what it finds: all that are not ruled out. */
export function wordsIn(node: SearchNode): readonly WordsNode[] {
  if (node.kind === 'words') return [node]
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(wordsIn) : []
}

/** What a search may come to; a larger one is told to be too large, never cut. */
export const searchLimits = {
  nodes: 400,
  depth: 20,
  /** UTF-16 code units of a query. */
  length: 10_000,
} as const

/** How many nodes a search has, and how deep they stand in each other. Safe for any depth. */
export function sizeOf(node: SearchNode): { readonly nodes: number; readonly depth: number } {
  let nodes = 0
  let depth = 0
  for (let level: readonly SearchNode[] = [node]; level.length > 0; depth++) {
    nodes += level.length
    level = level.flatMap((each) =>
      each.kind === 'and' || each.kind === 'or'
        ? each.nodes
        : each.kind === 'not'
          ? [each.node]
          : [],
    )
  }
  return { nodes, depth }
}
