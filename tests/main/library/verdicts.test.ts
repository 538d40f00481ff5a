// The reader's verdicts on matches: kept by the passages' words, laid over what the method finds.
import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import type { Verdict } from '../../../src/shared/model/comparison.ts'
import {
  compared,
  errorOf,
  folderOf,
  idAt,
  must,
  open,
  openAt,
  places,
  put,
  reopenWithoutIndex,
} from './support.ts'

const one =
  'The mill burns\n\nA fire broke out in the old mill on Friday night. Nobody was hurt.\n\nThe owner had closed it in spring.\n'
const two =
  'Fire by the river\n\nFlames destroyed a disused mill. Eleven engines came, and everyone got out safely.\n'
const files = { 'a.txt': one, 'b.txt': two }

async function started() {
  const folder = await folderOf(files)
  const opened = await open(folder)
  return { folder, ...opened, a: idAt(opened.library, 'a.txt'), b: idAt(opened.library, 'b.txt') }
}

async function judge(
  library: Library,
  verdict: Verdict | null,
  [x, y]: readonly [string, string] = ['Nobody was hurt.', 'everyone got out safely'],
  [pathX, pathY]: readonly [string, string] = ['a.txt', 'b.txt'],
) {
  const side = async (path: string, words: string) => {
    const { id, text, textHash } = await openAt(library, path)
    const start = text.indexOf(words)
    return { article: id, start, end: start + words.length, textHash }
  }
  return library.judge({ a: await side(pathX, x), b: await side(pathY, y), verdict })
}

/** What is said of which sentences, as words. */
async function said(library: Library, paths: readonly string[] = ['a.txt', 'b.txt']) {
  const ids = paths.map((path) => idAt(library, path))
  const texts = await Promise.all(paths.map(async (path) => (await openAt(library, path)).text))
  const { articles, links } = must(await compared(library, ids))
  return links.flatMap(({ a, b, verdict }) => {
    if (!verdict) return []
    const words = [a, b].map(({ article, sentence }) => {
      const at = articles[article]?.sentences[sentence]
      return texts[article]?.slice(at?.start, at?.end)
    })
    return [[...words, verdict]]
  })
}

const pair = ['Nobody was hurt.', 'Eleven engines came, and everyone got out safely.']
const listFile = (folder: string): string => places(folder).libraryFile('verdicts')

describe('a verdict', () => {
  it('lies on the sentences that have most of the passages, and is told', async () => {
    const { library, told, a, b } = await started()
    must(await judge(library, 'yes'))
    expect(await said(library)).toEqual([[...pair, 'yes']])
    expect(await said(library, ['b.txt', 'a.txt'])).toEqual([[pair[1], pair[0], 'yes']])
    expect(told).toContainEqual({ event: 'verdicts-changed', data: { articles: [a, b] } })
  })

  it('is changed and taken back, each a step of undo', async () => {
    const { library } = await started()
    const steps: [Verdict | null, string][] = [
      ['yes', 'Confirm match'],
      ['no', 'Reject match'],
      [null, 'Take back verdict'],
    ]
    for (const [verdict, label] of steps) {
      must(await judge(library, verdict))
      expect(library.history().undo).toBe(label)
    }
    expect(await said(library)).toEqual([])
    must(await library.undo())
    expect(await said(library)).toEqual([[...pair, 'no']])
    must(await library.undo())
    expect(await said(library)).toEqual([[...pair, 'yes']])
    must(await library.undo())
    expect(await said(library)).toEqual([])
    must(await library.redo())
    expect(await said(library)).toEqual([[...pair, 'yes']])
  })

  it('that says nothing new is no step of undo', async () => {
    const { library } = await started()
    must(await judge(library, null))
    expect(library.history().undo).toBeNull()
    must(await judge(library, 'no'))
    must(await judge(library, 'no'))
    expect(must(await library.undo()).undo).toBeNull()
  })

  it('is of one pair, whichever passage comes first and however it was cut', async () => {
    const { folder, library } = await started()
    must(await judge(library, 'yes'))
    must(await judge(library, 'no', [pair[1] ?? '', 'Nobody was hurt'], ['b.txt', 'a.txt']))
    expect(await said(library)).toEqual([[...pair, 'no']])
    expect(
      (await readFile(listFile(folder), 'utf8')).match(/"verdict":"(?:yes|no)"/g),
    ).toHaveLength(1)
  })

  it('follows its passages when a file changes, also when it is opened anew', async () => {
    const { folder, library } = await started()
    must(await judge(library, 'no'))
    const changed = one.replace('Nobody', 'It began at nine. Nobody')
    await put(folder, { 'a.txt': changed })
    await library.refresh()
    await library.whenRead()
    expect(await said(library)).toEqual([[...pair, 'no']])
    const again = await reopenWithoutIndex(folder, library)
    expect(await said(again.library)).toEqual([[...pair, 'no']])
  })

  it('waits while its passage is gone, and holds again when it is back', async () => {
    const { folder, library } = await started()
    must(await judge(library, 'no'))
    for (const [text, verdicts] of [
      [one.replace('Nobody was hurt.', 'The cause is not known to the police.'), 0],
      [one, 1],
    ] as const) {
      await put(folder, { 'a.txt': text })
      await library.refresh()
      await library.whenRead()
      expect(await said(library)).toHaveLength(verdicts)
    }
  })

  it('holds for a copy of the article, too', async () => {
    const { folder, library } = await started()
    must(await judge(library, 'yes'))
    await put(folder, { 'copy.txt': one })
    await library.refresh()
    await library.whenRead()
    expect(await said(library, ['copy.txt', 'b.txt'])).toEqual([[...pair, 'yes']])
    expect(await said(library, ['copy.txt', 'a.txt'])).toEqual([])
  })

  it('is refused on a text that has changed, on one article, and on no words', async () => {
    const { folder, library, a } = await started()
    const { textHash } = await openAt(library, 'a.txt')
    const side = { article: a, start: 0, end: 5, textHash }
    expect(errorOf(await library.judge({ a: side, b: side, verdict: 'yes' })).code).toBe(
      'bad-argument',
    )
    const other = await openAt(library, 'b.txt')
    const there = { article: other.id, start: 0, end: 4, textHash: other.textHash }
    const nothing = { ...side, start: 14, end: 16 }
    expect(errorOf(await library.judge({ a: nothing, b: there, verdict: 'yes' })).code).toBe(
      'bad-argument',
    )
    await put(folder, { 'a.txt': `New: ${one}` })
    expect(errorOf(await library.judge({ a: side, b: there, verdict: 'yes' })).code).toBe('changed')
    await library.close()
    const { library: looking } = await open(folder, { mode: 'read' })
    expect(errorOf(await judge(looking, 'yes')).code).toBe('locked')
  })

  it('stays with an article that an import gives another id, also through undo', async () => {
    const { library, a } = await started()
    must(await judge(library, 'yes'))
    must(await judge(library, 'no'))
    must(
      await library.add('Import', [{ article: a, adoptId: '0123456789abcdef', annotations: [] }]),
    )
    expect(await said(library)).toEqual([[...pair, 'no']])
    must(await library.undo())
    expect(await said(library)).toEqual([[...pair, 'yes']])
  })
})

describe('verdicts of another machine', () => {
  it('on the same pair are one with those here: the later word holds', async () => {
    const here = await started()
    const there = await started()
    must(await judge(here.library, 'yes'))
    must(await judge(there.library, 'no'))
    const theirs = (await readFile(listFile(there.folder), 'utf8')).replace(
      /"set":\{[^}]*\}/,
      '"set":{"*":"2027-01-01T00:00:00.000Z~000~there"}',
    )
    await writeFile(listFile(here.folder), theirs)
    await here.library.refresh()
    expect(await said(here.library)).toEqual([[...pair, 'no']])
    expect(here.told).toContainEqual({
      event: 'verdicts-changed',
      data: { articles: [here.a, here.b] },
    })
  })

  it('in a damaged file are told and not lost from what is in memory', async () => {
    const { folder, library } = await started()
    must(await judge(library, 'yes'))
    await writeFile(listFile(folder), 'torn {')
    await library.refresh()
    expect(library.info().problems).toMatchObject([{ code: 'store-damaged' }])
    expect(await said(library)).toEqual([[...pair, 'yes']])
    must(await judge(library, 'no', ['A fire broke out', 'Flames destroyed']))
    expect(library.info().problems).toEqual([])
    expect(await said(library)).toHaveLength(2)
  })
})
