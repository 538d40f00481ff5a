// An article as everything after the loader sees it: canonical text and what stands where in it.
// All offsets are UTF-16 code units into `text`, end exclusive.
import { z } from 'zod'

export const articleFormats = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'epub',
  'docx',
  'odt',
  'rtf',
  'pdf',
] as const
export type ArticleFormat = (typeof articleFormats)[number]

export const blockKinds = [
  'heading',
  'paragraph',
  'quote',
  'list-item',
  'caption',
  'preformatted',
  'table-row',
  'footnote',
] as const

const offset = z.number().int().nonnegative()

/**
 * A block of the text. Blocks tile it: the first starts at 0, each starts where the one before
 * ends, the last ends at the text's length. The white space that separates a block from the next
 * belongs to the block (see `blockContent` in `text/blocks.ts`).
 */
export const Block = z.strictObject({
  kind: z.enum(blockKinds),
  start: offset,
  end: offset,
  /** 1–6 for a heading; depth from 1 for a list item. */
  level: z.number().int().min(1).optional(),
  /** The page's own chrome ("Related articles"), not the article's text. */
  furniture: z.literal(true).optional(),
  /** Why the block counts as furniture, in words a reader understands. */
  why: z.string().optional(),
  /** The block only repeats what the article's header shows. */
  role: z.enum(['title', 'subtitle', 'byline']).optional(),
  /** Line feeds inside the block are line breaks of the author's, not of a hard-wrapping editor. */
  breaks: z.literal(true).optional(),
  /** What stands before a list item or a footnote, such as `•`, `3.` or `[1]`; not part of the text. */
  marker: z.string().optional(),
  /** The cells of a table row, in order, within the block; what stands between them separates them. */
  cells: z.array(z.strictObject({ start: offset, end: offset })).optional(),
  /** Which table of the article a row is of, counted from 0. */
  table: offset.optional(),
  /** The row heads its table. */
  header: z.literal(true).optional(),
})
export type Block = Readonly<z.infer<typeof Block>>

/**
 * An inline run: emphasis, code, a link (shown as text; `href` is only ever shown or asked about), or
 * a reference that leads to a footnote of the same text.
 */
export const InlineSpan = z.strictObject({
  kind: z.enum(['emphasis', 'strong', 'code', 'link', 'note']),
  start: offset,
  end: offset,
  href: z.string().optional(),
  /** Of a reference: an offset in the footnote's block, be the blocks cut otherwise later. */
  note: offset.optional(),
})
export type InlineSpan = Readonly<z.infer<typeof InlineSpan>>

/** A picture that is inside the file. Its bytes are asked for by its place in `pictures`. */
export const Picture = z.strictObject({
  /** The start of the block it stands before; the text's length for one at the end. */
  offset,
  /** In words, for those who do not see it; '' where the file does not say. */
  alt: z.string(),
  /** Of raster pictures only: `image/png`. */
  mime: z.string(),
  /** Pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
export type Picture = Readonly<z.infer<typeof Picture>>

/** One of several articles in one file: a chapter of a book, an article of a batch export. */
export const Part = z.strictObject({
  /** In the text of the whole file. Parts do not overlap; what is in none is the file's own. */
  start: offset,
  end: offset,
  title: z.string().nullable(),
})
export type Part = Readonly<z.infer<typeof Part>>

/** Something a reader should know about how the file was read. It does not stop the reading. */
export const Warning = z.strictObject({ code: z.string(), message: z.string() })
export type Warning = Readonly<z.infer<typeof Warning>>

/** What a file says of itself. Null where it does not say. */
export const ArticleMeta = z.strictObject({
  title: z.string().nullable(),
  /** The standfirst: what stands under the headline and sums the article up. */
  subtitle: z.string().nullable().default(null),
  byline: z.string().nullable(),
  /** The outlet. */
  source: z.string().nullable(),
  /** ISO 8601 in the precision found: `2026-03-04`, `2026-03`, `2026-03-04T18:30:00Z`. */
  published: z.string().nullable(),
  /** BCP 47 tag. */
  language: z.string().nullable(),
})
export type ArticleMeta = Readonly<z.infer<typeof ArticleMeta>>

/** Of a file that says nothing of itself. */
export const noMeta: ArticleMeta = {
  title: null,
  subtitle: null,
  byline: null,
  source: null,
  published: null,
  language: null,
}

/** The facts that something with more to it states of an article. */
export const metaOf = (facts: ArticleMeta): ArticleMeta => {
  const { title, subtitle, byline, source, published, language } = facts
  return { title, subtitle, byline, source, published, language }
}

/** By what an article's words are known again elsewhere (`main/reading/sketch.ts`). */
export const Sketch = z.strictObject({
  /** Hash of the words of the article's own text. */
  words: z.string(),
  /** How many different runs of a few words it has, and the lowest hashes of these. */
  shingles: z.number().int().nonnegative(),
  lowest: z.string(),
})
export type Sketch = Readonly<z.infer<typeof Sketch>>

/** What a loader gives for one file's bytes. */
export const ParsedArticle = ArticleMeta.extend({
  format: z.enum(articleFormats),
  encoding: z.string(),
  /** Of the file's bytes, lower-case hex. */
  sha256: z.string(),
  /** Of the canonical text as UTF-8, lower-case hex. */
  textHash: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  spans: z.array(InlineSpan),
  pictures: z.array(Picture),
  /** The articles that the file holds, if it holds several; none for a part. */
  parts: z.array(Part),
  words: z.number().int().nonnegative(),
  warnings: z.array(Warning),
  /** Absent or null: too few words to be known by. */
  sketch: Sketch.nullable().optional(),
  /** What it is about, in some forty words (`main/reading/event-profile.ts`). */
  profile: z.string().optional(),
})
export type ParsedArticle = Readonly<z.infer<typeof ParsedArticle>>
