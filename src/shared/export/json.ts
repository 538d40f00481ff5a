// The lossless format: export, then import, gives the same annotations. Deterministic, so that two
// exports of the same state are the same bytes and version control shows only what changed.

import type { Annotation } from '../model/annotation.ts'
import { metaOf } from '../model/article.ts'
import { formatFacts } from './format-facts.ts'
import { type LibraryJson, libraryFormat, libraryVersion } from './json-schema.ts'
import { type ExportArticle, type ExportFormatDefinition, exportedArticles } from './model.ts'

export const jsonExport: ExportFormatDefinition = {
  id: 'json',
  ...formatFacts.json,
  build(library, options) {
    const articles = [...exportedArticles(library, options)].sort(byPath).map(asJson)
    const json: LibraryJson = { format: libraryFormat, version: libraryVersion, articles }
    return `${JSON.stringify(json, sortKeys, 2)}\n`
  },
}

const asJson = ({ id, path, sha256, textHash, meta, resolved }: ExportArticle) => ({
  id,
  path,
  sha256,
  textHash,
  ...metaOf(meta),
  annotations: resolved.map(({ annotation }) => annotation).sort(byTarget),
})

// By code unit, not by language: the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byPath = (a: ExportArticle, b: ExportArticle): number =>
  compare(a.path, b.path) || compare(a.id, b.id)

const byTarget = (a: Annotation, b: Annotation): number =>
  a.target.start - b.target.start || a.target.end - b.target.end || compare(a.id, b.id)

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
}
