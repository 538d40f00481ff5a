// The numbers, dates and names of one article, with what each comes to.
import type { ArticleInput } from '../article.ts'
import { type Prepared, prepare } from '../prepare/prepare.ts'
import { dateFinder } from './dates.ts'
import { english } from './lexicons/english.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import { digitsOnly, lexicons } from './lexicons/others.ts'
import { namesIn } from './names.ts'
import { numberFinder } from './numbers.ts'
import type { FoundFigure } from './types.ts'

/** How much is read at once: a page without sentences costs no more than one with. */
const longest = 5_000

/**
 * Finds the figures of an article, furniture left out, in the order of the text; they do not overlap.
 * Offsets are UTF-16 code units into `text`. Never fails; linear in the text's length.
 * @param prepared the same article, where the caller has it prepared already
 */
export function findFigures(
  article: ArticleInput,
  prepared: Prepared = prepare(article),
): FoundFigure[] {
  const { text, published } = article
  const language = tagOf(article.language, prepared.language)
  const lexicon = lexiconOf(language)
  const dates = dateFinder(language, published)
  const numbers = numberFinder(lexicon, language)
  const found: FoundFigure[] = []
  for (const [sentence, { start, end, furniture }] of prepared.sentences.entries()) {
    if (furniture) continue
    for (const [from, to] of slices(text, start, end)) {
      // Of the same length, so that offsets stay.
      const part = text.slice(from, to).replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
      const days = dates.find(part)
      const isTaken = (at: number): boolean => days.some((day) => day.start <= at && at < day.end)
      const placed = ({ start, end }: Place): Place & { sentence: number; text: string } => ({
        sentence,
        start: start + from,
        end: end + from,
        text: text.slice(start + from, end + from),
      })
      for (const day of days)
        found.push({
          ...day,
          ...placed(day),
          happens: wordBefore(part, day.start, lexicon),
        })
      for (const number of numbers.find(part, isTaken)) found.push({ ...number, ...placed(number) })
    }
  }
  found.push(...namesIn(prepared, lexicon, language))
  found.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1))
  let end = 0
  return found.filter((figure) => {
    if (figure.start < end) return false
    end = figure.end
    return true
  })
}

interface Place {
  readonly start: number
  readonly end: number
}

/** What a date is told of, by the first five letters of the word before it: "closed (late) on". */
function wordBefore(text: string, at: number, { functionWords }: Lexicon): string | null {
  const lead = text.slice(Math.max(0, at - 40), at)
  const words = /(?:^|[.,;:!?“”"(])([^.,;:!?“”"(]*)$/u.exec(lead)?.[1]?.match(/\p{L}{2,}/gu) ?? []
  const word = words.findLast(
    (each) =>
      /^\p{Ll}{2}/u.test(each) &&
      (!functionWords.has(each) || each === 'said') &&
      !/^(?:late|early)$/.test(each),
  )
  return word?.slice(0, 5) ?? null
}

/** With the region that the article names, where its language is what its words show. */
const tagOf = (said: string | null, told: string): string | null =>
  said?.toLowerCase().startsWith(told) ? said : told === 'und' ? null : told

function lexiconOf(language: string | null): Lexicon {
  const tag = (language ?? 'en').split('-')[0] ?? 'en'
  return tag === 'en' ? english : (lexicons[tag] ?? digitsOnly)
}

/** A sentence in pieces of bounded length, cut at white space where there is any. */
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
