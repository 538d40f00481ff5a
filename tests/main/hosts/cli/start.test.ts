// What is loaded before a command can begin: its time to start is the time to load that.
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const statically = /^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'([^']+)'/gm

/** The packages and our own files that a file loads before its first line runs, itself among them. */
async function loadedBy(entry: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const visit = async (path: string): Promise<void> => {
    if (found.has(path)) return
    found.add(path)
    if (!path.endsWith('.ts')) return
    const source = await readFile(path, 'utf8')
    for (const [, name = ''] of source.matchAll(statically)) {
      if (name.startsWith('node:')) continue
      await visit(name.startsWith('.') ? join(dirname(path), name) : name)
    }
  }
  await visit(resolve(entry))
  return found
}

const packagesOf = (loaded: ReadonlySet<string>): string[] =>
  [...loaded].filter((name) => !name.startsWith('/') && !/^[A-Z]:/i.test(name)).sort()

describe('the command line', () => {
  it('loads no package to say what it can do', async () => {
    expect(packagesOf(await loadedBy('src/main/hosts/cli/index.ts'))).toEqual([])
  })

  it('loads two packages to read a text: for its encoding and for its date', async () => {
    const loaded = await loadedBy('src/main/hosts/cli/read.ts')
    expect(packagesOf(loaded)).toEqual(['chardet', 'chrono-node'])
    for (const [name] of Object.entries({ pdf: 0, html: 0, docx: 0, markdown: 0 }))
      expect([...loaded]).not.toContain(resolve(`src/main/reading/${name}.ts`))
  })
})

describe('a process that reads', () => {
  it('loads nothing of the core, and no format before a file of it comes', async () => {
    for (const entry of ['work/reader-process', 'hosts/electron/reader-process', 'work/worker']) {
      const loaded = await loadedBy(`src/main/${entry}.ts`)
      const ours = [...loaded].map((path) => path.replaceAll('\\', '/'))
      expect(
        ours.filter((path) => /src\/main\/(?:core|store|features|app|library)/.test(path)),
      ).toEqual([])
      expect(
        packagesOf(loaded).filter((name) => !['chardet', 'chrono-node'].includes(name)),
      ).toEqual([])
    }
  })
})

describe('a host', () => {
  it('loads nothing of the engine that compares', async () => {
    for (const entry of ['electron/index', 'web/index', 'cli/with-library', 'cli/compare']) {
      const loaded = await loadedBy(`src/main/hosts/${entry}.ts`)
      const ours = [...loaded].map((path) => path.replaceAll('\\', '/'))
      expect(
        ours.filter((path) =>
          /src\/main\/work\/comparer|src\/compare\/(?:compare|hold)\.ts/.test(path),
        ),
        entry,
      ).toEqual([])
    }
  })
})
