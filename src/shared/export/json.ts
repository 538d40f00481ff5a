// The lossless format: export, then import, gives the same annotations, stories and verdicts.
// Deterministic, so that two exports of the same state are the same bytes and version control shows only what changed.

import type { Annotation, ResolvedAnnotation } from '../model/annotation.ts'
import { metaOf } from '../model/article.ts'
import { type Correction, correctionKey } from '../model/correction.ts'
import type { Story } from '../model/story.ts'
import { formatFacts } from './format-facts.ts'
import {
  type JsonPlace,
  type LibraryJson,
  type LibraryJsonVerdict,
  libraryFormat,
  libraryVersion,
} from './json-schema.ts'
import type { ExportArticle, ExportFormatDefinition } from './model.ts'
import { wordsNow } from './quotation.ts'

export const jsonExport: ExportFormatDefinition = {
  id: 'json',
  ...formatFacts.json,
  build(library, options) {
    const { stories = [], verdicts = [], missing = [], records, set } = library
    const named = new Set(namedIn(stories, verdicts))
    const articles = library.articles
      .filter(
        ({ id, resolved, corrections = [], records: others = {} }) =>
          options.empty ||
          resolved.length > 0 ||
          corrections.length > 0 ||
          Object.keys(others).length > 0 ||
          named.has(id),
      )
      .sort(byPath)
      .map(asJson)
    const json: LibraryJson = {
      ...records,
      format: libraryFormat,
      version: libraryVersion,
      articles,
      ...(set && { set }),
      stories: [...stories].sort(byId),
      verdicts: [...verdicts].sort(byId),
      missing: [...missing].sort(byId),
    }
    return `${JSON.stringify(json, sortKeys, 2)}\n`
  },
}

/** The articles that stories and verdicts name; some several times. */
export const namedIn = (
  stories: readonly Story[],
  verdicts: readonly LibraryJsonVerdict[],
): readonly string[] => [
  ...stories.flatMap(({ articles }) => articles),
  ...verdicts.flatMap(({ a, b }) => [a.article, b.article]),
]

function asJson(article: ExportArticle) {
  const { id, path, sha256, textHash, part, warnings } = article
  const { meta, corrections, resolved, records, set } = article
  const places = resolved.flatMap((row) => {
    const place = placeIn(article, row)
    return place ? [[row.annotation.id, place] as const] : []
  })
  return {
    ...records,
    id,
    path,
    sha256,
    textHash,
    ...metaOf(meta),
    ...(set && { set }),
    ...(typeof part === 'number' && { part }),
    ...(corrections?.length && { corrections: [...corrections].sort(byKey) }),
    annotations: resolved.map(({ annotation }) => annotation).sort(byTarget),
    ...(places.length > 0 && { places: Object.fromEntries(places) }),
    ...(warnings.length > 0 && { warnings }),
  }
}

/** Null for an annotation that stands where it was made. */
function placeIn(article: ExportArticle, row: ResolvedAnnotation): JsonPlace | null {
  const { anchor } = row
  if (anchor.state === 'anchored') return null
  if (anchor.state === 'orphaned') return { state: 'orphaned' }
  const { state, start, end, changes } = anchor
  const words = wordsNow(article, row) ?? ''
  return { state, start, end, words, ...(changes && { changes }) }
}

// By code unit, not by language: the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byPath = (a: ExportArticle, b: ExportArticle): number =>
  compare(a.path, b.path) || (a.part ?? -1) - (b.part ?? -1) || compare(a.id, b.id)

interface WithId {
  readonly id: string
}
const byId = (a: WithId, b: WithId): number => compare(a.id, b.id)

const byKey = (a: Correction, b: Correction): number => compare(correctionKey(a), correctionKey(b))

const byTarget = (a: Annotation, b: Annotation): number =>
  a.target.start - b.target.start || a.target.end - b.target.end || compare(a.id, b.id)

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
}
