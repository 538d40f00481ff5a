// Whatever happens to the file: the index goes on, says so once, and no answer is wrong.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { IndexChange } from '../../../src/main/index/facts.ts'
import { openDatabase } from '../../../src/main/index/sqlite.ts'
import { bundle, startChild } from '../store/support.ts'
import { everything } from './batches.ts'
import { found, idOf, openAt, openTemp, tempFolder, toldOf, words } from './support.ts'

let program = ''
beforeAll(async () => {
  const child = await bundle('./index-child.ts', import.meta.url)
  program = child.path
  return child.remove
}, 60_000)

/** A file with everything in it, written by a process that is gone. */
async function filled(path?: string): Promise<string> {
  const made = path ?? join(await tempFolder(), 'cache', 'index.sqlite')
  const child = startChild(program, [made, 'fill'])
  expect(await child.line()).toBe('filled')
  await child.kill()
  return made
}

/** Works as if it had never held anything else. */
async function worksAgain({ index }: Pick<ReturnType<typeof openAt>, 'index'>): Promise<void> {
  expect(await index.put(everything())).toBe(true)
  expect(found(index, words('bridge'))).toHaveLength(30)
  expect(index.rows({ sort: 'title' }, { start: 0, end: 9 }).total).toBe(30)
}

describe('a file that is', () => {
  it('not there is begun, with nothing to tell', async () => {
    const opened = await openTemp()
    expect(opened.index).toMatchObject({ isNew: true, notice: null })
    await worksAgain(opened)
    expect(opened.lost).toEqual([])
  })

  it('whole is used, with nothing to tell', async () => {
    const opened = openAt(await filled())
    expect(opened.index).toMatchObject({ isNew: false, notice: null })
    expect(found(opened.index, words('bridge'))).toHaveLength(30)
  })

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['something else', (path) => writeFile(path, 'no database '.repeat(5_000))],
    ['cut off', (path) => truncate(path, 20_000)],
    ['cut off in its first page', (path) => truncate(path, 50)],
    [
      'of a version that is not known',
      async (path) => {
        const database = openDatabase(path, 'write')
        database.exec('PRAGMA user_version = 99')
        database.close()
      },
    ],
    [
      'without one of its tables',
      async (path) => {
        const database = openDatabase(path, 'write')
        database.exec('DROP TABLE full_text')
        database.close()
      },
    ],
    [
      'overwritten in its middle',
      async (path) => {
        const file = await open(path, 'r+')
        const { size } = await file.stat()
        for (let at = 8_192; at < size; at += 8_192)
          await file.write(Buffer.alloc(400, 0xa5), 0, 400, at)
        await file.close()
      },
    ],
  ])('%s is made anew, told once', async (_what, damage) => {
    const path = await filled()
    await damage(path)
    const opened = openAt(path)
    const { index, lost } = opened
    index.rows({ sort: 'title', filter: 'b' }, { start: 0, end: 9 })
    index.search(words('bridge'), { start: 0, end: 9, hits: 1 })
    const told = [...(index.notice ? [index.notice] : []), ...lost]
    expect(told.map(({ code }) => code)).toEqual(['damaged'])
    expect(found(index, words('bridge'))).toEqual([])
    await worksAgain(opened)
    await index.close()
    expect(openAt(path).index).toMatchObject({ isNew: false, notice: null })
  })

  it('a pipe is replaced, told once, and nothing waits for it', async () => {
    const path = join(await tempFolder(), 'index.sqlite')
    execFileSync('mkfifo', [path])
    const opened = openAt(path)
    expect(opened.index.notice).not.toBeNull()
    await worksAgain(opened)
    expect(opened.lost).toEqual([])
  })

  it('empty is begun, with nothing to tell', async () => {
    const path = await filled()
    await truncate(path, 0)
    const opened = openAt(path)
    expect(opened.index).toMatchObject({ isNew: true, notice: null })
    await worksAgain(opened)
  })

  it('damaged while it is open is made anew, told once, whatever was put meanwhile', async () => {
    const path = await filled()
    const opened = openAt(path)
    const { index, lost } = opened
    const file = await open(path, 'r+')
    const { size } = await file.stat()
    for (let at = 4_096; at < size; at += 4_096)
      await file.write(Buffer.alloc(4_096, 0xa5), 0, 4_096, at)
    await file.close()
    const [one, other] = [index.put(everything(3)), index.put(toldOf({ n: 7 }))]
    index.rows({ sort: 'words' }, { start: 0, end: 9 })
    await Promise.all([one, other])
    expect(lost.map(({ code }) => code)).toEqual(['damaged'])
    await worksAgain(opened)
    expect(lost).toHaveLength(1)
  })
})

describe('an index is kept in memory, told once,', () => {
  it.each<[string, (path: string) => Promise<unknown>]>([
    ['where a folder stands in its place', (path) => mkdir(path, { recursive: true })],
    [
      'where a pipe stands in the place of its folder',
      async (path) => {
        execFileSync('mkfifo', [dirname(path)])
      },
    ],
    ['where a file stands in the place of its folder', (path) => writeFile(dirname(path), '')],
  ])('%s', async (_what, hinder) => {
    const path = join(await tempFolder(), 'cache', 'index.sqlite')
    await hinder(path)
    const opened = openAt(path)
    expect(opened.index.isNew).toBe(true)
    expect(opened.index.notice?.message).toContain('in memory')
    await worksAgain(opened)
    expect(opened.lost).toEqual([])
  })

  it('where the disk is full, also when it fills up later', async (context) => {
    const { folder } = await smallDisk(context, '2m')
    const opened = openAt(join(folder, 'cache', 'index.sqlite'))
    expect(await opened.index.put(toldOf({ n: 1, text: 'The old bridge.' }))).toBe(true)
    await writeFile(join(folder, 'filler'), Buffer.alloc(4 << 20)).catch(() => undefined)
    const big = Array.from({ length: 40 }, (_, n) =>
      toldOf({ n, text: `${Math.random()} bridge `.repeat(3_000) }),
    ).flat()
    expect(await opened.index.put(big)).toBe(false)
    expect(opened.lost.map(({ code }) => code)).toEqual(['disk-full'])
    expect(found(opened.index, words('bridge'))).toEqual([])
    await worksAgain(opened)
    expect(opened.lost).toHaveLength(1)
  })

  it('where its disk cannot be written to', async (context) => {
    const { folder, makeReadOnly } = await smallDisk(context, '8m')
    const path = join(folder, 'cache', 'index.sqlite')
    await filled(path)
    makeReadOnly()
    const opened = openAt(path)
    // What is there is used, until something has to be written.
    expect(found(opened.index, words('bridge'))).toHaveLength(30)
    expect(await opened.index.put(toldOf({ n: 1 }))).toBe(false)
    expect(opened.lost.map(({ code }) => code)).toEqual(['no-permission'])
    await worksAgain(opened)
  })

  it('where another program holds the file', async () => {
    const path = await filled()
    const holder = openDatabase(path, 'write')
    onTestFinished(() => holder.close())
    holder.exec('BEGIN IMMEDIATE')
    const opened = openAt(path)
    // Everything can be read meanwhile; only a write cannot wait for ever.
    expect(found(opened.index, words('bridge'))).toHaveLength(30)
    expect(await opened.index.put(toldOf({ n: 1 }))).toBe(false)
    expect(opened.lost.map(({ code }) => code)).toEqual(['locked'])
    await worksAgain(opened)
  }, 30_000)

  it('where none is wanted, with nothing to tell', async () => {
    const opened = await openTemp({ path: null })
    expect(opened.index).toMatchObject({ isNew: true, notice: null })
    await worksAgain(opened)
  })
})

it('has all in the file when it is closed, and writes nothing to look', async () => {
  const path = await filled()
  for (const companion of ['-wal', '-journal'])
    expect(existsSync(path + companion) && (await stat(path + companion)).size).toBeFalsy()
  const before = await readFile(path)
  const { index } = openAt(path)
  index.rows({ sort: 'title' }, { start: 0, end: 9 })
  await index.close()
  expect((await readFile(path)).equals(before)).toBe(true)
})

it('can be deleted at any time, and is then begun anew', async () => {
  const path = await filled()
  await rm(path)
  const opened = openAt(path)
  expect(opened.index).toMatchObject({ isNew: true, notice: null })
  await worksAgain(opened)
})

it('keeps nothing of a batch of which one change cannot be written', async () => {
  const { index, lost } = await openTemp()
  await index.put(toldOf({ n: 1, text: 'before' }))
  const wrong: IndexChange = {
    kind: 'record',
    record: { kind: 'reading', key: 'k', article: idOf(1), json: 'no JSON' },
  }
  await expect(index.put([...toldOf({ n: 1, text: 'after' }), wrong])).rejects.toThrow()
  expect(found(index, words('before'))).toEqual([idOf(1)])
  expect(found(index, words('after'))).toEqual([])
  expect(await index.put(toldOf({ n: 1, text: 'after' }))).toBe(true)
  expect(lost).toEqual([])
})

async function smallDisk(
  context: { skip(why: string): void },
  size: string,
): Promise<{ readonly folder: string; makeReadOnly(): void }> {
  const folder = await tempFolder()
  const mount = (args: readonly string[]): void => {
    execFileSync('mount', args, { stdio: 'ignore' })
  }
  try {
    mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  } catch {
    context.skip('no small disk can be mounted here')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return { folder, makeReadOnly: () => mount(['-o', 'remount,ro', folder]) }
}
