// Finds words in a text as a reader means them: whatever their case, accents, quote marks, dashes
// and line breaks.
import { type Folded, fold, unfoldRange } from './fold.ts'

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
  let prepared: { readonly folded: Folded; readonly plain: string } | null = null
  const prepare = () => {
    if (!prepared) {
      const folded = fold(text)
      prepared = { folded, plain: withoutAccents(folded.text) }
    }
    return prepared
  }
  return {
    find(query) {
      const wanted = withoutAccents(fold(query.trim()).text)
      if (wanted === '') return []
      const { folded, plain } = prepare()
      const found: Found[] = []
      for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length))
        found.push(unfoldRange(folded, at, at + wanted.length))
      return found
    },
  }
}

/**
 * Letters without their accents, and those of full width (as Chinese and Japanese type Latin) as any
 * other; as many code units as before, so that offsets stay.
 */
export const withoutAccents = (text: string): string =>
  text.replace(/[\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff\uff01-\uff5e]/g, (letter) => {
    const code = letter.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - fullWidth)
    const base = letter.normalize('NFD')[0] ?? letter
    return base.length === letter.length ? base : letter
  })

/** From a sign of ASCII to the same in full width. */
const fullWidth = 0xfee0
