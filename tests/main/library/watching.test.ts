// What other programs do to the folder of an open library is noticed, and told of the rows it is about.
import fs, { writeFileSync } from 'node:fs'
import { access, mkdir, open as openFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { watchFolder } from '../../../src/main/core/shelf/watching.ts'
import type { EventData } from '../../../src/shared/calls.ts'
import { bundle, startChild } from '../store/support.ts'
import { countedDisk } from './counted-disk.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  must,
  type Opened,
  open,
  openAt,
  put,
  quotesOf,
  rowAt,
  type Told,
  tempFolder,
} from './support.ts'

const watched = async (folder: string): Promise<Opened> => {
  const opened = await open(folder, { watch: true })
  await opened.library.whenWatching()
  opened.told.length = 0
  return opened
}

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8_000 })
const paths = ({ library }: Opened): string[] => library.articles().map(({ path }) => path)
const rowsTold = (told: readonly Told[]): string[] =>
  told
    .filter(({ event }) => event === 'library-changed')
    .flatMap(({ data }) => (data as EventData<'library-changed'>).changed.map(({ path }) => path))

describe('an open library notices', () => {
  it('a file that is added, and tells no other', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await watched(folder)
    await put(folder, { 'b.txt': harbour })
    await until(() => expect(rowAt(opened.library, 'b.txt').state).toBe('ready'))
    expect(new Set(rowsTold(opened.told))).toEqual(new Set(['b.txt']))
  })

  it('a file that is added when the folder was looked at and is not watched yet', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    await mkdir(join(folder, 'deep'))
    const { library } = await open(folder, { watch: true })
    await library.whenRead()
    writeFileSync(join(folder, 'deep', 'b.txt'), harbour)
    await until(() => expect(rowAt(library, 'deep/b.txt').state).toBe('ready'))
  })

  it('a file among many, and asks the disk about no other', async () => {
    const folder = await folderOf({
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, n) => [
          `sub ${n % 10}/${n}.txt`,
          `Story ${n}\n\nIt is ${n}.`,
        ]),
      ),
      'a.txt': bridge,
    })
    const opened = await watched(folder)
    const { id } = rowAt(opened.library, 'sub 1/1.txt')
    const disk = countedDisk(folder)
    await put(folder, { 'sub 3/b.txt': harbour, 'a.txt': `Corrected: ${bridge}` })
    await rename(join(folder, 'sub 1/1.txt'), join(folder, 'sub 2/moved.txt'))
    await until(() => {
      expect(rowAt(opened.library, 'sub 3/b.txt').state).toBe('ready')
      expect(rowAt(opened.library, 'a.txt').title).toBe('Corrected: The bridge is shut')
      expect(rowAt(opened.library, 'sub 2/moved.txt').id).toBe(id)
    })
    expect(paths(opened)).not.toContain('sub 1/1.txt')
    expect(paths(opened).length).toBe(302)
    // Those who tell of changes read the folders in which there are some; a walk asks for each file.
    expect(disk.counts().stat).toBeLessThan(60)
  })

  it('a link that leads nowhere, and that it goes', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await watched(folder)
    const problems = (): string[] => library.info().problems.map(({ code }) => code)
    await symlink(join(folder, 'nowhere.txt'), join(folder, 'link.txt'))
    await until(() => expect(problems()).toEqual(['not-found']))
    await rm(join(folder, 'link.txt'))
    await until(() => expect(problems()).toEqual([]))
  })

  it('a file whose look was stopped, at the next one', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await watched(folder)
    const hash = fs.promises.readFile
    const stopAtFirst = async (...args: unknown[]): Promise<unknown> => {
      Object.assign(fs.promises, { readFile: hash })
      syncBuiltinESMExports()
      await opened.library.stop()
      return Reflect.apply(hash, fs.promises, args)
    }
    Object.assign(fs.promises, { readFile: stopAtFirst })
    syncBuiltinESMExports()
    await put(folder, { 'b.txt': harbour })
    await until(() => expect(fs.promises.readFile).toBe(hash))
    await put(folder, { 'c.txt': 'Later' })
    await until(() => expect(paths(opened)).toEqual(['a.txt', 'b.txt', 'c.txt']))
  })

  it('a file that changes', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await watched(folder)
    const { id } = rowAt(opened.library, 'a.txt')
    await put(folder, { 'a.txt': `Corrected: ${bridge}` })
    await until(() =>
      expect(rowAt(opened.library, 'a.txt')).toMatchObject({
        id,
        title: 'Corrected: The bridge is shut',
      }),
    )
  })

  it('a file that goes', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const opened = await watched(folder)
    await rm(join(folder, 'a.txt'))
    await until(() => expect(paths(opened)).toEqual(['b.txt']))
  })

  it('a file that moves to a new folder, and its notes move with it', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await watched(folder)
    await highlight(opened.library, 'a.txt', 'cracks were found')
    const { id } = rowAt(opened.library, 'a.txt')
    await mkdir(join(folder, 'press'))
    await rename(join(folder, 'a.txt'), join(folder, 'press/z.txt'))
    await until(() => expect(paths(opened)).toEqual(['press/z.txt']))
    expect(rowAt(opened.library, 'press/z.txt')).toMatchObject({ id, annotations: 1 })
    expect(quotesOf(await openAt(opened.library, 'press/z.txt'))).toEqual(['cracks were found'])
  })

  it('a folder that is moved in and out, named like a file too', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const outside = await folderOf({ 'odd.txt/deep/c.txt': harbour })
    const opened = await watched(folder)
    await rename(join(outside, 'odd.txt'), join(folder, 'odd.txt'))
    await until(() => expect(paths(opened)).toEqual(['a.txt', 'odd.txt/deep/c.txt']))
    await put(folder, { 'odd.txt/deep/d.txt': bridge })
    await until(() => expect(paths(opened).length).toBe(3))
    await rename(join(folder, 'odd.txt'), join(outside, 'odd.txt'))
    await until(() => expect(paths(opened)).toEqual(['a.txt']))
  })

  it('a file only when it does not grow any more', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await watched(folder)
    const file = await openFile(join(folder, 'b.txt'), 'w')
    for (let n = 0; n < 8; n++) {
      await file.write(`Paragraph ${n} of the harbour board’s minutes.\n\n`)
      await sleep(150)
      expect(paths(opened)).toEqual(['a.txt'])
    }
    await file.close()
    await until(() => expect(paths(opened)).toEqual(['a.txt', 'b.txt']))
    await opened.library.whenRead()
    expect((await openAt(opened.library, 'b.txt')).text).toContain('Paragraph 7')
  })
})

describe('an open library takes no notice of', () => {
  it('hidden files, other programs’ parts, its own store, and what is no article', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'node_modules/x/readme.md': 'x' })
    const opened = await watched(folder)
    await put(folder, {
      '.git/notes.txt': 'x',
      '.hidden.txt': 'x',
      'node_modules/x/more.md': 'x',
      '.parallax/stray.txt': 'x',
      'photo.jpg': 'x',
      '.parallax-tmp-1-0123456789ab': 'x',
    })
    await sleep(1_200)
    expect(opened.told).toEqual([])
    expect(paths(opened)).toEqual(['a.txt'])
  })

  it('files that it puts there itself, beyond telling them once', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await watched(folder)
    must(await opened.library.put({ name: 'b.txt', source: Buffer.from(harbour) }))
    await sleep(1_500)
    expect(rowsTold(opened.told)).toEqual(['b.txt'])
    expect(opened.work.reads.filter((path) => path.endsWith('b.txt')).length).toBe(1)
  })
})

it('a library that is watched does not keep a process alive', async () => {
  const program = await bundle('./watch-child.ts', import.meta.url)
  try {
    const child = startChild(program.path, [
      await folderOf({ 'a.txt': bridge, 'sub/b.txt': harbour }),
    ])
    expect(await child.line()).toBe('watching')
    child.process.stdin?.end()
    expect(await child.line()).toBeNull()
  } finally {
    await program.remove()
  }
}, 30_000)

it('tells a folder that vanished, and does not make it again', async () => {
  const folder = await folderOf({ 'a.txt': bridge })
  const elsewhere = join(await tempFolder(), 'renamed')
  const opened = await watched(folder)
  await rename(folder, elsewhere)
  await until(() =>
    expect(opened.told).toMatchObject([{ event: 'notice', data: { code: 'not-found' } }]),
  )
  expect(paths(opened)).toEqual(['a.txt'])
  await expect(access(folder)).rejects.toThrow()
  await rename(elsewhere, folder)
})

it('tells once that a folder cannot be watched', async () => {
  const folder = await folderOf({ 'a.txt': bridge })
  const failures: unknown[] = []
  const watching = watchFolder({
    root: folder,
    isBusy: () => false,
    changed: async () => {
      throw Object.assign(new Error('no more watches'), { code: 'ENOSPC' })
    },
    failed: (thrown) => failures.push(thrown),
  })
  await watching.ready
  for (const name of ['b.txt', 'c.txt']) {
    await writeFile(join(folder, name), harbour)
    await sleep(1_000)
  }
  expect(failures.length).toBe(1)
  await watching.close()
})

it('waits for one look before it takes the next', async () => {
  const folder = await folderOf({ 'a.txt': bridge })
  let [now, most, looks] = [0, 0, 0]
  const watching = watchFolder({
    root: folder,
    isBusy: () => false,
    changed: async () => {
      looks++
      most = Math.max(most, ++now)
      // Long enough that the second would come during the first.
      if (looks === 1) await sleep(2_500)
      now--
    },
    failed: (thrown) => expect.unreachable(String(thrown)),
  })
  await watching.ready
  await writeFile(join(folder, 'b.txt'), harbour)
  await until(() => expect(now).toBe(1))
  await writeFile(join(folder, 'c.txt'), harbour)
  await until(() => expect(looks).toBe(2))
  expect(most).toBe(1)
  await watching.close()
}, 15_000)
