// Folders that are large, deep, or on a slow disk: counted in what is asked of the disk.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../../src/main/library.ts'
import { countedDisk } from './counted-disk.ts'
import {
  bridge,
  clock,
  folderOf,
  harbour,
  highlight,
  idAt,
  indexOf,
  must,
  open,
  openAt,
  ownWork,
} from './support.ts'

const numbered = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `part ${n % 10}/${n}.txt`,
      `Number ${n}\n\n${harbour}`,
    ]),
  )

/** As the window opens it, waiting for nothing. */
async function openAtOnce(folder: string) {
  const told: string[] = []
  const opened = await openLibrary(folder, {
    work: ownWork(),
    now: clock(),
    emit: (event) => void told.push(event),
    mode: 'write',
    sample: false,
    index: indexOf(folder),
    patience: 1,
  })
  const library = must(opened)
  onTestFinished(() => library.close())
  return { library, told }
}

describe('a folder of many files', () => {
  const count = 600

  it('asks the disk once for each file at a look, and reads none that is as it was', async () => {
    const folder = await folderOf(numbered(count))
    const first = await open(folder)
    expect(first.library.articles()).toHaveLength(count)
    await first.library.close()

    const disk = countedDisk(folder)
    const { library, work, told } = await open(folder)
    expect(disk.counts()).toMatchObject({ readdir: 11 })
    expect(disk.counts().stat).toBeLessThanOrEqual(count + 1)
    expect(disk.counts()).not.toHaveProperty('readFile')
    expect(disk.counts()).not.toHaveProperty('open')
    expect(work.reads).toEqual([])

    disk.forget()
    told.length = 0
    await library.refresh(false)
    expect(disk.counts()).toEqual({ readdir: 11, stat: count })
    expect(told).toEqual([])

    disk.forget()
    await writeFile(join(folder, 'part 3/3.txt'), bridge)
    await library.refresh(false)
    await library.whenRead()
    expect(disk.counts()).toMatchObject({ readdir: 11 })
    expect(work.reads).toHaveLength(1)
    // Of the others nothing more was asked.
    expect(Object.keys(disk.repeated()).every((call) => call.endsWith('part 3/3.txt'))).toBe(true)
  }, 60_000)
})

describe('three hundred files on a disk that takes 20 ms for everything', () => {
  const count = 300

  it('are shown before all were looked at, each read once', async () => {
    const folder = await folderOf(numbered(count))
    const disk = countedDisk(folder, 20)
    const { library, told } = await openAtOnce(folder)
    expect(library.articles().length).toBeLessThan(count)
    await library.whenRead()
    expect(library.articles()).toHaveLength(count)
    expect(told).toContain('library-changed')
    const { stat = 0, readFile = 0, open: opened = 0, readdir } = disk.counts()
    expect(readdir).toBe(11)
    // Looked at when it is found, and before and after it is read; read to be known, and to be read.
    expect(stat).toBeLessThanOrEqual(4 * count + 1)
    expect(readFile + opened).toBeLessThanOrEqual(2 * count)
  }, 60_000)

  it('do not hold up an article that is opened, nor what is saved in it', async () => {
    const folder = await folderOf({ ...numbered(count), 'mine.txt': bridge })
    const first = await open(folder)
    await first.library.close()
    const disk = countedDisk(folder, 20)
    // One file of the look is never answered.
    const letGo = disk.hold(join('part 7', '7.txt'))
    const { library } = await openAtOnce(folder)
    expect(library.articles()).toHaveLength(count + 1)
    await highlight(library, 'mine.txt', 'cracks')
    const { stat = 0 } = disk.counts()
    expect((await openAt(library, 'mine.txt')).resolved).toHaveLength(1)
    expect(stat).toBeLessThan(count)
    letGo()
    await library.whenRead()
    expect(library.articles()).toHaveLength(count + 1)
  }, 60_000)
})

describe('a folder thirty levels deep, with a link in a circle', () => {
  it('is looked through once, and what comes at the bottom is found', async () => {
    const deep = Array.from({ length: 30 }, (_, n) => `level ${n}`).join('/')
    const folder = await folderOf({ 'a.txt': harbour, [`${deep}/deep.txt`]: bridge })
    await symlink(folder, join(folder, deep, 'circle'))
    await symlink(join(folder, 'level 0'), join(folder, 'again'))
    const disk = countedDisk(folder)
    const { library } = await open(folder, { watch: true })
    const paths = () => library.articles().map(({ path }) => path)
    expect(paths()).toEqual(['a.txt', `${deep}/deep.txt`])
    expect(disk.counts().readdir).toBeLessThan(100)
    await highlight(library, `${deep}/deep.txt`, 'cracks')
    await mkdir(join(folder, deep, 'level 30'))
    await writeFile(join(folder, deep, 'level 30/new.txt'), `Deeper: ${harbour}`)
    await library.refresh()
    await library.whenRead()
    expect(paths()).toEqual(['a.txt', `${deep}/deep.txt`, `${deep}/level 30/new.txt`])
    const { id } = await openAt(library, `${deep}/level 30/new.txt`)
    expect(id).toBe(idAt(library, `${deep}/level 30/new.txt`))
  }, 60_000)
})
