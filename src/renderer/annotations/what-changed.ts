// The words that a highlight was made on, with those marked that are others now, and short where they are
// long: what did not change is left out in the middle. Pure of the page.
import type { WordChange } from '../../shared/model/annotation.ts'
import { displayQuote } from '../../shared/text/quote.ts'

interface Stretch {
  readonly text: string
  /** Is another now; what is not one of the changes stayed. */
  readonly differs: boolean
}

/** Code units of a quote that is shown whole, and of what is shown around each change of a longer one. */
const wholeUpTo = 240
const around = 36
/** Changes of a longer one that are shown; the rest is counted. */
const mostShown = 4

export interface Shortened {
  readonly stretches: readonly Stretch[]
  /** Changes that are not among them. */
  readonly more: number
}

/**
 * @param words as they were or as they are
 * @param side which side of the changes these are
 * @param whole not shortened
 */
export function whatChanged(
  words: string,
  changes: readonly WordChange[],
  side: 'was' | 'is',
  whole = false,
): Shortened {
  const stretches = inStretches(words, changes, side)
  if (whole || words.length <= wholeUpTo) return { stretches: stretches.map(shown), more: 0 }
  const differing = stretches.filter(({ differs }) => differs).length
  if (differing === 0)
    return { stretches: [{ text: `${begin(words, 160)}…`, differs: false }], more: 0 }
  const kept: Stretch[] = []
  let told = 0
  for (const [at, each] of stretches.entries()) {
    if (each.differs && ++told > mostShown) break
    kept.push(
      each.differs
        ? each
        : between(each.text, at === 0, at === stretches.length - 1 || told === mostShown),
    )
  }
  return { stretches: kept.map(shown), more: Math.max(0, differing - mostShown) }
}

/** What stands between two changes: its ends. */
function between(text: string, first: boolean, last: boolean): Stretch {
  const head = first ? '' : begin(text, around)
  const tail = last ? '' : end(text, around)
  if (head.length + tail.length >= text.length) return { text, differs: false }
  return { text: `${head}…${tail}`, differs: false }
}

/** Cut at a space, where there is one near. */
function begin(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.lastIndexOf(' ', length)
  return text.slice(0, cut > length / 2 ? cut : outsidePair(text, length))
}

function end(text: string, length: number): string {
  if (text.length <= length) return text
  const from = text.length - length
  const cut = text.indexOf(' ', from)
  return text.slice(cut >= 0 && cut < from + length / 2 ? cut : outsidePair(text, from))
}

/** No character is cut in two. */
const outsidePair = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at

/** The changes stand in the order of the words; one that is not found where it is due marks nothing. */
function inStretches(
  words: string,
  changes: readonly WordChange[],
  side: 'was' | 'is',
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const change of changes) {
    const part = change[side]
    const at = part === '' ? -1 : wordsAt(words, part, from)
    if (at < 0) continue
    if (at > from) stretches.push({ text: words.slice(from, at), differs: false })
    stretches.push({ text: part, differs: true })
    from = at + part.length
  }
  if (from < words.length) stretches.push({ text: words.slice(from), differs: false })
  return stretches
}

/** Where words stand as words: no letter goes on before or after them. -1 where they do not. */
function wordsAt(text: string, part: string, from: number): number {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    const inside =
      goesOn.test(text.slice(Math.max(0, at - 1), at + 1)) ||
      goesOn.test(text.slice(at + part.length - 1, at + part.length + 1))
    // Scripts without spaces have no borders to go by.
    if (!inside || unspaced.test(part)) return at
  }
  return -1
}

const goesOn = /^[\p{L}\p{N}]{2}$/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const shown = ({ text, differs }: Stretch): Stretch => ({
  text: keepEnds(text, displayQuote(text)),
  differs,
})

/** What is shown of a quote has no white space at its ends; between two stretches it is wanted. */
const keepEnds = (text: string, display: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${display}${/\s$/.test(text) && display !== '' ? ' ' : ''}`
