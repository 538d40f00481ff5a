// Shares in words: "a third", "three-quarters", "half of", "one in five".
import { countedAfter } from './counted.ts'
import type { Lexicon } from './lexicons/lexicon.ts'
import type { NumeralReader } from './numerals.ts'

export interface Share {
  readonly start: number
  readonly end: number
  /** In percent. */
  readonly amount: number
  readonly form: 'fraction' | 'ratio'
}

const patterns = new WeakMap<Lexicon, { fraction: RegExp; half: RegExp; ratio: RegExp }>()

function patternsOf(lexicon: Lexicon): { fraction: RegExp; half: RegExp; ratio: RegExp } {
  const known = patterns.get(lexicon)
  if (known !== undefined) return known
  const names = Object.keys(lexicon.fractions).sort((a, b) => b.length - a.length)
  const counts = Object.entries(lexicon.small)
    .filter(([, value]) => value >= 1 && value <= 9)
    .map(([word]) => word)
  const made = {
    fraction: new RegExp(
      `(?<![\\p{L}\\p{N}-])(${counts.join('|')}|${lexicon.articlePattern})[ -](${names.join('|') || '(?!)'})(s|n)?(?![\\p{L}-])`,
      'giu',
    ),
    half: new RegExp(`(?<![\\p{L}\\p{N}-])(${halvesOf(lexicon)})(?![\\p{L}-])`, 'giu'),
    ratio: new RegExp(`(?:${lexicon.ratioPattern || '(?!)'})`, 'iyu'),
  }
  patterns.set(lexicon, made)
  return made
}

const halvesOf = (lexicon: Lexicon): string =>
  Object.entries(lexicon.fractions)
    .filter(([, value]) => value === 1 / 2)
    .map(([word]) => word)
    .join('|') || '(?!)'

/** All shares in words, in the order of the text. */
export function sharesIn(text: string, lexicon: Lexicon, reader: NumeralReader): Share[] {
  const { fraction, half } = patternsOf(lexicon)
  const ofPattern = new RegExp(`^(?:${lexicon.ofPattern})`, 'iu')
  const found: Share[] = []
  for (const match of text.matchAll(fraction)) {
    const [whole, count = '', name = '', plural] = match
    const end = match.index + whole.length
    const word = count.toLowerCase()
    const times = lexicon.small[word] ?? 1
    const article = lexicon.small[word] === undefined || (times === 1 && count.length < 3)
    const share = lexicon.fractions[name.toLowerCase()] ?? 0
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const after = text.slice(end, end + 40)
    if (/(?:first|last|past|next|final) $/i.test(before)) continue
    if (times > 1 && !plural && share !== 1 / 2 && lexicon.isPlural !== null) continue
    if (times * share >= 1) continue
    // "A third term" is an ordinal, "a quarter" may be a coin or three months.
    const stands =
      ofPattern.test(after) ||
      (/^(?:\s?[,.;:)]| (?:to|from|since|in|over|against|more|less|fewer|larger|smaller|higher|lower)\b|$)/.test(
        after,
      ) &&
        /\b(?:by|than|nearly|almost|about|over|only|just|up|down|fell|rose|least|some|to|lost|makes?)\s$/i.test(
          before,
        ))
    if (article && !stands) continue
    if (
      times === 1 &&
      !article &&
      !stands &&
      countedAfter(text, end, false, lexicon) !== null &&
      name.toLowerCase() !== 'half'
    )
      continue
    found.push({ start: match.index, end, amount: times * share * 100, form: 'fraction' })
  }
  for (const match of text.matchAll(half)) {
    const end = match.index + match[0].length
    const after = text.slice(end, end + 24)
    if (found.some(({ start, end: to }) => match.index < to && end > start)) continue
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (/(?:\b(?:first|second|other|better|latter|former|last|this|and a|an?)|\d) $/i.test(before))
      continue
    if (!/^ (?:of\b|the\b|its\b|their\b|his\b|her\b|all\b|those\b|these\b|our\b)/i.test(after))
      continue
    if (
      /^ (?:the (?:size|time|battle|way|fun|distance|price|cost|age|story|night|day|year))\b/i.test(
        after,
      )
    )
      continue
    found.push({ start: match.index, end, amount: 50, form: 'fraction' })
  }
  return [...found, ...ratiosIn(text, lexicon, reader)].sort((a, b) => a.start - b.start)
}

function ratiosIn(text: string, lexicon: Lexicon, reader: NumeralReader): Share[] {
  if (!lexicon.ratioPattern) return []
  const { ratio } = patternsOf(lexicon)
  const found: Share[] = []
  for (const { index } of text.matchAll(new RegExp(reader.starter.source, reader.starter.flags))) {
    if (index < (found.at(-1)?.end ?? 0)) continue
    const part = reader.read(text, index)
    if (part === null || part.scaled || part.upTo !== undefined) continue
    ratio.lastIndex = part.end
    const between = ratio.exec(text)
    if (between === null) continue
    const all = reader.read(text, part.end + between[0].length)
    if (all === null || all.upTo !== undefined || part.amount >= all.amount || part.amount < 1)
      continue
    const outOf = /out|von|sur|de/.test(between[0])
    // "Three in 2015", "two in seven days" are no shares.
    const round = /^(?:[2-9]|10|12|20|25|50|100|1000|10000|100000|1000000)$/.test(
      String(all.amount),
    )
    if ((!outOf && !round) || (all.amount > 1500 && !all.grouped && !all.scaled)) continue
    if (
      /^[ -](?:second|minute|hour|day|night|week|month|year|decade|season|game|match|attempt)/.test(
        text.slice(all.end, all.end + 12),
      )
    )
      continue
    if (/^\p{L}/u.test(text.slice(all.end, all.end + 1))) continue
    found.push({
      start: part.start,
      end: all.end,
      amount: (part.amount / all.amount) * 100,
      form: 'ratio',
    })
  }
  return found
}
