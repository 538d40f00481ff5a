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
 * Lines that make one paragraph, as one text. A hyphen between letters goes where the word goes on
 * in lower case, unless the text elsewhere has the word with the hyphen more often than without, or
 * the word has another hyphen.
 */
export function joined(lines: readonly string[], known: ReadonlyMap<string, number>): string {
  const pieces: string[] = []
  let last = ''
  for (const line of lines) {
    if (last !== '') pieces.push(...gapBetween(last, line, known))
    pieces.push(line)
    last = line
  }
  return pieces.reduce((text, piece) => (piece === '\b' ? text.slice(0, -1) : text + piece), '')
}

/** What to put between two lines; `\b` takes the last character away. */
function gapBetween(above: string, next: string, known: ReadonlyMap<string, number>): string[] {
  const head = wordEnd.exec(above.slice(-80))?.[1]
  const tail = wordStart.exec(next)?.[0]
  if (head === undefined || tail === undefined) {
    if (isWide(above.at(-1), next[0])) return []
    return /[\p{L}\p{N}][-\u2010]$/u.test(above) && /^[\p{L}\p{N}]/u.test(next) ? [] : [' ']
  }
  if (above.endsWith('\u00ad')) return ['\b']
  const whole = known.get((head + tail).toLowerCase()) ?? 0
  const compound = known.get(`${head}-${tail}`.toLowerCase()) ?? 0
  const keeps = !/^\p{Ll}/u.test(tail) || compound > whole || (head.includes('-') && whole === 0)
  return keeps ? [] : ['\b']
}

/** Chinese and Japanese set no space between words. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，「」『』（）]/u
const isWide = (last = '', first = ''): boolean => wide.test(last) && wide.test(first)
