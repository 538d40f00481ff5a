// The core as the command line has it: one library, behind the same door as for windows, and nothing kept.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type CommandCoreDeps, createCommandCore } from '../../src/main/command-core.ts'
import type { CallName } from '../../src/shared/call-names.ts'
import { type CallResult, calls } from '../../src/shared/calls.ts'
import type { Caller } from '../../src/shared/stream.ts'
import { bridge, contentsOf, errorOf, folderOf, harbour, must, ownWork } from './library/support.ts'
import { tempFolder } from './store/support.ts'

/** A library of two articles, opened for a command. */
async function opened(given: Partial<CommandCoreDeps> = {}) {
  const folder = await folderOf({ 'a.txt': bridge, 'sub/b.txt': harbour })
  const dataDir = await tempFolder()
  const core = createCommandCore({
    work: ownWork(),
    version: '1.2.3',
    dataDir,
    mode: 'read',
    searched: false,
    exportedAt: null,
    waiting: () => undefined,
    ...given,
  })
  onTestFinished(() => core.close())
  const ask = (name: CallName, arg: object, from: Partial<Caller> = {}) =>
    core.dispatch(name, arg, { host: 'cli', window: null, library: folder, ...from })
  const call = async <N extends CallName>(name: N, arg: object): Promise<CallResult<N>> => {
    const value = must(await ask(name, arg))
    expect(calls[name].result.safeParse(value).error, name).toBeUndefined()
    return value as CallResult<N>
  }
  const { info } = await call('library-open', { path: folder })
  expect(info.path).toBe(folder)
  return { core, folder, dataDir, ask, call }
}

it('answers with every file read, as the table says', async () => {
  const { call } = await opened()
  const rows = await call('articles-list', {})
  expect(rows).toMatchObject([
    { path: 'a.txt', state: 'ready', warnings: 0, stories: [] },
    { path: 'sub/b.txt', state: 'ready' },
  ])
  expect(await call('library-check', {})).toEqual({
    articles: 2,
    annotations: 0,
    orphans: 0,
    stories: 0,
    duplicates: [],
    problems: [],
  })
})

it('writes nothing into the library to read it, and keeps no settings and no session', async () => {
  const { folder, dataDir, call, core } = await opened()
  const before = await contentsOf(folder)
  await call('articles-list', {})
  await core.close()
  expect(await contentsOf(folder)).toEqual(before)
  expect((await readdir(dataDir)).filter((name) => name !== 'cache')).toEqual([])
})

it('puts in the files of a folder, each at its place, and writes an export where it is told', async () => {
  const { folder, call } = await opened({
    mode: 'write',
    exportedAt: new Date('2026-03-04T10:00:00Z'),
  })
  const source = await folderOf({ 'press/c.txt': 'Third\n\nOn eels.\n', 'press/photo.jpg': 'x' })
  const { files, problems } = await call('files-find', { path: join(source, 'press') })
  expect(files).toEqual([{ name: 'press/c.txt', path: join(source, 'press/c.txt') }])
  expect(problems).toEqual([])
  for (const file of files)
    expect(await call('file-add', file)).toMatchObject({ path: 'press/c.txt', error: null })
  const path = join(source, 'out.md')
  const request = { format: 'markdown', article: null, empty: true, path }
  expect(await call('export-write', request)).toEqual({ path, articles: 3, annotations: 0 })
  const written = await contentsOf(source)
  expect(written['out.md']).toContain('2026-03-04')
  expect(Object.keys(await contentsOf(folder))).toContain('press/c.txt')
})

it('searches all there is once it is open, if it is to', async () => {
  const found = { total: 1, left: null, articles: [{ article: { path: 'a.txt' } }] }
  const { call } = await opened({ searched: true })
  expect(await call('search-run', { query: 'title:bridge OR bridge' })).toMatchObject(found)
  const { ask } = await opened()
  expect(errorOf(await ask('search-run', { query: 'bridge' })).code).toBe('unsupported')
})

it('finds passages in a file and compares files, of no library', async () => {
  const { call, folder } = await opened()
  const path = join(folder, 'a.txt')
  const selectors = [{ exact: 'Quay Street' }, { exact: 'words that nobody ever wrote there' }]
  expect(await call('file-anchor', { path, selectors })).toMatchObject([
    { start: bridge.indexOf('Quay Street') },
    { state: 'orphaned', start: null },
  ])
  const other = await folderOf({ 'again.txt': bridge })
  const paths = [path, join(other, 'again.txt')]
  const compared = await call('files-compare', { paths, explain: true })
  expect(compared.articles.map((article) => article.path)).toEqual(paths)
  expect(compared.comparison.links.length).toBeGreaterThan(0)
  expect(compared.explanations).toHaveLength(compared.comparison.links.length)
  const gone = await call('files-find', { path: join(other, 'none.txt') })
  expect(gone.files).toEqual([{ name: 'none.txt', path: join(other, 'none.txt') }])
})

it('refuses what is about another library, and what is for windows', async () => {
  const { ask } = await opened()
  expect(errorOf(await ask('articles-list', {}, { library: '/elsewhere' })).code).toBe(
    'library-changed',
  )
  for (const name of ['app-start', 'settings-save', 'folders-list', 'library-pick'] as const)
    expect(errorOf(await ask(name, {})).code, name).toBe('unsupported')
})

it('lets a bug be a bug', async () => {
  const readPicture = (): never => {
    throw new Error('broken')
  }
  const { ask, call } = await opened({ work: { ...ownWork(), readPicture } })
  const [row] = await call('articles-list', {})
  const asked = ask('article-picture', { article: row?.id ?? '', picture: 0 })
  await expect(asked).rejects.toThrow('broken')
})
