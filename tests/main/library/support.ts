// A library in a temporary folder, read without worker threads.
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loaderVersion } from '../../../src/main/core/shelf/cache.ts'
import { shortBlocks } from '../../../src/main/core/shelf/short-blocks.ts'
import type { IndexPlace } from '../../../src/main/index/library-index.ts'
import { type Library, type LibraryDeps, openLibrary } from '../../../src/main/library.ts'
import { storeFolder } from '../../../src/main/store/folder.ts'
import { ownThreadWork, type Work } from '../../../src/main/work/work.ts'
import type { EventName } from '../../../src/shared/call-names.ts'
import { readWhole } from '../../../src/shared/comparison/read-whole.ts'
import type { ResolvedAnnotation } from '../../../src/shared/model/annotation.ts'
import { metaOf } from '../../../src/shared/model/article.ts'
import type { Comparison } from '../../../src/shared/model/comparison.ts'
import type { ArticleSummary, OpenArticle } from '../../../src/shared/model/library.ts'
import type { Result } from '../../../src/shared/result.ts'
import { must, tempFolder } from '../store/support.ts'

export { contentsOf, errorOf, must, tempFolder, tempOfTheDead } from '../store/support.ts'

export const places = storeFolder

/** Reads in the test's own thread, and notes which files were read. */
export interface CountingWork extends Work {
  readonly reads: string[]
}

export function ownWork(): CountingWork {
  const reads: string[] = []
  return {
    ...ownThreadWork,
    reads,
    readArticle: async (path, part, order) => {
      reads.push(path)
      return ownThreadWork.readArticle(path, part, order)
    },
  }
}

export interface Told {
  readonly event: EventName
  readonly data: unknown
}

export interface Opened {
  readonly library: Library
  readonly work: CountingWork
  readonly told: Told[]
}

/** A clock that goes on by a minute with every look, so that no two times are the same. */
export function clock(): () => Date {
  let at = Date.parse('2026-03-04T10:00:00.000Z')
  return () => {
    at += 60_000
    return new Date(at)
  }
}

/** The data folder in which the index of a library of a test is kept. */
export const dataDirOf = (folder: string): string => `${folder}-data`

/** Written in the test's thread; removed after the test. */
export function indexOf(folder: string): IndexPlace {
  const dataDir = dataDirOf(folder)
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return { dataDir, workerUrl: null }
}

/** Opens a library with every file read; closed after the test. */
export async function open(folder: string, deps: Partial<LibraryDeps> = {}): Promise<Opened> {
  const work = ownWork()
  const told: Told[] = []
  const library = must(
    await openLibrary(folder, {
      work,
      now: clock(),
      emit: (event, data) => void told.push({ event, data }),
      mode: 'write',
      sample: false,
      index: indexOf(folder),
      patience: 600_000,
      ...deps,
    }),
  )
  onTestFinished(() => library.close())
  await library.whenRead()
  return { library, work, told }
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export async function put(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** A folder with these files in it. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await tempFolder()
  await put(folder, files)
  return folder
}

export const bridge =
  'The bridge is shut\n\nEngineers closed the Quay Street bridge on Monday after cracks were found in two of its arches.\n\nThe council will meet on Thursday to hear what the repair may cost.\n'
export const harbour =
  'Harbour dues rise\n\nSmall boats will pay a tenth more from May, the harbour board said after a long evening.\n\nFishermen called it unfair, and said that nobody had asked them.\n'

/** The row of a path; throws when there is none. */
export function rowAt(library: Library, path: string): ArticleSummary {
  const row = library.articles().find((each) => each.path === path)
  if (!row) throw new Error(`no row for ${path}`)
  return row
}

export const idAt = (library: Library, path: string): string => rowAt(library, path).id

export const openAt = async (library: Library, path: string): Promise<OpenArticle> =>
  must(await library.open(idAt(library, path)))

/** Highlights some words of an article. */
export async function highlight(
  library: Library,
  path: string,
  words: string,
  extra: { readonly note?: string; readonly tags?: string[] } = {},
): Promise<ResolvedAnnotation> {
  const { id, text } = await openAt(library, path)
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in ${path}`)
  const draft = { article: id, start, end: start + words.length, color: 'green' as const }
  return must(await library.create({ ...draft, tags: [], note: '', ...extra }))
}

/** What each annotation of an article stands on now; null where it stands on nothing. */
export const quotesOf = ({ text, resolved }: OpenArticle): (string | null)[] =>
  resolved.map(({ anchor }) =>
    anchor.state === 'orphaned' ? null : text.slice(anchor.start, anchor.end),
  )

/** The annotations' file of an article, as text. */
export const fileOf = (folder: string, id: string): Promise<string> =>
  readFile(places(folder).annotationFile(id), 'utf8')

/** Closes, forgets what was known of the files, and opens again. */
export async function reopenWithoutIndex(folder: string, library: Library): Promise<Opened> {
  await library.close()
  await rm(dataDirOf(folder), { recursive: true, force: true })
  return open(folder)
}

/**
 * Leaves a folder as version 3 of the cache did: what was read of the files is in the library itself, and
 * nothing in an index.
 * @param change of the file's data
 */
export async function asOldVersionLeft(
  folder: string,
  library: Library,
  change: (cache: Record<string, unknown>) => object = (cache) => cache,
): Promise<void> {
  const shas = new Map(
    library.identities().map(({ id, sha256, textHash }) => [id, { sha256, textHash }]),
  )
  const entries = await Promise.all(
    library.articles().map(async (row) => {
      const { size, mtimeMs } = await stat(join(folder, row.path))
      const parsed = must(await ownThreadWork.readArticle(join(folder, row.path)))
      const read = {
        format: row.format,
        textHash: shas.get(row.id)?.textHash,
        words: row.words,
        meta: metaOf(row),
        warnings: [],
        sketch: parsed.sketch ?? null,
        profile: parsed.profile ?? '',
        short: shortBlocks(parsed.text, parsed.blocks),
        parts: row.parts,
        split: null,
      }
      const file = { id: row.id, path: row.path, size, mtimeMs, sha256: shas.get(row.id)?.sha256 }
      return { ...file, read, partIds: [], problem: null }
    }),
  )
  await library.close()
  await rm(dataDirOf(folder), { recursive: true, force: true })
  const cache = change({ format: 'parallax/cache', version: 3, loader: loaderVersion, entries })
  await writeFile(places(folder).cache, JSON.stringify(cache))
}

let readers = 0

/** The id of a comparison of these articles. */
export async function comparisonOf(library: Library, ids: readonly string[]): Promise<string> {
  const opened = await library.openComparison({ holder: 'a test', articles: [...ids] })
  return must(opened).id
}

/** All of a comparison, read section by section. */
export async function compared(
  library: Library,
  ids: readonly string[],
): Promise<Result<Comparison>> {
  const holder = `reader ${++readers}`
  const opened = await library.openComparison({ holder, articles: [...ids] })
  if (!opened.ok) return opened
  const { id, head } = opened.value
  return readWhole(head, (request) => library.comparisonSection({ id, request }))
}
