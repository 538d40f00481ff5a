// Undoes the hyphens that a typesetter put at the ends of lines, and keeps those of compounds.

const wordEnd = /([\p{L}\p{M}'’\u00ad-]+)[-\u2010\u00ad]$/u
const wordStart = /^[\p{L}\p{M}'’\u00ad-]+/u

/** How often each word stands inside a line, in lower case: there nobody hyphenated it. */
export function wordsWithin(lines: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const [word] of line.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-‐'’][\p{L}\p{M}]+)*/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * A line and the one that goes on with it, as one text. A hyphen between letters goes where the
 * word goes on in lower case, unless the text elsewhere has the word with the hyphen more often
 * than without, or the word has another hyphen.
 */
export function joinLines(text: string, next: string, known: ReadonlyMap<string, number>): string {
  const head = wordEnd.exec(text)?.[1]
  const tail = wordStart.exec(next)?.[0]
  if (head === undefined || tail === undefined)
    return text === '' || next === '' || isWide(text.at(-1), next[0])
      ? text + next
      : `${text} ${next}`
  const isSoft = text.endsWith('\u00ad')
  const lower = /^\p{Ll}/u.test(tail)
  const whole = known.get((head + tail).toLowerCase()) ?? 0
  const compound = known.get(`${head}-${tail}`.toLowerCase()) ?? 0
  const keeps = !isSoft && (!lower || compound > whole || (head.includes('-') && whole === 0))
  return (keeps ? text : text.slice(0, -1)) + next
}

/** Chinese and Japanese set no space between words. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，「」『』（）]/u
const isWide = (last = '', first = ''): boolean => wide.test(last) && wide.test(first)
