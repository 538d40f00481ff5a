// What a reader saves does not wait for what goes on by itself: counted in what was done before what.
import { existsSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  openAt,
  ownWork,
  places,
  rowAt,
} from './support.ts'

const count = 120
const many = Object.fromEntries(
  Array.from({ length: count }, (_, n) => [`many/${n}.txt`, `Number ${n}\n\n${harbour}`]),
)

const filesOf = (folder: string): number =>
  existsSync(places(folder).annotations) ? readdirSync(places(folder).annotations).length : 0

const inEach = (library: Library) =>
  library.createMany(
    Object.keys(many).map((path) => ({
      article: idAt(library, path),
      start: 0,
      end: 6,
      color: 'yellow' as const,
      tags: [],
      note: '',
    })),
  )

it('a highlight is saved while a change of many articles is on its way into their files', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const { library } = await open(folder)
  must(await inEach(library))
  // All of them are safe in the journal; their files follow.
  await highlight(library, 'mine.txt', 'cracks')
  expect(filesOf(folder)).toBeLessThan(count)
  await library.close()
  expect(filesOf(folder)).toBe(count + 1)
})

it('a highlight is saved while undo of many articles is on its way', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const { library } = await open(folder)
  must(await inEach(library))
  await library.close()
  const { library: again, told } = await open(folder)
  must(await inEach(again))
  await sleep(0)
  const before = told.length
  must(await again.undo())
  await highlight(again, 'mine.txt', 'cracks')
  const events = told.slice(before).filter(({ event }) => event === 'annotations-changed')
  expect(events).toHaveLength(count + 1)
})

it('telling of many articles reads none of their files again', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const work = ownWork()
  const { library } = await open(folder, { work })
  must(await inEach(library))
  const reads = work.reads.length
  must(await library.undo())
  must(await library.redo())
  expect(work.reads).toHaveLength(reads)
})

it('a highlight is saved while files arrive and while the folder is looked at', async () => {
  const folder = await folderOf({ 'mine.txt': bridge })
  let release = (): void => undefined
  const held = new Promise<void>((done) => {
    release = done
  })
  const own = ownWork()
  const { library } = await open(folder, {
    work: {
      ...own,
      readArticle: async (path, part, order) => {
        if (path.includes('slow')) await held
        return own.readArticle(path, part, order)
      },
    },
  })
  const arriving = ['slow-1.txt', 'slow-2.txt'].map((name) =>
    library.put({ name, source: Buffer.from(harbour) }),
  )
  const look = library.refresh()
  await highlight(library, 'mine.txt', 'cracks')
  expect(library.articles().map(({ path }) => path)).toEqual(['mine.txt'])
  release()
  await Promise.all([...arriving, look])
  expect(library.articles()).toHaveLength(3)
})

it('a highlight is answered before a change of many articles that was begun before it', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const { library } = await open(folder)
  const done: string[] = []
  const all = inEach(library).then((result) => {
    must(result)
    done.push('many')
  })
  await highlight(library, 'mine.txt', 'cracks')
  done.push('mine')
  await all
  expect(done).toEqual(['mine', 'many'])
  const { undo } = library.history()
  must(await library.undo())
  expect(library.articles().filter(({ annotations }) => annotations > 0)).toHaveLength(
    undo === 'Highlight' ? count : 1,
  )
  must(await library.undo())
  expect(library.articles().filter(({ annotations }) => annotations > 0)).toHaveLength(0)
})

it('undo takes back what the menu names, not a change of many articles that is on its way', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const { library } = await open(folder)
  await openAt(library, 'mine.txt')
  const all = inEach(library)
  await highlight(library, 'mine.txt', 'cracks')
  expect(library.history().undo).toBe('Highlight')
  must(await library.undo())
  must(await all)
  expect(rowAt(library, 'mine.txt').annotations).toBe(0)
  expect(library.history()).toMatchObject({ undo: `Highlight ${count} passages` })
})

it('a library that is closed while something is saved has it, and lets nothing be written later', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const { library } = await open(folder)
  await openAt(library, 'mine.txt')
  const saving = highlight(library, 'mine.txt', 'cracks')
  await sleep(0)
  await Promise.all([library.close(), saving.catch(() => undefined)])
  expect(existsSync(places(folder).lock)).toBe(false)
  const { library: again } = await open(folder)
  const saved = await saving.then(
    () => 1,
    () => 0,
  )
  expect(rowAt(again, 'mine.txt').annotations).toBe(saved)
})

it('what is saved while much is undone lies above it', async () => {
  const folder = await folderOf({ ...many, 'mine.txt': bridge })
  const { library } = await open(folder)
  must(await inEach(library))
  const undone = library.undo()
  await highlight(library, 'mine.txt', 'cracks')
  must(await undone)
  expect(must(await library.undo())).toMatchObject({ undo: null, redo: 'Highlight' })
})
