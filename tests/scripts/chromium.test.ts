import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chromiums, findChromium } from '../../scripts/lib/chromium.mjs'
import { ensureChromium, versionOf } from '../../scripts/lib/chromium-install.mjs'
import { folder, put, putProgram } from './folder.ts'

const answering = 'console.log("Chromium 156.0.8078.79 built on Something")'

/** A machine whose only folder of programs is one of ours. */
function machine() {
  const home = folder()
  const env = { PATH: join(home, 'bin') }
  return { home, root: home, env, platform: 'linux' } as const
}

/** What is ours: this machine's own may have one in a usual place too. */
const below = (home: string) => (found: { path: string }) => found.path.startsWith(home)

describe('a Chromium', () => {
  it('named by PARALLAX_CHROMIUM stands alone, also when it is missing', () => {
    const { env, ...rest } = machine()
    put(rest.home, 'bin/chromium')
    const path = put(rest.home, 'mine')
    const named = { ...rest, env: { ...env, PARALLAX_CHROMIUM: path } }
    expect(chromiums(named)).toEqual([{ path, source: 'PARALLAX_CHROMIUM' }])
    const missing = { ...rest, env: { ...env, PARALLAX_CHROMIUM: `${path}x` } }
    expect(findChromium(missing)).toBeUndefined()
  })

  it('of the system comes before Playwright’s', () => {
    const here = machine()
    const system = put(here.home, 'bin/chromium')
    const own = put(here.home, '.cache/ms-playwright/chromium-1255/chrome-linux64/chrome')
    const found = chromiums(here).filter(below(here.home))
    expect(found).toEqual([
      { path: system, source: 'system' },
      { path: own, source: 'Playwright' },
    ])
  })

  it('that is a headless shell comes before a whole one, but for Playwright’s of other revisions', () => {
    const here = machine()
    const system = put(here.home, 'bin/chromium')
    const shell = put(here.home, 'bin/chromium-headless-shell')
    const store = '.cache/ms-playwright'
    const whole = put(here.home, `${store}/chromium-1255/chrome-linux64/chrome`)
    const [own, other] = ['1255', '1300'].map((revision) =>
      put(
        here.home,
        `${store}/chromium_headless_shell-${revision}/chrome-headless-shell-linux64/chrome-headless-shell`,
      ),
    )
    const browsers = [{ name: 'chromium', revision: '1255' }]
    put(here.home, 'node_modules/playwright-core/browsers.json', JSON.stringify({ browsers }))
    const found = chromiums(here).filter(below(here.home))
    expect(found.map(({ path }) => path)).toEqual([shell, own, system, whole, other])
  })

  it('of Playwright is the installed Playwright’s revision, else the newest', () => {
    const here = machine()
    const store = '.cache/ms-playwright'
    for (const revision of ['999', '1255', '1300']) {
      put(here.home, `${store}/chromium-${revision}/chrome-linux64/chrome`)
    }
    const revisions = () =>
      chromiums(here)
        .filter(below(here.home))
        .map(({ path }) => /chromium-(\d+)/.exec(path)?.[1])
    expect(revisions()).toEqual(['1300', '1255', '999'])
    const browsers = [{ name: 'chromium', revision: '1255' }]
    put(here.home, 'node_modules/playwright-core/browsers.json', JSON.stringify({ browsers }))
    expect(revisions()).toEqual(['1255', '1300', '999'])
  })

  it('is found where Windows and macOS keep programs', () => {
    const home = folder()
    const chrome = put(home, 'Google/Chrome/Application/chrome.exe')
    const windows = { home, root: home, env: { PROGRAMFILES: home }, platform: 'win32' } as const
    expect(findChromium(windows)?.path).toBe(chrome)
    const app = put(home, 'Applications/Chromium.app/Contents/MacOS/Chromium')
    const mac = { home, root: home, env: {}, platform: 'darwin' } as const
    expect(chromiums(mac).filter(below(home))[0]?.path).toBe(app)
  })
})

describe.skipIf(process.platform === 'win32')('a Chromium that is used', () => {
  it('has answered with its version', async () => {
    const path = putProgram(folder(), 'chromium', answering)
    expect(await versionOf(path)).toBe('Chromium 156.0.8078.79')
    expect(await ensureChromium({ PARALLAX_CHROMIUM: path })).toBe(path)
  })

  it('is not a stub that only points elsewhere', async () => {
    const home = folder()
    const name = 'chromium-headless-shell'
    putProgram(home, `stub/${name}`, 'console.log("install the snap"); process.exit(1)')
    const works = putProgram(home, `bin/${name}`, answering)
    const PATH = ['stub', 'bin'].map((name) => join(home, name)).join(delimiter)
    expect(await ensureChromium({ PATH }, home)).toBe(works)
  })

  it('is told about when the named one does not start', async () => {
    const path = putProgram(folder(), 'chromium', 'process.exit(127)')
    await expect(ensureChromium({ PARALLAX_CHROMIUM: path })).rejects.toThrow(/does not start/)
  })
})
