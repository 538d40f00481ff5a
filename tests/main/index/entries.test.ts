// What an opening of the library starts from comes back as it was told.
import { expect, it } from 'vitest'
import type { ReadFacts } from '../../../src/main/index/entries.ts'
import type { ContentFacts, FileFacts } from '../../../src/main/index/facts.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { contentOf, idOf, openAt, openTemp, shaOf, toldOf } from './support.ts'

const inFile = (text: string, part: number) => ({
  textHash: contentOf(1, text, { part }).textHash,
  sha256: shaOf(1),
})

const file: FileFacts = {
  path: 'books/a book.epub',
  id: idOf(1),
  size: 12_345_678_901,
  mtimeMs: 1_700_000_000_123.456,
  sha256: shaOf(1),
  problem: null,
  partIds: [
    { id: idOf(2), title: 'One', ...inFile('Chapter one.', 0) },
    { id: idOf(3), title: null, ...inFile('Chapter two.', 1) },
  ],
}
const problem = {
  code: 'parse-failed',
  message: 'No.',
  advice: 'Look.',
  path: 'x',
  detail: 'd',
} as const

const readOf = ({ format, textHash, words, parts, meta, warnings }: ContentFacts): ReadFacts => ({
  ...{ format, textHash, words, parts, meta, warnings },
})

it('gives back files, what was read of them, and of the articles in them', async () => {
  const { index, path } = await openTemp()
  const bad: FileFacts = { ...file, path: 'bad.pdf', id: idOf(9), sha256: '', problem, partIds: [] }
  const sketch = JSON.stringify({ words: 'w', shingles: 3, lowest: 'l' })
  const derived = {
    sketch: { version: 1, value: sketch },
    profile: { version: 4, value: 'what it is about' },
    short: { version: 2, value: null },
  }
  const whole = contentOf(1, 'Chapter one. Chapter two.', {
    parts: 2,
    format: 'epub',
    warnings: [{ code: 'w', message: 'mended' }],
  })
  const part = contentOf(1, 'Chapter one.', { part: 0, meta: { ...noMeta, title: 'One' } })
  const other = contentOf(1, 'Chapter two.', { part: 1 })
  await index.put([
    { kind: 'file', file },
    { kind: 'file', file: bad },
    { kind: 'content', content: whole, derived },
    { kind: 'content', content: part, derived: {} },
    { kind: 'content', content: other, derived: {} },
  ])
  await index.close()

  const again = openAt(path).index
  expect(again.isNew).toBe(false)
  expect(again.filesAfter('', 1, 9)).toEqual([
    { file: bad, read: null, parts: null },
    { file, read: readOf(whole), parts: [readOf(part), readOf(other)] },
  ])
  expect(again.filesAfter('bad.pdf', 1, 9).map(({ file }) => file)).toEqual([file])
  expect(again.filesAfter('', 1, 1).map(({ file }) => file)).toEqual([bad])
  const [first, second] = file.partIds
  const turned = { ...file, partIds: [second, first].flatMap((each) => each ?? []) }
  await again.put([{ kind: 'file', file: turned }])
  expect(again.filesAfter('bad.pdf', 1, 9)).toMatchObject([{ file: turned, parts: null }])
  expect(again.readOf(shaOf(1), 1)).toEqual(readOf(whole))
  expect(again.derived(shaOf(1), null, 1)).toEqual(derived)
  expect(again.derived(shaOf(1), 0, 1)).toEqual({})
  expect(again.content(shaOf(1), 0, 1)).toEqual(part)
  expect(again.content(shaOf(1), null, 1)).toEqual(whole)
})

it('gives nothing that other loaders read', async () => {
  const { index } = await openTemp()
  await index.put(toldOf({ n: 1 }))
  expect(index.filesAfter('', 2, 9).map(({ read }) => read)).toEqual([null])
  expect(index.readOf(shaOf(1), 2)).toBeNull()
  expect(index.derived(shaOf(1), null, 2)).toEqual({})
  expect(index.content(shaOf(1), null, 2)).toBeNull()
})

it('names the texts that a fact has to be computed of, and keeps what is computed', async () => {
  const { index } = await openTemp()
  await index.put([
    ...toldOf({ n: 1, text: 'One.', derived: { profile: { version: 1, value: 'p' } } }),
    ...toldOf({ n: 2, text: 'Two.' }),
  ])
  expect(index.underived('profile', 1, 9).map(({ text }) => text)).toEqual(['Two.'])
  expect(index.underived('profile', 2, 1)).toHaveLength(1)
  const derived = { profile: { version: 2, value: null } }
  for (const n of [1, 2])
    await index.put([{ kind: 'derived', sha256: shaOf(n), part: null, derived }])
  expect(index.underived('profile', 2, 9)).toEqual([])
  for (const n of [1, 2]) expect(index.derived(shaOf(n), null, 1)).toEqual(derived)
})

it('forgets what was computed of a text when another is read from the same bytes', async () => {
  const { index } = await openTemp()
  await index.put(toldOf({ n: 1, text: 'One.', derived: { profile: { version: 1, value: 'p' } } }))
  await index.put([
    { kind: 'content', content: contentOf(1, 'Other.', { loader: 2 }), derived: {} },
  ])
  expect(index.derived(shaOf(1), null, 2)).toEqual({})
  expect(index.text(idOf(1))).toBe('Other.')
})

it('keeps the text of a file that moves, and forgets texts that no file has', async () => {
  const { index } = await openTemp()
  await index.put(toldOf({ n: 1, text: 'Moves.' }))
  const [moved] = toldOf({ n: 1, file: { path: 'sub/1.txt' } })
  await index.put([{ kind: 'file-gone', path: '1.txt' }, ...(moved ? [moved] : [])])
  expect(await index.tidy()).toBe(0)
  expect(index.text(idOf(1))).toBe('Moves.')
  await index.put([
    { kind: 'file-gone', path: 'sub/1.txt' },
    { kind: 'article-gone', id: idOf(1) },
  ])
  expect(await index.tidy()).toBe(1)
  expect(index.readOf(shaOf(1), 1)).toBeNull()
})

it('gives texts back unit by unit, whatever is in them', async () => {
  const { index } = await openTemp()
  const text = 'a\u0000b\r\n“é” 𝒜 \u2028 \ufeff end'
  await index.put(toldOf({ n: 1, text }))
  expect(index.text(idOf(1))).toBe(text)
})

it('gives back the list as it was told, page by page, and whether the text is there', async () => {
  const { index } = await openTemp()
  await index.put([3, 1, 2].flatMap((n) => toldOf({ n, text: n === 2 ? null : `Text ${n}.` })))
  const first = index.toldAfter('', 2)
  expect(first.map(({ article }) => article.id)).toEqual([idOf(1), idOf(2)])
  expect(first.map(({ loader }) => loader !== null)).toEqual([true, false])
  const rest = index.toldAfter(idOf(2), 2)
  expect(rest).toEqual([index.told(idOf(3))])
  expect(index.toldAfter(idOf(3), 2)).toEqual([])
  expect(index.told(idOf(4))).toBeNull()
  const loader = rest[0]?.loader ?? -1
  expect(index.has(shaOf(3), null, loader)).toBe(true)
  expect(index.has(shaOf(3), null, loader + 1)).toBe(false)
  expect(index.has(shaOf(2), null, loader)).toBe(false)
  for (const change of toldOf({ n: 3, text: 'Text 3.' }))
    if (change.kind === 'article') expect(rest[0]?.article).toEqual(change.article)
})

it('names the stories that it was told of', async () => {
  const { index } = await openTemp()
  await index.put([
    { kind: 'story', id: 'a', name: 'A', articles: [] },
    { kind: 'story', id: 'b', name: 'B', articles: [] },
    { kind: 'story-gone', id: 'a' },
  ])
  expect(index.stories()).toEqual(['b'])
})
