// Writes what is in memory and was removed from the disk while the library was open.
import type { AppError } from '../../shared/errors.ts'
import { libraryKinds } from '../../shared/kinds/kinds-by-home.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isThere } from '../is-there.ts'
import type { StoreFolder } from '../store/folder.ts'
import type { Ledger } from './records/ledger.ts'

/**
 * Has the ledger write the files that are gone; what another has put there is joined.
 * @returns how many were written; fails when some cannot be
 */
export async function writeAgain(ledger: Ledger, places: StoreFolder): Promise<Result<number>> {
  const gone = await missing(ledger, places)
  if (gone.length === 0) return ok(0)
  await ledger.look()
  const left = await missing(ledger, places)
  const [path] = left
  if (path !== undefined) return fail(ledger.problems().at(-1) ?? notWritten(path))
  return ok(gone.length)
}

/** The files of what memory holds that are not there. */
async function missing(ledger: Ledger, places: StoreFolder): Promise<readonly string[]> {
  const files = [
    ...[...ledger.articles()].map(places.annotationFile),
    ...[...libraryKinds].flatMap(([name, kinds]) =>
      kinds.some((kind) => ledger.all(kind).length > 0) ? [places.libraryFile(name)] : [],
    ),
  ]
  const gone: string[] = []
  for (const file of files) if (!(await isThere(file))) gone.push(file)
  return gone
}

const notWritten = (path: string): AppError => ({
  code: 'io',
  message: 'Some of your notes could not be written.',
  advice: 'Look for new and changed files with F5, then try again.',
  path,
})
