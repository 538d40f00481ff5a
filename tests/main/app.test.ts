// The core behind the door: every call of the table, answered as the table says.
import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Work } from '../../src/main/work/work.ts'
import { type CallName, callNames } from '../../src/shared/call-names.ts'
import type { EventData } from '../../src/shared/calls.ts'
import { listedRows, startApp } from './app-support.ts'
import { bridge, folderOf, harbour, open, ownWork, put } from './library/support.ts'
import { tempFolder } from './store/support.ts'

describe('the first start', () => {
  it('makes the sample library, with notes, and says so once', async () => {
    const started = await startApp()
    const { call, dataDir } = started
    const first = await call('app-start')
    expect(first.firstStart).toBe(true)
    expect(first.notices).toEqual([])
    expect(first.library?.info).toMatchObject({ sample: true, readOnly: null, problems: [] })
    const noted = async (): Promise<number> =>
      (await listedRows(started, 4)).reduce((sum, row) => sum + row.annotations, 0)
    await expect.poll(noted).toBeGreaterThanOrEqual(3)
    expect(first.library?.session.panes.length).toBe(3)
    expect(first.recent[0]?.path).toBe(first.library?.info.path)
    expect((await call('app-start')).firstStart).toBe(false)
    expect(await readdir(join(dataDir, 'sample'))).toEqual(['The Quay Street bridge'])
  })

  it('reads each article of the sample once: one after the other, as for somebody who waits', async () => {
    const work = ownWork()
    const ranks: unknown[] = []
    let reading = 0
    const readArticle: Work['readArticle'] = async (path, part, order) => {
      ranks.push(order?.rank)
      expect(++reading).toBe(1)
      return work.readArticle(path, part).finally(() => reading--)
    }
    const started = await startApp({}, { work: { ...work, readArticle } })
    const { library } = await started.call('app-start')
    for (const { article } of library?.session.panes ?? [])
      expect(await started.call('article-open', { article })).toBeTruthy()
    await listedRows(started, 4)
    expect(work.reads.length).toBe(4)
    expect(new Set(ranks)).toEqual(new Set(['asked']))
  })

  it('reads an article of the sample again that is another by now', async () => {
    const work = ownWork()
    const started = await startApp({}, { work })
    const { library } = await started.call('app-start')
    const path = library?.info.path ?? ''
    await put(path, { 'cutting-0417.txt': bridge })
    await started.call('library-refresh')
    await expect.poll(() => work.reads.length).toBe(5)
    expect(work.reads.at(-1)).toBe(join(path, 'cutting-0417.txt'))
  })

  it('opens the sample again the next time, as it was left', async () => {
    const first = await startApp()
    const { library } = await first.call('app-start')
    const path = library?.info.path ?? ''
    const session = {
      ...{ panes: [], focused: 0, pins: [], left: false, right: true },
      ...{ story: null, comparing: true, table: false },
      list: { sort: 'date', descending: true, group: 'month', outlet: null },
    }
    await first.call('session-save', { library: path, session })
    await first.app.close()
    const again = await startApp({}, { dataDir: first.dataDir })
    const started = await again.call('app-start')
    expect(started.firstStart).toBe(false)
    expect(started.library?.session).toEqual(session)
  })

  it('tells a library that is gone and opens the sample instead', async () => {
    const gone = join(await tempFolder(), 'gone')
    const { call } = await startApp({}, { library: gone })
    const started = await call('app-start')
    expect(started.notices).toMatchObject([{ code: 'not-found', path: gone }])
    expect(started.library?.info.sample).toBe(true)
  })
})

describe('every call', () => {
  it('has a handler, and before a library is open none is a bug', async () => {
    const { ask, bugs } = await startApp()
    const [article, other] = ['0123456789abcdef', 'fedcba9876543210']
    const ids = ['00000000-0000-4000-8000-000000000000']
    const draft = { article, start: 0, end: 1, color: 'red' }
    const args: Partial<Record<CallName, unknown>> = {
      'session-save': {
        library: '/x',
        session: { panes: [], focused: 0, left: true, right: true },
      },
      'library-open': { path: join(await tempFolder(), 'none') },
      'library-import': { text: '{}', name: 'x.json', dryRun: true },
      'library-add': { name: 'a.txt', data: 'YQ==' },
      'library-paste': { html: null, text: 'words' },
      'folders-list': { path: null },
      'rows-page': { query: { sort: 'path' }, start: 0, end: 1 },
      'rows-place': { query: { sort: 'path' }, article },
      'rows-named': { query: { sort: 'path' }, typed: 'a', from: 0 },
      'rows-between': { query: { sort: 'path' }, start: 0, end: 1 },
      'rows-get': { articles: [article] },
      'article-picture': { article, picture: 0 },
      'article-split': { article, split: true },
      'article-correct': { article, meta: { title: 'A' } },
      'article-encodings': { article },
      'article-reread': { article, encoding: 'koi8-r' },
      'corrections-offers': { article },
      'corrections-apply': { article, offer: 'x', articles: [article] },
      'records-get': { kind: 'reading', keys: null },
      'article-open': { article },
      'article-refresh': { article, version: 'x' },
      'library-left': { library: '/x' },
      'annotations-create': draft,
      'annotations-add': { drafts: [draft] },
      'annotations-update': { article, ids, patch: { note: 'x' } },
      'annotations-delete': { article, ids },
      'annotations-settle': { article, id: ids[0], stamp: 'x', use: true },
      'annotations-confirm': { article, places: [{ id: ids[0], start: 0, end: 4 }] },
      'annotations-detach': { article, places: [{ id: ids[0], start: 0, end: 4 }] },
      'annotations-restore': { article },
      'notes-move': { from: article, to: other, dryRun: false },
      'notes-offers': { article },
      'comparison-open': { holder: 'x', articles: [article, other] },
      'comparison-close': { holder: 'x' },
      'comparison-section': { id: 'x', request: { section: 'links', from: 0 } },
      'comparison-explain': {
        id: 'x',
        a: { article: 0, sentence: 0 },
        b: { article: 1, sentence: 0 },
      },
      'verdict-save': {
        a: { article, start: 0, end: 1, textHash: '' },
        b: { article: other, start: 0, end: 1, textHash: '' },
        verdict: 'yes',
      },
      'story-save': { id: null, name: 'A', articles: [article] },
      'story-delete': { id: ids[0] },
      'story-arrange': { id: ids[0], arrangement: { panes: [], focused: 0, pins: [] } },
      'stories-suggest': { articles: [] },
      'search-run': { query: 'bridge' },
      'search-suggest': { query: 'tag:', caret: 4 },
      'reading-set': { articles: [article], state: 'read' },
      'search-keep': { id: null, name: 'Bridges', query: 'bridge' },
      'search-forget': { id: ids[0] },
      'tag-save': { name: 'facts', newName: 'figures', color: 'red' },
      'export-build': { format: 'json', article: null },
      'export-save': { format: 'json', article: null },
      'link-open': { url: 'https://example.org/' },
    }
    for (const name of callNames.filter((each) => !['app-start', 'sample-open'].includes(each))) {
      const result = await ask(name, args[name] ?? {})
      if (!result.ok)
        expect(['not-open', 'unsupported', 'not-found'], name).toContain(result.error.code)
    }
    expect(bugs).toEqual([])
  })

  it('sends as much of an export as is asked for, with what is told of the whole', async () => {
    const path = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { call } = await startApp({}, { library: path })
    await call('app-start')
    const request = { format: 'markdown', article: null, empty: true } as const
    const whole = await call('export-build', request)
    const look = await call('export-build', { ...request, atMost: 9 })
    expect(look).toEqual({ ...whole, text: whole.text.slice(0, 9) })
    expect(look.articles).toBe(2)
  })

  it('answers as the table says, with a library open', async () => {
    const path = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const started = await startApp({}, { library: path })
    const { call, error, bugs, told } = started
    await call('app-start')
    await call('library-refresh')
    const query = { sort: 'path' }
    const [row, second] = await listedRows(started, 2)
    const [article, other] = [row?.id ?? '', second?.id ?? '']
    const { text, textHash, version } = await call('article-open', { article })
    expect(await call('rows-place', { article: other, query })).toEqual({ place: 1 })
    expect(await call('rows-named', { query, typed: 'H', from: 0 })).toEqual({ place: 1 })
    const between = await call('rows-between', { query, start: 0, end: 2 })
    expect(between).toEqual({ articles: [article, other] })
    expect((await call('rows-get', { articles: [other] })).rows).toMatchObject([{ id: other }])
    await expect.poll(async () => (await call('rows-counts')).settling).toBe(false)
    expect(await call('rows-counts')).toMatchObject({ articles: 2, unread: 0 })
    expect(await call('article-refresh', { article, version })).toBeNull()
    expect((await call('article-refresh', { article, version: 'other' }))?.version).toBe(version)
    const start = text.indexOf('cracks')
    const draft = { article, start, end: start + 6, color: 'red', tags: ['x'] }
    const made = await call('annotations-create', draft)
    const ids = [made.annotation.id]
    await call('annotations-update', { article, ids, patch: { note: '*n*' } })
    expect(await call('tags-list')).toEqual([{ name: 'x', count: 1 }])
    for (const format of ['markdown', 'html', 'csv', 'json'])
      expect((await call('export-build', { format, article: null })).text).toContain('cracks')
    const json = await call('export-build', { format: 'json', article })
    const report = await call('library-import', { text: json.text, name: json.name, dryRun: false })
    expect(report).toMatchObject({ read: 1, duplicates: 1 })
    await call('annotations-delete', { article, ids })
    expect(await call('history-undo')).toMatchObject({ redo: 'Delete highlight' })
    await call('history-redo')
    await call('annotations-restore', { article })
    const articles = [article, other]
    const { id, head } = await call('comparison-open', { holder: 'x', articles })
    expect(head.articles.map(({ sentences }) => sentences)).toEqual([3, 3])
    await call('comparison-explain', {
      id,
      a: { article: 0, sentence: 0 },
      b: { article: 1, sentence: 1 },
    })
    const passage = async (at: number) => {
      const request = { section: 'sentences', article: at, from: 0 }
      const { page } = await call('comparison-section', { id, request })
      const [start, end] = page.section === 'sentences' ? [page.starts[1], page.ends[1]] : []
      return { start, end, article: articles[at], textHash: head.articles[at]?.textHash }
    }
    const [a, b] = [await passage(0), await passage(1)]
    expect(a.textHash).toBe(textHash)
    await call('verdict-save', { a, b, verdict: 'yes' })
    const again = await call('comparison-open', { holder: 'x', articles })
    expect(again).toMatchObject({ id, head: { revision: 1 } })
    const links = await call('comparison-section', { id, request: { section: 'links', from: 0 } })
    expect(links).toMatchObject({
      revision: 1,
      page: {
        items: [{ a: { article: 0, sentence: 1 }, b: { article: 1, sentence: 1 }, verdict: 'yes' }],
      },
    })
    await call('comparison-close', { holder: 'x' })
    const story = await call('story-save', { id: null, name: ' Quays ', articles })
    expect(story).toMatchObject({ name: 'Quays', articles, arrangement: null })
    const arrangement = { panes: [], focused: 0, pins: [] }
    await call('story-arrange', { id: story.id, arrangement })
    expect((await call('app-start')).library?.stories).toEqual([{ ...story, arrangement }])
    await call('story-delete', { id: story.id })
    await call('stories-suggest', { articles: [article] })
    expect((await call('search-run', { query: 'cracks' })).problems).toEqual([])
    expect((await call('search-suggest', { query: 'has:n', caret: 5 })).suggestions).toHaveLength(1)
    const list = await call('rows-page', { query: { sort: 'path' }, start: 0, end: 9 })
    expect(list.groups).toEqual([])
    expect((await call('rows-get', { articles: [article] })).rows).toMatchObject([{ id: article }])
    expect(await call('rows-counts')).toHaveProperty('outlets')
    expect((await call('settings-save', { theme: 'sepia' })).theme).toBe('sepia')
    expect((await call('folders-list', { path })).articles).toBe(2)
    expect((await error('article-open', { article: 'ffffffffffffffff' })).code).toBe('not-found')
    // Whether the index was complete when it was searched, and when it was, is a matter of time.
    const ofIndex = ['search-progress', 'list-changed']
    expect(new Set(told.filter((event) => !ofIndex.includes(event)))).toEqual(
      new Set([
        'library-opened',
        'library-changed',
        'library-progress',
        'annotations-changed',
        'history-changed',
        'stories-changed',
        'verdicts-changed',
        'comparison-changed',
      ]),
    )
    expect(bugs).toEqual([])
  })
})

describe('libraries', () => {
  it('tell nothing when a window looks again and nothing changed', async () => {
    const path = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const started = await startApp({}, { library: path })
    const { call, stream } = started
    await call('app-start')
    const [row] = await listedRows(started, 2)
    const { version } = await call('article-open', { article: row?.id })
    await expect.poll(async () => (await call('rows-counts')).settling).toBe(false)
    const told = stream.length
    await call('library-refresh', { resume: false })
    expect(await call('article-refresh', { article: row?.id, version })).toBeNull()
    await expect.poll(async () => (await call('rows-counts')).settling).toBe(false)
    expect(stream.slice(told)).toEqual([])
  })

  it('tell of a few rows where many changed, and that there are more; the list has all', async () => {
    const files = Array.from({ length: 260 }, (_, at) => [`${at}.txt`, `Text ${at}\n\nWords.\n`])
    const path = await folderOf({ 'a.txt': bridge })
    const started = await startApp({}, { library: path })
    const { call, stream } = started
    await call('app-start')
    await listedRows(started, 1)
    await put(path, Object.fromEntries(files))
    await call('library-refresh')
    expect(await listedRows(started, 261)).toHaveLength(261)
    const changes = stream.flatMap(({ event, data }) =>
      event === 'library-changed' ? [data as EventData<'library-changed'>] : [],
    )
    expect(changes.some(({ more }) => more)).toBe(true)
    expect(Math.max(...changes.map(({ changed }) => changed.length))).toBe(200)
  })

  it('are let go of when another is opened, and can be opened again', async () => {
    const [one, two] = [await folderOf({ 'a.txt': bridge }), await folderOf({ 'b.txt': harbour })]
    const { call } = await startApp({}, { library: one })
    await call('app-start')
    await call('library-open', { path: two })
    expect(await readdir(join(one, '.parallax'))).not.toContain('lock')
    expect((await call('library-open', { path: one })).info.readOnly).toBeNull()
    expect((await call('app-start')).recent.map(({ path }) => path)).toEqual([one, two])
  })

  it.each([
    ['with a slash at its end', async (path: string) => `${path}/`],
    [
      'by a roundabout way',
      async (path: string) => `${join(path, '..')}/./${path.split('/').at(-1)}`,
    ],
    [
      'through a link',
      async (path: string) => {
        const link = join(await tempFolder(), 'link')
        await symlink(path, link)
        return link
      },
    ],
  ])('that are open already stay writable when opened %s', async (_, other) => {
    const path = await folderOf({ 'a.txt': bridge })
    const { call } = await startApp({}, { library: path })
    await call('app-start')
    expect((await call('library-open', { path: await other(path) })).info.readOnly).toBeNull()
    expect((await call('app-start')).library?.info.readOnly).toBeNull()
  })

  it('that could only be read are writable when opened again after the other let go', async () => {
    const path = await folderOf({ 'a.txt': bridge })
    const other = await open(path)
    const { call } = await startApp({}, { library: path })
    expect((await call('app-start')).library?.info.readOnly).toMatchObject({ code: 'locked' })
    await other.library.close()
    expect((await call('library-open', { path })).info.readOnly).toBeNull()
  })

  it('opened twice at the same moment are one library, and writable', async () => {
    const path = await folderOf({ 'a.txt': bridge })
    const { call } = await startApp()
    await call('app-start')
    await Promise.all([call('library-open', { path }), call('library-open', { path })])
    expect((await call('app-start')).library?.info).toMatchObject({ path, readOnly: null })
  })
})

describe('what a host cannot do', () => {
  it('is told, not tried', async () => {
    const { call, error } = await startApp()
    await call('app-start')
    for (const [name, arg] of [
      ['library-pick', {}],
      ['export-save', { format: 'csv', article: null }],
      ['link-open', { url: 'https://example.org/' }],
    ] as const)
      expect((await error(name, arg)).code, name).toBe('unsupported')
  })

  it('is done by one that can: pick, save, open links', async () => {
    const path = await folderOf({ 'a.txt': bridge })
    const out = join(await tempFolder(), 'out.csv')
    const links: string[] = []
    const picks: (string | null)[] = [null, path]
    const saves: (string | null)[] = [null, out]
    const { call, error } = await startApp({
      pickFolder: async () => picks.shift() ?? null,
      pickSavePath: async () => saves.shift() ?? null,
      openLink: async (url) => void links.push(url),
    })
    await call('app-start')
    expect(await call('library-pick')).toBeNull()
    expect((await call('library-pick'))?.info.path).toBe(path)
    expect(await call('export-save', { format: 'csv', article: null, empty: true })).toBeNull()
    expect(await call('export-save', { format: 'csv', article: null, empty: true })).toEqual({
      path: out,
    })
    expect(await readFile(out, 'utf8')).not.toBe('')
    for (const url of ['https://a.example/x', 'http://a.example', 'mailto:a@b.example'])
      await call('link-open', { url })
    expect(links.length).toBe(3)
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://x', 'calc.exe', ''])
      expect((await error('link-open', { url })).code, url).toBe('bad-argument')
    expect(links.length).toBe(3)
  })
})

describe('a library that another process has', () => {
  it('is shown anew once it may be changed', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const other = await open(folder)
    const { call, told } = await startApp({}, { library: folder })
    const { library } = await call('app-start')
    expect(library?.info.readOnly).toMatchObject({ code: 'locked' })
    const shown = (): number => told.filter((event) => event === 'library-opened').length
    expect(shown()).toBe(1)
    await other.library.close()
    await vi.waitFor(() => expect(shown()).toBe(2), { timeout: 15_000 })
    expect((await call('app-start')).library?.info.readOnly).toBeNull()
  }, 20_000)
})
