// Notes as Markdown, the shape other note tools read: front matter, a quote, the note, tags, colour,
// and the annotation's id in a comment, so that a later export can be matched with an edited file.

import type { ResolvedAnnotation } from '../model/annotation.ts'
import { formatFacts } from './format-facts.ts'
import { containedNote, escapeMarkdown, markdownTag } from './markdown-text.ts'
import {
  counted,
  type ExportArticle,
  type ExportFormatDefinition,
  type ExportLibrary,
  type ExportOptions,
  exportedArticles,
  lostHeading,
  paragraphs,
  placedAndLost,
  placeOf,
  titleOf,
  wordsOf,
} from './model.ts'

export const markdownExport: ExportFormatDefinition = {
  id: 'markdown',
  ...formatFacts.markdown,
  build(library, options) {
    const [only] = library.articles
    const single = library.articles.length === 1 && only
    const parts = single ? oneArticle(only, options) : manyArticles(library, options)
    return `${parts.join('\n\n')}\n`
  },
}

function oneArticle(article: ExportArticle, { now }: ExportOptions): readonly string[] {
  const { meta } = article
  const matter = frontMatter([
    ['title', titleOf(article)],
    ['outlet', meta.source],
    ['author', meta.byline],
    ['date', meta.published],
    ['file', placeOf(article)],
    ['exported', now],
  ])
  return [matter, `# ${escapeMarkdown(titleOf(article))}`, ...body(article, '##')]
}

function manyArticles(library: ExportLibrary, options: ExportOptions): readonly string[] {
  const articles = exportedArticles(library, options)
  const total = articles.reduce((sum, { resolved }) => sum + resolved.length, 0)
  const matter = frontMatter([
    ['library', library.name],
    ['articles', articles.length],
    ['annotations', total],
    ['exported', options.now],
  ])
  const sections = articles.flatMap((article) => [
    `## ${escapeMarkdown(titleOf(article))}`,
    details(article),
    ...body(article, '###'),
  ])
  return [matter, `# ${escapeMarkdown(oneLine(library.name))}`, ...sections]
}

function details(article: ExportArticle): string {
  const { meta, id } = article
  const lines = [
    ['Outlet', meta.source],
    ['Author', meta.byline],
    ['Date', meta.published],
    ['File', placeOf(article)],
  ] as const
  const shown = lines.flatMap(([name, value]) =>
    value ? [`- ${name}: ${escapeMarkdown(oneLine(value))}`] : [],
  )
  return [...shown, '', `<!-- parallax:article ${id} -->`].join('\n')
}

function body(article: ExportArticle, level: string): readonly string[] {
  const { placed, lost } = placedAndLost(article)
  const show = (row: ResolvedAnnotation): readonly string[] => annotation(article, row)
  if (placed.length + lost.length === 0) return [`${counted(0, 'annotation')}.`]
  const orphans = lost.length > 0 ? [`${level} ${lostHeading}`, ...lost.flatMap(show)] : []
  return [...placed.flatMap(show), ...orphans]
}

function annotation(article: ExportArticle, row: ResolvedAnnotation): readonly string[] {
  const { id, note, tags, color } = row.annotation
  const quote = paragraphs(wordsOf(article, row)).map((part) => `> ${escapeMarkdown(part)}`)
  return [
    quote.join('\n>\n'),
    ...(note.trim() === '' ? [] : [containedNote(note)]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.map(markdownTag).join(' ')}`]),
    `Colour: ${color}`,
    `<!-- parallax:annotation ${id} -->`,
  ]
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
