// What a person waits for goes before what goes on by itself in an open library, is read once, and
// nothing that goes on by itself is waited for. Counts and orders, no times.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashFiles } from '../../../src/main/core/shelf/hashing.ts'
import { walk } from '../../../src/main/core/shelf/walk.ts'
import { openLibrary } from '../../../src/main/library.ts'
import { createRankedWork } from '../../../src/main/work/ranked-work.ts'
import { ownThreadWork, type Work, type WorkRequest } from '../../../src/main/work/work.ts'
import {
  bridge,
  errorOf,
  type Files,
  folderOf,
  harbour,
  idAt,
  indexOf,
  must,
  open,
  rowAt,
} from './support.ts'

interface Gated {
  readonly work: Work
  /** Names of the files whose reading has begun, in order. */
  readonly begun: string[]
  /** Names of those whose reading was not wanted any more. */
  readonly ended: string[]
  /** Lets a file be read; those that were not let stay under way. */
  let(...names: string[]): void
  letAll(): void
}

/** Reads in the test's own thread, but only what was let. */
function gated(places = 3, reserved = 1): Gated {
  const begun: string[] = []
  const ended: string[] = []
  const gates = new Map<string, () => void>()
  const open = new Set<string>()
  let all = false
  const run = async (request: WorkRequest, signal: AbortSignal): Promise<unknown> => {
    const path = request.kind === 'clean' ? '' : request.path
    const name = basename(path)
    begun.push(name)
    await new Promise<void>((go) => {
      if (all || open.has(name)) return go()
      gates.set(name, go)
      signal.addEventListener('abort', () => {
        ended.push(name)
        go()
      })
    })
    return ownThreadWork.readArticle(path, request.kind === 'article' ? request.part : null)
  }
  const work = createRankedWork({ places, reserved, run })
  return {
    work: { ...work, comparer: ownThreadWork.comparer },
    begun,
    ended,
    let(...names) {
      for (const name of names) {
        open.add(name)
        gates.get(name)?.()
      }
    },
    letAll() {
      all = true
      for (const go of gates.values()) go()
    },
  }
}

const pages = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`page ${n}.txt`, `Page ${n}\n\n${bridge}`]),
  )

/** A library whose files are still being read. */
async function opening(files: Files, work: Work) {
  const folder = await folderOf(files)
  const told: unknown[] = []
  const opened = await openLibrary(folder, {
    work,
    now: () => new Date(),
    emit: (event, data) => void told.push({ event, data }),
    mode: 'write',
    sample: false,
    index: indexOf(folder),
    patience: 600_000,
  })
  return { library: must(opened), folder, told }
}

describe('opening an article while forty others are read in the background', () => {
  it('begins at once, in a place that is kept for it, and waits for none of them', async () => {
    const gate = gated()
    const { library } = await opening({ ...pages(40), 'two lines.txt': harbour }, gate.work)
    gate.let('two lines.txt')
    const opened = must(await library.open(idAt(library, 'two lines.txt')))
    expect(opened.title).toBe('Harbour dues rise')
    expect(gate.begun).toEqual(['page 0.txt', 'page 1.txt', 'two lines.txt'])
    gate.letAll()
    await library.whenRead()
    expect(library.articles().every(({ state }) => state === 'ready')).toBe(true)
    await library.close()
  })

  it('reads a file once that was waiting to be read, and takes it out of turn', async () => {
    const gate = gated(1, 0)
    const { library } = await opening(pages(6), gate.work)
    const opened = library.open(idAt(library, 'page 5.txt'))
    // The disk is asked first whether the file is as it was.
    while (!gate.begun.includes('page 5.txt')) {
      gate.let('page 0.txt', 'page 5.txt')
      await new Promise(setImmediate)
    }
    expect(must(await opened).text).toContain('Page 5')
    expect(gate.begun.slice(0, 2)).toEqual(['page 0.txt', 'page 5.txt'])
    gate.letAll()
    await library.whenRead()
    expect(gate.begun.filter((name) => name === 'page 5.txt').length).toBe(1)
    await library.close()
  })

  it('does not share the reading of a file that has changed since', async () => {
    const gate = gated()
    const { library, folder } = await opening(pages(1), gate.work)
    while (gate.begun.length === 0) await new Promise(setImmediate)
    await writeFile(join(folder, 'page 0.txt'), `Changed\n\n${harbour}`)
    const opened = library.open(idAt(library, 'page 0.txt'))
    while (gate.begun.length < 2) await new Promise(setImmediate)
    gate.letAll()
    expect(must(await opened).title).toBe('Changed')
    await library.close()
  })

  it('is not driven out of memory by what is read after it', async () => {
    const gate = gated(2, 1)
    const { library } = await opening(pages(40), gate.work)
    gate.let('page 39.txt')
    const id = idAt(library, 'page 39.txt')
    must(await library.open(id))
    gate.letAll()
    await library.whenRead()
    must(await library.open(id))
    expect(gate.begun.filter((name) => name === 'page 39.txt').length).toBe(1)
    await library.close()
  })
})

describe('what goes on by itself', () => {
  it('is not waited for when a library is closed', async () => {
    const gate = gated()
    const { library } = await opening(pages(40), gate.work)
    // No file is ever let: were one waited for, this would not end.
    await library.close()
    expect(gate.begun).toEqual(['page 0.txt', 'page 1.txt'])
    expect(gate.ended).toEqual(gate.begun)
  })

  it('leaves unread what it had not read, and the next start reads that alone', async () => {
    const gate = gated()
    const { library, folder } = await opening(pages(5), gate.work)
    gate.let('page 0.txt', 'page 1.txt')
    for (const name of ['page 0.txt', 'page 1.txt'])
      while (rowAt(library, name).state !== 'ready') await new Promise(setImmediate)
    await library.close()
    const again = await open(folder)
    expect(again.work.reads.map((path) => basename(path)).sort()).toEqual(
      [2, 3, 4].map((n) => `page ${n}.txt`),
    )
    expect(again.library.articles().map(({ problem }) => problem)).toEqual([
      ...[null, null, null, null, null],
    ])
  })

  it('ends at once when it is stopped, and says that it is over', async () => {
    const gate = gated()
    const { library, told } = await opening(pages(40), gate.work)
    await library.stop()
    await library.whenRead()
    expect(gate.begun.length).toBe(2)
    expect(told.at(-1)).toEqual({ event: 'library-progress', data: { done: 40, total: 40 } })
    // What is left is read when it is opened, and when the folder is looked at again on request.
    gate.letAll()
    expect(must(await library.open(idAt(library, 'page 30.txt'))).text).toContain('Page 30')
    expect(gate.begun.length).toBe(3)
    await library.refresh()
    await library.whenRead()
    expect(library.articles().every(({ state }) => state === 'ready')).toBe(true)
    await library.close()
  })

  it('is read once when stock is taken again meanwhile', async () => {
    const gate = gated()
    const { library } = await opening(pages(12), gate.work)
    await library.refresh()
    gate.letAll()
    await library.whenRead()
    expect(library.articles().every(({ state }) => state === 'ready')).toBe(true)
    expect(gate.begun.length).toBe(12)
    expect(gate.ended).toEqual([])
    await library.close()
  })
})

describe('opening a library', () => {
  it('fails when it is not wanted any more, and lets go of the folder', async () => {
    const folder = await folderOf(pages(3))
    const ending = new AbortController()
    const opened = openLibrary(folder, {
      work: ownThreadWork,
      now: () => new Date(),
      emit: () => undefined,
      mode: 'write',
      sample: false,
      signal: ending.signal,
    })
    ending.abort()
    expect(errorOf(await opened).code).toBe('stopped')
    const { library } = await open(folder)
    expect(library.info().readOnly).toBeNull()
  })
})

describe('hashing files', () => {
  it('gives each its own, in their order, be they small or large', async () => {
    const large = 'a line of a long text\n'.repeat(200_000)
    const folder = await folderOf({ 'a.txt': large, 'b.txt': 'b', 'c.txt': 'c', 'd.txt': 'b' })
    const { files } = await walk(folder)
    const gone = { path: 'gone.txt', size: 1, mtimeMs: 0 }
    const never = new AbortController().signal
    const [a, b, c, d, e] = (await hashFiles(folder, [...files, gone], never)) ?? []
    expect(a).toBe(createHash('sha256').update(large).digest('hex'))
    expect(b).toBe('3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d')
    expect(d).toBe(b)
    expect(c).not.toBe(b)
    expect(e).toMatchObject({ code: 'not-found' })
  })

  it('ends when it is not wanted any more, and then says nothing', async () => {
    const folder = await folderOf(pages(30))
    const { files } = await walk(folder)
    const ending = new AbortController()
    const hashing = hashFiles(folder, files, ending.signal)
    ending.abort()
    expect(await hashing).toBeNull()
  })
})
