// Finds a Chromium for the tests: the one that is named, the system's, or Playwright's own. A headless
// shell is preferred: the same engine with nothing around the page, which costs a fifth less time. Needs
// nothing installed, so that it can be asked on a bare clone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, sep } from 'node:path'
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
  const paths = new Set()
  return everywhere(here).filter(({ path }) => {
    if (paths.has(path) || !existsSync(path)) return false
    paths.add(path)
    return true
  })
}

/**
 * Playwright's of other revisions come last: they may be too old.
 * @param {Place} here
 * @returns {Chromium[]}
 */
function everywhere(here) {
  const isOfInstalled = isOfRevision(wantedRevision(here.root))
  const shells = playwrightPlaces(here, shell)
  return [
    ...systemShells(here).map(asSystem),
    ...shells.filter(isOfInstalled).map(asPlaywright),
    ...systemPlaces(here).map(asSystem),
    ...playwrightPlaces(here, whole).map(asPlaywright),
    ...shells.map(asPlaywright),
  ]
}

const asSystem = (/** @type {string} */ path) =>
  /** @type {Chromium} */ ({ path, source: 'system' })
const asPlaywright = (/** @type {string} */ path) =>
  /** @type {Chromium} */ ({ path, source: 'Playwright' })

/**
 * Debian's, and the name that Google gives it.
 * @param {Place} place
 */
function systemShells({ env, platform }) {
  if (platform !== 'linux') return []
  return onPath(env, ['chromium-headless-shell', 'chrome-headless-shell'])
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
  return onPath(env, ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} names
 */
function onPath(env, names) {
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return names.flatMap((name) => folders.flatMap((folder) => (folder ? [join(folder, name)] : [])))
}

const testing = ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing']

/**
 * What Playwright installs: the start of the folder's name before the revision, and where the executable
 * lies in it.
 * @typedef {{ folder: string, files: Record<'darwin' | 'win32' | 'linux', string[][]> }} Kind
 */

/** @type {Kind} */
const whole = {
  folder: 'chromium',
  files: {
    darwin: [
      ['chrome-mac-arm64', ...testing],
      ['chrome-mac-x64', ...testing],
      ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ],
    win32: [
      ['chrome-win64', 'chrome.exe'],
      ['chrome-win', 'chrome.exe'],
    ],
    linux: ['chrome-linux64', 'chrome-linux-arm64', 'chrome-linux'].map((name) => [name, 'chrome']),
  },
}

/** @type {Kind} */
const shell = {
  folder: 'chromium_headless_shell',
  files: {
    darwin: ['mac-arm64', 'mac-x64'].map((machine) => [
      `chrome-headless-shell-${machine}`,
      'chrome-headless-shell',
    ]),
    win32: [['chrome-headless-shell-win64', 'chrome-headless-shell.exe']],
    linux: ['linux64', 'linux-arm64'].map((machine) => [
      `chrome-headless-shell-${machine}`,
      'chrome-headless-shell',
    ]),
  },
}

/**
 * Where Playwright puts it: the revision of the installed Playwright first, then the newest.
 * @param {Place} place
 * @param {Kind} kind
 * @returns {string[]}
 */
function playwrightPlaces(place, kind) {
  const store = playwrightStore(place)
  const wanted = wantedRevision(place.root)
  const ofKind = new RegExp(`^${kind.folder}-(\\d+)$`)
  const revisions = existsSync(store)
    ? readdirSync(store).flatMap((name) => ofKind.exec(name)?.[1] ?? [])
    : []
  const rank = (/** @type {string} */ revision) =>
    revision === wanted ? Infinity : Number(revision)
  revisions.sort((a, b) => rank(b) - rank(a))
  const key = place.platform === 'darwin' || place.platform === 'win32' ? place.platform : 'linux'
  return revisions.flatMap((revision) =>
    kind.files[key].map((file) => join(store, `${kind.folder}-${revision}`, ...file)),
  )
}

/**
 * @param {string | undefined} revision
 * @returns {(path: string) => boolean}
 */
function isOfRevision(revision) {
  return (path) => revision !== undefined && path.includes(`-${revision}${sep}`)
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
