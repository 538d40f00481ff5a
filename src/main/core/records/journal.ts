// A change of several files is all or none, also when the process dies in the middle: the whole set
// is written here and synced before any of the files is, and is taken away when all of them hold it.
// Taking it in twice, or on two machines, comes to the same, so that nothing has to be remembered.
import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppError } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'
import { attempt } from '../../errors.ts'
import { inSlices } from '../../in-slices.ts'
import { writeAtomic } from '../../store/atomic-file.ts'
import type { StoreFolder } from '../../store/folder.ts'
import { type ArticleRecord, emptySheet, type Sheet, withEntries } from '../../store/sheet.ts'
import { openStoreFile } from '../../store/store-file.ts'
import { type Format, parseVersioned } from '../../store/versioned.ts'
import type { Added } from './open-sheet.ts'
import { placeOf, type SheetPlace } from './places.ts'

/** What a set puts into one sheet. */
export interface Part {
  readonly place: SheetPlace
  readonly added: Added
  readonly head: ArticleRecord | null
}

/** Sheets of a set that are written down before others get their turn. */
const writtenAtOnce = 64

const Journal = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        /** As `places.ts` names it. */
        name: z.string(),
        /** The text of a file that holds what is added, and nothing else. */
        text: z.string(),
      }),
    )
    .readonly(),
})
type Journal = Readonly<z.infer<typeof Journal>>

const journalFormat: Format<Journal> = {
  name: 'parallax/journal',
  version: 1,
  schema: Journal,
  migrations: {},
  serialize: (data) => `${JSON.stringify({ format: 'parallax/journal', version: 1, ...data })}\n`,
}

/**
 * Writes a set down. Once this resolves the set is safe.
 * @param name of letters and digits; one that another set had, as after the clock was set back, does no harm
 * @returns the path, to be given to `forget` when every sheet holds its part
 */
export async function writeJournal(
  folder: StoreFolder,
  name: string,
  parts: readonly Part[],
): Promise<Result<string>> {
  const path = join(folder.journal, `${name}-${randomBytes(4).toString('hex')}.json`)
  const sheets = await inSlices(parts, writtenAtOnce, ({ place, added, head }) => [
    { name: place.name, text: place.format.serialize(withEntries(emptySheet, added, head)) },
  ])
  return attempt(path, 'saved', async () => {
    await writeAtomic(path, journalFormat.serialize({ sheets }))
    return path
  })
}

export const forgetJournal = (path: string): Promise<Result<void>> =>
  attempt(path, 'removed', async () => {
    await rm(path, { force: true })
  })

export interface Unfinished {
  readonly path: string
  /** Whether all of it could be read: only then it may be forgotten. */
  readonly whole: boolean
  readonly sheets: readonly { readonly place: SheetPlace; readonly sheet: Sheet }[]
}

/** The sets that were written down and may not be in their files. What cannot be read is told, and left. */
export async function readJournals(
  folder: StoreFolder,
): Promise<{ readonly sets: readonly Unfinished[]; readonly problems: readonly AppError[] }> {
  const names = await readdir(folder.journal).catch(() => [])
  const sets: Unfinished[] = []
  const problems: AppError[] = []
  for (const name of names.filter((each) => /^[^.].*\.json$/.test(each)).sort()) {
    const path = join(folder.journal, name)
    const opened = await openStoreFile<Journal>(path, journalFormat, { sheets: [] })
    if (!opened.ok) {
      problems.push(opened.error)
      continue
    }
    const sheets = opened.value.data.sheets.flatMap(({ name: sheetName, text }) => {
      const place = placeOf(folder, sheetName)
      const parsed = place ? parseVersioned(place.format, text, path) : null
      if (parsed?.ok === false) problems.push(parsed.error)
      return place && parsed?.ok ? [{ place, sheet: parsed.value }] : []
    })
    sets.push({ path, whole: sheets.length === opened.value.data.sheets.length, sheets })
  }
  return { sets, problems }
}
