// By what the articles of a library can be known again, for matching what comes from elsewhere.
import type { ListingGround } from './listing-ground.ts'

/** How an article can be known again, and which annotations it has. */
export interface Identity {
  readonly id: string
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  /** Which of the articles in its file; null for a whole file. */
  readonly part: number | null
  /** Other things are kept under its id, so that it cannot take another. */
  readonly fixed: boolean
  readonly annotationIds: ReadonlySet<string>
}

/** Of all articles that are there or have annotations. */
export function identitiesOf({ catalogue, records, isSplit }: ListingGround): Identity[] {
  const partFiles = new Set([...records.all()].flatMap(({ article }) => article.part?.file ?? []))
  const here = [...catalogue.shelf.entries.values()].flatMap((entry) => {
    const { path, sha256, read } = entry
    const fixed = partFiles.has(entry.id) || isSplit(entry.id)
    return [
      { id: entry.id, path, sha256, textHash: read?.textHash ?? '', part: null, fixed },
      ...(read?.split ?? []).map(({ id, textHash }, part) => ({
        id,
        path,
        sha256,
        textHash,
        part,
        fixed: false,
      })),
    ]
  })
  const known = new Set(here.map(({ id }) => id))
  const gone = [...records.all()].flatMap(({ article, annotationCount }) => {
    const { id, path, sha256, textHash, part } = article
    if (annotationCount === 0 || known.has(id)) return []
    return [{ id, path, sha256, textHash, part: part?.index ?? null, fixed: true }]
  })
  return [...here, ...gone].map((identity) => ({
    ...identity,
    annotationIds: new Set(records.get(identity.id)?.annotations.map(({ id }) => id)),
  }))
}
