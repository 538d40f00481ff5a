// What every export format is built from. The formats are pure: data in, one file's text out.
import type { ExportFormat } from '../calls/exchange.ts'
import type { ResolvedAnnotation } from '../model/annotation.ts'
import type { ArticleMeta, Block, Warning } from '../model/article.ts'
import type { Correction } from '../model/correction.ts'
import type { KnownFile } from '../model/known-file.ts'
import type { Story } from '../model/story.ts'
import type { FormatFacts } from './format-facts.ts'
import type { LibraryJsonVerdict, RecordLists, RecordSettings } from './json-schema.ts'

export type ExportArticle = {
  readonly id: string
  /** Relative to the library, with `/`. */
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  readonly meta: ArticleMeta
  readonly text: string
  /** What the text's lines and paragraphs are. */
  readonly blocks: readonly Block[]
  /** What a reader should know of how it was read: that it is no article, or not all of one. */
  readonly warnings: readonly Warning[]
  /** Which of the articles in its file it is, from 0; absent or null for a whole file. */
  readonly part?: number | null
  /** The reader's own word on it; `meta` has it already. */
  readonly corrections?: readonly Correction[]
  readonly resolved: readonly ResolvedAnnotation[]
  /** Records of other kinds; absent where a format does not keep them. */
  readonly records?: RecordLists
  readonly set?: RecordSettings
}

export type ExportLibrary = {
  readonly name: string
  /** In the order in which they are to be shown: by path. */
  readonly articles: readonly ExportArticle[]
  /** What was made across articles; absent where a format does not keep it. */
  readonly stories?: readonly Story[]
  readonly verdicts?: readonly LibraryJsonVerdict[]
  readonly records?: RecordLists
  readonly set?: RecordSettings
  /** What these name besides `articles`. */
  readonly missing?: readonly KnownFile[]
}

export type ExportOptions = {
  /** ISO 8601; the time to be named in the file. */
  readonly now: string
  /** Also list articles without annotations. */
  readonly empty: boolean
  readonly appVersion: string
}

export type ExportFormatDefinition = FormatFacts & {
  readonly id: ExportFormat
  build(library: ExportLibrary, options: ExportOptions): string
}

/** In the order of the text; orphans last, in the order they once had. Ties by end, then id. */
export function inTextOrder(
  resolved: readonly ResolvedAnnotation[],
): readonly ResolvedAnnotation[] {
  return [...resolved].sort((a, b) => {
    const lost = Number(a.anchor.state === 'orphaned') - Number(b.anchor.state === 'orphaned')
    return (
      lost ||
      (a.anchor.start ?? a.annotation.target.start) -
        (b.anchor.start ?? b.annotation.target.start) ||
      (a.anchor.end ?? a.annotation.target.end) - (b.anchor.end ?? b.annotation.target.end) ||
      (a.annotation.id < b.annotation.id ? -1 : 1)
    )
  })
}

/** The articles that belong into the file: those with annotations, all when `empty` asks for it. */
export function exportedArticles(
  library: ExportLibrary,
  options: ExportOptions,
): readonly ExportArticle[] {
  return library.articles.filter((article) => options.empty || article.resolved.length > 0)
}

/** The file, and which of the articles in it. In words, so counted from 1. */
export const placeOf = ({ path, part }: ExportArticle): string =>
  typeof part === 'number' ? `${path} (article ${part + 1})` : path

/** The title, or the file's name where the file does not say. On one line. */
export function titleOf(article: ExportArticle): string {
  const title = article.meta.title?.replace(/\s+/gu, ' ').trim()
  return title || (article.path.split('/').at(-1) ?? article.path)
}

/** The annotations that have a place in the text, and those that lost it; in order. */
export function placedAndLost(article: ExportArticle): {
  readonly placed: readonly ResolvedAnnotation[]
  readonly lost: readonly ResolvedAnnotation[]
} {
  const ordered = inTextOrder(article.resolved)
  return {
    placed: ordered.filter(({ anchor }) => anchor.state !== 'orphaned'),
    lost: ordered.filter(({ anchor }) => anchor.state === 'orphaned'),
  }
}

/** What separates the articles that lost passages from the rest, in every readable format. */
export const lostHeading = 'Not found in the text any more'

/** "1 annotation", "2 annotations". */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`
