// Stories: made, changed and deleted as steps of undo, kept on disk, joined with another machine's.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import {
  bridge,
  errorOf,
  folderOf,
  harbour,
  idAt,
  must,
  open,
  places,
  put,
  reopenWithoutIndex,
  type Told,
} from './support.ts'

const ferry =
  'The ferry stays\n\nThe ferry will run through the winter, its owner said on Sunday.\n'
const files = { 'a.txt': bridge, 'b.txt': harbour, 'c.txt': ferry }

async function started() {
  const folder = await folderOf(files)
  const opened = await open(folder)
  const [a, b, c] = ['a.txt', 'b.txt', 'c.txt'].map((path) => idAt(opened.library, path))
  return { folder, ...opened, a: a ?? '', b: b ?? '', c: c ?? '' }
}

const make = async (library: Library, name: string, articles: string[]) =>
  must(await library.saveStory({ id: null, name, articles }))

const namesIn = (library: Library): string[] => library.stories().map(({ name }) => name)
const listFile = (folder: string): string => places(folder).libraryFile('stories')
const toldStories = (told: readonly Told[]): number =>
  told.filter(({ event }) => event === 'stories-changed').length

describe('a story', () => {
  it('is made of articles in the reader’s order, each once, and told', async () => {
    const { library, told, a, b } = await started()
    const story = await make(library, 'Two quays', [b, a, b])
    expect(story).toMatchObject({ name: 'Two quays', articles: [b, a], arrangement: null })
    expect(library.stories()).toEqual([story])
    expect(told).toContainEqual({ event: 'stories-changed', data: { stories: [story] } })
    expect(library.history().undo).toBe('Make story')
  })

  it('is listed by its name as people order names', async () => {
    const { library, a } = await started()
    for (const name of ['Week 10', 'week 9', 'Årstad']) await make(library, name, [a])
    expect(namesIn(library)).toEqual(['Årstad', 'week 9', 'Week 10'])
  })

  it('is renamed, changed and deleted, each a step of undo and redo', async () => {
    const { library, a, b, c } = await started()
    const { id, created } = await make(library, 'One', [a, b])
    must(await library.saveStory({ id, name: 'Two', articles: [a, b] }))
    expect(library.history().undo).toBe('Rename story')
    must(await library.saveStory({ id, name: 'Three', articles: [c, a] }))
    expect(library.history().undo).toBe('Change story')
    must(await library.deleteStory({ id }))
    expect(library.history().undo).toBe('Delete story')
    expect(library.stories()).toEqual([])
    must(await library.undo())
    expect(library.stories()).toMatchObject([{ id, name: 'Three', articles: [c, a], created }])
    must(await library.undo())
    expect(library.stories()).toMatchObject([{ id, name: 'Two', articles: [a, b] }])
    must(await library.undo())
    must(await library.undo())
    expect(library.stories()).toEqual([])
    for (const _ of [1, 2, 3]) must(await library.redo())
    expect(namesIn(library)).toEqual(['Three'])
    must(await library.redo())
    expect(library.stories()).toEqual([])
  })

  it('that is saved as it was is no step of undo', async () => {
    const { library, a } = await started()
    const { id } = await make(library, 'One', [a])
    must(await library.saveStory({ id, name: 'One', articles: [a] }))
    expect(must(await library.undo()).undo).toBeNull()
  })

  it('is there after the library was closed, and after the cache was lost', async () => {
    const { folder, library, a, b } = await started()
    const story = await make(library, 'One', [b, a])
    expect((await reopenWithoutIndex(folder, library)).library.stories()).toEqual([story])
  })

  it('knows its articles again by where they were, when they changed and the cache is lost', async () => {
    const { folder, library, a, b } = await started()
    await put(folder, { 'a.txt': `${bridge}\nIt is open again.\n` })
    await library.refresh()
    await library.whenRead()
    await make(library, 'One', [a, b])
    const again = await reopenWithoutIndex(folder, library)
    expect(idAt(again.library, 'a.txt')).toBe(a)
  })

  it('keeps an article whose file is gone, and takes in none that nobody knows', async () => {
    const { folder, library, a, b } = await started()
    const { id } = await make(library, 'One', [a, b])
    await rm(`${folder}/a.txt`)
    await library.refresh()
    must(await library.saveStory({ id, name: 'Other', articles: [b, a] }))
    expect(library.stories()).toMatchObject([{ name: 'Other', articles: [b, a] }])
    const unknown = 'ffffffffffffffff'
    expect(errorOf(await library.saveStory({ id, name: 'X', articles: [unknown] })).code).toBe(
      'not-found',
    )
  })

  it('that is gone cannot be changed or deleted', async () => {
    const { library, a } = await started()
    const id = '00000000-0000-4000-8000-000000000000'
    expect(errorOf(await library.saveStory({ id, name: 'X', articles: [a] })).code).toBe(
      'not-found',
    )
    expect(errorOf(await library.deleteStory({ id })).code).toBe('not-found')
  })

  it('keeps its articles when an import gives them other ids, also through undo', async () => {
    const { library, a, b } = await started()
    const adopted = '0123456789abcdef'
    const { id } = await make(library, 'One', [a, b])
    must(await library.saveStory({ id, name: 'One', articles: [a] }))
    const panes = [{ article: a, top: 5, size: null }]
    const place = { article: a, offset: 1 }
    const pins = [{ a: place, b: { article: b, offset: 2 } }]
    must(await library.arrangeStory({ id, arrangement: { panes, focused: 0, pins } }))
    must(await library.add('Import', [{ article: a, adoptId: adopted, annotations: [] }]))
    expect(library.stories()).toMatchObject([
      {
        articles: [adopted],
        arrangement: { panes: [{ article: adopted }], pins: [{ a: { article: adopted } }] },
      },
    ])
    must(await library.undo())
    expect(library.stories()).toMatchObject([{ articles: [adopted, b] }])
  })
})

describe('how a story is laid out', () => {
  const arrangement = { panes: [], focused: 0, pins: [] }

  it('is kept and told, but is no step of undo, nor taken back by one', async () => {
    const { folder, library, told, a, b } = await started()
    const { id } = await make(library, 'One', [a])
    must(await library.saveStory({ id, name: 'Two', articles: [a, b] }))
    const before = toldStories(told)
    must(await library.arrangeStory({ id, arrangement }))
    must(await library.arrangeStory({ id, arrangement }))
    expect(toldStories(told)).toBe(before + 1)
    expect(library.history().undo).toBe('Change story')
    must(await library.undo())
    expect(library.stories()).toMatchObject([{ name: 'One', arrangement }])
    await library.close()
    expect((await open(folder)).library.stories()).toMatchObject([{ arrangement }])
  })

  it('is let be in a library that can only be read, and for a story that is gone', async () => {
    const { folder, library, a } = await started()
    const { id } = await make(library, 'One', [a])
    must(await library.deleteStory({ id }))
    must(await library.arrangeStory({ id, arrangement }))
    must(await library.undo())
    const before = await readFile(listFile(folder), 'utf8')
    const { library: looking } = await open(folder, { mode: 'read' })
    must(await looking.arrangeStory({ id, arrangement }))
    expect(await readFile(listFile(folder), 'utf8')).toBe(before)
    expect(errorOf(await looking.saveStory({ id, name: 'X', articles: [a] })).code).toBe('locked')
    expect(errorOf(await looking.deleteStory({ id })).code).toBe('locked')
  })
})

describe('stories of another machine', () => {
  it('are joined with those here: the later word holds, a deleted one stays away', async () => {
    const { folder, library, told, a, b } = await started()
    const one = await make(library, 'One', [a])
    const two = await make(library, 'Two', [b])
    const elsewhere = await readFile(listFile(folder), 'utf8')
    must(await library.deleteStory({ id: two.id }))
    const renamed = elsewhere
      .replace('"name":"One"', '"name":"First"')
      .replace(`"*":"${one.modified}~000~here"`, '"*":"2027-01-01T00:00:00.000Z~000~there"')
    await writeFile(listFile(folder), renamed)
    const before = toldStories(told)
    await library.refresh()
    expect(namesIn(library)).toEqual(['First'])
    expect(toldStories(told)).toBe(before + 1)
  })

  it('in a damaged file are told, and the next change sets it aside', async () => {
    const { folder, library, a } = await started()
    await make(library, 'One', [a])
    await library.close()
    await writeFile(listFile(folder), 'torn {')
    const { library: again, told } = await open(folder)
    expect(again.info().problems).toMatchObject([{ code: 'store-damaged' }])
    told.length = 0
    await make(again, 'Two', [a])
    expect(again.info().problems).toEqual([])
    expect(told).toContainEqual({
      event: 'library-changed',
      data: { info: again.info(), changed: [], removed: [], more: false },
    })
    expect(namesIn(again)).toEqual(['One', 'Two'])
  })
})
