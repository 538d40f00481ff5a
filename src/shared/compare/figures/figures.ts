// The numbers, dates and names of one article, with what each comes to.
import type { ArticleInput } from '../article.ts'
import { dateFinder } from './dates.ts'
import { english } from './lexicons/english.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { digitsOnly, lexicons } from './lexicons/others.ts'
import { namesIn } from './names.ts'
import { numberFinder } from './numbers.ts'
import type { FoundFigure } from './types.ts'

/** How far a block is read at once: a page without paragraphs costs no more than one with. */
const longest = 20_000

/**
 * Finds the figures of an article, furniture left out, in the order of the text; they do not overlap
 * but for a name with a number in it. Offsets are UTF-16 code units into `text`. Never fails.
 */
export function findFigures({
  text,
  blocks,
  language,
  published,
}: Pick<ArticleInput, 'text' | 'blocks' | 'language' | 'published'>): FoundFigure[] {
  const read = blocks.filter(
    ({ furniture, role }) => !furniture || role === 'title' || role === 'subtitle',
  )
  const lexicon = lexiconOf(language)
  const dates = dateFinder(language, published)
  const numbers = numberFinder(lexicon, language)
  const found: FoundFigure[] = []
  for (const { start, end } of read)
    for (const [from, to] of slices(text, start, end)) {
      const block = text.slice(from, to)
      const days = dates.find(block)
      const isTaken = (at: number): boolean => days.some((day) => day.start <= at && at < day.end)
      for (const figure of [...days, ...numbers.find(block, isTaken)])
        found.push({ ...figure, start: figure.start + from, end: figure.end + from })
    }
  const taken = new Set(found.map(({ start }) => start))
  const names = namesIn(text, read, lexicon, (language ?? '').startsWith('de'))
  for (const name of names) if (!taken.has(name.start)) found.push(name)
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function lexiconOf(language: string | null): Lexicon {
  const tag = (language ?? 'en').slice(0, 2)
  return tag === 'en' ? english : (lexicons[tag] ?? digitsOnly)
}

/** A block in pieces of bounded length, cut at white space where there is any. */
function slices(text: string, start: number, end: number): [number, number][] {
  const cuts: [number, number][] = []
  let from = start
  while (end - from > longest) {
    const at = text.lastIndexOf(' ', from + longest)
    const to = at > from + longest / 2 ? at : from + longest
    cuts.push([from, to])
    from = to
  }
  cuts.push([from, end])
  return cuts
}
