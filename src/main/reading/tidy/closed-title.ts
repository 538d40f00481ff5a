// Headlines that end in a full stop. A first sentence looks the same, so something else must tell:
// author or date right below, capitals as in a title, or a long first passage that tells the same.
import { isByline } from './byline.ts'
import type { Line } from './lines.ts'
import { statedDate } from './published.ts'

/** Whether the first line of a text is a headline in spite of its full stop. */
export const isClosedTitle = (
  { text, words, block }: Line,
  next: Line | undefined,
  language: string | null,
): boolean =>
  block.kind === 'paragraph' &&
  words >= 3 &&
  words <= 12 &&
  next !== undefined &&
  ((isHeader(next, language) && /^\p{Lu}.*\.$/u.test(text)) ||
    (next.weight >= 130 &&
      /^\p{Lu}[^.!?"“”]+\.$/u.test(text) &&
      (isTitleCase(text) || (words <= 9 && !pointing.test(text) && sharesWord(text, next.text)))))

const isHeader = ({ text }: Line, language: string | null): boolean =>
  isByline(text) || statedDate(text, language) !== null

/** Whether all words of some length begin with a capital. */
const isTitleCase = (text: string): boolean => {
  const long = text.match(/[\p{L}\p{M}’'-]{4,}/gu) ?? []
  return long.length >= 2 && long.every((word) => /^\p{Lu}/u.test(word))
}

/** Points to something that was said before, or speaks to somebody: no headline. */
const pointing =
  /^(?:I|It|He|She|They|We|You|This|That|These|Those|There|Here|But|And|So|Then|Now|Yes|No)\b/

const sharesWord = (text: string, passage: string): boolean => {
  const words = new Set(
    passage
      .slice(0, 250)
      .toLowerCase()
      .match(/[\p{L}\p{M}]{5,}/gu),
  )
  return (text.toLowerCase().match(/[\p{L}\p{M}]{5,}/gu) ?? []).some((word) => words.has(word))
}
