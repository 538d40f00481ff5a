// Removes what processes that were killed have left in a library's store.
import { rm } from 'node:fs/promises'
import { sweepTemps } from './atomic-file.ts'
import type { StoreFolder } from './folder.ts'

/** Only whoever holds the library's lock may: what is on its way at this moment looks the same. */
export async function sweepStore(places: StoreFolder): Promise<void> {
  const { root, annotations, texts, backups, incoming, journal } = places
  await Promise.all([
    ...[root, annotations, texts, backups, journal].map(sweepTemps),
    rm(incoming, { recursive: true, force: true }).catch(() => undefined),
  ])
}
