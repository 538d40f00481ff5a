// Finds words in a text as a reader means them: whatever their case, accents, quote marks, dashes
// and line breaks, whole or broken at a line's end; closer to the letter where the reader asks for it.
import { limits } from '../model/limits.ts'
import { joined, wordBreaks } from './broken-words.ts'
import { type Folded, fold, unfoldRange } from './fold.ts'
import { foldForFind } from './fold-for-find.ts'
import { isWhole } from './word-edges.ts'

export interface Found {
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number
  readonly end: number
}

/** How closely words must be met. */
export interface FindChoices {
  /** Capitals are other letters than small ones. */
  readonly matchCase: boolean
  /** Not within a longer word. */
  readonly wholeWords: boolean
  /** Letters with accents are other letters than those without. */
  readonly accents: boolean
}

export const asTyped: FindChoices = { matchCase: false, wholeWords: false, accents: false }

export interface Finder {
  /** The first places in the order of the text, none overlapping another; none for an empty query. */
  find(query: string, choices?: FindChoices): readonly Found[]
}

/** Prepares a text once, so that each key typed costs one pass over folded text. */
export function createFinder(text: string): Finder {
  let prepared: { readonly way: string; readonly readings: readonly Folded[] } | null = null
  return {
    find(query, choices = asTyped) {
      const asked = query.trim()
      if (asked === '') return []
      const way = `${choices.matchCase} ${choices.accents}`
      if (prepared?.way !== way) prepared = { way, readings: readingsOf(text, choices) }
      const wanted = readingsOf(asked, choices)
      for (const [i, folded] of prepared.readings.entries()) {
        const words = (wanted[i] ?? wanted[0])?.text ?? ''
        const found = words === '' ? [] : placesOf(folded, words, choices.wholeWords)
        if (found.length > 0) return found
      }
      return []
    },
  }
}

/** A text with its broken words whole, then with their hyphens, then as it is; once without any. */
function readingsOf(text: string, { matchCase, accents }: FindChoices): readonly Folded[] {
  const folded = (accents ? fold : foldForFind)(text, { keepCase: matchCase })
  if (text.search(wordBreaks) === -1) return [folded]
  return [joined(text, folded, 'gone'), joined(text, folded, 'kept'), folded]
}

function placesOf(folded: Folded, wanted: string, wholeWords: boolean): readonly Found[] {
  const found: Found[] = []
  const { text } = folded
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const end = at + wanted.length
    const fits = !wholeWords || isWhole(text, at, end)
    if (fits && put(found, unfoldRange(folded, at, end)) === limits.found) break
    at = text.indexOf(wanted, fits ? end : at + 1)
  }
  return found
}

/** One letter may stand for two, and is found once. Gives how many there are. */
export function put(found: Found[], place: Found): number {
  if (place.end > place.start && place.start >= (found.at(-1)?.end ?? 0)) found.push(place)
  return found.length
}
