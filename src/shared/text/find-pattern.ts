// Finds what a regular expression matches. It may take any time that there is: to be run where it can
// be ended, and never in the window itself.

import { limits } from '../model/limits.ts'
import { type FindChoices, type Found, put } from './find.ts'
import { unfoldRange } from './fold.ts'
import { foldLetters } from './fold-for-find.ts'
import { isWhole } from './word-edges.ts'

/** `^` and `$` are the ends of a line: an article's paragraphs are lines. */
export const patternFlags = (matchCase: boolean): string => (matchCase ? 'gmu' : 'gimu')

/**
 * The first places in the order of the text; none of them is empty.
 * @param pattern a valid one
 */
export function findPattern(
  text: string,
  pattern: string,
  { matchCase, wholeWords, accents }: FindChoices,
): readonly Found[] {
  const folded = foldLetters(text, accents)
  const wanted = new RegExp(foldLetters(pattern, accents).text, patternFlags(matchCase))
  const found: Found[] = []
  for (const { 0: words, index } of folded.text.matchAll(wanted)) {
    const end = index + words.length
    if (words === '' || (wholeWords && !isWhole(folded.text, index, end))) continue
    if (put(found, unfoldRange(folded, index, end)) === limits.found) break
  }
  return found
}
