// Two kinds of record that the app does not know, given by their line in the list of kinds alone: the
// core keeps, joins, undoes and exchanges their records.
import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import type { Change } from '../../../src/shared/kinds/kind.ts'
import type { KnownFile } from '../../../src/shared/model/known-file.ts'
import { type Link, linkKind, ratingKind } from './made-up-kinds.ts'
import {
  bridge,
  clock,
  folderOf,
  harbour,
  idAt,
  must,
  open,
  places,
  tempFolder,
} from './support.ts'

vi.mock('../../../src/shared/kinds/kinds.ts', async (original) => {
  const real = await original<typeof import('../../../src/shared/kinds/kinds.ts')>()
  const madeUp = await import('./made-up-kinds.ts')
  return { kinds: [...real.kinds, madeUp.linkKind, madeUp.ratingKind] }
})

const files = { 'a.txt': bridge, 'b.txt': harbour }
const modified = '2026-03-04T10:00:00.000Z'

const fileAt = (library: Library, path: string): KnownFile => {
  const file = library.knownFile(idAt(library, path))
  if (!file) throw new Error(`nothing known of ${path}`)
  return file
}

function linkChange(library: Library, id: string, set: Partial<Link>): Change {
  const before = library.ledger.get(linkKind, null, id)
  const [from, to] = [fileAt(library, 'a.txt'), fileAt(library, 'b.txt')]
  const after = { id, from, to, label: '', weight: 0, modified, ...before, ...set }
  return { kind: linkKind, article: null, key: id, before, after }
}

function ratingChange(library: Library, path: string, stars: number): Change {
  const article = idAt(library, path)
  const before = library.ledger.get(ratingKind, article, 'me')
  const after = { by: 'me', stars, modified }
  return { kind: ratingKind, article, key: 'me', before, after }
}

const perform = async (library: Library, label: string, records: readonly Change[]) =>
  must(await library.add(label, [], { stories: [], verdicts: [], records }))

const linksOf = (library: Library) =>
  library.ledger.all(linkKind).map(({ id, label, weight }) => ({ id, label, weight }))
const starsOf = (library: Library, path: string) =>
  library.ledger.all(ratingKind, idAt(library, path)).map(({ stars }) => stars)

/** A library with a link and two ratings, set as one. */
async function linked() {
  const folder = await folderOf(files)
  const { library } = await open(folder, { machine: 'here' })
  await perform(library, 'Link', [
    linkChange(library, 'one', { label: 'answers', weight: 2 }),
    ratingChange(library, 'a.txt', 4),
    ratingChange(library, 'b.txt', 1),
  ])
  return { folder, library }
}

const deps = { now: clock(), version: '0.0.0' }
const whole = async (library: Library, article: string | null = null) =>
  must(await buildExport(library, { format: 'json', article, empty: false }, deps)).text
const bring = async (library: Library, text: string, dryRun = false) =>
  must(await importJson(library, { text, name: 'links.json', dryRun }))

describe('a kind of record that was added to the list', () => {
  it('is on disk, one change of several files as one step of undo', async () => {
    const { folder, library } = await linked()
    must(await library.undo())
    expect([linksOf(library), starsOf(library, 'a.txt'), starsOf(library, 'b.txt')]).toEqual([
      [],
      [],
      [],
    ])
    must(await library.redo())
    await library.close()
    const again = await open(folder)
    expect(linksOf(again.library)).toEqual([{ id: 'one', label: 'answers', weight: 2 }])
    expect(starsOf(again.library, 'a.txt')).toEqual([4])
    expect(again.library.info().problems).toEqual([])
  })

  it('joins what two machines have set of one record, field by field', async () => {
    const { folder, library } = await linked()
    await library.close()
    const elsewhere = await tempFolder()
    await cp(folder, elsewhere, { recursive: true })
    const mine = await open(folder, { machine: 'here' })
    const theirs = await open(elsewhere, { machine: 'there' })
    await perform(mine.library, 'Weigh', [linkChange(mine.library, 'one', { weight: 9 })])
    await perform(theirs.library, 'Name', [linkChange(theirs.library, 'one', { label: 'denies' })])
    const [from, to] = [elsewhere, folder].map((each) => places(each).libraryFile('links'))
    const incoming = join(folder, '.parallax', 'incoming.tmp')
    await writeFile(incoming, await readFile(String(from)))
    await rename(incoming, String(to))
    await mine.library.refresh()
    expect(linksOf(mine.library)).toEqual([{ id: 'one', label: 'denies', weight: 9 }])
    expect(await readFile(String(to), 'utf8')).toContain('"label":"denies"')
  })

  it('comes back from an export into another copy of the library, and leaves it the same', async () => {
    const { library } = await linked()
    const text = await whole(library)
    const copy = await open(await folderOf(files), { machine: 'there' })
    const dry = await bring(copy.library, text, true)
    expect(dry).toMatchObject({
      lost: [],
      records: [
        { noun: 'link', count: 1 },
        { noun: 'ratings', count: 2 },
      ],
    })
    expect(linksOf(copy.library)).toEqual([])
    expect(await bring(copy.library, text)).toEqual(dry)
    expect(await whole(copy.library)).toBe(text)
    expect(await bring(copy.library, text)).toMatchObject({ records: [] })
    must(await copy.library.undo())
    expect(linksOf(copy.library)).toEqual([])
  })

  it('is joined by an import, not set back: what was set here since stays', async () => {
    const { library } = await linked()
    const text = await whole(library)
    const copy = await open(await folderOf(files), { machine: 'there' })
    await bring(copy.library, text)
    await perform(copy.library, 'Name', [linkChange(copy.library, 'one', { label: 'denies' })])
    await perform(library, 'Weigh', [linkChange(library, 'one', { weight: 9 })])
    await bring(copy.library, await whole(library))
    expect(linksOf(copy.library)).toEqual([{ id: 'one', label: 'denies', weight: 9 }])
  })

  it('is of the articles as they are called here', async () => {
    const folder = await folderOf({ 'a.txt': `Older.\n\n${bridge}`, 'b.txt': harbour })
    const { library } = await open(folder)
    await writeFile(join(folder, 'a.txt'), bridge)
    await library.refresh()
    await perform(library, 'Link', [linkChange(library, 'one', { label: 'answers' })])
    const copy = await open(await folderOf({ 'x/a.txt': bridge, 'b.txt': harbour }))
    expect((await bring(copy.library, await whole(library))).lost).toEqual([])
    const [link] = copy.library.ledger.all(linkKind)
    expect(link?.from.id).toBe(idAt(copy.library, 'x/a.txt'))
    expect(link?.from.id).not.toBe(idAt(library, 'a.txt'))
  })

  it('stays away from an export that it does not concern, and from a library without its articles', async () => {
    const { library } = await linked()
    const one = JSON.parse(await whole(library, idAt(library, 'a.txt')))
    expect(one.links).toBeUndefined()
    expect(one.articles).toMatchObject([{ ratings: [{ by: 'me', stars: 4 }] }])
    const other = await open(await folderOf({ 'c.txt': 'Other\n\nAnother text altogether.\n' }))
    expect((await bring(other.library, await whole(library))).lost).toContain(
      '1 link on articles that are not in this library left out.',
    )
  })

  it('has lines that cannot be read, or are too long, left out or cut, and said', async () => {
    const { library } = await linked()
    const json = JSON.parse(await whole(library))
    const [line] = json.links
    json.links = [{ ...line, id: 'two', label: 'far too long a label' }, { id: 'three' }, 'no']
    const copy = await open(await folderOf(files))
    const { lost } = await bring(copy.library, JSON.stringify(json))
    expect(lost).toEqual([
      '2 links that cannot be read left out.',
      '1 link cut: longer than can be made here.',
    ])
    expect(linksOf(copy.library)).toEqual([{ id: 'two', label: 'far too lo', weight: 2 }])
  })
})
