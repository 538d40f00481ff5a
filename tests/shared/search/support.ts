// Searches, written short.
import type { SearchNode, WordsNode } from '../../../src/shared/search/ast.ts'

export const words = (text: string, more: Partial<WordsNode> = {}): WordsNode => ({
  kind: 'words',
  text,
  field: null,
  prefix: false,
  ...more,
})

export const and = (...nodes: readonly SearchNode[]): SearchNode => ({ kind: 'and', nodes })
export const or = (...nodes: readonly SearchNode[]): SearchNode => ({ kind: 'or', nodes })
export const not = (node: SearchNode): SearchNode => ({ kind: 'not', node })
