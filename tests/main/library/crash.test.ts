// What was acknowledged outlives a kill at any moment, and no file is ever torn.
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { articleFormat, libraryFormats } from '../../../src/main/store/sheet-formats.ts'
import { parseVersioned } from '../../../src/main/store/versioned.ts'
import { bundle, startChild } from '../store/support.ts'
import { bridge, contentsOf, folderOf, harbour, must, open, openAt, places } from './support.ts'

let program = ''
beforeAll(async () => {
  const made = await bundle('./save-child.ts', import.meta.url)
  program = made.path
  return made.remove
}, 30_000)

it('keeps every acknowledged highlight through seven kills', async () => {
  const articles = { 'a.txt': bridge, 'b.txt': harbour, 'c.md': `# Third\n\n${bridge}${harbour}` }
  const folder = await folderOf(articles)
  const acknowledged = new Map<string, string>()
  for (let round = 0; round < 7; round++) {
    const child = startChild(program, [folder])
    let said = ''
    child.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const lines = (): string[] => said.slice(0, said.lastIndexOf('\n') + 1).split('\n')
    const enough = Math.floor(Math.random() * 10)
    while (lines().length <= enough + 1) await once(child.process.stdout ?? process, 'data')
    await sleep(Math.random() * 12)
    await child.kill()
    // The kill may have cut the last line.
    const [first, ...told] = lines().filter((line) => line !== '')
    expect(first).toBe('ready to write')
    for (const line of told) {
      const [article = '', id = ''] = line.split(' ')
      expect(article, line).toMatch(/^[0-9a-f]{16}$/)
      acknowledged.set(id, article)
    }
    for (const name of await readdir(places(folder).annotations).catch(() => [])) {
      if (!name.endsWith('.json')) continue
      const content = await readFile(join(places(folder).annotations, name), 'utf8')
      must(parseVersioned(articleFormat, content, name))
    }
  }
  expect(acknowledged.size).toBeGreaterThan(14)

  const { library } = await open(folder)
  expect(library.info()).toMatchObject({ readOnly: null, problems: [] })
  const there = new Set<string>()
  for (const path of Object.keys(articles))
    for (const { annotation } of (await openAt(library, path)).resolved) there.add(annotation.id)
  expect([...acknowledged.keys()].filter((id) => !there.has(id))).toEqual([])
  // At most one a kill was written and not yet acknowledged.
  expect(there.size - acknowledged.size).toBeLessThanOrEqual(7)
  const left = Object.keys(await contentsOf(folder))
  expect(left.filter((path) => path.includes('tmp'))).toEqual([])
  for (const [name, content] of Object.entries(articles))
    expect(await readFile(join(folder, name), 'utf8')).toBe(content)
}, 60_000)

it('keeps every acknowledged story and verdict through four kills', async () => {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
  const stories = new Set<string>()
  for (let round = 0; round < 4; round++) {
    const child = startChild(program, [folder, 'stories'])
    const enough = 2 + Math.floor(Math.random() * 12)
    let last: string | null = null
    const told: string[] = []
    while (told.length <= enough) {
      last = await child.line()
      if (last === null) break
      told.push(last)
    }
    await sleep(Math.random() * 8)
    await child.kill()
    expect(told[0]).toBe('ready to write')
    for (const line of told.slice(1)) {
      expect(line).toMatch(/^(?:story|verdict) /)
      if (line.startsWith('story ')) stories.add(line.slice(6))
    }
    for (const [name, kind] of [
      ['stories', 'story'],
      ['verdicts', 'verdict'],
    ] as const) {
      const format = libraryFormats.get(name)
      const content = await readFile(places(folder).libraryFile(name), 'utf8')
      // At the first look a story and a verdict were acknowledged already.
      const sheet = format && must(parseVersioned(format, content, name))
      expect(sheet?.lists[kind]?.size).toBeGreaterThan(0)
    }
  }
  const { library } = await open(folder)
  expect(library.info()).toMatchObject({ readOnly: null, problems: [] })
  const there = new Set(library.stories().map(({ id }) => id))
  expect([...stories].filter((id) => !there.has(id))).toEqual([])
  expect(stories.size).toBeGreaterThan(4)
  const left = Object.keys(await contentsOf(folder))
  expect(left.filter((path) => path.includes('tmp'))).toEqual([])
}, 60_000)
