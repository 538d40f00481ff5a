// Notes as Markdown, the shape other note tools read: front matter, a quote, the note, tags, colour,
// and the annotation's id in a comment, so that a later export can be matched with an edited file.

import type { ResolvedAnnotation } from '../model/annotation.ts'
import type { PassagePart } from '../text/passage.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { formatFacts } from './format-facts.ts'
import { containedNote, labelsIn, tagInWords } from './markdown-text.ts'
import {
  counted,
  type ExportArticle,
  type ExportFormatDefinition,
  type ExportLibrary,
  type ExportOptions,
  exportedArticles,
  lostHeading,
  placedAndLost,
  placeOf,
  titleOf,
} from './model.ts'
import { quotationOf } from './quotation.ts'

export const markdownExport: ExportFormatDefinition = {
  id: 'markdown',
  ...formatFacts.markdown,
  build(library, options) {
    const [only] = library.articles
    const single = library.articles.length === 1 && only
    const escaping = escapingIn(single ? [only] : exportedArticles(library, options))
    const parts = single
      ? oneArticle(only, options, escaping)
      : manyArticles(library, options, escaping)
    return `${parts.join('\n\n')}\n`
  },
}

/** How the texts of one document are written; what its notes define, they must not refer to. */
interface Escaping {
  text(text: string, before?: string): string
  note(note: string): string
}

function escapingIn(articles: readonly ExportArticle[]): Escaping {
  const notes = new Map<string, string>()
  for (const { note } of articles.flatMap(({ resolved }) => resolved.map((row) => row.annotation)))
    if (note.trim() !== '') notes.set(note, containedNote(note))
  const labels = [...new Set([...notes.values()].flatMap(labelsIn))]
  return {
    text: (text, before = '') => `${before}${escapeMarkdown(text, { before, labels })}`,
    note: (note) => notes.get(note) ?? containedNote(note),
  }
}

function oneArticle(
  article: ExportArticle,
  { now }: ExportOptions,
  escaping: Escaping,
): readonly string[] {
  const { meta } = article
  const matter = frontMatter([
    ['title', titleOf(article)],
    ['outlet', meta.source],
    ['author', meta.byline],
    ['date', meta.published],
    ['file', placeOf(article)],
    ['exported', now],
  ])
  const warnings = warningLines(article, escaping)
  return [
    matter,
    escaping.text(titleOf(article), '# '),
    ...(warnings.length > 0 ? [warnings.join('\n')] : []),
    ...body(article, '##', escaping),
  ]
}

function manyArticles(
  library: ExportLibrary,
  options: ExportOptions,
  escaping: Escaping,
): readonly string[] {
  const articles = exportedArticles(library, options)
  const total = articles.reduce((sum, { resolved }) => sum + resolved.length, 0)
  const matter = frontMatter([
    ['library', library.name],
    ['articles', articles.length],
    ['annotations', total],
    ['exported', options.now],
  ])
  const sections = articles.flatMap((article) => [
    escaping.text(titleOf(article), '## '),
    details(article, escaping),
    ...body(article, '###', escaping),
  ])
  return [matter, escaping.text(oneLine(library.name), '# '), ...sections]
}

function details(article: ExportArticle, escaping: Escaping): string {
  const { meta, id } = article
  const lines = [
    ['Outlet', meta.source],
    ['Author', meta.byline],
    ['Date', meta.published],
    ['File', placeOf(article)],
  ] as const
  const shown = lines.flatMap(([name, value]) =>
    value ? [`- ${escaping.text(oneLine(value), `${name}: `)}`] : [],
  )
  const all = [...shown, ...warningLines(article, escaping)]
  return [...all, '', `<!-- parallax:article ${id} -->`].join('\n')
}

const warningLines = ({ warnings }: ExportArticle, escaping: Escaping): readonly string[] =>
  warnings.map(({ message }) => `- ${escaping.text(oneLine(message), 'Warning: ')}`)

function body(article: ExportArticle, level: string, escaping: Escaping): readonly string[] {
  const { placed, lost } = placedAndLost(article)
  const show = (row: ResolvedAnnotation): readonly string[] => annotation(article, row, escaping)
  if (placed.length + lost.length === 0) return [`${counted(0, 'annotation')}.`]
  const orphans = lost.length > 0 ? [`${level} ${lostHeading}`, ...lost.flatMap(show)] : []
  return [...placed.flatMap(show), ...orphans]
}

function annotation(
  article: ExportArticle,
  row: ResolvedAnnotation,
  escaping: Escaping,
): readonly string[] {
  const { id, note, tags, color } = row.annotation
  const { made, remark } = quotationOf(article, row)
  return [
    quoted(made, escaping),
    ...(remark ? [remark.words] : []),
    ...(remark?.now ? [quoted(remark.now, escaping)] : []),
    ...(note.trim() === '' ? [] : [escaping.note(note)]),
    ...(tags.length === 0 ? [] : [escaping.text(tags.map(tagInWords).join(' '), 'Tags: ')]),
    `Colour: ${color}`,
    `<!-- parallax:annotation ${id} -->`,
  ]
}

function quoted(parts: readonly PassagePart[], escaping: Escaping): string {
  const blocks = parts.map((part) =>
    part.kind === 'lines' ? escaping.text(part.lines.join('\n')) : fenced(part.text),
  )
  return blocks
    .join('\n\n')
    .replace(/^(?=.)/gm, '> ')
    .replace(/^$/gm, '>')
}

/** A block of code, fenced by more backticks than it has anywhere in a row. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

type Entry = readonly [key: string, value: string | number | null]

function frontMatter(entries: readonly Entry[]): string {
  const lines = entries.flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${typeof value === 'number' ? value : yamlString(value)}`],
  )
  return ['---', ...lines, '---'].join('\n')
}

// A JSON string is a double-quoted YAML scalar, once the characters YAML does not print are escaped.
const yamlString = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const oneLine = (value: string): string => value.replace(/\s+/gu, ' ').trim()
