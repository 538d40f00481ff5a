// Writes what is in memory and was removed from the disk while the library was open.
import { ok, type Result } from '../../shared/result.ts'
import { isThere } from '../is-there.ts'
import type { RecordList } from '../store/record-list.ts'
import type { Records } from './records.ts'

/** A file of the store that is one list. */
export interface KeptList {
  readonly path: string
  isEmpty(): boolean
  /** Writes all of it. */
  write(): Promise<Result<unknown>>
}

export const keptList = <T>(
  path: string,
  list: Pick<RecordList<T>, 'all' | 'write'>,
): KeptList => ({
  path,
  isEmpty: () => list.all().length === 0,
  write: () => list.write([]),
})

/**
 * Writes the files that are gone; those that are there stay as they are.
 * @returns how many were written; fails with what the disk says of the first that cannot be
 */
export async function writeAgain(
  records: Pick<Records, 'all' | 'settle' | 'write'>,
  fileOf: (id: string) => string,
  lists: readonly KeptList[],
): Promise<Result<number>> {
  let written = 0
  for (const id of [...records.all()].map(({ article }) => article.id)) {
    if (await isThere(fileOf(id))) continue
    const data = await records.settle(id)
    if (!data.ok) return data
    if (!data.value) continue
    const done = await records.write(id, data.value)
    if (!done.ok) return done
    written++
  }
  for (const list of lists) {
    if (list.isEmpty() || (await isThere(list.path))) continue
    const done = await list.write()
    if (!done.ok) return done
    written++
  }
  return ok(written)
}
