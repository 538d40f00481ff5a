// `.parallax/splits.json`: which files the reader wants to see as one article for each that they hold.
// One file a line, keys sorted: it travels with the folder, and two machines' choices can be merged.
import { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'
import { ArticleId } from '../../shared/model/library.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { StoreFolder } from './folder.ts'
import { backUp, setAside } from './safekeeping.ts'
import { openStoreFile, type StoreFile } from './store-file.ts'
import type { Format } from './versioned.ts'

export const Split = z.strictObject({
  /** Of the file as a whole. */
  article: ArticleId,
  /** To know the file again when the cache is lost: where it was and what was in it. */
  path: z.string(),
  sha256: z.string(),
  /** False: shown as one again. It stays, so that a synced copy does not split it anew. */
  split: z.boolean(),
  modified: z.iso.datetime(),
})
export type Split = Readonly<z.infer<typeof Split>>

const SplitsData = z.strictObject({ splits: z.array(Split).readonly() })
type SplitsData = Readonly<z.infer<typeof SplitsData>>

const name = 'parallax/splits'
const version = 1

export const splitsFormat: Format<SplitsData> = {
  name,
  version,
  schema: SplitsData,
  migrations: {},
  serialize: ({ splits }) => {
    const lines = [...splits]
      .sort((a, b) => (a.article < b.article ? -1 : 1))
      .map(({ article, modified, path, sha256, split }) =>
        JSON.stringify({ article, modified, path, sha256, split }),
      )
    const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
    return `{"format":"${name}","version":${version},\n"splits":${list}\n}\n`
  },
}

export interface Splits {
  all(): readonly Split[]
  isSplit(article: string): boolean
  /** What is wrong with the file. */
  problems(): readonly AppError[]
  /** Takes in what another program has put on disk. */
  look(): Promise<void>
  /** Writes choices. Fails with `store-newer` or what the disk says; a damaged file is set aside first. */
  write(changed: readonly Split[]): Promise<Result<void>>
}

const none: SplitsData = { splits: [] }

export async function openSplits(folder: StoreFolder): Promise<Splits> {
  let file: StoreFile<SplitsData> | null = null
  let problem: AppError | null = null
  let splits: ReadonlyMap<string, Split> = new Map()
  let copied = false

  const look = async (): Promise<void> => {
    if (file && !file.hasChanged()) return
    const opened = await openStoreFile(folder.splits, splitsFormat, none)
    problem = opened.ok ? null : opened.error
    file = opened.ok ? opened.value : null
    if (opened.ok) splits = later([...splits.values(), ...opened.value.data.splits])
    else if (splits.size === 0) {
      // The copy from before the last session is better than nothing.
      const copy = await openStoreFile(folder.splitsBackup, splitsFormat, none)
      if (copy.ok) splits = later(copy.value.data.splits)
    }
  }
  await look()

  /** The file to write to, with what is damaged out of the way. */
  const writable = async (): Promise<Result<StoreFile<SplitsData>>> => {
    await look()
    if (problem?.code === 'store-damaged') {
      const aside = await setAside(folder.splits, folder.damaged, new Date())
      if (!aside.ok) return aside
      await look()
    }
    return file ? ok(file) : fail(problem ?? damagedAgain(folder.splits))
  }

  return {
    all: () => [...splits.values()],
    isSplit: (article) => splits.get(article)?.split ?? false,
    problems: () => (problem ? [problem] : []),
    look,
    async write(changed) {
      const to = await writable()
      if (!to.ok) return to
      if (!copied && splits.size > 0) {
        const kept = await backUp(folder.splitsBackup, splitsFormat, {
          splits: [...splits.values()],
        })
        if (!kept.ok) return kept
      }
      copied = true
      const next = later([...splits.values(), ...changed])
      const written = await to.value.write({ splits: [...next.values()] })
      if (!written.ok) return written
      splits = next
      return ok(undefined)
    },
  }
}

/** The latest choice for each file. */
function later(splits: readonly Split[]): ReadonlyMap<string, Split> {
  const latest = new Map<string, Split>()
  for (const split of splits) {
    const known = latest.get(split.article)
    if (!known || known.modified <= split.modified) latest.set(split.article, split)
  }
  return latest
}

const damagedAgain = (path: string): AppError => ({
  code: 'store-damaged',
  message: 'The list of split files cannot be read.',
  advice: 'Look for new and changed files with F5, then try again.',
  path,
})
