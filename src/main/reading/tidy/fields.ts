// The heads that news databases and mail programs put above an article: "HEADLINE: …", "BYLINE: …",
// "LENGTH: 812 words", or the two-letter codes of Factiva. They say outright what elsewhere is guessed.
import type { ArticleMeta } from '../../../shared/model/article.ts'
import { type FieldRule, fieldRules } from './field-rules.ts'
import { keyOf, type Line, markFurniture } from './lines.ts'
import { isoDate, statedDate } from './published.ts'

interface Field {
  readonly line: Line
  readonly rule: FieldRule
  readonly value: string
}

/** Lines before the text and at the foot of a file that may be fields. */
const headLines = 40
const footLines = 30

/**
 * What the fields of a text say of the article; their lines are marked. Nothing unless at least
 * two different fields stand there, one of which names a headline, an author, a length or an outlet.
 */
export function readFields(lines: readonly Line[], language: string | null): Partial<ArticleMeta> {
  const fields = fieldsOf(lines)
  const names = new Set(fields.map(({ rule }) => rule.name))
  // "Headline: …" in the first line says it alone.
  const [only] = fields
  const isAlone =
    only !== undefined &&
    only.line === lines[0] &&
    only.rule.name === 'headline' &&
    only.value !== ''
  if (!isAlone && names.size < 2) return {}
  if (!fields.some(({ rule }) => rule.telling === true)) return {}
  for (const { line, rule } of fields) markFurniture(line, rule.why, rule.role)
  const said = (fact: FieldRule['fact']): string | null =>
    fields.find(({ rule, value }) => rule.fact === fact && value !== '')?.value ?? null
  const first = fields.find(({ rule }) => rule.name !== 'counter')
  const above = first === undefined ? [] : linesAbove(lines, first.line)
  const database = names.has('length') ? headOf(above, language) : {}
  const outlet = said('source')
  const byline = said('byline')
  const date = said('published')
  return known({
    title: said('title') ?? database.title ?? null,
    byline: byline === null ? null : authorIn(byline),
    source: (isAddress(outlet) ? null : outlet) ?? database.source ?? null,
    published: (date === null ? null : dateIn(date, language)) ?? database.published ?? null,
  })
}

const linesAbove = (lines: readonly Line[], first: Line): readonly Line[] =>
  lines.slice(0, lines.indexOf(first)).filter(({ block }) => block.furniture !== true)

const isAddress = (value: string | null): boolean =>
  value !== null && /^(?:https?:|www\.)/i.test(value)

const known = (facts: Partial<ArticleMeta>): Partial<ArticleMeta> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))

function fieldsOf(lines: readonly Line[]): Field[] {
  const fields: Field[] = []
  let inHead = true
  for (const [i, line] of lines.entries()) {
    if (!inHead && i < lines.length - footLines) continue
    const isPlain = line.block.kind === 'paragraph' && line.weight <= 400
    const rule = isPlain ? fieldRules.find(({ matches }) => matches.test(line.text)) : undefined
    if (rule === undefined) inHead &&= !line.prose && i < headLines
    // A database's closing fields stand below the text; nothing else is a field there.
    else if (inHead || rule.foot === true)
      fields.push({ line, rule, value: line.text.replace(rule.matches, '').trim() })
  }
  return fields
}

/** What stands above the first field in a database's file: headline, outlet and date, in any order. */
function headOf(above: readonly Line[], language: string | null): Partial<ArticleMeta> {
  const stated = above.findIndex(({ text }) => dateIn(text, language) !== null && text.length < 60)
  const date = above[stated]
  if (date === undefined) return {}
  markFurniture(date, 'Author and date, as in the header', 'byline')
  const outlet = above[stated - 1]
  const names =
    outlet !== undefined &&
    outlet.words <= 8 &&
    !/[.!?:]$/.test(outlet.text) &&
    !/\d/.test(outlet.text)
      ? outlet
      : null
  const title = above.find(
    (line) =>
      line !== names &&
      line !== date &&
      line.words >= 3 &&
      line.block.kind === 'paragraph' &&
      !/^(?:copyright|©|\d+ of \d+|.* edition$|all rights)/i.test(line.text),
  )
  if (names !== null) markFurniture(names, 'The outlet, as in the header', 'byline')
  return known({
    title: title?.text ?? null,
    source: names?.text.replace(/\s*\([^)]*\)$/, '') ?? null,
    published: dateIn(date.text, language),
  })
}

const weekday = /[,\s]*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[,\s]*/gi

/** The date in a field's value, with or without the day of the week around it. */
const dateIn = (value: string, language: string | null): string | null =>
  statedDate(value.replace(weekday, ' ').trim(), language)?.date ??
  (/^\D{0,12}\d/.test(value) ? isoDate(value, language) : null)

/** The name in a field's value: without "By", an address in brackets, or capitals throughout. */
function authorIn(value: string): string | null {
  const name = value
    .replace(/^(?:by|von|par|por|di)\s+/i, '')
    .replace(/\s*<[^>]*>$|\s*\([^)]*@[^)]*\)$/g, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/[;,]\s*(?:staff|special|correspondent|reporter)\b.*$/i, '')
    .trim()
  return name === '' || keyOf(name).includes('@') ? null : name
}
