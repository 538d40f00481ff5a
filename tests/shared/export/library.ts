// Libraries to export, made by hand and by chance, for the tests of all formats.
import fc from 'fast-check'
import { blocksOfText } from '../../../src/main/reading/text.ts'
import { describe as describeRange } from '../../../src/shared/anchoring/describe.ts'
import type { ExportArticle, ExportLibrary } from '../../../src/shared/export/model.ts'
import type { ResolvedAnnotation } from '../../../src/shared/model/annotation.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { colors } from '../../../src/shared/model/color.ts'

export const options = { now: '2026-03-05T10:00:00.000Z', empty: false, appVersion: '0.1.0' }

const time = '2026-03-04T18:30:00.000Z'

export const uuid = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

type Draft = {
  readonly quote: string
  readonly note?: string
  readonly tags?: readonly string[]
  readonly lost?: boolean
  /** What stands in the text in place of the quote: it was found again there. */
  readonly now?: string
}

/** An article whose text holds the quotes, one a block, in the order given. */
export function makeArticle(
  n: number,
  drafts: readonly Draft[],
  meta: Partial<ExportArticle['meta']> = {},
): ExportArticle {
  const text = drafts.map(({ quote, now = quote }) => now).join('\n\n')
  let at = 0
  const resolved = drafts.map(({ quote, now, note, tags, lost }, index): ResolvedAnnotation => {
    const { length } = now ?? quote
    const there = describeRange(text, `text-${n}`, at, at + length)
    const target = { ...there, exact: quote }
    at += length + 2
    return {
      annotation: {
        id: uuid(n * 1000 + index),
        target,
        color: colors[index % colors.length] ?? 'yellow',
        tags: [...(tags ?? [])],
        note: note ?? '',
        created: time,
        modified: time,
      },
      anchor: lost
        ? { state: 'orphaned', start: null, end: null, score: 0.3 }
        : {
            state: now === undefined ? 'anchored' : 'moved',
            start: target.start,
            end: target.end,
            score: 1,
          },
    }
  })
  return {
    id: n.toString(16).padStart(16, '0'),
    path: `folder/article-${n}.txt`,
    sha256: `sha-${n}`,
    textHash: `text-${n}`,
    meta: { ...noMeta, ...meta },
    text,
    blocks: blocksOfText(text),
    warnings: [],
    resolved,
  }
}

export const library = (...articles: readonly ExportArticle[]): ExportLibrary => ({
  name: 'Bridges',
  articles,
})

/** Texts that try to be something else: markup, formulas, fences, line breaks. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script src="https://evil.example/x.js"></script>',
  '<!-- never closed',
  '--> <iframe src="//evil.example"></iframe>',
  '```\nnever closed',
  '~~~~\nnever closed',
  '![pixel](https://evil.example/p.png)',
  '[x](javascript:alert(1)) [y](data:text/html,x)',
  '<https://ok.example> and <a onclick=alert(1)>',
  '# Not a heading\n---\n> not a quote\n1. not a list',
  '=1+1',
  '@SUM(A1)\t"quoted", and; more',
  'a * b _ c ` d \\ e ~ f | g & &amp; &#60; $x$ ^2^',
  '&lt;b&gt; <b>bold</b> <?php ?> <![CDATA[ x',
  'שלום עולם – 日本語の文 🎉 é',
  '- item\n\n      indented\n* other',
  '{{handlebars}} #{template} <%= erb %>',
  'https://a.example/x_y_*z*<b> www.b.example/`c` and https://plain.example/',
  '<details><summary>open',
  'ends with a backslash \\',
  '#',
  'heading #',
]

const piece = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[a-z ,.*_#<>`\\[\]()!&~|=+\n-]{1,40}$/),
)

/** Any text with at least one letter in it. */
const anyText = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((parts) => `w${parts.join(' ')}w`)

const anyTag = anyText.map((text) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 100)
    .trim(),
)

const anyDraft = fc.record({
  quote: anyText,
  note: fc.oneof(fc.constant(''), anyText),
  tags: fc.uniqueArray(anyTag, { maxLength: 4 }),
  lost: fc.boolean(),
})

const maybeText = fc.option(anyText, { nil: null })

export const anyLibrary: fc.Arbitrary<ExportLibrary> = fc
  .array(
    fc.record({
      drafts: fc.array(anyDraft, { maxLength: 4 }),
      meta: fc.record({
        title: maybeText,
        byline: maybeText,
        source: maybeText,
        published: fc.constantFrom(null, '2026-03', '2026-03-04T18:30:00Z'),
        language: fc.constantFrom(null, 'en', 'pt-BR', '"><script>'),
      }),
    }),
    { maxLength: 4 },
  )
  .map((articles) =>
    library(...articles.map(({ drafts, meta }, n) => makeArticle(n + 1, drafts, meta))),
  )
