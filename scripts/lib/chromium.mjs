// Finds a Chromium for the tests: the one that is named, the system's, or Playwright's own. Needs
// nothing installed, so that it can be asked on a bare clone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root as checkout } from './root.mjs'

/**
 * @typedef {object} Place
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} home
 * @property {string} root the checkout
 */

/** @typedef {{ path: string, source: 'PARALLAX_CHROMIUM' | 'system' | 'Playwright' }} Chromium */

/**
 * The first Chromium there is. That it starts is not known yet.
 * @param {Partial<Place>} [place]
 * @returns {Chromium | undefined}
 */
export function findChromium(place) {
  return chromiums(place)[0]
}

/**
 * Every Chromium there is, best first. One named by PARALLAX_CHROMIUM stands alone.
 * @param {Partial<Place>} [place]
 * @returns {Chromium[]}
 */
export function chromiums(place = {}) {
  const here = {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    root: checkout,
    ...place,
  }
  const named = here.env.PARALLAX_CHROMIUM
  if (named) return existsSync(named) ? [{ path: named, source: 'PARALLAX_CHROMIUM' }] : []
  const system = systemPlaces(here).map((path) => /** @type {const} */ ({ path, source: 'system' }))
  const own = playwrightPlaces(here).map(
    (path) => /** @type {const} */ ({ path, source: 'Playwright' }),
  )
  const paths = new Set()
  return [...system, ...own].filter(({ path }) => {
    if (paths.has(path) || !existsSync(path)) return false
    paths.add(path)
    return true
  })
}

/**
 * @param {Place} place
 * @returns {string[]}
 */
function systemPlaces({ env, platform, home }) {
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(home, 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    )
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    const files = [
      ['Chromium', 'Application', 'chrome.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ]
    return files.flatMap((file) =>
      folders.flatMap((folder) => (folder ? [join(folder, ...file)] : [])),
    )
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return names.flatMap((name) => folders.flatMap((folder) => (folder ? [join(folder, name)] : [])))
}

/**
 * Where `playwright install chromium` puts it: the revision of the installed Playwright first, then
 * the newest.
 * @param {Place} place
 * @returns {string[]}
 */
function playwrightPlaces(place) {
  const store = playwrightStore(place)
  const wanted = wantedRevision(place.root)
  const revisions = existsSync(store)
    ? readdirSync(store).flatMap((name) => /^chromium-(\d+)$/.exec(name)?.[1] ?? [])
    : []
  const rank = (/** @type {string} */ revision) =>
    revision === wanted ? Infinity : Number(revision)
  revisions.sort((a, b) => rank(b) - rank(a))
  const mac = ['Contents', 'MacOS']
  const testing = 'Google Chrome for Testing'
  const files = {
    darwin: [
      ['chrome-mac-arm64', `${testing}.app`, ...mac, testing],
      ['chrome-mac-x64', `${testing}.app`, ...mac, testing],
      ['chrome-mac', 'Chromium.app', ...mac, 'Chromium'],
    ],
    win32: [
      ['chrome-win64', 'chrome.exe'],
      ['chrome-win', 'chrome.exe'],
    ],
    linux: ['chrome-linux64', 'chrome-linux-arm64', 'chrome-linux'].map((name) => [name, 'chrome']),
  }
  const key = place.platform === 'darwin' || place.platform === 'win32' ? place.platform : 'linux'
  return revisions.flatMap((revision) =>
    files[key].map((file) => join(store, `chromium-${revision}`, ...file)),
  )
}

/** @param {Place} place */
function playwrightStore({ env, platform, home, root }) {
  const named = env.PLAYWRIGHT_BROWSERS_PATH
  if (named === '0') return join(root, 'node_modules', 'playwright-core', '.local-browsers')
  if (named) return named
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright')
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ms-playwright')
  }
  return join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright')
}

/** @param {string} root */
function wantedRevision(root) {
  try {
    const file = join(root, 'node_modules', 'playwright-core', 'browsers.json')
    /** @type {{ browsers: { name: string, revision: string }[] }} */
    const { browsers } = JSON.parse(readFileSync(file, 'utf8'))
    return browsers.find(({ name }) => name === 'chromium')?.revision
  } catch {
    return undefined
  }
}
