// One folder on two machines: what a syncing program brings is joined and written at once, both edits
// of one highlight live, and no clock that is ahead outdoes what the reader does now.
import { copyFileSync, renameSync } from 'node:fs'
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import { listenToWrites } from '../soak/shim.ts'
import {
  bridge,
  fileOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  openAt,
  places,
  put,
  tempFolder,
} from './support.ts'

const files = { 'a.txt': bridge, 'b.txt': harbour }

/** The same library on two machines, with one highlight that both have. */
async function twoMachines() {
  const here = await folderOf(files)
  const first = await open(here, { machine: 'here' })
  const { annotation } = await highlight(first.library, 'a.txt', 'cracks', { note: 'first' })
  const article = idAt(first.library, 'a.txt')
  await first.library.close()
  const there = await tempFolder()
  await cp(here, there, { recursive: true })
  return { here, there, article, id: annotation.id }
}

/** What a program that syncs folders does when only one side has changed: the file is replaced. */
async function bring(from: string, to: string, article: string): Promise<void> {
  const temp = join(places(to).annotations, 'incoming.tmp')
  await writeFile(temp, await readFile(places(from).annotationFile(article)))
  await rename(temp, places(to).annotationFile(article))
}

const notesIn = async (library: Library): Promise<string[]> =>
  (await openAt(library, 'a.txt')).resolved.map(({ annotation }) => annotation.note)

const at = (iso: string) => () => new Date(iso)

describe('a file that another program replaces while the library is open', () => {
  it('is joined and written at once, though nothing else changes in it', async () => {
    const { here, there, article } = await twoMachines()
    const mine = await open(here, { machine: 'here' })
    const theirs = await open(there, { machine: 'there' })
    await highlight(mine.library, 'a.txt', 'repair', { note: 'mine' })
    await highlight(theirs.library, 'a.txt', 'council', { note: 'theirs' })
    await bring(there, here, article)
    await mine.library.refresh()
    const written = await fileOf(here, article)
    for (const note of ['first', 'mine', 'theirs']) expect(written).toContain(`"note":"${note}"`)
    expect(mine.told).toContainEqual(
      expect.objectContaining({ event: 'annotations-changed', data: expect.anything() }),
    )
  })

  it.each([
    ['before open', 1],
    ['after open', 1],
    ['after open', 2],
    ['after renameSync', 1],
  ])('is joined though it comes while a highlight is being saved, %s no. %i', async (at, nth) => {
    const { here, there, article } = await twoMachines()
    const mine = await open(here, { machine: 'here' })
    const theirs = await open(there, { machine: 'there' })
    await highlight(theirs.library, 'a.txt', 'council', { note: 'theirs' })
    const [from, to] = [places(there), places(here)].map((place) => place.annotationFile(article))
    let left = nth
    const stop = listenToWrites((call) => {
      if (call !== at || --left !== 0) return
      copyFileSync(from ?? '', `${to}.incoming`)
      renameSync(`${to}.incoming`, to ?? '')
    })
    onTestFinished(stop)
    await highlight(mine.library, 'a.txt', 'repair', { note: 'mine' })
    stop()
    await mine.library.refresh()
    expect((await notesIn(mine.library)).sort()).toEqual(['first', 'mine', 'theirs'])
    const written = await fileOf(here, article)
    for (const note of ['first', 'mine', 'theirs']) expect(written).toContain(`"note":"${note}"`)
  })

  it('loses nothing though the library is closed before anybody has looked', async () => {
    const { here, there, article } = await twoMachines()
    const mine = await open(here, { machine: 'here' })
    await highlight(mine.library, 'a.txt', 'repair', { note: 'mine' })
    await bring(there, here, article)
    await mine.library.close()
    expect(await fileOf(here, article)).toContain('"note":"mine"')
  })

  it('of stories is written at once, too', async () => {
    const { here, there } = await twoMachines()
    const mine = await open(here, { machine: 'here' })
    const theirs = await open(there, { machine: 'there' })
    const articles = [idAt(mine.library, 'a.txt')]
    must(await mine.library.saveStory({ id: null, name: 'Mine', articles }))
    must(await theirs.library.saveStory({ id: null, name: 'Theirs', articles }))
    const file = (folder: string) => places(folder).libraryFile('stories')
    await writeFile(file(here), await readFile(file(there)))
    await mine.library.refresh()
    const written = await readFile(file(here), 'utf8')
    expect([written.includes('Mine'), written.includes('Theirs')]).toEqual([true, true])
  })
})

describe('one highlight edited on two machines', () => {
  async function edited(mine: object, theirs: object) {
    const { here, there, article, id } = await twoMachines()
    const one = await open(here, { machine: 'here', now: at('2026-03-05T10:00:00.000Z') })
    const two = await open(there, { machine: 'there', now: at('2026-03-05T11:00:00.000Z') })
    must(await one.library.update({ article, ids: [id], patch: mine }))
    must(await two.library.update({ article, ids: [id], patch: theirs }))
    await bring(there, here, article)
    await one.library.refresh()
    await bring(here, there, article)
    await two.library.refresh()
    return { one, two, article, here, there }
  }

  it('keeps a tag that was set here and a note that was written there, on both', async () => {
    const { one, two, article, here, there } = await edited({ tags: ['here'] }, { note: 'there' })
    for (const { library } of [one, two])
      expect((await openAt(library, 'a.txt')).resolved).toMatchObject([
        { annotation: { tags: ['here'], note: 'there' } },
      ])
    expect(await fileOf(here, article)).toBe(await fileOf(there, article))
  })

  it('of two notes shows the later and keeps the other as a version', async () => {
    const { one, two, article, here, there } = await edited({ note: 'mine' }, { note: 'theirs' })
    for (const { library } of [one, two]) expect(await notesIn(library)).toEqual(['theirs'])
    expect(await fileOf(here, article)).toMatch(/"versions":\[\{[^}]*"value":"mine"\}\]/)
    expect(await fileOf(here, article)).toBe(await fileOf(there, article))
  })
})

describe('a version that another machine has made', () => {
  async function withVersion() {
    const { here, there, article, id } = await twoMachines()
    const one = await open(here, { machine: 'here', now: at('2026-03-05T10:00:00.000Z') })
    const two = await open(there, { machine: 'there', now: at('2026-03-05T11:00:00.000Z') })
    must(await one.library.update({ article, ids: [id], patch: { note: 'mine' } }))
    must(await two.library.update({ article, ids: [id], patch: { note: 'theirs' } }))
    await bring(there, here, article)
    await one.library.refresh()
    const only = () => one.library.annotations(article)[0]
    const stamp = only()?.versions?.[0]?.stamp ?? ''
    return { one, two, here, there, article, id, only, stamp }
  }

  it('is told with the highlight', async () => {
    const { one, article, only } = await withVersion()
    expect(only()).toMatchObject({ note: 'theirs', versions: [{ field: 'note', value: 'mine' }] })
    expect(one.told).toContainEqual({
      event: 'annotations-changed',
      data: expect.objectContaining({ article }),
    })
  })

  it('holds when the reader says so, here and there, and undo takes that back', async () => {
    const { one, two, here, there, article, id, only, stamp } = await withVersion()
    must(await one.library.settle({ article, id, stamp, use: true }))
    expect(only()).toMatchObject({ note: 'mine' })
    expect(only()?.versions).toBeUndefined()
    await bring(here, there, article)
    await two.library.refresh()
    expect(two.library.annotations(article)).toEqual(one.library.annotations(article))
    must(await one.library.undo())
    expect(only()).toMatchObject({ note: 'theirs', versions: [{ field: 'note', value: 'mine' }] })
  })

  it('stays away on both machines when it is put away', async () => {
    const { one, two, here, there, article, id, only, stamp } = await withVersion()
    await bring(here, there, article)
    await two.library.refresh()
    must(await one.library.settle({ article, id, stamp, use: false }))
    await bring(there, here, article)
    await one.library.refresh()
    expect(only()?.versions).toBeUndefined()
    await bring(here, there, article)
    await two.library.refresh()
    expect(two.library.annotations(article)[0]?.versions).toBeUndefined()
    expect(await one.library.settle({ article, id, stamp, use: false })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

describe('a record dated an hour ahead by another clock', () => {
  async function ahead() {
    const { here, there, article, id } = await twoMachines()
    const two = await open(there, { machine: 'there', now: at('2026-03-05T11:00:00.000Z') })
    must(await two.library.update({ article, ids: [id], patch: { note: 'from ahead' } }))
    await bring(there, here, article)
    const one = await open(here, { machine: 'here', now: at('2026-03-05T10:00:00.000Z') })
    return { one, two, here, there, article, id }
  }

  it('stays as it is edited here, also after the next sync', async () => {
    const { one, two, here, there, article, id } = await ahead()
    must(await one.library.update({ article, ids: [id], patch: { note: 'now' } }))
    await bring(there, here, article)
    await one.library.refresh()
    expect(await notesIn(one.library)).toEqual(['now'])
    await bring(here, there, article)
    await two.library.refresh()
    expect(await notesIn(two.library)).toEqual(['now'])
  })

  it('stays away when it is deleted here', async () => {
    const { one, two, here, there, article, id } = await ahead()
    must(await one.library.remove({ article, ids: [id] }))
    await bring(there, here, article)
    await one.library.refresh()
    expect(await notesIn(one.library)).toEqual([])
    await bring(here, there, article)
    await two.library.refresh()
    expect(await notesIn(two.library)).toEqual([])
  })

  it('does not keep a clock that jumps back a day from being worked with', async () => {
    const { here, article, id } = await twoMachines()
    let now = '2026-03-06T10:00:00.000Z'
    const { library } = await open(here, { machine: 'here', now: () => new Date(now) })
    must(await library.update({ article, ids: [id], patch: { note: 'today' } }))
    now = '2026-03-05T10:00:00.000Z'
    must(await library.update({ article, ids: [id], patch: { note: 'yesterday' } }))
    expect(await notesIn(library)).toEqual(['yesterday'])
    must(await library.undo())
    expect(await notesIn(library)).toEqual(['today'])
    await library.close()
    const { library: again } = await open(here)
    expect(await notesIn(again)).toEqual(['today'])
  })
})

describe('copies that programs which sync folders leave', () => {
  const copyNames = [
    '.sync-conflict-20260304-100000-ABCDEFG',
    ' 2',
    ' (1)',
    ' (conflicted copy)',
    ' (Anna’s conflicted copy 2026-03-04)',
    '-LAPTOP',
    '_conflict-20260304-100000',
  ]

  it.each(copyNames)('of annotations are joined, told and put away: “%s”', async (mark) => {
    const { here, there, article } = await twoMachines()
    const theirs = await open(there, { machine: 'there' })
    await highlight(theirs.library, 'a.txt', 'council', { note: 'theirs' })
    const copy = `${article}${mark}.json`
    await writeFile(join(places(here).annotations, copy), await fileOf(there, article))
    const mine = await open(here, { machine: 'here' })
    expect((await notesIn(mine.library)).sort()).toEqual(['first', 'theirs'])
    expect(mine.library.info().problems).toEqual([])
    expect(await readdir(places(here).annotations)).toEqual([`${article}.json`])
    expect(await readdir(places(here).backups)).toContain(copy)
    expect(await fileOf(here, article)).toContain('theirs')
    expect(mine.told).toContainEqual({
      event: 'notice',
      data: expect.objectContaining({ message: expect.stringContaining(copy) }),
    })
  })

  it.each([
    'stories.sync-conflict-20260304-100000-ABCDEFG.json',
    'stories 2.json',
    'stories (conflicted copy).json',
  ])('of the stories are joined, also while the library is open: “%s”', async (copy) => {
    const { here, there } = await twoMachines()
    const mine = await open(here, { machine: 'here' })
    const theirs = await open(there, { machine: 'there' })
    const articles = [idAt(mine.library, 'a.txt')]
    must(await mine.library.saveStory({ id: null, name: 'Mine', articles }))
    must(await theirs.library.saveStory({ id: null, name: 'Theirs', articles }))
    await put(places(here).root, { [copy]: await readFile(places(there).libraryFile('stories')) })
    await mine.library.refresh()
    expect(mine.library.stories().map(({ name }) => name)).toEqual(['Mine', 'Theirs'])
    expect(await readdir(places(here).root)).not.toContain(copy)
    expect(await readdir(places(here).backups)).toContain(copy)
  })

  it('that cannot be read are left and told, each with its name', async () => {
    const { here, article } = await twoMachines()
    await put(places(here).annotations, { [`${article} 2.json`]: 'torn {' })
    const { library } = await open(here)
    expect(library.info().problems).toMatchObject([
      { message: expect.stringContaining(`${article} 2.json`) },
    ])
    expect(await readdir(places(here).annotations)).toContain(`${article} 2.json`)
  })

  it('are joined in memory only where nothing may be written', async () => {
    const { here, there, article } = await twoMachines()
    const theirs = await open(there, { machine: 'there' })
    await highlight(theirs.library, 'a.txt', 'council', { note: 'theirs' })
    const copy = join(places(here).annotations, `${article} 2.json`)
    await writeFile(copy, await fileOf(there, article))
    const before = await fileOf(here, article)
    const { library } = await open(here, { mode: 'read' })
    expect(await notesIn(library)).toHaveLength(2)
    expect(await fileOf(here, article)).toBe(before)
    expect(await readdir(places(here).annotations)).toHaveLength(2)
  })
})

describe('a library that an older Parallax wrote', () => {
  it('keeps the file as it was beside the copies when it is first written', async () => {
    const { here, article, id } = await twoMachines()
    const rows = JSON.parse(await fileOf(here, article))
    const old = `${JSON.stringify({
      format: 'parallax/annotations',
      version: 2,
      article: rows.article,
      annotations: rows.annotations.map(({ set, ...rest }: { set: { '*': string } }) => ({
        ...rest,
        modified: set['*'].slice(0, 24),
      })),
      deleted: [],
      corrections: [],
    })}\n`
    await rm(places(here).backups, { recursive: true, force: true })
    await writeFile(places(here).annotationFile(article), old)
    const { library } = await open(here)
    expect(await notesIn(library)).toEqual(['first'])
    expect(await fileOf(here, article)).toBe(old)
    must(await library.update({ article, ids: [id], patch: { note: 'new' } }))
    expect(await fileOf(here, article)).toContain('"version":3')
    const kept = join(places(here).backups, `${article}.v2.json`)
    expect(await readFile(kept, 'utf8')).toBe(old)
  })
})
