// `parallax search`: all pages, the best first, and complaints that say where the query is off.
import { expect, it } from 'vitest'
import {
  leftLine,
  problemLine,
  type SearchLibrary,
  searchAll,
} from '../../../../src/main/hosts/cli/found-hits.ts'
import { keptIn, queryOf } from '../../../../src/main/hosts/cli/kept-searches.ts'
import { WrongUsage } from '../../../../src/main/hosts/cli/output.ts'
import type { Library } from '../../../../src/main/library.ts'
import { keptSearchKind } from '../../../../src/shared/kinds/kept-search.ts'
import { folderOf, highlight, must, open, tempFolder } from '../../library/support.ts'

async function libraryOf(files: Record<string, string>): Promise<Library> {
  const search = { dataDir: await tempFolder(), workerUrl: null }
  const { library } = await open(await folderOf(files), { search })
  await library.whenIndexed()
  return library
}

const all = Number.POSITIVE_INFINITY

it('gives every hit of every article, over as many pages as that takes', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 230 }, (_, at) => [`${at}.txt`, `Title ${at}\n\nA quay and a quay.\n`]),
  )
  const library = await libraryOf(files)
  const { hits } = await searchAll(library, 'quay', all)
  expect(hits).toHaveLength(460)
  expect(new Set(hits.map(({ path }) => path)).size).toBe(230)
  for (const { path, start, end } of hits)
    expect(files[path]?.slice(start ?? 0, end ?? 0)).toBe('quay')
  const few = await searchAll(library, 'quay', 7)
  expect(new Set(few.hits.map(({ path }) => path)).size).toBe(7)
})

it('puts titles before texts, names the annotation of a note, and says what matches without words', async () => {
  const library = await libraryOf({
    'a.txt': 'Weather\n\nIt rained on the quay all day long, from the morning to the night.\n',
    'b.txt': 'The quay\n\nNothing else.\n',
  })
  const { annotation } = await highlight(library, 'a.txt', 'rained', { note: 'A dull remark.' })
  await library.whenIndexed()
  const { hits } = await searchAll(library, 'quay', all)
  expect(hits.map(({ path, field }) => [path, field])).toEqual([
    ['b.txt', 'title'],
    ['b.txt', 'text'],
    ['a.txt', 'text'],
  ])
  const notes = await searchAll(library, 'remark', all)
  expect(notes.hits).toMatchObject([
    { field: 'notes', annotation: annotation.id, start: 7, end: 13, snippet: 'A dull remark.' },
  ])
  const whole = await searchAll(library, 'has:note', all)
  expect(whole.hits).toMatchObject([{ path: 'a.txt', field: null, start: null, snippet: '' }])
})

it('refuses a query that cannot be made out, at its place', async () => {
  const library = await libraryOf({ 'a.txt': 'One\n\nTwo.\n' })
  const refused = searchAll(library, 'two before:3/4/2026', all)
  await expect(refused).rejects.toThrow(WrongUsage)
  await expect(refused).rejects.toThrow(/^at character 5 of the query: /)
  const { problems } = await searchAll(library, 'two OR', all)
  expect(problems.map((each) => problemLine('two OR', each))).toEqual([
    expect.stringMatching(/^at character 5 of the query: OR needs a word on each side\./),
  ])
})

it('knows a kept search by its name, unless that is of none or of several', async () => {
  const library = await libraryOf({ 'a.txt': 'One\n\nTwo.\n' })
  const keep = async (name: string, query: string) =>
    must(await library.keptSearches.save({ id: null, name, query }))
  await keep('Tolls', 'toll*')
  await keep('Docks', 'dock* -tag:opinion')
  const kept = () => library.ledger.all(keptSearchKind)
  expect(keptIn(kept()).map(({ name }) => name)).toEqual(['Docks', 'Tolls'])
  expect(queryOf(kept(), 'Docks')).toBe('dock* -tag:opinion')
  expect(() => queryOf(kept(), 'Quays')).toThrow(WrongUsage)
  await keep('Tolls', 'fee')
  expect(() => queryOf(kept(), 'Tolls')).toThrow('2 searches are kept under “Tolls”')
})

it('says how many articles the index does not know as they are now', async () => {
  const library = await libraryOf({ 'a.txt': 'The old quay\n\nShips lie there.\n' })
  expect((await searchAll(library, 'quay', all)).left).toBeNull()
  const search: SearchLibrary['search'] = async (arg) => {
    const answer = await library.search(arg)
    return answer.ok ? { ...answer, value: { ...answer.value, left: 2 } } : answer
  }
  expect((await searchAll({ search }, 'quay', all)).left).toBe(2)
  expect(leftLine(2)).toContain('2 articles are not in the index')
  expect(leftLine(1)).toContain('one article is')
})
