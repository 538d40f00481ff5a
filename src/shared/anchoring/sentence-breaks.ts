// Where a sentence or a line ends, in the little that is known of what stands beside a passage.
import { isMonth } from './meaning/lookup.ts'

const ended = /[.!?…]\s*["'”’“»«)]*\s*$|[。！？]["'”’“»«)]*$|\n\s*$/u

/** Whether a passage ends as a sentence does. */
export const endsSentence = (text: string): boolean => ended.test(text)

const breaks = /[.!?…]["'”’“»«)\]]*\s+(?!\p{Ll})|[。！？]|\n\s*/gu

/** What of a text stands in the last sentence of it. @param next what stands behind it */
export function afterBreak(text: string, next = ''): string {
  let at = 0
  for (const { 0: mark, index } of text.matchAll(breaks))
    if (!isWithin(text + next, index, index + mark.length)) at = index + mark.length
  return text.slice(at)
}

/** What of a text stands in the first sentence of it, with the mark that ends it. */
export function beforeBreak(text: string): string {
  for (const { 0: mark, index } of text.matchAll(
    /[.!?…]["'”’“»«)\]]*(?:\s+(?!\p{Ll})|$)|[。！？]|\n/gu,
  )) {
    const end = index + mark.length
    if (!isWithin(text, index, end)) return text.slice(0, index + mark.trimEnd().length)
  }
  return text
}

/** "Dr.", "J.", the day before a month. */
function isWithin(text: string, at: number, end: number): boolean {
  if (text[at] !== '.' || end - at > 2) return false
  const word = /[\p{L}\p{N}]+$/u.exec(text.slice(0, at))?.[0] ?? ''
  if (/^\p{Lu}\p{L}{0,2}$/u.test(word)) return true
  return /^\d+$/.test(word) && isMonth(/^\p{L}+/u.exec(text.slice(end))?.[0] ?? '')
}
