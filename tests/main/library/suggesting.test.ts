// Articles that seem to tell one event: found by what they are about, without reading them again.
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventIndex } from '../../../src/main/features/stories/event-index.ts'
import type { Library } from '../../../src/main/library.ts'
import { asOldVersionLeft, folderOf, idAt, must, open, put, rowAt } from './support.ts'

const fire = {
  'fire-1.txt':
    'Fire guts Brenner mill\n\nA fire gutted the Brenner mill in Altdorf on Friday night. Fire chief Jana Kolb said that eleven engines had fought the flames, and that nobody was hurt.\n\nThe mill had stood empty since its owner, Brenner & Sons, went bankrupt.\n',
  'fire-2.txt':
    'Altdorf: flames destroy empty mill\n\nFlames destroyed the old Brenner mill in Altdorf late on Friday. “The roof came down at ten,” fire chief Jana Kolb said. The bankrupt mill had been empty for two years.\n\nEleven fire engines came from three towns.\n',
  'fire-3.txt':
    'Brenner mill burns down\n\nIn Altdorf the Brenner mill burned down on Friday night. Neighbours watched the fire from the bridge. Kolb, the fire chief, ruled nothing out.\n',
}
const strike = {
  'strike-1.txt':
    'Tram drivers walk out\n\nTram drivers of Nordhavn walked out on Tuesday over night shifts. Their union, led by Per Lund, wants two days of rest a week. The city offers one.\n',
  'strike-2.txt':
    'No trams in Nordhavn\n\nNo tram ran in Nordhavn on Tuesday: drivers are on strike for more rest after night shifts, union leader Per Lund said. The city called the walkout irresponsible.\n',
}
const other = {
  'choir.txt':
    'Choir wins prize\n\nThe harbour choir won the county prize on Sunday with a song by its own conductor. It will sing at the town hall in June.\n',
  'eels.txt':
    'Eels return to the Ister\n\nBiologists counted four hundred eels in the river Ister this spring, more than in any year since the dam was built.\n',
}

async function started(files: Readonly<Record<string, string>> = { ...fire, ...strike, ...other }) {
  const folder = await folderOf(files)
  return { folder, ...(await open(folder)) }
}

const pathsOf = (library: Library, ids: readonly string[]): string[] => {
  const rows = new Map(library.articles().map(({ id, path }) => [id, path]))
  return ids.map((id) => rows.get(id) ?? id)
}

const offered = async (library: Library, ...paths: string[]): Promise<string[]> =>
  (await library.suggest(paths.map((path) => idAt(library, path)))).map(
    ({ articles }) => pathsOf(library, articles).at(-1) ?? '',
  )

const groupsIn = async (library: Library): Promise<string[][]> =>
  (await library.suggest([])).map(({ articles }) => pathsOf(library, articles).sort()).sort()

describe('articles on the event of those that are asked about', () => {
  it('are offered one by one, the likest first, with words that all have', async () => {
    const { library } = await started()
    expect((await offered(library, 'fire-3.txt')).sort()).toEqual(['fire-1.txt', 'fire-2.txt'])
    expect(await offered(library, 'strike-1.txt')).toEqual(['strike-2.txt'])
    expect(await offered(library, 'choir.txt')).toEqual([])
    const both = ['fire-1.txt', 'fire-2.txt'].map((path) => idAt(library, path))
    const [third, ...more] = await library.suggest(both)
    expect(more).toEqual([])
    expect(third?.articles).toEqual([...both, idAt(library, 'fire-3.txt')])
    expect(third?.because).toEqual(expect.arrayContaining(['Brenner', 'Altdorf', 'mill']))
    expect(third?.score).toBeGreaterThan(0)
    expect(third?.score).toBeLessThanOrEqual(1)
  })

  it('are found at the next start without reading the files again', async () => {
    const { folder, library } = await started()
    await library.close()
    const again = await open(folder)
    expect(again.work.reads).toEqual([])
    expect(await offered(again.library, 'strike-1.txt')).toEqual(['strike-2.txt'])
  })

  it('are found in a library whose cache an older Parallax wrote, which is read anew once', async () => {
    const { folder, library } = await started()
    const id = idAt(library, 'fire-1.txt')
    await asOldVersionLeft(folder, library, (cache) => ({ ...cache, version: 2 }))
    const again = await open(folder)
    expect(again.work.reads).toHaveLength(7)
    expect(idAt(again.library, 'fire-1.txt')).toBe(id)
    expect(await offered(again.library, 'strike-1.txt')).toEqual(['strike-2.txt'])
  })

  it('are those that are there now', async () => {
    const { folder, library } = await started()
    await offered(library, 'strike-1.txt')
    await put(folder, {
      'strike-2.txt': other['choir.txt'].replace('Choir', 'A choir'),
      'strike-3.txt': strike['strike-2.txt'].replace('No tram ran', 'Not one tram was seen'),
    })
    await library.refresh()
    await library.whenRead()
    expect(await offered(library, 'strike-1.txt')).toEqual(['strike-3.txt'])
  })

  it('are no copies of them, and not those of long before', async () => {
    const dated = (date: string, text: string) => `---\ndate: ${date}\n---\n\n${text}`
    const { library } = await started({
      'a.md': dated('2026-03-04', strike['strike-1.txt']),
      'copy.txt': strike['strike-1.txt'],
      'b.md': dated('2026-03-05', strike['strike-2.txt']),
      'old.md': dated('2021-06-01', strike['strike-2.txt'].replace('The city', 'The council')),
    })
    expect(rowAt(library, 'old.md').published).toBe('2021-06-01')
    const found = await offered(library, 'a.md')
    expect(found[0]).toBe('b.md')
    expect(found).not.toContain('copy.txt')
    const scores = (await library.suggest([idAt(library, 'a.md')])).map(({ score }) => score)
    expect(scores[1] ?? 0).toBeLessThan((scores[0] ?? 0) * 0.6)
  })

  it('that nobody knows are none', async () => {
    const { library } = await started()
    expect(await library.suggest(['0123456789abcdef'])).toEqual([])
  })
})

describe('groups in the whole library', () => {
  it('are of articles that are alike each to each', async () => {
    const { library } = await started()
    expect(await groupsIn(library)).toEqual([Object.keys(fire), Object.keys(strike)])
    const [best, next] = await library.suggest([])
    expect(best?.score).toBeGreaterThanOrEqual(next?.score ?? 1)
  })

  it('leave out what is a story already, and copies', async () => {
    const { library } = await started({
      ...{ ...fire, ...other },
      'copy.txt': other['choir.txt'],
    })
    expect(await groupsIn(library)).toEqual([Object.keys(fire)])
    const articles = Object.keys(fire).map((path) => idAt(library, path))
    must(await library.saveStory({ id: null, name: 'Fire', articles }))
    expect(await groupsIn(library)).toEqual([])
  })
})

describe('the index of profiles', () => {
  const profile = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefghijkl'), fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
      maxLength: 8,
      selector: ([term]) => term,
    })
    .map((terms) => terms.map(([term, weight]) => `${term}${term} ${weight}`).join('\n'))

  it('gives the same after changes as one that is made anew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.option(profile)), {
          maxLength: 20,
        }),
        (steps) => {
          const index = createEventIndex()
          const last = new Map<string, string>()
          for (const [id, next] of steps) {
            if (next === null) index.remove(id)
            else index.put(id, next)
            if (next === null) last.delete(id)
            else last.set(id, next)
          }
          const fresh = createEventIndex()
          for (const [id, each] of last) fresh.put(id, each)
          for (const id of last.keys()) {
            const [mine, theirs] = [index.near(id, 9), fresh.near(id, 9)]
            expect(mine.map((each) => each.id)).toEqual(theirs.map((each) => each.id))
            for (const [i, { score }] of mine.entries()) {
              expect(score).toBeCloseTo(theirs[i]?.score ?? -1, 9)
              expect(score).toBeLessThanOrEqual(1 + 1e-9)
            }
          }
        },
      ),
    )
  })
})

const real = join(import.meta.dirname, '../../../../shared/data/stories')

describe.skipIf(!existsSync(real))('real stories', () => {
  it('are found whole, and none is mixed with another', async () => {
    const files: Record<string, Uint8Array> = {}
    const stories: string[][] = []
    for (const story of readdirSync(real).filter((name) => !name.includes('.'))) {
      const paths = readdirSync(join(real, story)).map((name) => `${story}/${name}`)
      for (const path of paths) files[path] = await readFile(join(real, path))
      stories.push(paths.sort())
    }
    const { library } = await open(await folderOf(files))
    expect(await groupsIn(library)).toEqual(stories.sort())
  })
})
