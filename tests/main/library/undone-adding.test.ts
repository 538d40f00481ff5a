// Adding is a step of undo like any other: what came in goes to the bin, or to a folder of the store,
// and nothing that somebody has made is lost.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLibrary } from '../../../src/main/features/checking/check.ts'
import type { LibraryDeps } from '../../../src/main/library.ts'
import { bridge, errorOf, must, type Opened, open, openAt, places, tempFolder } from './support.ts'

interface Room extends Opened {
  readonly folder: string
  files(): Promise<string[]>
  removed(): Promise<string[]>
}

async function room(deps: Partial<LibraryDeps> = {}): Promise<Room> {
  const folder = await tempFolder()
  const names = async (path: string): Promise<string[]> =>
    (await readdir(path).catch(() => [])).filter((name) => !name.startsWith('.')).sort()
  return {
    ...(await open(folder, deps)),
    folder,
    files: () => names(folder),
    removed: () => names(places(folder).removed),
  }
}

const add = async ({ library }: Room, name: string, text: string, run?: string) =>
  must(await library.put({ name, source: Buffer.from(text) }, run))

const paths = ({ library }: Room): string[] => library.articles().map(({ path }) => path)

const notices = ({ told }: Room): string[] =>
  told.flatMap(({ event, data }) =>
    event === 'notice' && typeof data === 'object' && data && 'message' in data
      ? [String(data.message)]
      : [],
  )

describe('undo of an adding', () => {
  it('moves the file out of the library, and says where it lies', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    expect(here.library.history().undo).toBe('Add “bridge.txt”')
    const undone = must(await here.library.undo())
    expect(undone).toEqual({
      undo: null,
      redo: 'Add “bridge.txt”',
      said: 'The file lies in “.parallax/removed” in the library’s folder.',
    })
    expect(paths(here)).toEqual([])
    expect(await here.files()).toEqual([])
    expect(await readFile(join(places(here.folder).removed, 'bridge.txt'), 'utf8')).toBe(bridge)
  })

  it('is undone by redo: the file is back in its place', async () => {
    const here = await room()
    await add(here, 'towns/bridge.txt', bridge)
    await here.library.undo()
    expect(must(await here.library.redo()).undo).toBe('Add “bridge.txt”')
    expect(paths(here)).toEqual(['towns/bridge.txt'])
    expect(await here.removed()).toEqual([])
    must(await here.library.undo())
    expect(paths(here)).toEqual([])
  })

  it('puts the file into the bin where the system has one, and offers no redo', async () => {
    const bin: string[] = []
    const here = await room({
      toBin: async (path) => {
        bin.push(path)
        await rm(path)
      },
    })
    await add(here, 'bridge.txt', bridge)
    expect(must(await here.library.undo())).toEqual({
      undo: null,
      redo: null,
      said: 'The file lies in the system’s bin.',
    })
    expect(bin).toEqual([join(here.folder, 'bridge.txt')])
    expect(await here.removed()).toEqual([])
  })

  it('keeps the file where the bin does not take it', async () => {
    const here = await room({ toBin: () => Promise.reject(new Error('no bin on this disk')) })
    await add(here, 'bridge.txt', bridge)
    must(await here.library.undo())
    expect(await here.removed()).toEqual(['bridge.txt'])
  })

  it('leaves both of two files of one name', async () => {
    const here = await room()
    for (const text of ['The first story.', 'The second story.', 'The third story.']) {
      await add(here, 'bridge.txt', text)
      must(await here.library.undo())
    }
    expect(await here.removed()).toEqual(['bridge (2).txt', 'bridge (3).txt', 'bridge.txt'])
    expect(await readFile(join(places(here.folder).removed, 'bridge (2).txt'), 'utf8')).toBe(
      'The second story.',
    )
  })

  it('throws no file away that was changed since, and tells it', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    await writeFile(join(here.folder, 'bridge.txt'), 'Somebody’s own words.')
    must(await here.library.undo())
    expect(await here.files()).toEqual(['bridge.txt'])
    expect(notices(here)).toEqual([
      '“bridge.txt” was changed since it was added, so it stays in the library.',
    ])
    // It is no step any more: undo is not stuck with it.
    expect(here.library.history()).toEqual({ undo: null, redo: null })
  })

  it('leaves a folder alone that stands in the file’s place', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    await rm(join(here.folder, 'bridge.txt'))
    await mkdir(join(here.folder, 'bridge.txt'))
    must(await here.library.undo())
    expect(await here.files()).toEqual(['bridge.txt'])
  })

  it.each([
    ['was deleted', (path: string) => rm(path)],
    ['was renamed', (path: string) => rename(path, path.replace('bridge', 'other'))],
  ])('is done with a file that %s meanwhile', async (_, act) => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    await act(join(here.folder, 'bridge.txt'))
    const before = await here.files()
    expect(must(await here.library.undo())).toEqual({ undo: null, redo: null, said: null })
    expect(await here.files()).toEqual(before)
  })

  it('always takes the last thing back, whether a highlight or an adding', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    const { id: article } = await openAt(here.library, 'bridge.txt')
    must(await here.library.create({ article, start: 0, end: 6, color: 'red', tags: [], note: '' }))
    await add(here, 'tram.txt', 'The tram is late again.')
    expect(here.library.history().undo).toBe('Add “tram.txt”')
    must(await here.library.undo())
    expect(paths(here)).toEqual(['bridge.txt'])
    expect(here.library.history().undo).toBe('Highlight')
    must(await here.library.undo())
    must(await here.library.undo())
    expect(paths(here)).toEqual([])
    for (let turn = 0; turn < 3; turn++) must(await here.library.redo())
    expect(paths(here)).toEqual(['bridge.txt', 'tram.txt'])
    expect((await openAt(here.library, 'bridge.txt')).resolved).toHaveLength(1)
  })

  it('takes all files of one run back at once, and none of another', async () => {
    const here = await room()
    await add(here, 'before.txt', 'What was there before.', 'first')
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => add(here, `${name}.txt`, `Story ${name}.`, 'second')),
    )
    expect(here.library.history().undo).toBe('Add 4 files')
    must(await here.library.undo())
    expect(paths(here)).toEqual(['before.txt'])
    must(await here.library.redo())
    expect(paths(here)).toEqual(['a.txt', 'b.txt', 'before.txt', 'c.txt', 'd.txt'])
  })

  it('waits for a file that is on its way', async () => {
    const here = await room()
    const adding = add(here, 'bridge.txt', bridge)
    const undone = here.library.undo()
    await adding
    must(await undone)
    expect(paths(here)).toEqual([])
  })

  it('takes back what was pasted', async () => {
    const here = await room()
    must(await here.library.paste({ html: null, text: 'A story from the clipboard.' }))
    expect(here.library.history().undo).toMatch(/^Add “A story from the clipboard /)
    must(await here.library.undo())
    expect(paths(here)).toEqual([])
  })

  it('is no step where the file lay in the library already, or could not be read', async () => {
    const here = await room()
    await writeFile(join(here.folder, 'bridge.txt'), bridge)
    await here.library.refresh()
    must(await here.library.put({ name: 'bridge.txt', source: join(here.folder, 'bridge.txt') }))
    await add(here, 'empty.txt', '')
    expect(here.library.history().undo).toBeNull()
  })

  it('gives the file a number on redo where its name was taken', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    must(await here.library.undo())
    await writeFile(join(here.folder, 'bridge.txt'), 'Another story of that name.')
    await here.library.refresh()
    must(await here.library.redo())
    expect(paths(here)).toEqual(['bridge (2).txt', 'bridge.txt'])
    expect(await readFile(join(here.folder, 'bridge.txt'), 'utf8')).toBe(
      'Another story of that name.',
    )
  })

  it('leaves a library that is sound: what lies in the folder of the store is no fault', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    must(await here.library.undo())
    await here.library.refresh()
    expect(await checkLibrary({ ...here.library, open: () => Promise.reject() })).toMatchObject({
      articles: 0,
      problems: [],
    })
  })

  it('is refused where nothing may be changed', async () => {
    const here = await room()
    await add(here, 'bridge.txt', bridge)
    await here.library.close()
    expect(errorOf(await here.library.undo()).code).toBe('locked')
    expect(await here.files()).toEqual(['bridge.txt'])
  })
})
