// Which article a file is, when files were moved, changed, copied or swapped.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assignIds,
  type HashedFile,
  type KnownArticle,
  shortHash,
} from '../../../src/main/core/shelf/identity.ts'

const sha = (content: string): string => shortHash(content).repeat(4)

/** Files as `path: content`. */
const files = (shape: Readonly<Record<string, string>>): HashedFile[] =>
  Object.entries(shape).map(([path, content]) => ({ path, sha256: sha(content) }))

/** Records as `id: [path, content]`. */
const records = (
  shape: Readonly<Record<string, readonly [path: string, content: string]>>,
): KnownArticle[] =>
  Object.entries(shape).map(([id, [path, content]]) => ({ id, path, sha256: sha(content) }))

const newId = (content: string): string => sha(content).slice(0, 16)

describe('assignIds', () => {
  it.each<{
    name: string
    now: Record<string, string>
    known: Record<string, readonly [string, string]>
    ids: Record<string, string>
  }>([
    {
      name: 'takes a new file’s id from its content',
      now: { 'a.txt': 'A' },
      known: {},
      ids: { 'a.txt': newId('A') },
    },
    {
      name: 'knows an untouched file',
      now: { 'a.txt': 'A', 'b.txt': 'B' },
      known: { one: ['a.txt', 'A'], two: ['b.txt', 'B'] },
      ids: { 'a.txt': 'one', 'b.txt': 'two' },
    },
    {
      name: 'knows a moved file by its content',
      now: { 'new/name.txt': 'A' },
      known: { one: ['a.txt', 'A'] },
      ids: { 'new/name.txt': 'one' },
    },
    {
      name: 'knows a changed file by its path',
      now: { 'a.txt': 'A, corrected' },
      known: { one: ['a.txt', 'A'] },
      ids: { 'a.txt': 'one' },
    },
    {
      name: 'follows the content when two files are swapped',
      now: { 'a.txt': 'B', 'b.txt': 'A' },
      known: { one: ['a.txt', 'A'], two: ['b.txt', 'B'] },
      ids: { 'a.txt': 'two', 'b.txt': 'one' },
    },
    {
      name: 'follows the content round a circle of three',
      now: { 'a.txt': 'C', 'b.txt': 'A', 'c.txt': 'B' },
      known: { one: ['a.txt', 'A'], two: ['b.txt', 'B'], three: ['c.txt', 'C'] },
      ids: { 'a.txt': 'three', 'b.txt': 'one', 'c.txt': 'two' },
    },
    {
      name: 'leaves a copied file its id, even when the copy comes first',
      now: { '0-copy.txt': 'A', 'a.txt': 'A' },
      known: { one: ['a.txt', 'A'] },
      ids: { 'a.txt': 'one', '0-copy.txt': newId('A') },
    },
    {
      name: 'keeps two copies of one content apart',
      now: { 'a.txt': 'A', 'b.txt': 'A' },
      known: { one: ['a.txt', 'A'], two: ['b.txt', 'A'] },
      ids: { 'a.txt': 'one', 'b.txt': 'two' },
    },
    {
      name: 'keeps two copies apart when both are moved',
      now: { 'x/a.txt': 'A', 'x/b.txt': 'A' },
      known: { one: ['a.txt', 'A'], two: ['b.txt', 'A'] },
      ids: { 'x/a.txt': 'one', 'x/b.txt': 'two' },
    },
    {
      name: 'knows one of two copies when only that one is moved',
      now: { 'a.txt': 'A', 'moved.txt': 'A' },
      known: { one: ['a.txt', 'A'], two: ['b.txt', 'A'] },
      ids: { 'a.txt': 'one', 'moved.txt': 'two' },
    },
    {
      name: 'gives the id to the old content when it was moved and its place taken',
      now: { 'a.txt': 'news of today', 'archive/a.txt': 'A' },
      known: { one: ['a.txt', 'A'] },
      ids: { 'archive/a.txt': 'one', 'a.txt': newId('news of today') },
    },
    {
      name: 'gives a new file no id that a missing article has',
      now: { 'b.txt': 'A' },
      known: { [newId('A')]: ['gone.txt', 'something else'] },
      ids: { 'b.txt': shortHash(`${sha('A')}\0b.txt\0${0}`) },
    },
  ])('$name', ({ now, known, ids }) => {
    expect(Object.fromEntries(assignIds(files(now), records(known)))).toEqual(ids)
  })

  it('gives the same ids again when nothing is remembered, two copies included', () => {
    const now = files({ 'a.txt': 'A', 'b.txt': 'A', 'c.txt': 'C' })
    expect(assignIds(now, [])).toEqual(assignIds(now, []))
    expect(new Set(assignIds(now, []).values()).size).toBe(3)
  })

  const paths = ['a.txt', 'b.txt', 'c.txt', 'd/e.txt', 'f.md']
  const content = fc.constantFrom('A', 'B', 'C', 'D')
  const shelf = fc.dictionary(fc.constantFrom(...paths), content)
  const knownOf = (shape: Readonly<Record<string, string>>): KnownArticle[] =>
    files(shape).map((file) => ({ ...file, id: shortHash(`id of ${file.path}`) }))

  it('gives every file exactly one id, and no two the same', () => {
    fc.assert(
      fc.property(shelf, shelf, (before, now) => {
        const ids = assignIds(files(now), knownOf(before))
        expect([...ids.keys()].sort()).toEqual(Object.keys(now).sort())
        expect(new Set(ids.values()).size).toBe(ids.size)
        for (const id of ids.values()) expect(id).toMatch(/^[0-9a-f]{16}$/)
      }),
    )
  })

  it('changes no id when nothing happened, whatever order the records come in', () => {
    fc.assert(
      fc.property(shelf, fc.boolean(), (now, reversed) => {
        const known = reversed ? knownOf(now).reverse() : knownOf(now)
        for (const [path, id] of assignIds(files(now), known))
          expect(id).toBe(shortHash(`id of ${path}`))
      }),
    )
  })

  it('is settled: asking again with what it gave changes nothing', () => {
    fc.assert(
      fc.property(shelf, shelf, (before, now) => {
        const first = assignIds(files(now), knownOf(before))
        const settled = files(now).map((file) => ({ ...file, id: first.get(file.path) ?? '' }))
        expect(assignIds(files(now), settled)).toEqual(first)
      }),
    )
  })

  it('loses no record whose content is still there as often as before', () => {
    fc.assert(
      fc.property(shelf, fc.shuffledSubarray(paths, { minLength: 5 }), (before, order) => {
        // Every file goes to another place; nothing is changed.
        const now = Object.fromEntries(
          Object.entries(before).map(([path, each]) => [order[paths.indexOf(path)] ?? path, each]),
        )
        const known = knownOf(before)
        const ids = new Set(assignIds(files(now), known).values())
        expect(ids).toEqual(new Set(known.map(({ id }) => id)))
      }),
    )
  })

  it('never moves an id to other words while a file of the old words is there', () => {
    fc.assert(
      fc.property(shelf, shelf, (before, now) => {
        const known = knownOf(before)
        const ids = assignIds(files(now), known)
        const shaOf = new Map(files(now).map(({ path, sha256 }) => [path, sha256]))
        const kept = new Set(known.map(({ id }) => id))
        for (const record of known) {
          const holder = [...ids].find(([, id]) => id === record.id)?.[0]
          if (holder === undefined || shaOf.get(holder) === record.sha256) continue
          for (const [path, id] of ids)
            if (shaOf.get(path) === record.sha256) expect(kept).toContain(id)
        }
      }),
    )
  })
})
