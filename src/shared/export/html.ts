// One page to read, to print, to send: no script, no request to anywhere, safe whatever the texts,
// tags and notes contain.

import type { ResolvedAnnotation } from '../model/annotation.ts'
import type { PassagePart } from '../text/passage.ts'
import { formatFacts } from './format-facts.ts'
import { htmlStyle } from './html-style.ts'
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
import { escapeHtml, noteHtml } from './note-html.ts'
import { passageHtml } from './passage-html.ts'
import { quotationOf } from './quotation.ts'

// Not even the page's own script may run, should one ever get in.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export const htmlExport: ExportFormatDefinition = {
  id: 'html',
  ...formatFacts.html,
  build(library, options) {
    const [only] = library.articles
    const single = library.articles.length === 1 && only
    const title = single ? titleOf(only) : library.name
    const main = single ? [details(only), ...body(only, 2)] : manyArticles(library, options)
    return `${page(title, single ? languageOf(only) : '', main, options)}\n`
  },
}

function page(
  title: string,
  language: string,
  main: readonly string[],
  options: ExportOptions,
): string {
  const day = escapeHtml(options.now)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(`Parallax ${options.appVersion}`)}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
${htmlStyle}
</style>
</head>
<body>
<main>
<h1${language} dir="auto">${escapeHtml(title)}</h1>
${main.join('\n')}
</main>
<footer>Exported from Parallax on <time datetime="${day}">${day}</time></footer>
</body>
</html>`
}

function manyArticles(library: ExportLibrary, options: ExportOptions): readonly string[] {
  const articles = exportedArticles(library, options)
  const entries = articles.map((article, index) => {
    const count = counted(article.resolved.length, 'annotation')
    const title = escapeHtml(titleOf(article))
    return `<li><a href="#a${index + 1}"${languageOf(article)}>${title}</a> <span>${count}</span></li>`
  })
  const contents = `<nav aria-label="Contents">\n<h2>Contents</h2>\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>`
  const sections = articles.map((article, index) =>
    [
      `<section id="a${index + 1}">`,
      `<h2${languageOf(article)} dir="auto">${escapeHtml(titleOf(article))}</h2>`,
      details(article),
      ...body(article, 3),
      '</section>',
    ].join('\n'),
  )
  return [contents, ...sections]
}

function details(article: ExportArticle): string {
  const { meta } = article
  const lines = [
    ['Outlet', meta.source],
    ['Author', meta.byline],
    ['Date', meta.published],
    ['File', placeOf(article)],
  ] as const
  const shown = lines.flatMap(([name, value]) =>
    value ? [`<dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd>`] : [],
  )
  const warnings = article.warnings.map(
    ({ message }) => `<p class="warning">${escapeHtml(`Warning: ${message}`)}</p>`,
  )
  return [`<dl>${shown.join('')}</dl>`, ...warnings].join('\n')
}

function body(article: ExportArticle, level: 2 | 3): readonly string[] {
  const { placed, lost } = placedAndLost(article)
  const show = (row: ResolvedAnnotation): string => annotation(article, row)
  if (placed.length + lost.length === 0) return [`<p>${counted(0, 'annotation')}.</p>`]
  const heading = `<h${level}>${lostHeading}</h${level}>`
  return [...placed.map(show), ...(lost.length > 0 ? [heading, ...lost.map(show)] : [])]
}

function annotation(article: ExportArticle, row: ResolvedAnnotation): string {
  const { id, note, tags, color } = row.annotation
  const { made, remark } = quotationOf(article, row)
  const labels = tags.map((tag) => `<li dir="auto">#${escapeHtml(tag)}</li>`)
  return [
    `<article class="annotation ${color}" id="n-${escapeHtml(id)}" aria-label="Highlight, ${color}">`,
    quoted(article, made),
    ...(remark ? [`<p class="remark">${escapeHtml(remark.words)}</p>`] : []),
    ...(remark?.now ? [quoted(article, remark.now)] : []),
    ...(note.trim() === '' ? [] : [`<div class="note" dir="auto">${noteHtml(note)}</div>`]),
    ...(tags.length === 0 ? [] : [`<ul class="tags" aria-label="Tags">${labels.join('')}</ul>`]),
    '</article>',
  ].join('\n')
}

const quoted = (article: ExportArticle, parts: readonly PassagePart[]): string =>
  `<blockquote${languageOf(article)} dir="auto">${passageHtml(parts)}</blockquote>`

// Only what looks like a language tag: it comes from the article's file.
function languageOf({ meta }: ExportArticle): string {
  const { language } = meta
  return language && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? ` lang="${language}"` : ''
}
