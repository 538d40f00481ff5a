// The one door to the Markdown parser for what a reader wrote: what would cost too much is not parsed,
// and what comes out is never deeper than those who walk it can go.
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parseCost } from './parse-cost.ts'

/**
 * Steps and searches of the parser (see `parseCost`) that one text may cost: forty pages of prose, a
 * list of several thousand items, a table of three hundred rows; a second at most.
 */
export const mostSteps = 16_000_000
export const mostSearches = 120_000_000

/** Levels of lists, quotes and footnotes in one another. */
const deepestNesting = 40

/** Levels of nodes in a tree that `parseMarkdown` gives; emphasis below is given as its words. */
export const deepestTree = 120

/** `commonmark`: without tables, footnotes, tasks, strikethrough and bare links. */
export type Dialect = 'gfm' | 'commonmark'

/** Whether a text is within what is parsed. */
export function isWithinBounds(markdown: string): boolean {
  // Told without looking at each character of a text of many megabytes.
  if (markdown.length * 100 > mostSteps) return false
  const { steps, searches, nesting } = parseCost(markdown)
  return steps <= mostSteps && searches <= mostSearches && nesting <= deepestNesting
}

/**
 * The tree of a text, with at most `deepestTree` levels; positions are UTF-16 offsets. Null where the
 * text is beyond the bounds: it is then to be shown as it is. Never throws.
 */
export function parseMarkdown(markdown: string, dialect: Dialect): Root | null {
  if (!isWithinBounds(markdown)) return null
  const tree =
    dialect === 'gfm'
      ? fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
      : fromMarkdown(markdown)
  return flatten(tree) ? tree : null
}

/** Puts words in the place of inline nodes at the last level. False where that would not be enough. */
function flatten(tree: Root): boolean {
  const open: { readonly node: Nodes; readonly level: number }[] = [{ node: tree, level: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next
    if (!('children' in node)) continue
    if (level < deepestTree - 1) {
      for (const child of node.children) open.push({ node: child, level: level + 1 })
    } else if (isInline(node)) node.children = [{ type: 'text', value: wordsOf(node) }]
    else return false
  }
  return true
}

type InlineParent = Extract<PhrasingContent, { children: PhrasingContent[] }>

const isInline = (node: Nodes): node is InlineParent =>
  node.type === 'emphasis' ||
  node.type === 'strong' ||
  node.type === 'delete' ||
  node.type === 'link' ||
  node.type === 'linkReference'

/** All words below a node, in order. */
function wordsOf(top: Nodes): string {
  const words: string[] = []
  const open: Nodes[] = [top]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) words.push(node.value)
    else if ('alt' in node) words.push(node.alt ?? '')
    else if (node.type === 'break') words.push('\n')
    else if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
  }
  return words.join('')
}
