// What an article is about, in some forty words: names and words that it uses often and early. By this
// the articles on one event find each other without any of them being read again.
//
// Words are weighed as for retrieval: by the logarithm of how often they occur (G. Salton and C. Buckley,
// "Term-weighting approaches in automatic text retrieval", 1988); how rare they are in the library is
// known only when articles are looked for. The opening counts more, since news tell the event first.
import type { ArticleInput } from '../../compare/article.ts'
import { guessLanguage } from '../../compare/prepare/function-words.ts'
import { isPageLine } from '../../compare/prepare/furniture.ts'
import { stemmerFor } from '../../compare/prepare/stem.ts'
import { beginsWithCapital, eachToken, normalise } from '../../compare/prepare/tokens.ts'
import { blockContent } from '../../shared/text/blocks.ts'
import type { ProfileTerm } from './profile-terms.ts'

/** How many terms are kept. */
const kept = 40
/** UTF-16 code units that are looked at: the event is told by then. */
const longest = 10_000
/** UTF-16 code units of the text that are its opening. */
const opening = 500
/** Letters of a term at most; longer ones are addresses and the like. */
const longestTerm = 24

/** How much more a word weighs in the headline, in the opening, and as a name. */
const inTitle = 2
const inOpening = 1.6
const asName = 1.5

interface Counted {
  readonly stem: string
  readonly form: string
  readonly isCapital: boolean
  count: number
  /** Within sentences, where a capital says something. */
  inside: number
}

interface Term {
  count: number
  titled: boolean
  early: boolean
  /** Within sentences, with a capital and without. */
  capital: number
  small: number
  /** The commonest with a capital and without, and how often. */
  readonly best: [form: string, count: number][]
}

/** The profile as one string (`parseProfile` in `profile-terms.ts` reads it); '' for an article without words. */
export function profileOf(article: ArticleInput): string {
  return [...termsOf(article)]
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, kept)
    .map(({ stem, form, weight }) =>
      form === stem ? `${stem} ${weight}` : `${stem} ${weight} ${form}`,
    )
    .join('\n')
}

function* termsOf({ text, blocks, title, language: said }: ArticleInput): Generator<ProfileTerm> {
  const language = said?.toLowerCase().split(/[-_]/)[0] ?? guessed(text)
  const stemOf = stemmerFor(language)
  const forms = new Map<string, Counted>()
  const terms = new Map<string, Term>()
  const countedAs = (form: string): Counted => {
    let known = forms.get(form)
    if (!known) {
      const stem = plainOf(stemOf(normalise(form, language).norm))
      known = { stem, form, isCapital: beginsWithCapital(form), count: 0, inside: 0 }
      forms.set(form, known)
    }
    return known
  }
  const termAt = (stem: string): Term => {
    let known = terms.get(stem)
    if (!known) {
      known = { count: 0, titled: false, early: false, capital: 0, small: 0, best: [] }
      terms.set(stem, known)
    }
    return known
  }
  /** @param read how much of the body stands before; null for the headline */
  const take = (part: string, read: number | null): void => {
    let last = 0
    eachToken(part, language, (start, end) => {
      const counted = countedAs(part.slice(start, end))
      const begins = last === 0 || endsSentence(part, last, start)
      last = end
      if (!isTelling(counted.stem)) return
      counted.count++
      if (read === null) termAt(counted.stem).titled = true
      else if (read + start < opening) termAt(counted.stem).early = true
      if (!begins && read !== null) counted.inside++
    })
  }
  let read = 0
  let hasTitle = false
  for (const block of blocks) {
    if (block.start >= longest) break
    const { start, end } = blockContent(text, block)
    const line = text.slice(start, Math.min(end, longest))
    const isTitle: boolean =
      block.role === 'title' || (!hasTitle && title !== null && line === title)
    if (!isTitle && (block.furniture || block.role === 'byline' || isPageLine(line))) continue
    // A headline that stands there twice counts once.
    if (isTitle && hasTitle) continue
    hasTitle ||= isTitle
    take(line, isTitle ? null : read)
    if (!isTitle) read += line.length
  }
  if (!hasTitle && title !== null) take(title, null)
  for (const { stem, form, isCapital, count, inside } of forms.values()) {
    if (count === 0) continue
    const term = termAt(stem)
    term.count += count
    if (isCapital) term.capital += inside
    else term.small += inside
    term.best.push([form, count])
  }
  for (const [stem, { count, titled, early, capital, small, best }] of terms) {
    const isName = capital > 0 && capital >= small
    const weight =
      (1 + Math.log2(count)) * (titled ? inTitle : early ? inOpening : 1) * (isName ? asName : 1)
    yield { stem, form: commonest(best, isName), weight: Math.min(99, Math.round(weight * 4)) }
  }
}

/** UTF-16 code units of a text that tell its language. */
const sample = 2_000

function guessed(text: string): string {
  const words: string[] = []
  const head = text.slice(0, sample)
  eachToken(head, 'und', (start, end) => words.push(head.slice(start, end).toLowerCase()))
  return guessLanguage(words)
}

const endsSentence = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (sentenceEnds.includes(text.charAt(at))) return true
  return false
}
const sentenceEnds = '.!?…:“"\n'

/** Without accents: outlets differ in them, above all in names. */
const plainOf = (stem: string): string =>
  /^[\x20-\x7e]*$/.test(stem) ? stem : stem.normalize('NFD').replace(/\p{Mn}/gu, '')

const isTelling = (stem: string): boolean =>
  stem.length > 1 && stem.length <= longestTerm && !/\s/u.test(stem)

/** Of a word that is no name, one in small letters if there is one. */
function commonest(forms: readonly (readonly [string, number])[], isName: boolean): string {
  let best = ''
  let most = 0
  for (const [form, count] of forms) {
    const worth = count + (!isName && form === form.toLowerCase() ? 1_000 : 0)
    if (worth > most) [best, most] = [form, worth]
  }
  return best
    .normalize('NFC')
    .replace(/['’]s$/u, '')
    .replace(/\s/gu, '')
}
