// Files that are put into a library: read first, never over another, whole or not at all.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { numbered, safePath } from '../../../src/main/features/adding/safe-name.ts'
import type { AddedFile } from '../../../src/shared/model/reading.ts'
import { bundle, startChild } from '../store/support.ts'
import {
  bridge,
  contentsOf,
  errorOf,
  folderOf,
  harbour,
  highlight,
  must,
  type Opened,
  open,
  openAt,
  places,
  quotesOf,
  rowAt,
  tempFolder,
} from './support.ts'

const add = async (
  { library }: Opened,
  name: string,
  source: string | Uint8Array = bridge,
): Promise<AddedFile> =>
  must(
    await library.put({ name, source: typeof source === 'string' ? Buffer.from(source) : source }),
  )

/** All files but the store's. */
const filesIn = async (folder: string): Promise<string[]> =>
  Object.keys(await contentsOf(folder)).filter((path) => !path.startsWith('.parallax'))

describe('a file that is added', () => {
  it('is written as it is, read, listed and told', async () => {
    const folder = await tempFolder()
    const opened = await open(folder)
    opened.told.length = 0
    const added = await add(opened, 'bridge.txt')
    expect(added).toMatchObject({
      ...{ name: 'bridge.txt', path: 'bridge.txt', warnings: [], duplicates: [], error: null },
      article: { title: 'The bridge is shut', state: 'ready', path: 'bridge.txt' },
    })
    expect(await readFile(join(folder, 'bridge.txt'), 'utf8')).toBe(bridge)
    expect(opened.told).toMatchObject([
      { event: 'library-changed', data: { changed: [{ path: 'bridge.txt' }], removed: [] } },
      { event: 'history-changed', data: { undo: 'Add “bridge.txt”', redo: null } },
    ])
    expect((await openAt(opened.library, 'bridge.txt')).text).toContain('Quay Street')
    expect(await readdir(places(folder).incoming)).toEqual([])
  })

  it('costs no look at the folder, and the next start need not read it again', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await open(folder)
    opened.work.reads.length = 0
    const { article } = await add(opened, 'b.txt', harbour)
    expect(opened.work.reads.length).toBe(1)
    await opened.library.close()
    const again = await open(folder)
    expect(again.work.reads).toEqual([])
    expect(rowAt(again.library, 'b.txt')).toEqual(article)
  })

  it('never takes the place of another', async () => {
    const folder = await folderOf({ 'a.txt': harbour })
    const opened = await open(folder)
    const added = await Promise.all([1, 2, 3].map((n) => add(opened, 'a.txt', `${bridge}${n}`)))
    expect(new Set(added.map(({ path }) => path))).toEqual(
      new Set(['a (2).txt', 'a (3).txt', 'a (4).txt']),
    )
    expect(new Set(added.map(({ article }) => article?.id)).size).toBe(3)
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(harbour)
  })

  it('keeps the folders it was dropped with', async () => {
    const folder = await tempFolder()
    const opened = await open(folder)
    expect((await add(opened, 'press/march/a.txt')).path).toBe('press/march/a.txt')
    expect(await filesIn(folder)).toEqual(['press/march/a.txt'])
  })

  it.each([
    [
      'page.doc',
      '<!doctype html><html><body><h1>Tide</h1><p>It rose.</p></body></html>',
      'page.doc.html',
    ],
    ['notes', bridge, 'notes.txt'],
    ['Vol. 3', bridge, 'Vol. 3.txt'],
    ['UPPER.TXT', bridge, 'UPPER.TXT'],
  ])('gets an ending that says what it is: %s', async (name, content, path) => {
    const opened = await open(await tempFolder())
    expect((await add(opened, name, content)).path).toBe(path)
  })

  it.each([
    ['empty', 'a.txt', new Uint8Array(), 'empty-file'],
    ['blank', 'a.txt', Buffer.from(' \n '), 'empty-file'],
    ['no text', 'a.txt', Uint8Array.from({ length: 600 }, (_, n) => (n * 7) % 256), 'not-text'],
    ['too large', 'a.txt', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), 'too-large'],
  ])('is refused when it is %s, and nothing of it is left', async (_, name, bytes, code) => {
    const folder = await tempFolder()
    const opened = await open(folder)
    const { error, ...added } = await add(opened, `sub/${name}`, bytes)
    expect(error).toMatchObject({ code })
    expect(error?.message).toContain('a.txt')
    expect(error?.message).not.toContain('incoming')
    expect(added).toMatchObject({ path: null, article: null })
    expect(await readdir(folder)).toEqual(['.parallax'])
    expect(opened.library.articles()).toEqual([])
    expect(await readdir(places(folder).incoming).catch(() => [])).toEqual([])
  })

  it('comes back under its old id with its notes', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await open(folder)
    await highlight(opened.library, 'a.txt', 'cracks were found')
    const { id } = rowAt(opened.library, 'a.txt')
    await rm(join(folder, 'a.txt'))
    await opened.library.refresh()
    expect((await add(opened, 'again.txt')).article).toMatchObject({ id, annotations: 1 })
    expect(opened.library.articles().length).toBe(1)
  })

  it('is not taken by a library that can only be read', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder, { mode: 'read' })
    const source = Buffer.from(harbour)
    expect(errorOf(await library.put({ name: 'b.txt', source })).code).toBe('locked')
    expect(await filesIn(folder)).toEqual(['a.txt'])
  })

  it('does not follow a link out of the library', async () => {
    const [folder, outside] = [await tempFolder(), await tempFolder()]
    await symlink(outside, join(folder, 'sub'))
    const opened = await open(folder)
    expect((await add(opened, 'sub/a.txt')).error).toMatchObject({ code: 'not-a-folder' })
    expect(await readdir(outside)).toEqual([])
  })

  it('may be added while the folder is looked at', async () => {
    const folder = await folderOf({ 'a.txt': harbour })
    const opened = await open(folder)
    const names = Array.from({ length: 20 }, (_, n) => `n${n}.txt`)
    await Promise.all([
      ...names.map((name) => add(opened, name, `${name}\n\n${bridge}`)),
      opened.library.refresh(),
      opened.library.refresh(),
    ])
    await opened.library.whenRead()
    const rows = opened.library.articles()
    expect(rows.length).toBe(21)
    expect(rows.every(({ state }) => state === 'ready')).toBe(true)
  })
})

describe('a file that is added from the disk', () => {
  const from = async (opened: Opened, source: string, name = 'x.txt'): Promise<AddedFile> =>
    must(await opened.library.put({ name, source }))

  it('is copied, and with the rights of a new file', async () => {
    const source = join(await folderOf({ 'a.txt': bridge }), 'a.txt')
    await chmod(source, 0o444)
    const folder = await tempFolder()
    const opened = await open(folder)
    expect((await from(opened, source)).path).toBe('x.txt')
    expect(await readFile(join(folder, 'x.txt'), 'utf8')).toBe(bridge)
    await writeFile(join(folder, 'x.txt'), 'may be written')
  })

  it('is read in its place when it lies in the library, and that is told', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await open(folder)
    expect(await from(opened, join(folder, 'a.txt'))).toMatchObject({
      ...{ path: 'a.txt', error: null, warnings: [{ code: 'in-library' }] },
    })
    expect(await filesIn(folder)).toEqual(['a.txt'])
  })

  it('is another article where one of its name was moved away and nobody has looked since', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await open(folder)
    await highlight(opened.library, 'a.txt', 'cracks were found')
    const { id } = rowAt(opened.library, 'a.txt')
    await rename(join(folder, 'a.txt'), join(folder, 'b.txt'))
    await add(opened, 'a.txt', harbour)
    await opened.library.refresh()
    expect(rowAt(opened.library, 'b.txt')).toMatchObject({ id, annotations: 1 })
    expect(rowAt(opened.library, 'a.txt')).toMatchObject({ annotations: 0, state: 'ready' })
  })

  it('is the article of its name, changed, where that was deleted and nobody has looked since', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const opened = await open(folder)
    await highlight(opened.library, 'a.txt', 'cracks were found')
    const { id } = rowAt(opened.library, 'a.txt')
    await rm(join(folder, 'a.txt'))
    await add(opened, 'a.txt', `Corrected: ${bridge}`)
    expect(opened.library.articles()).toMatchObject([{ id, path: 'a.txt', annotations: 1 }])
    expect(quotesOf(await openAt(opened.library, 'a.txt'))).toEqual(['cracks were found'])
  })

  it('is refused with one message when it is no file, is gone, or has 200 MB', async () => {
    const sources = await tempFolder()
    await mkdir(join(sources, 'a.txt'))
    await writeFile(join(sources, 'huge.txt'), '')
    await truncate(join(sources, 'huge.txt'), 200 * 1024 * 1024)
    const folder = await tempFolder()
    const opened = await open(folder)
    const before = process.memoryUsage().rss
    for (const [name, code] of [
      ['a.txt', 'is-folder'],
      ['none.txt', 'not-found'],
      ['huge.txt', 'too-large'],
    ] as const)
      expect((await from(opened, join(sources, name), name)).error).toMatchObject({ code })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    expect(await filesIn(folder)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is not waited for when it is a pipe', async () => {
    const sources = await tempFolder()
    execFileSync('mkfifo', [join(sources, 'pipe.txt')])
    const opened = await open(await tempFolder())
    const { error } = await from(opened, join(sources, 'pipe.txt'), 'pipe.txt')
    expect(error).toMatchObject({ code: 'unsupported' })
  })

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('is refused when it may not be read', async () => {
    const source = join(await folderOf({ 'a.txt': bridge }), 'a.txt')
    await chmod(source, 0)
    const opened = await open(await tempFolder())
    expect((await from(opened, source)).error).toMatchObject({ code: 'no-permission' })
  })

  it('may have a line feed or an emoji in its name', async () => {
    const sources = await folderOf({ 'two\nlines 🌉.txt': bridge })
    const folder = await tempFolder()
    const opened = await open(folder)
    const name = 'two\nlines 🌉.txt'
    expect(await from(opened, join(sources, name), name)).toMatchObject({
      ...{ name, path: 'two lines 🌉.txt', error: null },
    })
    expect(await filesIn(folder)).toEqual(['two lines 🌉.txt'])
  })

  it('may grow while it is read', async () => {
    const source = join(await folderOf({ 'a.txt': bridge }), 'a.txt')
    const folder = await tempFolder()
    const opened = await open(folder)
    const growing = (async () => {
      for (let n = 0; n < 30; n++) {
        await writeFile(source, `${harbour}\n`, { flag: 'a' })
        await sleep(1)
      }
    })()
    const added = await from(opened, source)
    await growing
    expect(added.error).toBeNull()
    expect((await readFile(join(folder, 'x.txt'), 'utf8')).startsWith(bridge)).toBe(true)
  })
})

describe('a safe name', () => {
  it.each([
    ['a.txt', 'a.txt'],
    ['../../etc/passwd', 'etc/passwd'],
    ['C:\\Users\\Ada\\a.txt', 'C/Users/Ada/a.txt'],
    ['/a/./b//c.txt', 'a/b/c.txt'],
    ['two\nlines.txt', 'two lines.txt'],
    ['tab\tand\u0000nul\u001b.txt', 'tab and nul.txt'],
    ['🌉 bridge 👩‍👩‍👧.txt', '🌉 bridge 👩‍👩‍👧.txt'],
    ['.hidden.txt', 'hidden.txt'],
    ['a. . ', 'a'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['node_modules/a.txt', '_node_modules/a.txt'],
    ['what? "who": <where>|*.txt', 'what who where.txt'],
    ['gnp.\u202etxt', 'gnp. txt'],
    ['...', 'Article'],
    ['', 'Article'],
    ['.txt', 'txt'],
    ['e\u0301.txt', '\u00e9.txt'],
  ])('is made of %j', (name, safe) => {
    expect(safePath(name)).toBe(safe)
  })

  it('has room on every disk, and keeps its ending', () => {
    const long = safePath(`${'é👩‍👩‍👧'.repeat(100)}.markdown`)
    expect(Buffer.byteLength(numbered(long, 1000))).toBeLessThan(255)
    expect(long.endsWith('.markdown')).toBe(true)
    expect(long).not.toContain('\ufffd')
  })

  it('takes a number before its ending', () => {
    expect(numbered('a.b/c.d.txt', 2)).toBe('a.b/c.d (2).txt')
    expect(numbered('a.b/c', 3)).toBe('a.b/c (3)')
  })
})

it.each([
  ['adds files', 'add', /^sub\/\d+ \d+\.txt$/],
  ['pastes', 'paste', /^\d+ \d+ [\d-]+(?: \(\d+\))?\.txt$/],
])(
  'a process that %s leaves whole files and nothing else when it is killed',
  async (_, way, name) => {
    const program = await bundle('./add-child.ts', import.meta.url)
    try {
      const folder = await tempFolder()
      const acknowledged: string[] = []
      for (let round = 0; round < 4; round++) {
        const child = startChild(program.path, [folder, String(round), way])
        let said = ''
        child.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
          said += text
        })
        while (said.split('\n').length < 4) await once(child.process.stdout ?? process, 'data')
        await sleep(Math.random() * 15)
        await child.kill()
        acknowledged.push(...said.slice(0, said.lastIndexOf('\n')).split('\n'))
      }
      const { library } = await open(folder)
      expect(await readdir(places(folder).incoming).catch(() => [])).toEqual([])
      const contents = await contentsOf(folder)
      const files = Object.entries(contents).filter(([path]) => !path.startsWith('.parallax'))
      expect(acknowledged.filter((path) => !(path in contents))).toEqual([])
      for (const [path, content] of files) {
        expect(path).toMatch(name)
        expect(content.endsWith('The end.'), path).toBe(true)
      }
      expect(library.articles().every(({ state }) => state === 'ready')).toBe(true)
      expect(acknowledged.length).toBeGreaterThan(10)
    } finally {
      await program.remove()
    }
  },
  60_000,
)
