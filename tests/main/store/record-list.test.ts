// Files of the store that are one list of records.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeFolder } from '../../../src/main/store/folder.ts'
import {
  listFormat,
  openRecordList,
  type RecordKind,
  type RecordList,
} from '../../../src/main/store/record-list.ts'
import { type Split, splitKind } from '../../../src/main/store/splits.ts'
import { storyKind } from '../../../src/main/store/stories.ts'
import { verdictKind } from '../../../src/main/store/verdicts.ts'
import { parseVersioned } from '../../../src/main/store/versioned.ts'
import { errorOf, must, tempFolder } from './support.ts'

const split = (digit: string, minute: number, on = true): Split => ({
  ...{ article: digit.repeat(16), path: `${digit}.txt`, sha256: digit.repeat(64), split: on },
  modified: `2026-03-04T10:${String(minute).padStart(2, '0')}:00.000Z`,
})

async function placesIn(folder: string) {
  const { root, backups, damaged, list } = storeFolder(folder)
  await mkdir(root, { recursive: true })
  await mkdir(backups, { recursive: true })
  return { ...list('splits'), damaged }
}

const open = async (folder: string): Promise<RecordList<Split>> =>
  openRecordList(await placesIn(folder), splitKind)

const textOf = async (folder: string): Promise<string> =>
  readFile((await placesIn(folder)).file, 'utf8')

describe('a list of records', () => {
  it('keeps what is written, one record a line, in an order of its own', async () => {
    const folder = await tempFolder()
    const list = await open(folder)
    must(await list.write([split('b', 1), split('a', 2)]))
    const text = await textOf(folder)
    expect(text.split('\n')[2]).toMatch(/^\{"article":"aaaa.*"split":true\},$/)
    expect(text).toBe(splitText(split('a', 2), split('b', 1)))
    expect((await open(folder)).all()).toEqual([split('a', 2), split('b', 1)])
  })

  it('joins what another program wrote: of each record the later word', async () => {
    const folder = await tempFolder()
    const list = await open(folder)
    must(await list.write([split('a', 5), split('b', 5)]))
    await writeFile(
      (await placesIn(folder)).file,
      splitText(split('a', 9, false), split('b', 1, false), split('c', 3)),
    )
    expect(await list.look()).toEqual([split('a', 9, false), split('c', 3)])
    expect(list.all()).toEqual([split('a', 9, false), split('b', 5), split('c', 3)])
    expect(await list.look()).toEqual([])
  })

  it('comes to the same whichever machine joins first', async () => {
    const record = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }), fc.boolean())
      .map((each) => split(...each))
    await fc.assert(
      fc.asyncProperty(fc.array(record), fc.array(record), async (one, other) => {
        const joined = await Promise.all(
          [
            [one, other],
            [other, one],
          ].map(async ([first = [], second = []]) => {
            const folder = await tempFolder()
            const { file } = await placesIn(folder)
            await writeFile(file, splitText(...first))
            const list = await open(folder)
            await writeFile(file, splitText(...second))
            await list.look()
            return [...list.all()].sort((a, b) => (a.article < b.article ? -1 : 1))
          }),
        )
        expect(joined[0]).toEqual(joined[1])
      }),
      { numRuns: 25 },
    )
  })

  it('takes the reader’s word now against a clock that is ahead', async () => {
    const folder = await tempFolder()
    const list = await open(folder)
    must(await list.write([split('a', 50)]))
    must(await list.write([split('a', 2, false)]))
    expect((await open(folder)).get('a'.repeat(16))?.split).toBe(false)
  })

  it('that is damaged is told, stood in for by the copy, and set aside by the next change', async () => {
    const folder = await tempFolder()
    const places = await placesIn(folder)
    must(await (await open(folder)).write([split('a', 1)]))
    must(await (await open(folder)).write([split('b', 2)]))
    await writeFile(places.file, 'torn {')
    const list = await open(folder)
    expect(list.problems()).toMatchObject([{ code: 'store-damaged', path: places.file }])
    expect(list.all()).toEqual([split('a', 1)])
    must(await list.write([split('c', 3)]))
    expect(list.problems()).toEqual([])
    const [aside = ''] = await readdir(places.damaged)
    expect(await readFile(join(places.damaged, aside), 'utf8')).toBe('torn {')
    expect((await open(folder)).all()).toEqual([split('a', 1), split('c', 3)])
  })

  it('that was torn while it was open loses nothing', async () => {
    const folder = await tempFolder()
    const list = await open(folder)
    must(await list.write([split('a', 1), split('b', 1)]))
    await writeFile((await placesIn(folder)).file, '')
    must(await list.write([split('c', 3)]))
    expect((await open(folder)).all()).toHaveLength(3)
  })

  it('of a newer Parallax is refused and left as it is', async () => {
    const folder = await tempFolder()
    const newer = '{"format":"parallax/splits","version":9,"splits":[]}'
    await writeFile((await placesIn(folder)).file, newer)
    const list = await open(folder)
    expect(list.problems()).toMatchObject([{ code: 'store-newer' }])
    expect(errorOf(await list.write([split('a', 1)])).code).toBe('store-newer')
    expect(await textOf(folder)).toBe(newer)
  })

  it('of an older Parallax is taken over', async () => {
    const folder = await tempFolder()
    await writeFile(
      (await placesIn(folder)).file,
      '{"format":"parallax/splits","version":1,"splits":[{"article":"0123456789abcdef"}]}',
    )
    const second: RecordKind<Split> = {
      ...splitKind,
      version: 2,
      migrations: {
        1: ({ splits }) => ({
          splits: (splits as { article: string }[]).map(({ article }) => ({
            ...split('0', 1),
            article,
          })),
        }),
      },
    }
    const list = await openRecordList(await placesIn(folder), second)
    expect(list.all()).toEqual([{ ...split('0', 1), article: '0123456789abcdef' }])
    must(await list.write([split('a', 2)]))
    expect(await textOf(folder)).toContain('"version":2')
  })

  it('stays as it was when it cannot be written', async () => {
    const folder = await tempFolder()
    const list = await open(folder)
    must(await list.write([split('a', 1)]))
    const { backup } = await placesIn(folder)
    const again = await open(folder)
    await mkdir(backup)
    expect(errorOf(await again.write([split('b', 1)])).code).not.toBe('')
    expect(again.all()).toEqual([split('a', 1)])
    expect((await open(folder)).all()).toEqual([split('a', 1)])
  })
})

describe('the lists of the store', () => {
  it.each([splitKind, storyKind, verdictKind] as const)('say what they are: $name', (kind) => {
    const empty = `{"format":"${kind.name}","version":1,\n"${kind.field}":[]\n}\n`
    expect(listFormat(kind as RecordKind<object>).serialize([])).toBe(empty)
    expect(must(parseVersioned(listFormat(kind as RecordKind<object>), empty, 'x'))).toEqual([])
  })
})

const splitText = (...splits: readonly Split[]): string => listFormat(splitKind).serialize(splits)
