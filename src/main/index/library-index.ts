// The index of one library, where it lies in the user's own folder; those that nobody used for long go.
import type { AppError } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Index, openIndex } from './open-index.ts'
import { indexPath, markUsed, sweepIndexes } from './place.ts'

export interface IndexPlace {
  /** The user's own data folder. */
  readonly dataDir: string
  /** The bundle of `index-worker.ts`; null to write in the thread of the core. */
  readonly workerUrl: URL | null
}

/**
 * Fails with `unsupported` where there is no SQLite.
 * @param library absolute path of its folder
 * @param onLost as in `IndexOptions`
 */
export async function openLibraryIndex(
  library: string,
  { dataDir, workerUrl }: IndexPlace,
  now: Date,
  onLost: (notice: AppError) => void,
): Promise<Result<Index>> {
  const path = await indexPath(dataDir, library)
  const opened = openIndex({ path, workerUrl, onLost })
  if (!opened.ok) return opened
  await markUsed(path, now)
  void sweepIndexes(dataDir, now)
  return ok(opened.value)
}
