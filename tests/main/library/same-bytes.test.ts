// Files of the same bytes under names that say other things: each is read as what its name says, now, after
// the library was opened anew, in the search, and when it is renamed.
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { searchAll } from '../../../src/main/hosts/cli/found-hits.ts'
import type { Library } from '../../../src/main/library.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import {
  folderOf,
  highlight,
  must,
  type Opened,
  open,
  openAt,
  quotesOf,
  rowAt,
  tempFolder,
} from './support.ts'

const passage =
  'Engineers closed the **Quay Street** bridge on Monday after cracks were found in two of its arches.'

/** Bytes that mean one thing as Markdown or as a page, and another as plain text. */
const bodies: Readonly<Record<string, string>> = {
  'a heading': `# The bridge is shut\n\n${passage}\n`,
  'front matter': `---\ntitle: The bridge is shut\nauthor: Jon Vik\n---\n\n${passage}\n`,
  'a heading underlined': `The bridge is shut\n==================\n\n${passage}\n`,
  emphasis: `The bridge is shut\n\n${passage} It was *high time*.\n`,
  'a link': `The bridge is shut\n\n${passage} See [the report](https://example.org/report).\n`,
  'a table': `# Levels\n\n${passage}\n\n| Pier | Piles |\n|---|---|\n| East | 120 |\n| West | 96 |\n`,
  'a quotation': `# The bridge is shut\n\n> ${passage}\n\nSo it said.\n`,
  'a listing': `# The gate\n\n${passage}\n\n\`\`\`\ngate.open()\n\`\`\`\n`,
  'an escape': `# The bridge is shut\n\n${passage} It cost 5 \\* 3 crowns.\n`,
  'lines that flow together': `# The bridge is shut\n\n${passage.replace(' after', '\nafter')}\n`,
  'a piece of a page': `<h1>The bridge is shut</h1><p>${passage}</p>\n`,
  'a note at the foot': `# The bridge is shut\n\n${passage}[^1]\n\n[^1]: By the council.\n`,
}
const names = ['a.txt', 'b.md', 'c.html', 'd.txt', 'e.markdown']

/** What each file is when it is read alone. */
async function alone(folder: string): Promise<object[]> {
  const read = names.map(async (name) => {
    const { format, text, title, byline } = must(
      await parseArticle(await readFile(join(folder, name)), name),
    )
    return { name, format, text, title, byline }
  })
  return Promise.all(read)
}

/** What each is in the library: its row, and its text when it is opened. */
async function shown(library: Library): Promise<object[]> {
  const opened = names.map(async (name) => {
    const { format, title, byline } = rowAt(library, name)
    return { name, format, text: (await openAt(library, name)).text, title, byline }
  })
  return Promise.all(opened)
}

it.each(Object.entries(bodies))('reads %s as what each name says', async (_, body) => {
  const folder = await folderOf(Object.fromEntries(names.map((name) => [name, body])))
  const wanted = await alone(folder)
  const { library } = await open(folder)
  expect(await shown(library)).toEqual(wanted)
  await library.whenIndexed()
  await library.close()
  const again = await open(folder)
  // The index knows what was read of each.
  expect(again.work.reads).toEqual([])
  expect(await shown(again.library)).toEqual(wanted)
})

/** With the search, over the same index each time. */
async function searched(folder: string, dataDir: string): Promise<Opened> {
  const opened = await open(folder, { search: { dataDir, workerUrl: null } })
  await opened.library.whenIndexed()
  return opened
}

it('finds in each file the words that are in it as it is read', async () => {
  const body = bodies['a link'] ?? ''
  const folder = await folderOf(Object.fromEntries(names.map((name) => [name, body])))
  const dataDir = await tempFolder()
  const { library } = await searched(folder, dataDir)
  const pathsOf = async (query: string): Promise<string[]> => {
    const { hits } = await searchAll(library, query, Number.POSITIVE_INFINITY)
    for (const { path, start, end } of hits) {
      const { text } = await openAt(library, path)
      expect(text.slice(start ?? 0, end ?? 0).toLowerCase()).toBe(query)
    }
    return [...new Set(hits.map(({ path }) => path))].sort()
  }
  expect(await pathsOf('report')).toEqual([...names].sort())
  // The address of a link is text in plain text alone.
  const plain = ['a.txt', 'c.html', 'd.txt']
  expect(await pathsOf('https')).toEqual(plain)
  await library.close()
  const again = await searched(folder, dataDir)
  const { hits } = await searchAll(again.library, 'https', Number.POSITIVE_INFINITY)
  expect([...new Set(hits.map(({ path }) => path))].sort()).toEqual(plain)
})

it('reads a file anew when it is renamed to something else, and keeps its notes', async () => {
  const body = bodies['a heading'] ?? ''
  const folder = await folderOf({ 'a.md': body })
  const { library } = await open(folder)
  await highlight(library, 'a.md', 'on Monday')
  const { id } = rowAt(library, 'a.md')
  await rename(join(folder, 'a.md'), join(folder, 'a.txt'))
  await library.refresh()
  await library.whenRead()
  const renamed = rowAt(library, 'a.txt')
  expect(renamed).toMatchObject({ id, format: 'text' })
  const opened = await openAt(library, 'a.txt')
  expect(opened.text).toBe(body)
  expect(quotesOf(opened)).toEqual(['on Monday'])
})
