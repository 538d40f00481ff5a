// Finds the Electron executable without requiring 'electron', which would start a download as soon
// as it is loaded and fail where there is no network.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root as checkout } from './root.mjs'

/**
 * @typedef {object} Electron
 * @property {string} [path] the executable
 * @property {string} [source] what named it
 * @property {string} [why] in one line, when there is none
 * @property {string | undefined} [want] the version package.json asks for; unknown on a bare clone
 */

/**
 * Where Electron is, or why not. ELECTRON_EXEC_PATH names an executable, ELECTRON_OVERRIDE_DIST_PATH
 * a folder with one; else it is the one npm's package has fetched, in exactly the wanted version.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [root]
 * @returns {Electron}
 */
export function electronBinary(env = process.env, root = checkout) {
  const folder = join(root, 'node_modules', 'electron')
  const want = wantedVersion(folder)
  const named = env.ELECTRON_EXEC_PATH
  if (named) {
    if (existsSync(named)) return { path: named, source: 'ELECTRON_EXEC_PATH', want }
    return { why: `ELECTRON_EXEC_PATH points at nothing: ${named}`, want }
  }
  const file = read(join(folder, 'path.txt'))
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const path = join(override, file ?? platformFile())
    if (existsSync(path)) return { path, source: 'ELECTRON_OVERRIDE_DIST_PATH', want }
    return { why: `ELECTRON_OVERRIDE_DIST_PATH holds no ${file ?? platformFile()}`, want }
  }
  if (!want) return { why: 'the package electron is not installed' }
  if (!file) return { why: 'its executable has not been fetched', want }
  const path = join(folder, 'dist', file)
  if (!existsSync(path)) return { why: 'its executable is missing', want }
  const got = read(join(folder, 'dist', 'version'))?.replace(/^v/, '')
  if (got !== want) return { why: `it is version ${got ?? 'unknown'}, wanted is ${want}`, want }
  return { path, source: 'node_modules', want }
}

/**
 * Whether a window can be shown. Only Linux can be without.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Electron for the tests: npm's own, never an override (that is how the stand-in is chosen), and
 * only where it can show a window.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [root]
 * @returns {Electron}
 */
export function electronForTests(env = process.env, root = checkout) {
  const found = electronBinary({}, root)
  if (found.path && !hasDisplay(env)) return { why: 'no display', want: found.want }
  return found
}

/** @param {string} folder */
function wantedVersion(folder) {
  const text = read(join(folder, 'package.json'))
  return text ? /** @type {string} */ (JSON.parse(text).version) : undefined
}

function platformFile() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
