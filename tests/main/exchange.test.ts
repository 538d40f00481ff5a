// Taking notes out and bringing them in again, with real libraries on both sides.
import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExport, saveExport } from '../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../src/main/features/exchange/importing.ts'
import type { Library } from '../../src/main/library.ts'
import { exportFormats } from '../../src/shared/calls/exchange.ts'
import type { DuplicateChoice } from '../../src/shared/import/twins.ts'
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
  put,
  rowAt,
  tempFolder,
} from './library/support.ts'

const deps = { now: clock(), version: '0.0.0' }
const whole = (library: Library, format: (typeof exportFormats)[number] = 'json', empty = false) =>
  buildExport(library, { format, article: null, empty }, deps).then(must)
const bring = (
  library: Library,
  text: string,
  dryRun = false,
  duplicates: DuplicateChoice = 'skip',
) => importJson(library, { text, name: 'notes.json', dryRun, duplicates })

const files = {
  'a.txt': bridge,
  'b/harbour.txt': harbour,
  'plain.md': '# Nothing\n\nmarked here.\n',
}

/** An export without when its records were made. */
const timeless = (json: string): unknown =>
  JSON.parse(json, (key, value) => (key === 'modified' || key === 'set' ? undefined : value))

/** A library with notes on two of its three articles. */
async function annotated(shape: Readonly<Record<string, string>> = files) {
  const folder = await folderOf(shape)
  const { library } = await open(folder)
  await highlight(library, 'a.txt', 'The council will meet', { note: '**When?**' })
  await highlight(library, 'a.txt', 'cracks were found', { tags: ['damage', 'ask/engineer'] })
  await highlight(library, 'a.txt', 'found in two', { note: 'overlaps "the" other, =1+1' })
  if ('b/harbour.txt' in shape)
    await highlight(library, 'b/harbour.txt', 'unfair', { note: 'nobody asked\n\nthem' })
  return { folder, library }
}

describe('buildExport', () => {
  it('takes the articles of a story alone, in its order, under its name', async () => {
    const { library } = await annotated()
    const articles = ['plain.md', 'b/harbour.txt', 'a.txt'].map((path) => idAt(library, path))
    const { id } = must(await library.saveStory({ id: null, name: 'Two quays', articles }))
    const request = { format: 'markdown', article: null, empty: false } as const
    const file = must(await buildExport(library, { ...request, story: id }, deps))
    expect(file).toMatchObject({ name: 'Two quays.md', articles: 2, annotations: 4 })
    expect(file.text.indexOf('unfair')).toBeLessThan(file.text.indexOf('cracks were'))
    const all = must(await buildExport(library, { ...request, empty: true, story: id }, deps))
    expect(all.articles).toBe(3)
    const gone = { ...request, story: '00000000-0000-4000-8000-000000000000' }
    expect(errorOf(await buildExport(library, gone, deps)).code).toBe('not-found')
  })

  it.each(exportFormats)(
    'puts every highlight, tag and note into %s, in the order of the text',
    async (format) => {
      const { library } = await annotated()
      const file = await whole(library, format)
      expect(file).toMatchObject({ articles: 2, annotations: 4 })
      const { text } = file
      for (const word of ['damage', 'ask/engineer', 'When?', 'overlaps', 'nobody asked', 'unfair'])
        expect(text).toContain(word)
      const at = ['cracks were', 'The council will', 'unfair'].map((word) => text.indexOf(word))
      expect(at).toEqual([...at].sort((a, b) => a - b))
      expect(text).not.toContain('marked here')
      expect(file.name).toMatch(new RegExp(`\\.${format === 'markdown' ? 'md' : format}$`))
    },
  )

  it('lists articles without notes when asked to', async () => {
    const { library } = await annotated()
    expect((await whole(library, 'json', true)).articles).toBe(3)
  })

  it('takes one article, named after its title', async () => {
    const { library } = await annotated()
    const article = idAt(library, 'a.txt')
    const file = must(
      await buildExport(library, { format: 'markdown', article, empty: false }, deps),
    )
    expect(file).toMatchObject({ name: 'The bridge is shut.md', articles: 1, annotations: 3 })
    const gone = { format: 'markdown', article: 'ffffffffffffffff', empty: false } as const
    expect(errorOf(await buildExport(library, gone, deps)).code).toBe('not-found')
  })

  it('gives a name that every file system takes', async () => {
    const title = `CON: a/b\\c "quoted" <x> | y? * ${'very '.repeat(40)}long...`
    const folder = await folderOf({ 'a.md': `# ${title}\n\nText of it.\n` })
    const { library } = await open(folder)
    const article = idAt(library, 'a.md')
    const { name } = must(
      await buildExport(library, { format: 'csv', article, empty: false }, deps),
    )
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]\.csv$/u)
    expect(name.length).toBeLessThanOrEqual(90)
  })

  it('still holds the notes of an article whose file is gone', async () => {
    const { folder, library } = await annotated()
    await rm(join(folder, 'a.txt'))
    await library.refresh()
    for (const format of exportFormats) {
      const file = await whole(library, format)
      expect(file.annotations).toBe(4)
      expect(file.text).toContain('cracks were')
    }
  })

  it('still holds the notes whose words are gone', async () => {
    const { folder, library } = await annotated()
    await put(folder, { 'a.txt': 'About cats\n\nThe cat slept all day in the sun.\n' })
    for (const format of exportFormats) {
      const file = await whole(library, format)
      expect(file.annotations).toBe(4)
      expect(file.text).toContain('cracks were')
      expect(file.text).toContain('When?')
    }
  })

  it('is the same bytes twice', async () => {
    const { library } = await annotated()
    expect((await whole(library)).text).toBe((await whole(library)).text)
  })
})

describe('saveExport', () => {
  const file = { name: 'n.csv', mime: 'text/csv', text: 'ä,b\n', articles: 1, annotations: 1 }

  it('writes the file over one that is there', async () => {
    const path = join(await tempFolder(), 'n.csv')
    await writeFile(path, 'a longer text that was there before')
    expect(must(await saveExport(path, file))).toEqual({ path })
    expect(await readFile(path, 'utf8')).toBe('ä,b\n')
  })

  it('names the file it cannot write, and leaves nothing', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'not-a-folder'), '')
    const path = join(folder, 'not-a-folder', 'n.csv')
    expect(errorOf(await saveExport(path, file))).toMatchObject({ code: 'not-a-folder', path })
    expect(await readdir(folder)).toEqual(['not-a-folder'])
  })
})

describe('importJson', () => {
  it.each([
    ['another copy of the library', files],
    ['two copies of one article', { 'a.txt': bridge, 'copy.txt': bridge, 'z/a.txt': bridge }],
  ])('into %s gives an identical export', async (_, shape) => {
    const { library } = await annotated(shape)
    if ('copy.txt' in shape) await highlight(library, 'copy.txt', 'Monday')
    const { text } = await whole(library)
    const copy = await open(await folderOf(shape))
    const report = must(await bring(copy.library, text))
    expect(report).toMatchObject({
      read: 4,
      anchored: 4,
      moved: 0,
      orphaned: 0,
      duplicates: 0,
      lost: [],
    })
    expect((await whole(copy.library)).text).toBe(text)
    await copy.library.close()
    const again = await open(copy.library.path)
    expect((await whole(again.library)).text).toBe(text)
  })

  it('gives an identical export when the ids came from a time before the file changed', async () => {
    const folder = await folderOf({ 'a.txt': `An older text of it.\n\n${bridge}` })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks were found')
    await put(folder, { 'a.txt': bridge })
    await library.refresh()
    const { text } = await whole(library)
    const copy = await open(await folderOf({ 'a.txt': bridge }))
    expect(idAt(copy.library, 'a.txt')).not.toBe(idAt(library, 'a.txt'))
    expect(must(await bring(copy.library, text)).read).toBe(1)
    expect(idAt(copy.library, 'a.txt')).toBe(idAt(library, 'a.txt'))
    expect((await whole(copy.library)).text).toBe(text)
  })

  it('knows articles again that lie elsewhere, or were changed', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const copy = await open(
      await folderOf({ 'moved/x.txt': bridge, 'b/harbour.txt': `Late news.\n\n${harbour}` }),
    )
    expect(must(await bring(copy.library, text))).toMatchObject({
      ...{ read: 4, anchored: 4, moved: 0, orphaned: 0, lost: [] },
    })
    expect(rowAt(copy.library, 'moved/x.txt').annotations).toBe(3)
    expect(rowAt(copy.library, 'b/harbour.txt').annotations).toBe(1)
  })

  it('finds by the text that was kept here what was changed in its place since', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'Engineers closed the Quay Street bridge on Monday')
    const { text } = await whole(library)
    await library.undo()
    await highlight(library, 'a.txt', 'The bridge is shut')
    await library.close()
    await writeFile(join(folder, 'a.txt'), bridge.replace('on Monday', 'on Tuesday'))
    const again = await open(folder)
    const report = { read: 1, anchored: 0, moved: 1, orphaned: 0 }
    expect(must(await bring(again.library, text, true))).toMatchObject(report)
    expect(must(await bring(again.library, text))).toMatchObject(report)
    const { resolved } = await openAt(again.library, 'a.txt')
    expect(resolved.map(({ anchor }) => anchor)).toContainEqual(
      expect.objectContaining({ state: 'moved', changes: [{ was: 'Monday', is: 'Tuesday' }] }),
    )
  })

  it('counts in a dry run what the import then does, and changes nothing', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const folder = await folderOf({
      'a.txt': bridge.replace('cracks were found in', 'rust was on'),
    })
    const copy = await open(folder)
    const before = copy.library.articles()
    const dry = must(await bring(copy.library, text, true))
    expect(copy.library.articles()).toEqual(before)
    expect(copy.library.history().undo).toBeNull()
    expect(must(await bring(copy.library, text))).toEqual(dry)
    expect(dry.read).toBe(4)
    expect(dry.anchored + dry.moved + dry.orphaned).toBe(3)
    expect(dry.orphaned).toBeGreaterThan(0)
    expect(dry.lost.length).toBe(1)
    expect(dry.lost[0]).toContain('b/harbour.txt')
    const { resolved } = await openAt(copy.library, 'a.txt')
    const states = resolved.map(({ anchor }) => anchor.state)
    for (const state of ['anchored', 'moved', 'orphaned'] as const)
      expect(states.filter((each) => each === state).length, state).toBe(dry[state])
  })

  it('leaves what is there already as it is, also the second time', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const { resolved } = await openAt(library, 'a.txt')
    const ids = [resolved[0]?.annotation.id ?? '']
    must(await library.update({ article: idAt(library, 'a.txt'), ids, patch: { note: 'mine' } }))
    const now = await whole(library)
    expect(must(await bring(library, text))).toMatchObject({
      read: 4,
      duplicates: 4,
      anchored: 0,
    })
    expect((await whole(library)).text).toBe(now.text)
  })

  it('joins what was changed later elsewhere, keeps what was here as a version, and undoes it', async () => {
    const { library } = await annotated()
    const article = idAt(library, 'a.txt')
    const { resolved } = await openAt(library, 'a.txt')
    const id = resolved[0]?.annotation.id ?? ''
    const { text } = await whole(library)
    const json = JSON.parse(text)
    for (const { annotations } of json.articles)
      for (const each of annotations)
        if (each.id === id)
          Object.assign(each, { note: 'later', modified: '2027-01-01T00:00:00.000Z' })
    must(await library.update({ article, ids: [id], patch: { note: 'mine' } }))
    const report = must(await bring(library, JSON.stringify(json)))
    expect(report).toMatchObject({ read: 4, duplicates: 3, joined: 1 })
    const noteOf = () => library.annotations(article).find((each) => each.id === id)?.note
    expect(noteOf()).toBe('later')
    must(await library.undo())
    expect(noteOf()).toBe('mine')
  })

  it('is one step to undo', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const copy = await open(await folderOf(files))
    must(await bring(copy.library, text))
    must(await copy.library.undo())
    expect((await whole(copy.library)).annotations).toBe(0)
    must(await copy.library.redo())
    expect(timeless((await whole(copy.library)).text)).toEqual(timeless(text))
  })

  it('brings in what it can when one article of the file cannot be read here', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const copy = await open(await folderOf({ ...files, 'b/harbour.txt': '' }))
    const report = must(await bring(copy.library, text))
    expect(report.read).toBe(4)
    expect(rowAt(copy.library, 'a.txt').annotations).toBe(3)
    expect(report.lost.join()).toContain('b/harbour.txt')
  })

  it('says which corrections it left out, and brings in the others', async () => {
    const { library } = await annotated()
    const facts = { byline: 'Ada Holm', source: 'The Strand Courier' }
    for (const path of ['a.txt', 'b/harbour.txt', 'plain.md'])
      must(await library.correct({ article: idAt(library, path), meta: facts }))
    // What was taken back is nothing to lose.
    const back = { article: idAt(library, 'plain.md'), meta: { source: null } }
    must(await library.correct(back))
    const { text } = await whole(library)
    const copy = await open(await folderOf({ 'a.txt': bridge, 'plain.md': '' }))
    const report = must(await bring(copy.library, text))
    expect(report.lost).toEqual([
      expect.stringMatching(
        /^“b\/harbour.txt” is not in .*: 1 annotation and 2 corrections left out/,
      ),
      expect.stringMatching(/^“plain.md”: .* 1 correction left out\.$/),
    ])
    expect(rowAt(copy.library, 'a.txt')).toMatchObject({ annotations: 3, byline: 'Ada Holm' })
  })

  it.each([
    ['no JSON', '{', 'parse-failed'],
    ['another JSON', '{"hello":1}', 'unsupported'],
    ['a newer export', '{"format":"parallax/library","version":99,"articles":[]}', 'store-newer'],
    [
      'a damaged export',
      '{"format":"parallax/library","version":1,"articles":[{}]}',
      'parse-failed',
    ],
  ])('refuses %s, names the file, and changes nothing', async (_, text, code) => {
    const { library } = await open(await folderOf(files))
    const error = errorOf(await bring(library, text))
    expect(error).toMatchObject({ code, path: 'notes.json' })
    expect(error.message).toContain('“notes.json”')
    expect(library.history().undo).toBeNull()
  })

  it('is refused where nothing may be changed, dry run or not counted', async () => {
    const { folder, library } = await annotated()
    const { text } = await whole(library)
    const second = await open(folder)
    const other = JSON.parse(text)
    for (const article of other.articles)
      for (const each of article.annotations) each.id = each.id.replace(/^.{8}/, '00000000')
    expect(errorOf(await bring(second.library, JSON.stringify(other))).code).toBe('locked')
  })
})

describe('stories and verdicts', () => {
  const three = { ...files, 'plain.md': '# Nothing\n\nmarked here. The bridge was closed.\n' }

  /** A library with notes, two stories, one of them laid out, and two verdicts. */
  async function storied() {
    const made = await annotated(three)
    const { library } = made
    const [a, b, plain] = ['a.txt', 'b/harbour.txt', 'plain.md'].map((path) => idAt(library, path))
    const story = async (name: string, articles: (string | undefined)[]) =>
      must(await library.saveStory({ id: null, name, articles: articles.map(String) }))
    const quays = await story('Two quays', [plain, a])
    await story('All', [b, plain, a])
    const panes = [{ article: String(plain), top: 3, size: null }]
    const at = (article: string | undefined, offset: number) => ({ article: `${article}`, offset })
    const arrangement = { panes, focused: 0, pins: [{ a: at(a, 2), b: at(plain, 1) }] }
    must(await library.arrangeStory({ id: quays.id, arrangement }))
    await judge(library, ['plain.md', 'The bridge was closed.'], ['a.txt', 'cracks were found'])
    await judge(library, ['a.txt', 'The council will meet'], ['b/harbour.txt', 'unfair'], 'no')
    return { ...made, quays }
  }

  async function judge(
    library: Library,
    [pathA, wordsA]: readonly [string, string],
    [pathB, wordsB]: readonly [string, string],
    verdict: 'yes' | 'no' | null = 'yes',
  ) {
    const side = async (path: string, words: string) => {
      const { id, text, textHash } = await openAt(library, path)
      const start = text.indexOf(words)
      return { article: id, start, end: start + words.length, textHash }
    }
    must(
      await library.judge({ a: await side(pathA, wordsA), b: await side(pathB, wordsB), verdict }),
    )
  }

  it('come back into another copy of the library, and leave it the same', async () => {
    const { library, quays } = await storied()
    const { text, articles } = await whole(library)
    expect(articles).toBe(2)
    const copy = await open(await folderOf(three))
    const dry = must(await bring(copy.library, text, true))
    expect(dry).toMatchObject({ stories: 2, verdicts: 2, lost: [] })
    expect(copy.library.stories()).toEqual([])
    expect(must(await bring(copy.library, text))).toEqual(dry)
    expect(copy.library.stories()).toContainEqual(quays && library.stories()[1])
    expect((await whole(copy.library)).text).toBe(text)
    await copy.library.close()
    const again = await open(copy.library.path)
    expect((await whole(again.library)).text).toBe(text)
    expect(must(await bring(again.library, text))).toMatchObject({ stories: 0, verdicts: 0 })
    expect((await whole(again.library)).text).toBe(text)
  })

  it('come back where the ids came from a time before the files changed', async () => {
    const old = { 'a.txt': `An older text of it.\n\n${bridge}`, 'b.txt': `Older.\n\n${harbour}` }
    const folder = await folderOf(old)
    const { library } = await open(folder)
    const articles = ['a.txt', 'b.txt'].map((path) => idAt(library, path))
    const { id } = must(await library.saveStory({ id: null, name: 'Quays', articles }))
    const panes = articles.map((article) => ({ article, top: 0, size: null }))
    must(await library.arrangeStory({ id, arrangement: { panes, focused: 1, pins: [] } }))
    await judge(library, ['a.txt', 'cracks were found'], ['b.txt', 'unfair'])
    await put(folder, { 'a.txt': bridge, 'b.txt': harbour })
    await library.refresh()
    const { text } = await whole(library)
    const copy = await open(await folderOf({ 'a.txt': bridge, 'b.txt': harbour }))
    expect(idAt(copy.library, 'a.txt')).not.toBe(articles[0])
    must(await bring(copy.library, text))
    expect(copy.library.stories()).toEqual(library.stories())
    expect((await whole(copy.library)).text).toBe(text)
  })

  it('are one step of undo together with the notes', async () => {
    const { library } = await storied()
    const { text } = await whole(library)
    const copy = await open(await folderOf(three))
    must(await bring(copy.library, text))
    must(await copy.library.undo())
    expect(copy.library.history().undo).toBeNull()
    expect(JSON.parse((await whole(copy.library)).text)).toMatchObject({
      ...{ articles: [], stories: [], verdicts: [], missing: [] },
    })
    must(await copy.library.redo())
    expect(timeless((await whole(copy.library)).text)).toEqual(timeless(text))
  })

  it('keep what they say of files that are gone', async () => {
    const { folder, library } = await storied()
    await rm(join(folder, 'plain.md'))
    await library.refresh()
    const { text } = await whole(library)
    expect(JSON.parse(text).missing).toMatchObject([{ path: 'plain.md' }])
    const there = await folderOf({ 'a.txt': bridge, 'b/harbour.txt': harbour })
    const copy = await open(there)
    expect(must(await bring(copy.library, text)).lost).toEqual([])
    expect((await whole(copy.library)).text).toBe(text)
    // With the file, they are of it again.
    await put(there, { 'plain.md': three['plain.md'] })
    await copy.library.refresh()
    await copy.library.whenRead()
    const id = idAt(copy.library, 'plain.md')
    expect(copy.library.stories().every(({ articles }) => articles.includes(id))).toBe(true)
  })

  it('that are of no article of a library are left out, and told', async () => {
    const { library } = await storied()
    const { text } = await whole(library)
    const other = await open(await folderOf({ 'c.txt': 'Other\n\nAnother text altogether.\n' }))
    const report = must(await bring(other.library, text))
    expect(report).toMatchObject({ stories: 0, verdicts: 0 })
    expect(report.lost).toContain('Story “All”: none of its articles is in this library.')
    expect(report.lost).toContain('2 verdicts on articles that are not in this library left out.')
    expect(other.library.stories()).toEqual([])
    expect(other.library.history().undo).toBeNull()
  })

  it('are left as they are where they are newer here', async () => {
    const { library } = await storied()
    const { text } = await whole(library)
    const { id, articles } = library.stories()[0] ?? { id: '', articles: [] }
    must(await library.saveStory({ id, name: 'Mine', articles }))
    await judge(library, ['plain.md', 'The bridge was closed.'], ['a.txt', 'cracks were'], null)
    const now = await whole(library)
    must(await bring(library, text))
    expect((await whole(library)).text).toBe(now.text)
  })

  it('go with their story, not with one article', async () => {
    const { library, quays } = await storied()
    const request = { format: 'json', article: null, empty: false } as const
    const ofStory = must(await buildExport(library, { ...request, story: quays.id }, deps))
    const json = JSON.parse(ofStory.text)
    expect(json.stories).toEqual([quays && library.stories()[1]])
    expect(json.verdicts).toHaveLength(1)
    expect(json.articles.map(({ path }: { path: string }) => path)).toEqual(['a.txt', 'plain.md'])
    const article = idAt(library, 'a.txt')
    const ofOne = must(await buildExport(library, { ...request, article }, deps))
    expect(JSON.parse(ofOne.text)).toMatchObject({ stories: [], verdicts: [], missing: [] })
  })

  it('are none in a file of the first version, which is still read', async () => {
    const { library } = await annotated()
    const {
      stories: _s,
      verdicts: _v,
      missing: _m,
      ...json
    } = JSON.parse((await whole(library)).text)
    const copy = await open(await folderOf(files))
    const old = JSON.stringify({ ...json, version: 1 })
    expect(must(await bring(copy.library, old))).toMatchObject({ anchored: 4, lost: [] })
    expect((await whole(copy.library)).text).toBe((await whole(library)).text)
  })
})

describe('highlights that are here under other ids', () => {
  /** The same export as another tool would write it: each annotation under an id of its own. */
  const underNewIds = (json: string): string => {
    const ids = new Map<string, string>()
    return json.replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      ids.set(id, ids.get(id) ?? randomUUID())
      return ids.get(id) ?? id
    })
  }
  const saidIn = (json: string) =>
    (JSON.parse(json).articles as { annotations: { note: string; id: string }[] }[])
      .flatMap(({ annotations }) => annotations)
      .map(({ note }) => note)
      .sort()

  it('are told before anything is written, and left out if nothing else is asked for', async () => {
    const { library } = await annotated()
    const before = await whole(library)
    const text = underNewIds(before.text)
    const forecast = must(await bring(library, text, true))
    expect(forecast).toMatchObject({ read: 4, twins: 4, differing: 0, duplicates: 0, anchored: 0 })
    expect(must(await bring(library, text))).toEqual(forecast)
    expect((await whole(library)).text).toBe(before.text)
  })

  it('are told with another note, tags or colour, too', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const other = underNewIds(text).replace('**When?**', 'Tonight.').replace('damage', 'harm')
    expect(must(await bring(library, other, true))).toMatchObject({ twins: 4, differing: 2 })
    must(await bring(library, other))
    expect((await whole(library)).text).toBe(text)
  })

  it('are kept beside one another when both are wanted', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    expect(must(await bring(library, underNewIds(text), false, 'keep'))).toMatchObject({
      twins: 4,
      anchored: 4,
    })
    expect(await whole(library)).toMatchObject({ annotations: 8 })
    must(await library.undo())
    expect((await whole(library)).text).toBe(text)
  })

  it('take the place of those here when that is wanted, as one step of undo', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    const other = underNewIds(text).replace('**When?**', 'Tonight.')
    expect(must(await bring(library, other, false, 'replace'))).toMatchObject({ twins: 4 })
    const after = (await whole(library)).text
    expect(saidIn(after)).toEqual(saidIn(other))
    expect(timeless(after)).toEqual(timeless(other))
    must(await library.undo())
    expect(timeless((await whole(library)).text)).toEqual(timeless(text))
    must(await library.redo())
    expect(timeless((await whole(library)).text)).toEqual(timeless(other))
  })

  it('are those of the same passage alone, each with one of those here', async () => {
    const { library } = await annotated()
    const { text } = await whole(library)
    // A second highlight of one passage, and one of another.
    await highlight(library, 'a.txt', 'council will', { note: 'mine' })
    const json = JSON.parse(underNewIds(text))
    const [first] = json.articles[0].annotations
    json.articles[0].annotations.push({ ...first, id: randomUUID(), note: 'again' })
    const report = must(await bring(library, JSON.stringify(json)))
    expect(report).toMatchObject({ read: 5, twins: 4, anchored: 1 })
  })

  it('are known when the file has changed since, and when neither is found any more', async () => {
    const { folder, library } = await annotated()
    const { text } = await whole(library)
    await put(folder, {
      'a.txt': `Another line above.\n\n${bridge.replace('cracks were found', '')}`,
    })
    await library.refresh()
    await library.whenRead()
    expect(must(await bring(library, underNewIds(text), true))).toMatchObject({
      twins: 4,
      anchored: 0,
      moved: 0,
      orphaned: 0,
    })
  })

  it('are what is here when it is written, whatever was told before', async () => {
    const { library } = await annotated()
    const text = underNewIds((await whole(library)).text)
    const copy = await open(await folderOf(files))
    expect(must(await bring(copy.library, text, true))).toMatchObject({ twins: 0, anchored: 4 })
    await highlight(copy.library, 'a.txt', 'cracks were found')
    expect(must(await bring(copy.library, text))).toMatchObject({
      twins: 1,
      differing: 1,
      anchored: 3,
    })
  })
})
