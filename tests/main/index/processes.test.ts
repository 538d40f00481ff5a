// Several threads and processes over one file, and processes that are killed.
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Index } from '../../../src/main/index/open-index.ts'
import { bundle, startChild } from '../store/support.ts'
import { batchOf, perBatch } from './batches.ts'
import {
  annotated,
  annotationOf,
  found,
  idOf,
  must,
  openAt,
  openTemp,
  toldOf,
  words,
} from './support.ts'

let program = ''
let workerUrl: URL
beforeAll(async () => {
  const child = await bundle('./index-child.ts', import.meta.url)
  const worker = await bundle('../../../src/main/index/index-worker.ts', import.meta.url)
  program = child.path
  workerUrl = pathToFileURL(worker.path)
  return () => Promise.all([child.remove(), worker.remove()])
}, 60_000)

/** The number of the one batch that is there; rows and words must both say it. */
function batchIn(index: Index): number {
  const { total, rows } = index.rows({ sort: 'path' }, { start: 0, end: perBatch })
  if (total === 0) return 0
  expect(total).toBe(perBatch)
  const titles = new Set(rows.map(({ title }) => title))
  expect(titles.size).toBe(1)
  const [title] = titles
  // One search sees one state, too; it may be a later one.
  const search = words('batch', { prefix: true, field: 'text' })
  const { articles } = must(index.search(search, { start: 0, end: 99, hits: 1 }))
  const seen = articles.map(({ article, hits }) => [article.title, hits[0]?.snippet.text])
  const [first] = seen
  expect(seen).toEqual(seen.map(() => first))
  expect(seen).toHaveLength(perBatch)
  expect(first?.[1]).toContain(first?.[0]?.replace('Batch ', 'batch'))
  return Number(title?.replace('Batch ', ''))
}

it('holds every acknowledged batch, whole, through ten kills', async () => {
  const { index, path } = await openTemp()
  await index.close()
  let acknowledged = 0
  for (let round = 0; round < 10; round++) {
    const child = startChild(program, [path, String(acknowledged + 1)])
    expect(await child.line()).toBe('open well')
    for (let line = 0; line < 1 + (round % 3); line++) {
      const said = await child.line()
      expect(said).toMatch(/^there /)
      acknowledged = Number(said?.split(' ')[1])
    }
    await sleep(Math.random() * 15)
    await child.kill()
    const again = openAt(path)
    expect(again.index.notice).toBeNull()
    const there = batchIn(again.index)
    expect(there).toBeGreaterThanOrEqual(acknowledged)
    acknowledged = there
    await again.index.close()
  }
}, 60_000)

it('shows what another process writes, each batch whole, while both write', async () => {
  const { index, path, lost } = await openTemp()
  const children = [startChild(program, [path, '2', '2']), startChild(program, [path, '3', '2'])]
  for (const child of children) expect(await child.line()).toBe('open well')
  const seen = new Set<number>()
  for (let round = 0; round < 25; round++) {
    for (const child of children) expect(await child.line()).toMatch(/^there /)
    seen.add(batchIn(index))
    if (round === 10) expect(await index.put(batchOf(1_000_000))).toBe(true)
  }
  expect(seen.size).toBeGreaterThan(3)
  expect(lost).toEqual([])
}, 60_000)

describe('with a thread that writes', () => {
  it('a read sees what was acknowledged, and does not wait for what is being written', async () => {
    const { index, lost } = await openTemp({ workerUrl })
    await index.put(toldOf({ n: 0, text: 'first' }))
    const order: string[] = []
    const writing = index
      .put(Array.from({ length: 300 }, (_, n) => toldOf({ n: n + 1, text: 'more words' })).flat())
      .then(() => order.push('written'))
    expect(index.rows({ sort: 'path' }, { start: 0, end: 1 }).total).toBe(1)
    order.push('read')
    await writing
    expect(order).toEqual(['read', 'written'])
    expect(index.rows({ sort: 'path' }, { start: 0, end: 1 }).total).toBe(301)
    expect(found(index, words('more'))).toHaveLength(300)
    expect(lost).toEqual([])
  })

  it('closing waits for what was put', async () => {
    const { index, path } = await openTemp({ workerUrl })
    const putting = Array.from({ length: 20 }, (_, n) => index.put(toldOf({ n })))
    await index.close()
    expect(await Promise.all(putting)).toEqual(putting.map(() => true))
    expect(openAt(path).index.counts().articles).toBe(20)
  })

  it('twenty thousand annotations of one article are mirrored, and one of them changed', async () => {
    const { index } = await openTemp({ workerUrl })
    const many = Array.from({ length: 20_000 }, (_, n) =>
      annotationOf(`id ${n}`, { start: n, note: `note${n} on this`, tags: [`tag ${n % 50}`] }),
    )
    await index.put([...toldOf({ n: 1, text: 'word '.repeat(100_000) }), annotated(1, many)])
    expect(index.row(idOf(1))).toMatchObject({ annotations: 20_000, notes: 20_000 })
    expect(index.counts().tags).toHaveLength(50)
    await index.put([
      {
        kind: 'annotations',
        article: idOf(1),
        all: false,
        put: [annotationOf('id 7', { note: 'changed' })],
        gone: ['id 8'],
      },
    ])
    expect(index.row(idOf(1))?.annotations).toBe(19_999)
    expect(found(index, words('changed'))).toEqual([idOf(1)])
    for (const gone of ['note7', 'note8']) expect(found(index, words(gone))).toEqual([])
    expect(index.hitsOf(words('note19999'), idOf(1))).toMatchObject([
      { field: 'notes', annotation: 'id 19999', start: 0, end: 9 },
    ])
  }, 60_000)
})
