// A note as a tree, for whoever shows it: the card, the exported page. One way for all, so that what
// one can show the others can.
import type { Root } from 'mdast'
import { parseMarkdown } from './parse.ts'

/**
 * `plain`: the note is beyond what is read as Markdown, and is to be shown letter by letter with its
 * lines as they are. Both hold all of the note's words.
 */
export type NoteTree =
  | { readonly kind: 'markdown'; readonly root: Root }
  | { readonly kind: 'plain'; readonly text: string }

/** Never throws; the tree has at most `deepestTree` levels. */
export function noteTree(note: string): NoteTree {
  const root = parseMarkdown(note, 'gfm')
  return root ? { kind: 'markdown', root } : { kind: 'plain', text: note }
}
