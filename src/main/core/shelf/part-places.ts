// Where an article is: a file, or one of the articles in a file. Pure: entries in, entries out.
import { metaOf, type ParsedArticle } from '../../../shared/model/article.ts'
import type { PartId } from '../../index/facts.ts'
import type { CacheEntry, PartFacts } from './cache.ts'
import { assignPartIds, type KnownPart } from './part-ids.ts'

export interface Place {
  readonly id: string
  readonly entry: CacheEntry
  /** Which of the articles in the file, from 0; null for the file as a whole. */
  readonly part: number | null
}

/** The file of every part that is known, by the part's id; with `only`, of that file anew. */
export function indexParts(
  entries: Iterable<CacheEntry>,
  before: ReadonlyMap<string, string> = new Map(),
  only: CacheEntry | null = null,
): ReadonlyMap<string, string> {
  const index = new Map(only ? before : [])
  for (const { id, partIds } of only ? [only] : entries)
    for (const part of partIds) index.set(part.id, id)
  return index
}

/** Where an article is; null when there is no such file, or the file does not hold it any more. */
export function placeOf(
  id: string,
  entries: ReadonlyMap<string, CacheEntry>,
  parts: ReadonlyMap<string, string>,
): Place | null {
  const whole = entries.get(id)
  if (whole) return { id, entry: whole, part: null }
  const entry = entries.get(parts.get(id) ?? '')
  const part = entry?.partIds.findIndex((each) => each.id === id) ?? -1
  return entry && part >= 0 ? { id, entry, part } : null
}

/** A file's entry with what is known of each article in it. */
export function withPartFacts(
  entry: CacheEntry,
  parts: readonly ParsedArticle[],
  kept: readonly KnownPart[],
): CacheEntry {
  if (!entry.read) return entry
  const known = [...entry.partIds.map((part, index) => lastKnown(entry, part, index)), ...kept]
  const titles = parts.map(({ title }) => title)
  const texts = parts.map(({ textHash }) => textHash)
  const ids = assignPartIds(entry.id, titles, known, texts)
  const split = parts.map(
    (parsed, index): PartFacts => ({
      id: ids[index] ?? '',
      textHash: parsed.textHash,
      words: parsed.words,
      meta: metaOf(parsed),
    }),
  )
  return {
    ...entry,
    read: { ...entry.read, split },
    partIds: split.map(({ id, textHash, meta }) => ({
      id,
      title: meta.title,
      textHash,
      sha256: entry.sha256,
    })),
  }
}

/** A part as it was when the file's articles were last asked for. */
const lastKnown = (entry: CacheEntry, part: PartId, index: number): KnownPart => ({
  id: part.id,
  index,
  title: part.title,
  ...(part.textHash !== undefined && { textHash: part.textHash }),
  ...(part.sha256 !== undefined && { isSameFile: part.sha256 === entry.sha256 }),
})

/** The file's entry after an article in it, or the file itself, was given another id. */
export function renamed({ id, entry, part }: Place, next: string): CacheEntry {
  if (part === null) return { ...entry, id: next }
  const rename = <T extends { readonly id: string }>(facts: T): T =>
    facts.id === id ? { ...facts, id: next } : facts
  const { read } = entry
  return {
    ...entry,
    read: read && { ...read, split: read.split?.map(rename) ?? null },
    partIds: entry.partIds.map(rename),
  }
}
