// Factiva's articles with a code before each fact, on the same line or on its own: "HD", "BY", "LP".
import { dateIn } from './dates.ts'
import { nameOf, sourceOnly } from './header-values.ts'
import type { ExportLine } from './lines.ts'
import type { Header } from './shown-header.ts'

/** In the order they have in an article. Those of the text itself are LP (lead) and TD (the rest). */
const codes =
  'SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPD IPC PUB AN CLM DLN NGC GC'.split(
    ' ',
  )
const coded = new RegExp(`^(${codes.join('|')})(\\t\\s*| {2,}| (?=\\S)|$)`, 'u')
/** After the text these name no sentence's first word: RE, IN and CO do. */
const unlikeWords = new Set(['TD', 'ART', 'CT', 'RF', 'NS', 'IPD', 'IPC', 'PUB', 'AN'])
const story = new Set(['LP', 'TD'])
/** So many different codes are no chance. */
const least = 4

interface Code {
  readonly name: string
  /** Characters of the code and what parts it from its value; all of the line where it stands alone. */
  readonly length: number
}

function codeOf(text: string, inStory: boolean): Code | null {
  const found = coded.exec(text)
  const [whole, name = '', gap] = found ?? []
  if (whole === undefined) return null
  // One space parts a sentence's words, too.
  const isWord = gap === ' ' && inStory && !unlikeWords.has(name) && !/ : |\| /.test(text)
  return isWord ? null : { name, length: whole.length }
}

/**
 * The head of an article whose facts stand behind codes; null for any other. A lead on the same line
 * as its code is text: only the code is the database's.
 */
export function readCoded(lines: readonly ExportLine[]): Header | null {
  const facts = new Map<string, string>()
  const own = new Set<number>()
  const cuts = new Map<number, number>()
  let current: string | null = null
  let first = -1
  let inStory = false
  let body = 0
  const headline: number[] = []
  for (const [i, { text, start, end, row }] of lines.entries()) {
    const code = codeOf(text, inStory)
    if (code !== null) {
      if (first === -1) first = i
      current = code.name
      inStory ||= story.has(current)
    }
    if (current === null) continue
    const value = code === null ? text : text.slice(code.length)
    if (!story.has(current)) {
      if (value !== '') facts.set(current, [facts.get(current), value].filter(Boolean).join(' '))
      else facts.set(current, facts.get(current) ?? '')
    } else body += end - start - (code?.length ?? 0)
    if (current === 'HD' && value !== '') headline.push(i)
    const isText = story.has(current) || current === 'HD'
    if (!isText || value === '') own.add(i)
    else if (code !== null && row !== true) cuts.set(i, code.length)
    else if (code !== null && current === 'HD') own.add(i)
  }
  // No line shows a headline that goes on in a second: the header does.
  if (headline.length > 1)
    for (const i of headline) {
      own.add(i)
      cuts.delete(i)
    }
  const title = facts.get('HD') ?? ''
  const day = facts.get('PD')
  const from = facts.get('SN')
  if (title === '' || facts.size < least || (day === undefined && from === undefined)) return null
  return {
    title,
    byline: nameOf(facts.get('BY')),
    source: from === undefined ? null : sourceOnly(from),
    published: day === undefined ? null : (dateIn(day)?.date ?? null),
    first,
    own,
    cuts,
    labels: facts.size,
    body,
  }
}
