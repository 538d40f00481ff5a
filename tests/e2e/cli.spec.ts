// The command line: the same core for scripts. Shapes, exit codes, one line for a failure.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { environment, root } from './drivers/app.ts'
import { expect, test } from './fixtures.ts'
import { notesIn } from './pages/exports.ts'
import { copySample, hashes, parallax, parallaxJson, readArticle } from './pages/libraries.ts'

test.skip(({ host }) => host !== 'web', 'the command line has no window: once is enough')
test.beforeEach(async ({ library, dataDir }) => {
  // What the command line keeps for itself is the test's own, too.
  process.env.PARALLAX_DATA_DIR = dataDir
  await copySample(library.path)
})

const herald = 'harbour-herald-council-closes-quay-street-bridge.html'
const id = '7d2b1c1e-6f1f-4f39-9d3e-2f6d2b1f7a10'

test('read gives text and blocks that cover it', async ({ library }) => {
  const file = join(library.path, herald)
  const article = await parallaxJson<Record<string, unknown>>('read', file)
  expect(article).toMatchObject({
    ...{
      path: file,
      format: 'html',
      encoding: 'utf-8',
      source: 'Harbour Herald',
      language: 'en-GB',
    },
    ...{ byline: 'Anselm Drewe', published: '2026-03-03T23:14:00+01:00', warnings: [] },
    title: 'Council votes to close Quay Street bridge after engineers’ warning',
    sha256: (await hashes(library.path))[herald],
  })
  for (const name of Object.keys(await hashes(library.path))) {
    const { text, blocks } = await readArticle(join(library.path, name))
    let at = 0
    for (const { start, end } of blocks) {
      expect(start, 'no gap, no overlap').toBe(at)
      expect(end).toBeGreaterThan(start)
      at = end
    }
    expect(at).toBe(text.length)
    expect(text).not.toContain('\r')
  }
  expect(await parallaxJson('read', join(library.path, 'cutting-0417.txt'))).toMatchObject({
    ...{ title: null, byline: null, source: null, published: null },
  })
})

test('anchor finds quotes where they are, where they went, or not', async ({ library }) => {
  const { text } = await readArticle(join(library.path, herald))
  const exact = 'taking a sledgehammer to a cracked cup'
  const start = text.indexOf(exact)
  const end = start + exact.length
  const selectors = [
    { exact, start, end },
    { exact, start: start - 90, end: end - 90, prefix: text.slice(start - 20, start) },
    { exact: 'Words that nobody in Varnhem ever wrote about its two bridges' },
  ]
  const list = join(library.path, 'selectors.json')
  await writeFile(list, JSON.stringify(selectors))
  const found = await parallaxJson<unknown[]>('anchor', join(library.path, herald), list)
  expect(found).toMatchObject([
    { state: 'anchored', start, end },
    { state: 'moved', start, end },
    { state: 'orphaned', start: null, end: null },
  ])
  for (const one of found)
    expect(Object.keys(one as object).sort()).toEqual(['end', 'score', 'start', 'state'])
})

test('anchor tells what was changed in place where it is given the file as it was', async ({
  dataDir,
}) => {
  const old =
    'The board met at noon.\n\nThe ferry leaves the quay at 18:20.\n\nNobody spoke against it.'
  const exact = 'The ferry leaves the quay at 18:20.'
  const at = (name: string): string => join(dataDir, name)
  await writeFile(at('old.txt'), old)
  await writeFile(at('new.txt'), old.replace('18:20', '18:40'))
  const start = old.indexOf(exact)
  await writeFile(at('list.json'), JSON.stringify([{ exact, start, end: start + exact.length }]))
  const asked = ['anchor', at('new.txt'), at('list.json')] as const
  expect(await parallaxJson(...asked)).toMatchObject([{ state: 'orphaned' }])
  expect(await parallaxJson(...asked, '--old', at('old.txt'))).toMatchObject([
    { state: 'moved', start, changes: [{ was: '18:20', is: '18:40' }] },
  ])
})

test('search finds everything at its first run, the best first, and says where a query is off', async ({
  library,
  dataDir,
}) => {
  const before = await hashes(library.path)
  type Hit = { path: string; field: string; start: number; end: number; snippet: string }
  const find = (...words: string[]): Promise<Hit[]> =>
    parallaxJson<Hit[]>('search', library.path, ...words)
  const hits = await find('"Quay Street"')
  expect(hits[0]).toMatchObject({ field: 'title', annotation: null, title: expect.any(String) })
  const texts = new Map<string, string>()
  for (const { path, field, start, end, snippet } of hits) {
    if (!texts.has(path)) texts.set(path, (await readArticle(join(library.path, path))).text)
    if (field === 'text')
      expect(texts.get(path)?.slice(start, end).toLowerCase().replace(/\s+/g, ' ')).toBe(
        'quay street',
      )
    expect(snippet.toLowerCase()).toContain('quay street')
  }
  // How much a word weighs depends on what the index has replaced since; what is found does not.
  const unweighed = (found: readonly Hit[]) => found.map((hit) => ({ ...hit, score: 0 }))
  const again = await find('"Quay Street"')
  expect(unweighed(again), 'from the index that is there now').toEqual(unweighed(hits))
  expect(new Set((await find('quay', '--limit', '2')).map(({ path }) => path)).size).toBe(2)
  expect(await find('nosuchword')).toEqual([])
  const whole = await find('outlet:"Harbour Herald" -nosuchword')
  expect(whole).toMatchObject([{ path: herald, field: null, start: null, snippet: '' }])

  const plain = await parallax('search', library.path, 'sledgehammer')
  expect(plain.stdout).toMatch(new RegExp(`^${herald}\ttext:\\d+\t.*sledgehammer`, 'm'))
  const asTyped = await parallax('search', library.path, '"sledgehammer to')
  expect(asTyped.stderr).toMatch(/^parallax: at character 1 of the query: .*not closed/)
  expect(asTyped).toMatchObject({ code: 0, stdout: expect.stringContaining('sledgehammer') })
  const off = await parallax('search', library.path, 'bridge before:3/4/2026')
  expect(off.stderr).toMatch(/^parallax: at character 8 of the query: /)
  expect(off).toMatchObject({ code: 2, stdout: '' })

  expect(await hashes(library.path)).toEqual(before)
  expect((await readdir(join(dataDir, 'cache'))).length).toBeGreaterThan(0)
})

test('import, list, export and check belong together', async ({ library, dataDir }) => {
  const before = await hashes(library.path)
  const rows = await parallaxJson<{ id: string; path: string }[]>('list', library.path)
  expect(rows.map(({ path }) => path)).toEqual(Object.keys(before).sort())
  expect(rows[0]).toMatchObject({ state: 'ready', format: 'text', annotations: 0, notes: 0 })

  const file = join(dataDir, 'notes.json')
  await writeFile(file, await exportWithOne(library.path, rows))
  const counts = { read: 1, anchored: 1, moved: 0, orphaned: 0, duplicates: 0, joined: 0 }
  const twins = { twins: 0, differing: 0 }
  const report = { ...counts, ...twins, stories: 0, verdicts: 0, records: [], lost: [] }
  expect(await parallaxJson('import', library.path, file, '--dry-run')).toEqual(report)
  expect(await parallaxJson('check', library.path)).toMatchObject({ articles: 4, annotations: 0 })
  expect(await parallaxJson('import', library.path, file)).toEqual(report)
  expect(await parallaxJson('import', library.path, file)).toMatchObject({
    anchored: 0,
    duplicates: 1,
  })
  expect(await parallaxJson('check', library.path)).toEqual({
    ...{ articles: 4, annotations: 1, orphans: 0, stories: 0, duplicates: [], problems: [] },
  })

  const out = join(dataDir, 'out.json')
  const args = ['export', library.path, '--format', 'json', '--out', out]
  expect(await parallaxJson(...args)).toEqual({
    path: out,
    format: 'json',
    articles: 1,
    annotations: 1,
  })
  const again = await parallax(...args)
  expect(again.code, 'never overwrites without being told').toBe(1)
  expect(again.stderr).toMatch(/^parallax: .*is there already.*\n$/)
  expect((await parallax(...args, '--force')).code).toBe(0)
  for (const [format, beginning] of Object.entries({
    markdown: /^---\n/,
    html: /^<!doctype html>/i,
    csv: /^\ufeff?article title/,
    json: /^\{/,
  })) {
    const { stdout } = await parallax(
      'export',
      library.path,
      '--format',
      format,
      '--article',
      herald,
    )
    expect(stdout, format).toMatch(beginning)
    expect(stdout, format).toContain('cracked cup')
    if (format === 'json') expect(notesIn(stdout)).toHaveLength(1)
  }
  expect(await hashes(library.path)).toEqual(before)

  await writeFile(
    join(library.path, '.parallax/annotations', `${await idOf(rows)}.json`),
    '{"format',
  )
  const damaged = await parallax('check', library.path, '--json')
  expect(damaged.code).toBe(1)
  expect(JSON.parse(damaged.stdout).problems).toMatchObject([{ code: 'store-damaged' }])
})

test('add puts files and folders in, and says of each what became of it', async ({
  library,
  dataDir,
}) => {
  const before = await hashes(library.path)
  const source = join(dataDir, 'cuttings')
  const article =
    'Tide tables\n\nThe water rose by three metres on Monday, the harbour board said.\n'
  for (const [name, content] of Object.entries({
    'press/tide.txt': article,
    'press/march/again.md': article,
    'press/.hidden.txt': 'x',
    'press/photo.jpg': 'x',
    'empty.txt': '',
    'page.doc': '<!doctype html><html><body><p>Saved by another program.</p></body></html>',
  })) {
    await mkdir(dirname(join(source, name)), { recursive: true })
    await writeFile(join(source, name), content)
  }
  const { code, stdout, stderr } = await parallax(
    ...['add', library.path, '--json'],
    ...['press', 'empty.txt', 'page.doc', 'none.txt'].map((name) => join(source, name)),
    join(library.path, herald),
  )
  expect(code, 'two were refused').toBe(1)
  expect(stderr, 'no progress where nobody looks on').toBe('')
  const added = JSON.parse(stdout) as { path: string | null; id: string | null }[]
  expect(added).toMatchObject([
    { name: 'press/march/again.md', path: 'press/march/again.md', error: null },
    { name: 'press/tide.txt', path: 'press/tide.txt', error: null },
    { name: 'empty.txt', path: null, id: null, error: { code: 'empty-file' } },
    { name: 'page.doc', path: 'page.doc.html', error: null },
    { name: 'none.txt', path: null, id: null, error: { code: 'not-found' } },
    { name: herald, path: herald, warnings: [{ code: 'in-library' }], error: null },
  ])
  const rows = await parallaxJson<{ id: string; path: string }[]>('list', library.path)
  for (const { path, id: mine } of added.filter((one) => one.id !== null))
    expect(rows.find((row) => row.path === path)).toMatchObject({
      id: mine,
      state: 'ready',
      warnings: 0,
    })
  expect(await parallaxJson('check', library.path)).toMatchObject({
    articles: 7,
    duplicates: [{ path: 'press/tide.txt', of: { path: 'press/march/again.md' } }],
  })
  expect(await hashes(library.path)).toMatchObject(before)

  const again = await parallax('add', library.path, join(source, 'press'))
  expect(again.code).toBe(0)
  expect(again.stdout).toMatch(/^added\tpress\/tide \(2\)\.txt$/m)
  expect(again.stdout).toContain('\tthe same file as “press/tide.txt”\n')
  expect(again.stdout).toMatch(/Read 2, mended 0, refused 0\n$/)
})

test('add stops between two files when it is told to', async ({ library, dataDir }) => {
  const source = join(dataDir, 'many')
  await mkdir(source)
  const files = Array.from({ length: 400 }, (_, n) => `article ${n}.txt`)
  for (const name of files)
    await writeFile(
      join(source, name),
      `${name}\n\n${'Some more words of it. '.repeat(3_000)}The end.`,
    )
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/cli.js'), 'add', library.path, source],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const exit = once(child, 'exit')
  const added = join(library.path, 'many')
  const count = async () => (await readdir(added).catch(() => [])).length
  await expect.poll(count, { intervals: [20], timeout: 60_000 }).toBeGreaterThan(10)
  child.kill('SIGINT')
  expect((await exit)[0]).toBe(1)
  expect(said).toMatch(/^parallax: stopped; \d+ files were not added\.\n$/)
  const rows = await parallaxJson<{ path: string; state: string }[]>('list', library.path)
  const mine = rows.filter(({ path }) => path.startsWith('many/'))
  expect(mine.length).toBeLessThan(400)
  for (const { path } of mine)
    expect(await readFile(join(library.path, path), 'utf8')).toMatch(/The end\.$/)
})

const gazette = 'east-bank-gazette-nobody-asked-us.md'
const courier = 'valley-courier-narrow-majority.txt'

interface Place {
  readonly article: number
  readonly start: number
  readonly end: number
}
interface Compared {
  readonly articles: readonly {
    readonly path: string
    readonly title: string | null
    readonly sentences: readonly { start: number; end: number; furniture?: true }[]
  }[]
  readonly matches: readonly {
    readonly a: Place
    readonly b: Place
    readonly kind: string
    readonly tier: string
    readonly score: number
    readonly verdict?: string
    readonly reasons?: readonly unknown[]
  }[]
  readonly only: readonly Place[]
  readonly tags?: readonly unknown[]
}

test('compare gives what articles share, as ranges of sentences', async ({ library }) => {
  const files = [herald, courier, gazette].map((name) => join(library.path, name))
  const found = await parallaxJson<Compared>('compare', ...files)
  expect(found.articles.map(({ path }) => path)).toEqual(files)
  const texts = await Promise.all(files.map(async (file) => (await readArticle(file)).text))
  const isSentence = ({ article, start, end }: Place): boolean =>
    found.articles[article]?.sentences.some((each) => each.start === start && each.end === end) ??
    false
  expect(found.matches.length).toBeGreaterThan(5)
  for (const { a, b, kind, tier, score } of found.matches) {
    expect(a.article).toBeLessThan(b.article)
    expect(isSentence(a) && isSentence(b)).toBe(true)
    expect(['verbatim', 'near', 'same-fact']).toContain(kind)
    expect(['certain', 'sure', 'possible']).toContain(tier)
    expect(score).toBeGreaterThan(0)
    expect(score).toBeLessThanOrEqual(1)
  }
  const shared = found.matches.find(({ a }) =>
    texts[a.article]?.slice(a.start, a.end).startsWith('The bridge, opened in 1931'),
  )
  expect(shared).toMatchObject({ kind: 'verbatim', tier: 'certain' })
  expect(found.only.every(isSentence)).toBe(true)
  for (const name of ['pairs', 'clusters', 'prominence', 'quotations', 'figures', 'differences'])
    expect(Array.isArray(Reflect.get(found, name)), name).toBe(true)
  expect(found.tags).toBeUndefined()
  const why = await parallaxJson<Compared>('compare', ...files.slice(0, 2), '--explain')
  expect(why.matches.every(({ reasons }) => Array.isArray(reasons))).toBe(true)

  const report = await parallax('compare', ...files, '--explain')
  expect(report.code).toBe(0)
  for (const words of ['Only here', 'Quotations', 'Typical words', 'because: ', 'opened in 1931'])
    expect(report.stdout).toContain(words)
})

test('compare says that a file is named twice, and names one it cannot read', async ({
  library,
}) => {
  const file = join(library.path, courier)
  const twice = await parallax('compare', file, file)
  expect(twice.code).toBe(0)
  expect(twice.stderr).toMatch(/^parallax: “.*” is named twice[^\n]*\n$/)
  await writeFile(join(library.path, 'empty.txt'), '')
  const empty = await parallax('compare', file, join(library.path, 'empty.txt'))
  expect(empty.code).toBe(1)
  expect(empty.stderr).toMatch(/^parallax: “empty\.txt” [^\n]+\n$/)
})

test('compare knows a library’s stories, verdicts and tags', async ({ library, dataDir }) => {
  const rows = await parallaxJson<{ id: string; path: string }[]>('list', library.path)
  const notes = join(dataDir, 'notes.json')
  await writeFile(notes, await exportWithOne(library.path, rows))
  await parallaxJson('import', library.path, notes)
  const rowAt = (name: string) => rows.find(({ path }) => path === name)
  const time = '2026-03-06T08:00:00.000Z'
  const articles = [courier, herald].map((path) => ({ id: rowAt(path)?.id, path, sha256: '' }))
  const story = { kind: 'story', id, name: 'Quay Street', articles, created: time, modified: time }
  await writeFile(
    join(library.path, '.parallax/stories.json'),
    JSON.stringify({ format: 'parallax/stories', version: 1, stories: [story] }),
  )
  const before = await parallaxJson<Compared>(
    ...['compare', '--library', library.path, '--story', 'quay street'],
  )
  expect(before.articles.map(({ path }) => path)).toEqual([courier, herald])
  expect(before.tags).toMatchObject([
    { name: 'quote', articles: [{ count: 0 }, { count: 1, passages: [{}] }] },
  ])
  const [first] = before.matches
  const sideOf = async ({ article, start, end }: Place) => {
    const { text, textHash } = await parallaxJson<{ text: string; textHash: string }>(
      ...['read', join(library.path, before.articles[article]?.path ?? '')],
    )
    const target = { start, end, exact: text.slice(start, end), prefix: '', suffix: '', textHash }
    return { article: articles[article], target }
  }
  const verdict = {
    ...{ id: '0123456789abcdef', verdict: 'no', modified: time },
    ...{ a: first && (await sideOf(first.a)), b: first && (await sideOf(first.b)) },
  }
  await writeFile(
    join(library.path, '.parallax/verdicts.json'),
    JSON.stringify({ format: 'parallax/verdicts', version: 1, verdicts: [verdict] }),
  )
  const args = ['compare', '--library', library.path, courier, herald]
  const after = await parallaxJson<Compared>(...args)
  expect(after.matches).toEqual(before.matches.slice(1))
  expect((await parallax(...args)).stdout).toMatch(/^Tags\n {2}quote +0 +1$/m)
  expect(await parallaxJson('check', library.path)).toMatchObject({ stories: 1, problems: [] })
  const notesOf = await parallax(
    ...['export', library.path, '--format', 'markdown', '--story', 'Quay Street'],
  )
  expect(notesOf.stdout).toContain('cracked cup')
  const listed = await parallaxJson<{ stories: string[] }[]>('list', library.path)
  expect(listed.filter(({ stories }) => stories.includes('Quay Street'))).toHaveLength(2)
})

test('failures are one line and exit 1, wrong usage exits 2', async ({ library, dataDir }) => {
  const bad = join(dataDir, 'bad.json')
  await writeFile(bad, '{"a":')
  const file = join(library.path, herald)
  const failures = [
    ['read', join(library.path, 'not-there.txt')],
    ['read', library.path],
    ['anchor', file, bad],
    ['anchor', file, join(dataDir, 'none.json')],
    ['list', join(library.path, 'none')],
    ['list', file],
    ['import', library.path, bad],
    ['export', library.path, '--format', 'json', '--article', 'none'],
    ['compare', file, join(library.path, 'not-there.txt')],
    ['compare', '--library', library.path, herald, 'none.txt'],
    ['compare', '--library', library.path, '--story', 'None'],
    ['export', library.path, '--format', 'json', '--out', join(dataDir, 'no/such/place\0')],
  ]
  for (const words of failures.slice(0, -1)) {
    const { code, stdout, stderr } = await parallax(...words)
    expect(code, words.join(' ')).toBe(1)
    expect(stdout).toBe('')
    expect(stderr, words.join(' ')).toMatch(/^parallax: [^\n]+\n$/)
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/)
  }
  for (const words of [
    [],
    ['sing'],
    ['read'],
    ['add', library.path],
    ['read', file, file],
    ['read', file, '--louder'],
    ['export', library.path],
    ['export', library.path, '--format', 'docx'],
    ['import', library.path, bad, '--format', 'csv'],
    ['compare', file],
    ['compare', ...Array.from({ length: 7 }, () => file)],
    ['compare', '--story', 'One'],
    ['export', library.path, '--format', 'csv', '--story', 'One', '--article', herald],
    ['compare', '--library', library.path, '--story', 'One', file],
    ['serve', '--port', 'http'],
  ]) {
    const { code, stdout, stderr } = await parallax(...words)
    expect(code, words.join(' ')).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/)
  }
  const help = await parallax('help')
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('read FILE')
})

test('serve prints an address, keeps its data private, and ends when asked', async ({
  library,
  dataDir,
}) => {
  const data = join(dataDir, 'made by serve')
  const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'serve', library.path], {
    cwd: root,
    env: environment({ dataDir: data }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    child.stdout?.setEncoding('utf8')
    const [said] = await once(child.stdout ?? child, 'data')
    const address = new URL(/http:\S+/.exec(String(said))?.[0] ?? '')
    expect(address.hostname).toBe('127.0.0.1')
    const page = await fetch(address.origin)
    expect(await page.text()).toContain('<title>Parallax</title>')
    const called = await fetch(`${address.origin}/call/app-start`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'origin': address.origin,
        'authorization': `Bearer ${new URLSearchParams(address.hash.slice(1)).get('token')}`,
      },
      body: JSON.stringify({ library: null, window: 'test', arg: {} }),
    })
    expect(await called.json()).toMatchObject({
      ok: true,
      value: { library: { info: { path: library.path, readOnly: null } } },
    })
    expect((await stat(data)).mode & 0o077, 'nobody else may look in').toBe(0)
  } finally {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await exit)[0]).toBe(0)
  }
})

type Rows = readonly { readonly id: string; readonly path: string }[]

const idOf = async (rows: Rows): Promise<string> =>
  rows.find(({ path }) => path === herald)?.id ?? ''

/** An export with one annotation, made by hand as another program would. */
async function exportWithOne(library: string, rows: Rows): Promise<string> {
  const empty = ['export', library, '--format', 'json', '--article', await idOf(rows)]
  const json = JSON.parse((await parallax(...empty)).stdout)
  const { text } = await readArticle(join(library, herald))
  const exact = 'taking a sledgehammer to a cracked cup'
  const start = text.indexOf(exact)
  const end = start + exact.length
  const time = '2026-03-06T08:00:00.000Z'
  json.articles[0].annotations = [
    {
      ...{ id, color: 'red', tags: ['quote'], note: '', created: time, modified: time },
      target: {
        ...{ start, end, exact, textHash: json.articles[0].textHash },
        prefix: text.slice(start - 32, start),
        suffix: text.slice(end, end + 32),
      },
    },
  ]
  return JSON.stringify(json)
}
