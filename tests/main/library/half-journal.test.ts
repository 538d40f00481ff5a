// A journal that was cut off, or of which a part cannot be read: what can be read counts, the rest is
// told and left where it is.
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import { listenToWrites } from '../soak/shim.ts'
import {
  bridge,
  folderOf,
  harbour,
  idAt,
  must,
  open,
  openAt,
  places,
  tempFolder,
  tempOfTheDead,
} from './support.ts'

const files = { 'a.txt': bridge, 'b.txt': harbour, 'c.txt': `${bridge}${harbour}` }

const three = (library: Library) =>
  library.createMany(
    Object.keys(files).map((path) => ({
      article: idAt(library, path),
      start: 0,
      end: 10,
      color: 'yellow' as const,
      tags: [],
      note: '',
    })),
  )

/** What a process leaves that dies when its set is written down and in no file yet; with the journal's path. */
async function leftByTheDead(): Promise<{ readonly folder: string; readonly journal: string }> {
  const folder = await folderOf(files)
  const { library } = await open(folder)
  const from = places(folder).journal
  let kept: string | null = null
  const into = await tempFolder()
  const stop = listenToWrites(() => undefined)
  onTestFinished(stop)
  const made = three(library)
  while (kept === null) {
    const [name] = (await readdir(from).catch(() => [])).filter((each) =>
      /^[^.].*\.json$/.test(each),
    )
    if (name !== undefined) {
      kept = name
      await copyFile(join(from, name), join(into, name))
    } else await new Promise((done) => setImmediate(done))
  }
  must(await made)
  await library.close()
  const dead = await folderOf(files)
  await mkdir(places(dead).journal, { recursive: true })
  const journal = join(places(dead).journal, kept)
  await copyFile(join(into, kept), journal)
  return { folder: dead, journal }
}

const marked = async (library: Library): Promise<number> => {
  let count = 0
  for (const path of Object.keys(files)) count += (await openAt(library, path)).resolved.length
  return count
}

describe('a journal', () => {
  it('that is whole is finished at the opening, and is gone then', async () => {
    const { folder, journal } = await leftByTheDead()
    const { library } = await open(folder)
    expect(await marked(library)).toBe(3)
    expect(library.info().problems).toEqual([])
    await expect(readFile(journal)).rejects.toThrow('ENOENT')
  })

  it('cut off anywhere is told, left as it is, and keeps nothing from being saved', async () => {
    const { folder, journal } = await leftByTheDead()
    const whole = await readFile(journal)
    for (const share of [0, 0.02, 0.2, 0.5, 0.8, 0.99]) {
      const copy = await tempFolder()
      await cp(folder, copy, { recursive: true })
      const path = journal.replace(folder, copy)
      const half = whole.subarray(0, Math.floor(whole.length * share))
      await writeFile(path, half)
      const { library } = await open(copy)
      expect(library.info().problems, `${share}`).toMatchObject([{ path }])
      expect(library.info().readOnly).toBeNull()
      expect(await marked(library)).toBe(0)
      must(await three(library))
      await library.close()
      const again = await open(copy)
      expect(await marked(again.library), `${share}`).toBe(3)
      expect((await readFile(path)).equals(half)).toBe(true)
    }
  }, 60_000)

  it('of which one part cannot be read gives the others, and is left for that one', async () => {
    const { folder, journal } = await leftByTheDead()
    const { sheets, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
    sheets[1].text = sheets[1].text.slice(0, 80)
    await writeFile(journal, JSON.stringify({ ...rest, sheets }))
    const { library } = await open(folder)
    expect(await marked(library)).toBe(2)
    expect(library.info().problems).toMatchObject([{ code: 'store-damaged', path: journal }])
    expect(await readFile(journal, 'utf8')).toContain('"sheets"')
  })

  it('that was never finished being written is swept away', async () => {
    const folder = await folderOf(files)
    await mkdir(places(folder).journal, { recursive: true })
    await writeFile(join(places(folder).journal, tempOfTheDead), '{"format":"parallax/jour')
    const { library } = await open(folder)
    expect(library.info().problems).toEqual([])
    expect(await readdir(places(folder).journal)).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
})
