// The list of an open library by query and range, and when whoever shows it is told to ask again.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  type Opened,
  open,
  put,
  tempFolder,
} from '../../library/support.ts'

const files = { 'a.txt': bridge, 'b.txt': harbour, 'c.txt': 'The ferry stays\n\nIt runs on.\n' }

async function started(): Promise<Opened & { readonly folder: string }> {
  const folder = await folderOf(files)
  const search = { dataDir: await tempFolder(), workerUrl: null }
  const opened = await open(folder, { search })
  await opened.library.whenIndexed()
  return { folder, ...opened }
}

it('gives rows by range, the place of one, and the articles between two places', async () => {
  const { library } = await started()
  const query = { sort: 'path', descending: true } as const
  const page = must(await library.rowsPage({ query, start: 1, end: 3 }))
  expect(page.total).toBe(3)
  expect(page.rows.map(({ path }) => path)).toEqual(['b.txt', 'a.txt'])
  const [b, a] = page.rows.map(({ id }) => id)
  expect(must(await library.rowsPlace({ article: b ?? '', query }))).toEqual({ place: 1 })
  expect(must(await library.rowsBetween({ query, start: 1, end: 3 })).articles).toEqual([b, a])
})

it('gives single rows as they are this moment, and leaves out those that are not there', async () => {
  const { library } = await started()
  const id = idAt(library, 'a.txt')
  await highlight(library, 'a.txt', 'bridge')
  const { rows } = library.rowsGet({ articles: [id, '0123456789abcdef'] })
  expect(rows).toMatchObject([{ id, annotations: 1 }])
})

it('tells that the list is another once the index knows, and not when nothing changed', async () => {
  const { library, folder, told } = await started()
  const times = (): number => told.filter(({ event }) => event === 'list-changed').length
  const before = times()
  expect(before).toBeGreaterThan(0)
  await library.refresh()
  // Opened, an article is looked at, and nothing is found to be another.
  must(await library.open(idAt(library, 'a.txt')))
  await library.whenIndexed()
  expect(times()).toBe(before)
  await put(folder, { [join('more', 'd.txt')]: 'One more\n\nIt came late.\n' })
  await library.refresh()
  await library.whenRead()
  await library.whenIndexed()
  await expect.poll(times).toBeGreaterThan(before)
  expect(must(await library.counts()).articles).toBe(4)
})
