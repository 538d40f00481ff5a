import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronBinary, electronForTests } from '../../scripts/lib/electron-binary.mjs'
import { fetchElectron, fetchProblem } from '../../scripts/lib/electron-fetch.mjs'
import { folder, put } from './folder.ts'

/** A checkout with npm's package `electron`, whose installer does what is given. */
function checkout(installer = '') {
  const root = folder()
  put(root, 'node_modules/electron/package.json', '{"version":"45.4.1"}')
  put(root, 'node_modules/electron/install.js', installer)
  return root
}

function fetched(root: string, version = '45.4.1') {
  put(root, 'node_modules/electron/path.txt', 'electron')
  put(root, 'node_modules/electron/dist/version', `v${version}`)
  return put(root, 'node_modules/electron/dist/electron')
}

const fetching = `
const { mkdirSync, writeFileSync } = require('node:fs')
mkdirSync(__dirname + '/dist')
writeFileSync(__dirname + '/dist/electron', '')
writeFileSync(__dirname + '/dist/version', '45.4.1')
writeFileSync(__dirname + '/path.txt', 'electron')`

const failing = `
require('node:fs').appendFileSync('tries', '1')
console.error('TypeError: fetch failed'); process.exit(1)`

describe('Electron’s executable', () => {
  it('is the one that npm’s package has fetched', () => {
    const root = checkout()
    const path = fetched(root)
    expect(electronBinary({}, root)).toEqual({ path, source: 'node_modules', want: '45.4.1' })
  })

  it('is told missing where nothing is installed or nothing was fetched', () => {
    expect(electronBinary({}, folder()).why).toMatch(/not installed/)
    expect(electronBinary({}, checkout()).why).toMatch(/not been fetched/)
  })

  it('is refused in another version than asked for', () => {
    const root = checkout()
    fetched(root, '44.0.0')
    expect(electronBinary({}, root).why).toBe('it is version 44.0.0, wanted is 45.4.1')
  })

  it('can be named by the environment, as a file or a folder', () => {
    const root = checkout()
    const path = put(root, 'own/electron')
    const named = electronBinary({ ELECTRON_EXEC_PATH: path }, root)
    expect(named).toMatchObject({ path, source: 'ELECTRON_EXEC_PATH' })
    put(root, 'node_modules/electron/path.txt', 'electron')
    const override = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') }
    expect(electronBinary(override, root).path).toBe(path)
    expect(electronBinary({ ELECTRON_EXEC_PATH: `${path}x` }, root).why).toMatch(/at nothing/)
  })

  it.runIf(process.platform === 'linux')('is of no use to tests without a display', () => {
    const root = checkout()
    const path = fetched(root)
    expect(electronForTests({ DISPLAY: ':0' }, root).path).toBe(path)
    expect(electronForTests({}, root)).toEqual({ why: 'no display', want: '45.4.1' })
  })
})

describe('fetching Electron', () => {
  it('gives the executable when it works', async () => {
    const root = checkout(fetching)
    const path = join(root, 'node_modules/electron/dist/electron')
    expect(await fetchElectron({ root, env: {} })).toMatchObject({ path })
  })

  it('says why not in one line, and asks again only after a day or when told to', async () => {
    const root = checkout(failing)
    const tries = () => readFileSync(join(root, 'tries'), 'utf8').length
    const first = await fetchElectron({ root, env: {} })
    expect(first.why).toBe(
      'Electron could not be fetched: no connection to the server it comes from',
    )
    const second = await fetchElectron({ root, env: {} })
    expect(second.why).toMatch(/within a day; PARALLAX_FETCH_ELECTRON=1 tries again/)
    expect(tries()).toBe(1)
    await fetchElectron({ root, env: { PARALLAX_FETCH_ELECTRON: '1' } })
    await fetchElectron({ root, env: {}, again: true })
    expect(tries()).toBe(3)
  })

  it('is given up when no byte comes', async () => {
    const root = checkout('setTimeout(() => {}, 60_000)')
    const { why } = await fetchElectron({ root, env: {}, stall: 500 })
    expect(why).toBe('Electron could not be fetched: the download stood still')
  })

  it('is not tried when it is switched off', async () => {
    const root = checkout(failing)
    await fetchElectron({ root, env: { PARALLAX_FETCH_ELECTRON: '0' } })
    expect(existsSync(join(root, 'tries'))).toBe(false)
  })

  it.each([
    ['HTTPError: Response code 404 (Not Found)', 'the server answered 404'],
    ['Error: Generated checksum for "x" did not match', 'the download was damaged'],
    ['Error: ENOSPC: no space left on device', 'the disk is full'],
    ['x\nError: something else\n  at y', 'Error: something else'],
  ])('knows %s', (output, line) => {
    expect(fetchProblem(output)).toBe(line)
  })
})
