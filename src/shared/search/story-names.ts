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

/** Nothing is done before the first question. */
export function storyNames(names: readonly string[]): StoryNames {
  let made:
    | { readonly folded: ReadonlySet<string>; readonly lengths: readonly number[] }
    | undefined
  const known = () => {
    if (!made) {
      const trimmed = names.map((name) => name.trim()).filter((name) => name !== '')
      const lengths = new Set(trimmed.map(({ length }) => length))
      made = {
        folded: new Set(trimmed.map(foldedName)),
        lengths: [...lengths].sort((a, b) => b - a),
      }
    }
    return made
  }
  return {
    has: (name) => known().folded.has(foldedName(name)),
    endIn(query, start) {
      const { folded, lengths } = known()
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
