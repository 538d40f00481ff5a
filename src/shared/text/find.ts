// Finds words in a text as a reader means them: whatever their case, accents, quote marks, dashes
// and line breaks, whole or broken at a line's end.
import { joined, wordBreaks } from './broken-words.ts'
import { type Folded, unfoldRange } from './fold.ts'
import { foldForFind } from './fold-for-find.ts'

export interface Found {
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number
  readonly end: number
}

export interface Finder {
  /** All places in the order of the text, none overlapping another; none for an empty query. */
  find(query: string): readonly Found[]
}

/** Prepares a text once, so that each key typed costs one pass over folded text. */
export function createFinder(text: string): Finder {
  let prepared: readonly Folded[] | null = null
  return {
    find(query) {
      const asked = query.trim()
      if (asked === '') return []
      prepared ??= readingsOf(text)
      const wanted = readingsOf(asked)
      for (const [i, folded] of prepared.entries()) {
        const words = (wanted[i] ?? wanted[0])?.text ?? ''
        const found = words === '' ? [] : placesOf(folded, words)
        if (found.length > 0) return found
      }
      return []
    },
  }
}

/** A text with its broken words whole, then with their hyphens, then as it is; once without any. */
function readingsOf(text: string): readonly Folded[] {
  const folded = foldForFind(text)
  if (text.search(wordBreaks) === -1) return [folded]
  return [joined(text, folded, 'gone'), joined(text, folded, 'kept'), folded]
}

function placesOf(folded: Folded, wanted: string): readonly Found[] {
  const found: Found[] = []
  const { text } = folded
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    found.push(unfoldRange(folded, at, at + wanted.length))
  return found
}
