// The cache that earlier versions kept in the library: taken over once, so that no file is read again for
// the change, then removed. One that is damaged is not used.
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { ArticleMeta, articleFormats, Sketch, Warning } from '../../../shared/model/article.ts'
import { ArticleId } from '../../../shared/model/library.ts'
import { readIfThere } from '../../store/atomic-file.ts'
import { type Format, parseVersioned } from '../../store/versioned.ts'
import { type CacheEntry, loaderVersion } from './cache.ts'
import { contentKey } from './content-key.ts'
import type { FileMemory } from './memory.ts'
import type { TextFacts } from './text-facts.ts'

const OldPart = z.strictObject({
  id: ArticleId,
  textHash: z.string(),
  words: z.number().int(),
  meta: ArticleMeta,
  short: z.string(),
  profile: z.string(),
})

const OldEntry = z.strictObject({
  id: ArticleId,
  path: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  sha256: z.string(),
  read: z
    .strictObject({
      format: z.enum(articleFormats),
      textHash: z.string(),
      words: z.number().int(),
      meta: ArticleMeta,
      warnings: z.array(Warning).readonly(),
      sketch: Sketch.nullable(),
      profile: z.string(),
      short: z.string(),
      parts: z.number().int().nonnegative(),
      split: z.array(OldPart).readonly().nullable(),
    })
    .nullable(),
  partIds: z.array(z.strictObject({ id: ArticleId, title: z.string().nullable() })).readonly(),
  problem: AppError.nullable(),
})
type OldEntry = Readonly<z.infer<typeof OldEntry>>

const OldCache = z.strictObject({ loader: z.number().int(), entries: z.array(OldEntry).readonly() })

const format: Omit<Format<z.infer<typeof OldCache>>, 'serialize'> = {
  name: 'parallax/cache',
  version: 3,
  schema: OldCache,
  // Which file is which article stays known; what was read is read anew.
  migrations: {
    1: (data) => unreadEntries(data, { partIds: [] }),
    // Version 2 did not know what articles are about.
    2: (data) => unreadEntries(data, {}),
  },
}

const unreadEntries = ({ entries }: Record<string, unknown>, more: object): object => ({
  loader: 0,
  entries: Array.isArray(entries)
    ? entries.map((entry: object) => ({ ...entry, read: null, problem: null, ...more }))
    : [],
})

/** What an earlier version knew of a file, and of its text and those of its articles. */
interface TakenOver {
  readonly entry: CacheEntry
  readonly facts: readonly { readonly part: number | null; readonly facts: TextFacts }[]
}

/** Null when there is no such file; nothing when it is of no use. */
async function readOldCache(path: string): Promise<readonly TakenOver[] | null> {
  const text = await readIfThere(path).catch(() => '')
  if (text === null) return null
  const parsed = parseVersioned(format, text, path)
  if (!parsed.ok) return []
  const { loader, entries } = parsed.value
  // What other loaders read is read anew; which file is which article stays.
  return entries.map((entry) =>
    takenOver(loader === loaderVersion ? entry : { ...entry, read: null }),
  )
}

function takenOver({ read, ...file }: OldEntry): TakenOver {
  if (!read) return { entry: { ...file, read: null }, facts: [] }
  const { sketch, profile, short, split, ...facts } = read
  const parts = split?.map(({ id, textHash, words, meta }) => ({ id, textHash, words, meta }))
  return {
    entry: { ...file, read: { ...facts, split: parts ?? null } },
    facts: [
      { part: null, facts: { sketch, profile, short } },
      ...(split ?? []).map((mine, part) => ({
        part,
        facts: { sketch: null, profile: mine.profile, short: mine.short },
      })),
    ],
  }
}

export interface OldCacheInUse {
  /** The files as they were saved last, by this version or the one before. */
  readonly entries: readonly CacheEntry[]
  /**
   * To be called when the index knows which files there are: removes the old cache once it also knows
   * what was read of each. Gives whether it is gone.
   */
  settle(entries: ReadonlyMap<string, CacheEntry>): Promise<boolean>
}

/**
 * Takes over what an earlier version knew and the index does not.
 * @param remembered files as the index has them
 */
export async function takeOver(
  path: string,
  remembered: readonly CacheEntry[],
  memory: Pick<FileMemory, 'holdFacts' | 'isKept'>,
): Promise<OldCacheInUse> {
  const old = await readOldCache(path)
  if (!old) return { entries: remembered, settle: async () => true }
  const paths = new Set(remembered.map(({ path }) => path))
  const ids = new Set(remembered.map(({ id }) => id))
  const known = new Map(
    old.flatMap((each) => (each.entry.read ? [[contentKey(each.entry), each] as const] : [])),
  )
  /** Keys of the contents of which the old cache alone knows what was read. */
  const borrowed = new Set<string>()
  const borrow = (entry: CacheEntry): CacheEntry => {
    const key = contentKey(entry)
    const mine = entry.read ? undefined : known.get(key)
    if (!mine) return entry
    borrowed.add(key)
    for (const { part, facts } of mine.facts) memory.holdFacts(key, part, facts)
    return { ...entry, read: mine.entry.read }
  }
  const entries = [
    ...remembered,
    // Which file is which article the index knows better, where it knows it.
    ...old.flatMap(({ entry: { read: _, ...file } }) =>
      paths.has(file.path) || ids.has(file.id) ? [] : [{ ...file, read: null }],
    ),
  ].map(borrow)
  let isGone = false
  return {
    entries,
    async settle(now) {
      if (isGone) return true
      const there = new Set<string>()
      for (const entry of now.values()) if (entry.read) there.add(contentKey(entry))
      for (const key of borrowed) {
        if (there.has(key) && !memory.isKept(key)) return false
        borrowed.delete(key)
      }
      isGone = await rm(path, { force: true }).then(
        () => true,
        // It stays for the next opening, and does no harm.
        () => false,
      )
      return isGone
    },
  }
}
