// Tags: what is said of them, and their renaming over all annotations, on one machine and on two.
import { randomUUID } from 'node:crypto'
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import { tagKind } from '../../../src/shared/kinds/tag.ts'
import {
  bridge,
  clock,
  errorOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  openAt,
  places,
  tempFolder,
} from './support.ts'

const files = { 'a.txt': bridge, 'b.txt': harbour }
const deps = { now: clock(), version: '0.0.0' }
const whole = async (library: Library, article: string | null = null) =>
  must(await buildExport(library, { format: 'json', article, empty: false }, deps)).text

async function tagged() {
  const folder = await folderOf(files)
  const { library } = await open(folder, { machine: 'here' })
  await highlight(library, 'a.txt', 'cracks', { tags: ['damage', 'other'] })
  await highlight(library, 'a.txt', 'repair', { tags: ['damage/cost'] })
  await highlight(library, 'b.txt', 'unfair', { tags: ['damages', 'damage'] })
  return { folder, library }
}

const tagsIn = async (library: Library): Promise<string[]> =>
  (await library.tags()).map(({ name }) => name)
const recordOf = (library: Library, name: string) => library.ledger.get(tagKind, null, name)

const renameIt = (library: Library) => library.saveTag({ name: 'damage', newName: 'harm' })
const describeIt = (library: Library) =>
  library.saveTag({ name: 'harm', description: 'Meanwhile.' })

/** What a program that syncs folders does: every file of one side takes the place of the other's. */
async function sync(from: string, to: string): Promise<void> {
  const copy = async (file: string) => {
    const temp = join(to, '.parallax', 'incoming.tmp')
    await writeFile(temp, await readFile(join(from, '.parallax', file)))
    await rename(temp, join(to, '.parallax', file))
  }
  await copy('tags.json')
  for (const name of await readdir(places(from).annotations)) await copy(`annotations/${name}`)
}

describe('a tag', () => {
  it('that is renamed beneath a name it was renamed from is called so once and for all', async () => {
    const { folder, library } = await tagged()
    must(await library.saveTag({ name: 'damage', newName: 'harm' }))
    must(await library.saveTag({ name: 'harm', newName: 'damage/all' }))
    const called = ['damage/all', 'damage/all/cost', 'damages', 'other']
    expect(await tagsIn(library)).toEqual(called)
    await library.close()
    const { library: again } = await open(folder, { machine: 'here' })
    await again.refresh()
    expect(await tagsIn(again)).toEqual(called)
    await highlight(again, 'b.txt', 'unfair', { tags: ['damage'] })
    expect(await tagsIn(again)).toEqual(['damage', ...called])
  })

  it('in use is not renamed by what an import says of it, and the import says so', async () => {
    const { library } = await tagged()
    const folder = await folderOf(files)
    const { library: other } = await open(folder, { machine: 'there' })
    await highlight(other, 'b.txt', 'nobody had asked', { tags: ['damage'] })
    must(await other.saveTag({ name: 'damage', newName: 'harm' }))
    const before = await tagsIn(library)
    const text = await whole(other)
    const report = must(await importJson(library, { text, name: 'x.json', dryRun: false }))
    expect(report.lost.join()).toContain('“damage” was renamed to “harm” there')
    expect(await tagsIn(library)).toEqual([...before, 'harm'].sort())
  })

  it('has a colour and a description, set and undone as one step', async () => {
    const { folder, library } = await tagged()
    const said = { name: 'damage', color: 'red', description: 'What broke.' } as const
    must(await library.saveTag(said))
    expect(recordOf(library, 'damage')).toMatchObject(said)
    must(await library.undo())
    expect(recordOf(library, 'damage')).toBeNull()
    must(await library.redo())
    await library.close()
    expect(recordOf((await open(folder)).library, 'damage')).toMatchObject(said)
  })

  it('is renamed with those beneath it in all annotations, as one step of undo', async () => {
    const { library } = await tagged()
    must(await library.saveTag({ name: 'damage', color: 'red', description: 'What broke.' }))
    must(await library.saveTag({ name: 'damage/cost', color: 'blue', description: '' }))
    must(await library.saveTag({ name: 'damage', newName: 'harm' }))
    expect(await tagsIn(library)).toEqual(['damages', 'harm', 'harm/cost', 'other'])
    expect(recordOf(library, 'harm')).toMatchObject({ color: 'red', description: 'What broke.' })
    expect(recordOf(library, 'harm/cost')).toMatchObject({ color: 'blue' })
    expect(library.history().undo).toBe('Rename tag “damage”')
    must(await library.undo())
    expect(await tagsIn(library)).toEqual(['damage', 'damage/cost', 'damages', 'other'])
    expect(recordOf(library, 'harm')).toBeNull()
    expect(recordOf(library, 'damage')).toMatchObject({ color: 'red', renamedTo: null })
    must(await library.redo())
    expect(await tagsIn(library)).toEqual(['damages', 'harm', 'harm/cost', 'other'])
  })

  it.each([
    ['after', (library: Library) => [renameIt(library), describeIt(library)]],
    ['before', (library: Library) => [describeIt(library), renameIt(library)]],
  ])('keeps what is said of its new name right %s it is renamed', async (_when, both) => {
    const { library } = await tagged()
    must(await library.saveTag({ name: 'damage', color: 'red', description: 'What broke.' }))
    for (const done of await Promise.all(both(library))) must(done)
    expect(recordOf(library, 'harm')).toMatchObject({ color: 'red', description: 'Meanwhile.' })
  })

  it('that is given while another is renamed stays, and the renamed one, too', async () => {
    const { library } = await tagged()
    const { id: article, resolved } = await openAt(library, 'b.txt')
    const [given] = resolved
    const ids = [given?.annotation.id ?? '']
    const patch = { tags: ['damages', 'damage', 'given'] }
    const both = [renameIt(library), library.update({ article, ids, patch })]
    for (const done of await Promise.all(both)) must<unknown>(done)
    expect(library.annotations(article)[0]?.tags.toSorted()).toEqual(['damages', 'given', 'harm'])
  })

  it('that is given in the place of one that another window takes away at the same time stays', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks', { tags: ['harm'] })
    const one = { article: idAt(library, 'a.txt'), ids: [annotation.id] }
    const answers = await Promise.all([
      library.update({ ...one, patch: { tags: [] } }),
      library.update({ ...one, patch: { tags: ['danger'] } }),
    ])
    expect(answers.map((answer) => must(answer)[0]?.tags)).toEqual([[], ['danger']])
    expect(library.annotations(one.article)[0]?.tags).toEqual(['danger'])
  })

  it('that another machine gave since stays when the renaming of one is undone', async () => {
    const { folder: here, library } = await tagged()
    await library.close()
    const there = await tempFolder()
    await cp(here, there, { recursive: true })
    const mine = await open(here, { machine: 'here' })
    must(await renameIt(mine.library))
    await mine.library.refresh()
    const theirs = await open(there, { machine: 'there' })
    await sync(here, there)
    await theirs.library.refresh()
    const { id: article, resolved } = await openAt(theirs.library, 'b.txt')
    const ids = resolved.map(({ annotation }) => annotation.id)
    must(await theirs.library.update({ article, ids, patch: { tags: ['damages', 'harm', 'new'] } }))
    await sync(there, here)
    await mine.library.refresh()
    expect(mine.library.annotations(article)[0]?.tags).toEqual(['damages', 'harm', 'new'])
    must(await mine.library.undo())
    expect(mine.library.annotations(article)[0]?.tags).toEqual(['damages', 'damage', 'new'])
    expect(recordOf(mine.library, 'damage')?.renamedTo ?? null).toBeNull()
  })

  it('that takes the name of another becomes one with it; each annotation has it once', async () => {
    const { library } = await tagged()
    must(await library.saveTag({ name: 'damages', newName: 'damage' }))
    const { resolved } = await openAt(library, 'b.txt')
    expect(resolved[0]?.annotation.tags).toEqual(['damage'])
  })

  it('keeps what is said of the one whose name it takes, but for what is said anew, in one step', async () => {
    const { library } = await tagged()
    must(await library.saveTag({ name: 'damage', color: 'red', description: 'What broke.' }))
    must(await library.saveTag({ name: 'damages', description: 'Twice the same.' }))
    must(await library.saveTag({ name: 'damages', newName: 'damage' }))
    expect(recordOf(library, 'damage')).toMatchObject({ color: 'red', description: 'What broke.' })
    must(await library.undo())
    expect(await tagsIn(library)).toContain('damages')
    must(await library.saveTag({ name: 'damages', newName: 'damage', color: 'blue' }))
    expect(recordOf(library, 'damage')).toMatchObject({ color: 'blue', description: 'What broke.' })
    must(await library.undo())
    expect(await tagsIn(library)).toContain('damages')
    expect(recordOf(library, 'damage')).toMatchObject({ color: 'red' })
    expect(library.history().undo).toBe('Describe tag')
  })

  it('of which nothing new is said is no step of undo', async () => {
    const { library } = await tagged()
    must(await library.saveTag({ name: 'other', color: null, description: '' }))
    must(await library.saveTag({ name: 'other' }))
    expect(library.history().undo).toBe('Highlight')
    expect(recordOf(library, 'other')).toBeNull()
  })

  it('cannot be moved beneath itself, nor to a name that is too long for those beneath it', async () => {
    const { library } = await tagged()
    const within = await library.saveTag({ name: 'damage', newName: 'damage/old' })
    expect(errorOf(within).message).toContain('beneath itself')
    const long = await library.saveTag({ name: 'damage', newName: 'x'.repeat(118) })
    expect(errorOf(long).code).toBe('bad-argument')
    expect(await tagsIn(library)).toContain('damage')
    expect(library.history().undo).toBe('Highlight')
  })

  it('has its new name on what comes from another machine under the old one, and back again', async () => {
    const { folder: here, library } = await tagged()
    await library.close()
    const there = await tempFolder()
    await cp(here, there, { recursive: true })
    const mine = await open(here, { machine: 'here' })
    const theirs = await open(there, { machine: 'there' })
    await highlight(theirs.library, 'a.txt', 'council', { tags: ['damage/late'] })
    must(await mine.library.saveTag({ name: 'damage', newName: 'harm' }))
    for (const name of await readdir(places(there).annotations)) {
      const temp = join(here, '.parallax', 'incoming.tmp')
      await writeFile(temp, await readFile(join(places(there).annotations, name)))
      await rename(temp, join(places(here).annotations, name))
    }
    await mine.library.refresh()
    await expect.poll(() => tagsIn(mine.library)).toContain('harm/late')
    expect((await tagsIn(mine.library)).filter((name) => /^damage(\/|$)/.test(name))).toEqual([])
    await mine.library.close()
    await sync(here, there)
    await theirs.library.refresh()
    await expect
      .poll(() => tagsIn(theirs.library))
      .toEqual(['damages', 'harm', 'harm/cost', 'harm/late', 'other'])
  })

  it('has its new name when what came under the old one came while the library was closed', async () => {
    const { folder, library } = await tagged()
    must(await library.saveTag({ name: 'other', newName: 'rest' }))
    const id = idAt(library, 'a.txt')
    await library.close()
    const path = places(folder).annotationFile(id)
    const text = await readFile(path, 'utf8')
    const line = text.split('\n').find((each) => each.includes('"cracks"')) ?? ''
    const late = line
      .replace(/"id":"[^"]+"/, '"id":"0b6e0a4e-8f0b-4a53-9d0e-0d5f6f0a1c11"')
      .replace('"rest"', '"other"')
      .replace(/,?$/, ',')
    await writeFile(path, text.replace(line, `${late}\n${line}`))
    const again = await open(folder)
    expect(again.library.info().problems).toEqual([])
    await expect.poll(() => tagsIn(again.library)).not.toContain('other')
  })

  it('has its new name on disk when the library is closed right after the old one came', async () => {
    const { folder: here, library } = await tagged()
    must(await renameIt(library))
    await library.refresh()
    const names = await readdir(places(here).annotations)
    for (const name of names) {
      const path = join(places(here).annotations, name)
      const text = await readFile(path, 'utf8')
      const line = text.split('\n').find((each) => each.includes('"harm"')) ?? ''
      const late = line
        .replace(/"id":"[^"]+"/, `"id":"${randomUUID()}"`)
        .replaceAll('"harm"', '"damage"')
        .replace(/,?$/, ',')
      await writeFile(path, text.replace(line, `${late}\n${line}`))
    }
    expect(names).toHaveLength(2)
    await library.refresh()
    await library.close()
    expect(await readdir(places(here).journal).catch(() => [])).toEqual([])
    for (const name of names)
      expect(await readFile(join(places(here).annotations, name), 'utf8')).not.toContain('"damage"')
  })

  it('that two machines renamed into each other comes to an end', async () => {
    const { folder: here, library } = await tagged()
    await library.close()
    const there = await tempFolder()
    await cp(here, there, { recursive: true })
    const mine = await open(here, { machine: 'here' })
    const theirs = await open(there, { machine: 'there' })
    must(await mine.library.saveTag({ name: 'damage', newName: 'other' }))
    must(await theirs.library.saveTag({ name: 'other', newName: 'damage' }))
    // What is safe in the journal is in the files after a look.
    await theirs.library.refresh()
    await sync(there, here)
    await mine.library.refresh()
    await sync(here, there)
    await theirs.library.refresh()
    await expect.poll(async () => (await tagsIn(theirs.library)).length).toBeGreaterThan(0)
    const tags = await tagsIn(mine.library)
    await mine.library.close()
    expect(await tagsIn((await open(here)).library)).toEqual(tags)
  })

  it('goes with an export in which it is used, and comes in again', async () => {
    const { library } = await tagged()
    must(await library.saveTag({ name: 'damage', color: 'red', description: 'What broke.' }))
    must(await library.saveTag({ name: 'elsewhere', color: null, description: 'Not here.' }))
    const json = JSON.parse(await whole(library, idAt(library, 'b.txt')))
    expect(json.tags).toMatchObject([{ name: 'damage', color: 'red' }])
    const text = await whole(library)
    const copy = await open(await folderOf(files))
    const report = must(await importJson(copy.library, { text, name: 'n.json', dryRun: false }))
    expect(report).toMatchObject({ records: [{ noun: 'tags', count: 2 }], lost: [] })
    expect(await whole(copy.library)).toBe(text)
  })
})
