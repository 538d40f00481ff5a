// A library with a note in each of two articles, closed when the index knows all of it.
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../../src/main/index/sqlite.ts'
import type { Library, LibraryDeps } from '../../../src/main/library.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'
import {
  bridge,
  dataDirOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  indexOf,
  must,
  type Opened,
  open,
} from './support.ts'

const two = { 'bridge.txt': bridge, 'harbour.txt': harbour }

/** Opened with its index, which is searched. */
export const opened = (folder: string, deps: Partial<LibraryDeps> = {}): Promise<Opened> =>
  open(folder, { index: indexOf(folder), search: indexOf(folder), ...deps })

export async function annotated(): Promise<{
  folder: string
  bridgeId: string
  harbourId: string
}> {
  const folder = await folderOf(two)
  const { library } = await opened(folder)
  await highlight(library, 'bridge.txt', 'cracks', { note: 'How deep?', tags: ['damage'] })
  await highlight(library, 'harbour.txt', 'Fishermen', { note: 'Which?' })
  const ids = { bridgeId: idAt(library, 'bridge.txt'), harbourId: idAt(library, 'harbour.txt') }
  await library.whenIndexed()
  await library.close()
  return { folder, ...ids }
}

export const notesIn = async (library: Library, id: string): Promise<string[]> =>
  must(await library.open(id)).resolved.map(({ annotation }) => annotation.note)

export const tagsOf = ({ resolved }: OpenArticle): string[] =>
  resolved.flatMap(({ annotation }) => annotation.tags)

export const found = async (library: Library, query: string): Promise<number> =>
  must(await library.search({ query, offset: 0, limit: 10, hits: 3, typing: false })).articles
    .length

export function indexFile(folder: string): string {
  const cache = join(dataDirOf(folder), 'cache')
  const name = readdirSync(cache).find((each) => each.endsWith('.sqlite'))
  if (name === undefined) throw new Error('no index')
  return join(cache, name)
}

/** Does something to the index of a library behind its back. */
export function inIndex(folder: string, work: (index: Database) => void): void {
  const index = openDatabase(indexFile(folder), 'write')
  work(index)
  index.close()
}

/** The text of a file of records with one more, as another program leaves it. */
export function withAnother(text: string, note: string): string {
  const sheet = JSON.parse(text) as { annotations: object[] }
  const [first] = sheet.annotations
  const another = { ...first, id: randomUUID(), note }
  return JSON.stringify({ ...sheet, annotations: [...sheet.annotations, another] })
}
