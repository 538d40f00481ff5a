// Searches kept under a name: made, renamed, deleted, undone, taken out and in, joined between machines.
import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import { keptSearchKind } from '../../../src/shared/kinds/kept-search.ts'
import {
  bridge,
  clock,
  errorOf,
  folderOf,
  highlight,
  idAt,
  must,
  open,
  places,
  tempFolder,
} from './support.ts'

const files = { 'a.txt': bridge }
const namesOf = (library: Library) =>
  library.ledger.all(keptSearchKind).map(({ name, query }) => `${name}: ${query}`)
const keep = async (library: Library, name: string, query: string, id: string | null = null) =>
  must(await library.keptSearches.save({ id, name, query })).id
const deps = { now: clock(), version: '0.0.0' }
const whole = async (library: Library, article: string | null = null) =>
  must(await buildExport(library, { format: 'json', article, empty: false }, deps)).text

it('is made, renamed, changed and deleted, each a step of undo', async () => {
  const { library } = await open(await folderOf(files))
  const id = await keep(library, 'Tolls', 'toll*')
  await keep(library, 'Bridge tolls', 'toll*', id)
  await keep(library, 'Bridge tolls', 'toll* -tag:opinion', id)
  expect(namesOf(library)).toEqual(['Bridge tolls: toll* -tag:opinion'])
  must(await library.keptSearches.remove({ id }))
  expect(library.history().undo).toBe('Delete search')
  expect(errorOf(await library.keptSearches.remove({ id })).code).toBe('not-found')
  must(await library.undo())
  must(await library.undo())
  must(await library.undo())
  expect(namesOf(library)).toEqual(['Tolls: toll*'])
})

it('goes out with the library, not with one article, and comes in again', async () => {
  const { library } = await open(await folderOf(files))
  await highlight(library, 'a.txt', 'cracks')
  await keep(library, 'Tolls', 'toll*')
  const text = await whole(library)
  const copy = await open(await folderOf(files))
  const report = must(await importJson(copy.library, { text, name: 'n.json', dryRun: false }))
  expect(report.records).toEqual([{ noun: 'kept search', count: 1 }])
  expect(await whole(copy.library)).toBe(text)
  expect(JSON.parse(await whole(library, idAt(library, 'a.txt'))).searches).toBeUndefined()
})

it('that one machine renames and another changes has both', async () => {
  const here = await folderOf(files)
  const first = await open(here, { machine: 'here' })
  const id = await keep(first.library, 'Tolls', 'toll*')
  await first.library.close()
  const there = await tempFolder()
  await cp(here, there, { recursive: true })
  const mine = await open(here, { machine: 'here' })
  const theirs = await open(there, { machine: 'there' })
  await keep(mine.library, 'Bridge tolls', 'toll*', id)
  await keep(theirs.library, 'Tolls', 'toll -fee', id)
  const temp = join(here, '.parallax', 'incoming.tmp')
  await writeFile(temp, await readFile(places(there).libraryFile('searches')))
  await rename(temp, places(here).libraryFile('searches'))
  await mine.library.refresh()
  expect(namesOf(mine.library)).toEqual(['Bridge tolls: toll -fee'])
})
