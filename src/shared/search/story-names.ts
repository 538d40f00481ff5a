// The names of stories, for `in:` of a query: to take one of several words without quotation marks.
import { isSpace } from '../text/fold.ts'
import { foldedName } from './tokens.ts'

export interface StoryNames {
  /** Whether a story has this name, whatever its case and accents. */
  has(name: string): boolean
  /**
   * Where the longest name that stands in a query ends; null if none does.
   * @param start where it would begin, as a UTF-16 offset
   */
  endIn(query: string, start: number): number | null
}

interface Known {
  readonly folded: ReadonlySet<string>
  /** Most words begin no name: then no length has to be tried. */
  readonly firstWords: ReadonlySet<string>
  /** In UTF-16 code units, the longest first. */
  readonly lengths: readonly number[]
}

function knownOf(names: readonly string[]): Known {
  const trimmed = names.map((name) => name.trim()).filter((name) => name !== '')
  const lengths = new Set(trimmed.map(({ length }) => length))
  return {
    folded: new Set(trimmed.map(foldedName)),
    firstWords: new Set(trimmed.map((name) => foldedName(firstWord(name)))),
    lengths: [...lengths].sort((a, b) => b - a),
  }
}

function firstWord(text: string): string {
  let end = 0
  while (!endsThere(text, end)) end++
  return text.slice(0, end)
}

/** Nothing is done before the first question. */
export function storyNames(names: readonly string[]): StoryNames {
  let made: Known | undefined
  const known = (): Known => {
    made ??= knownOf(names)
    return made
  }
  return {
    has: (name) => known().folded.has(foldedName(name)),
    endIn(query, start) {
      const { folded, firstWords, lengths } = known()
      const longest = lengths[0] ?? 0
      const begins = firstWord(query.slice(start, start + longest + 1))
      if (!firstWords.has(foldedName(begins))) return null
      const ends = lengths.map((length) => start + length)
      return (
        ends.find(
          (end) => endsThere(query, end) && folded.has(foldedName(query.slice(start, end))),
        ) ?? null
      )
    },
  }
}

const endsThere = (query: string, at: number): boolean =>
  at === query.length ||
  (at < query.length && (isSpace(query.charCodeAt(at)) || /[()（）]/.test(query.charAt(at))))
