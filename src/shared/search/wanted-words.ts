// What a searched word or phrase comes to, for the index and for the places shown in a text alike.
import type { WordsNode } from './ast.ts'
import { indexedText, isSingle } from './tokens.ts'

export interface WantedWords {
  /** In a row; none when only punctuation is asked for. */
  readonly words: readonly string[]
  /** The last of them is only the beginning of a word. */
  readonly goesOn: boolean
}

/**
 * One letter begins nearly everything, so alone it is a word, and after others it waits for the next: what
 * was found stays while a word is begun.
 */
export function wantedWords({ text, prefix }: Pick<WordsNode, 'text' | 'prefix'>): WantedWords {
  const words = indexedText(text).split(' ').filter(Boolean)
  const last = words.at(-1) ?? ''
  if (!prefix || isSingle(last)) return { words, goesOn: false }
  if ([...last].length > 1) return { words, goesOn: true }
  return { words: words.length > 1 ? words.slice(0, -1) : words, goesOn: false }
}
