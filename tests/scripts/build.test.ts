import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt, staleness } from '../../scripts/lib/build.mjs'
import { folder, put } from './folder.ts'

/** A builder that copies src/app.ts into every file the app needs, and counts its runs. */
const builder = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const out = process.argv[process.argv.indexOf('--outDir') + 1]
const source = readFileSync('src/app.ts', 'utf8')
appendFileSync('runs', '1')
if (source === 'broken') { console.error('syntax error'); process.exit(1) }
for (const name of ['main/index.js', 'main/web.js', 'main/cli.js', 'main/reader.js', 'main/electron-reader.js',
  'main/worker.js', 'main/compare-worker.js', 'preload/index.cjs', 'renderer/index.html']) {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), source)
}`

let root: string
const built = () => readFileSync(join(root, 'out/main/cli.js'), 'utf8')
const runs = () => readFileSync(join(root, 'runs'), 'utf8').length

beforeEach(() => {
  root = folder()
  put(root, 'src/app.ts', 'first')
  put(root, 'package.json', '{}')
  put(root, 'node_modules/electron-vite/bin/electron-vite.js', builder)
})

describe('a build', () => {
  it('is made when there is none, and not made again', async () => {
    expect(staleness(root)).toBe('never built')
    expect(await ensureBuilt(root)).toBe(true)
    expect(staleness(root)).toBeUndefined()
    expect(await ensureBuilt(root)).toBe(false)
    expect(runs()).toBe(1)
  })

  it.each([
    'src/app.ts',
    'src/new.ts',
    'resources/sample/a.md',
    'electron.vite.config.ts',
    'package.json',
  ])('is stale after a change of %s', async (name) => {
    await ensureBuilt(root)
    put(root, name, 'changed')
    expect(staleness(root)).toBe('the sources have changed')
  })

  it('is stale after a source was removed', async () => {
    put(root, 'src/other.ts')
    await ensureBuilt(root)
    rmSync(join(root, 'src/other.ts'))
    expect(staleness(root)).toBe('the sources have changed')
  })

  it('is fresh when sources were touched or checked out again without a change', async () => {
    await ensureBuilt(root)
    utimesSync(join(root, 'src/app.ts'), new Date(), new Date())
    expect(staleness(root)).toBeUndefined()
  })

  it('is stale when something in out/ was changed or removed', async () => {
    await ensureBuilt(root)
    rmSync(join(root, 'out/renderer/index.html'))
    expect(staleness(root)).toBe('out/ was changed')
  })

  it('is stale when it was interrupted while the new one took its place', async () => {
    await ensureBuilt(root)
    rmSync(join(root, 'out/.built'))
    mkdirSync(join(root, 'out/.old'))
    renameSync(join(root, 'out/main'), join(root, 'out/.old/main'))
    expect(staleness(root)).toBe('never built')
    await ensureBuilt(root)
    expect(built()).toBe('first')
    expect(existsSync(join(root, 'out/.old'))).toBe(false)
  })

  it('keeps the old one, as stale, when it fails', async () => {
    await ensureBuilt(root)
    put(root, 'src/app.ts', 'broken')
    await expect(ensureBuilt(root)).rejects.toThrow(/could not be built/)
    expect(built()).toBe('first')
    expect(staleness(root)).toBe('the sources have changed')
  })

  it('is made once when two ask at the same time', async () => {
    expect(await Promise.all([ensureBuilt(root), ensureBuilt(root)])).toEqual([true, false])
    expect(runs()).toBe(1)
  })
})
