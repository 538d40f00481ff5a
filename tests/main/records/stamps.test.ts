// Stamps order what was set: no two of one machine may be the same, whatever is under way at once.
import { mkdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { Ledger } from '../../../src/main/core/records/ledger.ts'
import { createSheetMemory } from '../../../src/main/core/records/sheet-memory.ts'
import { storeFolder } from '../../../src/main/store/folder.ts'
import { isLive } from '../../../src/shared/kinds/entry.ts'
import { type KeptSearch, keptSearchKind } from '../../../src/shared/kinds/kept-search.ts'
import type { Change } from '../../../src/shared/kinds/kind.ts'
import { type Reading, readingKind } from '../../../src/shared/kinds/reading.ts'
import { must, tempFolder } from '../store/support.ts'

const modified = '2026-03-04T10:00:00.000Z'

const read = (n: number): Change<Reading> => {
  const id = String(n).padStart(16, '0')
  const article = { id, path: `${n}.txt`, sha256: '0' }
  return {
    kind: readingKind,
    article: null,
    key: id,
    before: null,
    after: { article, state: 'read', modified },
  }
}

const kept = (search: KeptSearch): Change<KeptSearch> => ({
  kind: keptSearchKind,
  article: null,
  key: keptSearchKind.keyOf(search),
  before: null,
  after: search,
})

it('are never the same, though two changes are built on one state in one millisecond', async () => {
  const folder = storeFolder(await tempFolder())
  // As the lock has made it, before anything is changed.
  await mkdir(folder.root)
  const ledger = await Ledger.open({
    folder,
    memory: createSheetMemory(null),
    machine: 'here',
    now: () => new Date(modified),
    mayWrite: () => true,
    onForeign: () => undefined,
    notice: () => undefined,
  })
  const search: KeptSearch = {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Bridges',
    query: 'bridge',
    created: modified,
    modified,
  }
  const none = new Map()
  const made = await Promise.all([
    ledger.commit([read(1), kept(search)], none),
    ledger.commit([read(2)], none),
    ledger.commit([read(3)], none),
  ])
  for (const each of made) must(each)
  const stamps = [1, 2, 3].map((n) => {
    const entry = ledger.entry(readingKind, null, read(n).key)
    return entry && isLive(entry) ? entry.set['*'] : undefined
  })
  expect(new Set(stamps).size).toBe(3)
  await ledger.close()
})
