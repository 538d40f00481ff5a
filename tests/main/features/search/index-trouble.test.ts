// A library whose index cannot be kept: it is listed and searched all the same, and says so once.
import { execFileSync } from 'node:child_process'
import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest'
import { openDatabase } from '../../../../src/main/index/sqlite.ts'
import type { Library } from '../../../../src/main/library.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  must,
  type Opened,
  open,
  put,
  tempFolder,
} from '../../library/support.ts'

const files = { 'a.txt': bridge, 'b.txt': harbour }

const openIn = async (folder: string, dataDir: string): Promise<Opened> => {
  const opened = await open(folder, { search: { dataDir, workerUrl: null } })
  await opened.library.whenIndexed()
  return opened
}

async function found(library: Library, query: string): Promise<string[]> {
  await library.whenIndexed()
  const arg = { query, offset: 0, limit: 50, hits: 5, typing: false }
  const { articles } = must(await library.search(arg))
  return articles.map(({ article }) => article.path)
}

const noticesIn = ({ told }: Opened): unknown[] =>
  told.flatMap(({ event, data }) => (event === 'notice' ? data : []))

/** Lists, finds, follows what is made, and has told the notice that is wanted, and no other. */
async function worksAndTells(opened: Opened, code: string): Promise<void> {
  const { library } = opened
  expect(await found(library, 'arches')).toEqual(['a.txt'])
  await highlight(library, 'b.txt', 'unfair', { note: 'A remark.' })
  expect(await found(library, 'remark')).toEqual(['b.txt'])
  const { rows } = must(await library.rowsPage({ query: { sort: 'path' }, start: 0, end: 9 }))
  expect(rows.map(({ path }) => path)).toEqual(['a.txt', 'b.txt'])
  expect(must(await library.counts())).toMatchObject({ articles: 2, notes: 1, settling: false })
  expect(noticesIn(opened)).toMatchObject([{ code }])
}

async function smallDisk(context: TestContext, size: string): Promise<string> {
  const folder = await tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    context.skip('no small disk can be mounted here')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

describe('an index', () => {
  it('that finds no room on its disk is done without, as often as the library is opened', async (context) => {
    const dataDir = await smallDisk(context, '1m')
    await writeFile(join(dataDir, 'filler'), Buffer.alloc(2 << 20)).catch(() => undefined)
    const folder = await folderOf(files)
    const first = await openIn(folder, dataDir)
    await worksAndTells(first, 'disk-full')
    await first.library.close()
    await rm(join(folder, '.parallax'), { recursive: true })
    await worksAndTells(await openIn(folder, dataDir), 'disk-full')
  })

  it('on a disk that cannot be written to is done without, and what it knew is used', async (context) => {
    const dataDir = await smallDisk(context, '16m')
    const folder = await folderOf(files)
    const elsewhere = await tempFolder()
    const first = await openIn(folder, elsewhere)
    await first.library.close()
    await cp(join(elsewhere, 'cache'), join(dataDir, 'cache'), { recursive: true })
    execFileSync('mount', ['-o', 'remount,ro', dataDir])
    const again = await openIn(folder, dataDir)
    expect(again.work.reads).toEqual([])
    await worksAndTells(again, 'no-permission')
  })

  it('of another version under its name is made anew', async () => {
    const dataDir = await tempFolder()
    const folder = await folderOf(files)
    const first = await openIn(folder, dataDir)
    await first.library.close()
    const [name = ''] = (await readdir(join(dataDir, 'cache'))).filter((each) =>
      each.endsWith('.sqlite'),
    )
    const database = openDatabase(join(dataDir, 'cache', name), 'write')
    database.exec('PRAGMA user_version = 99')
    database.close()
    await worksAndTells(await openIn(folder, dataDir), 'damaged')
  })

  it('that is deleted while the library is open is made at the next opening', async () => {
    const dataDir = await tempFolder()
    const folder = await folderOf(files)
    const first = await openIn(folder, dataDir)
    await rm(join(dataDir, 'cache'), { recursive: true })
    await highlight(first.library, 'a.txt', 'cracks', { note: 'Kept in the library.' })
    expect(await found(first.library, 'kept')).toEqual(['a.txt'])
    await first.library.close()
    const again = await openIn(folder, dataDir)
    expect(await found(again.library, 'kept')).toEqual(['a.txt'])
    expect(noticesIn(again)).toEqual([])
  })

  it('that two libraries open at once both use, and neither loses what the other told', async () => {
    const dataDir = await tempFolder()
    const folder = await folderOf(files)
    const [one, other] = await Promise.all([openIn(folder, dataDir), openIn(folder, dataDir)])
    const [writer, reader] = one.library.info().readOnly ? [other, one] : [one, other]
    expect(reader.library.info().readOnly).not.toBeNull()
    await highlight(writer.library, 'a.txt', 'cracks', { note: 'A remark.' })
    await put(folder, { 'c.txt': 'A new voice\n\nNobody expected this column.\n' })
    await writer.library.refresh()
    await writer.library.whenRead()
    for (const each of [writer, reader]) {
      expect(await found(each.library, 'remark')).toEqual(['a.txt'])
      expect(await found(each.library, 'column')).toEqual(['c.txt'])
      expect(noticesIn(each)).toEqual([])
    }
    const left = async () => {
      const arg = { query: 'column', offset: 0, limit: 50, hits: 5, typing: false }
      return must(await reader.library.search(arg)).left
    }
    await expect.poll(left, { timeout: 10_000 }).toBeNull()
  })
})
