// npm's electron package comes without its executable, a download of about 110 MB. Fetches it once,
// gives up soon where there is no network, and then does not ask again for a day.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronBinary } from './electron-binary.mjs'
import { filesOf } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { cacheOf, root as checkout } from './root.mjs'
import { lastLine, run } from './run.mjs'
import { say, seconds } from './say.mjs'

const day = 24 * 60 * 60 * 1000

/**
 * @typedef {object} Options
 * @property {string} [root]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [again] although it failed less than a day ago
 * @property {number} [stall] milliseconds without a byte after which it is given up
 * @property {number} [timeLimit] milliseconds for all of it
 */

/**
 * Fetches Electron's executable unless it is there. PARALLAX_FETCH_ELECTRON=1 asks again after a
 * failure, =0 never asks.
 * @param {Options} [options]
 * @returns {Promise<import('./electron-binary.mjs').Electron>} with `why` when it could not be had
 */
export async function fetchElectron(options = {}) {
  const { root = checkout, env = process.env } = options
  const found = electronBinary(env, root)
  const overridden = env.ELECTRON_EXEC_PATH || env.ELECTRON_OVERRIDE_DIST_PATH
  if (found.path || !found.want || overridden) return found
  if (env.PARALLAX_FETCH_ELECTRON === '0') return found
  const again = options.again || env.PARALLAX_FETCH_ELECTRON === '1'
  const failed = again ? undefined : lastFailure(root, found.want)
  if (failed) return { why: failed, want: found.want }
  const wait = () => say('Waiting: another run is fetching Electron')
  return withLock(join(root, 'out', '.lock-electron'), () => download(root, env, options), wait)
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {Options} options
 */
async function download(root, env, options) {
  const before = electronBinary(env, root)
  if (before.path) return before
  const start = Date.now()
  say(`Fetching Electron ${before.want} (about 110 MB) …`)
  const folder = join(root, 'node_modules', 'electron')
  const temporary = join(cacheOf(root), 'electron-download')
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  const ended = await run(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    env: { ...env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    timeLimit: options.timeLimit ?? 15 * 60_000,
    everySecond: watch([temporary, join(folder, 'dist')], options.stall ?? 13_000),
  })
  rmSync(temporary, { recursive: true, force: true })
  const after = electronBinary(env, root)
  if (after.path) {
    rmSync(memoryFile(root), { force: true })
    say(`Electron fetched in ${seconds(start)}`)
    return after
  }
  const why = `Electron could not be fetched: ${ended.stopped ?? fetchProblem(ended.output)}`
  writeFileSync(memoryFile(root), JSON.stringify({ want: before.want, at: Date.now(), why }))
  return { why, want: before.want }
}

/**
 * Stops a download whose folders do not grow, and tells how far it is every ten seconds.
 * @param {readonly string[]} folders
 * @param {number} stall
 * @returns {(stop: (why: string) => void) => void}
 */
function watch(folders, stall) {
  let size = -1
  let grown = Date.now()
  let told = Date.now()
  return (stop) => {
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0)
    if (now !== size) {
      size = now
      grown = Date.now()
    }
    if (Date.now() - grown > stall) stop('the download stood still')
    if (Date.now() - told > 10_000) {
      told = Date.now()
      say(`… ${Math.round(size / 1e6)} MB`)
    }
  }
}

/** @param {string} folder */
function sizeOf(folder) {
  return filesOf(folder, ['.']).reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

/**
 * @param {string} output of electron's install.js
 * @returns {string} one line
 */
export function fetchProblem(output) {
  if (/ENOSPC/.test(output)) return 'the disk is full'
  const status = /(?:response code|status|HTTP)\D{0,10}([45]\d\d)/i.exec(output)?.[1]
  if (status) return `the server answered ${status}`
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|UND_ERR/.test(output)) {
    return 'no connection to the server it comes from'
  }
  if (/checksum|sumchecker/i.test(output)) return 'the download was damaged'
  const told = output.split('\n').find((line) => /^\w*Error\b/.test(line))
  return told?.trim() ?? (lastLine(output) || 'its installer said nothing')
}

/**
 * @param {string} root
 * @param {string} want
 * @returns {string | undefined} why it failed, if that was for this version and within a day
 */
function lastFailure(root, want) {
  try {
    const memory = JSON.parse(readFileSync(memoryFile(root), 'utf8'))
    const recent = Date.now() - memory.at < day
    if (memory.want !== want || !recent) return undefined
    return `${memory.why} (tried within a day; PARALLAX_FETCH_ELECTRON=1 tries again)`
  } catch {
    return undefined
  }
}

/** @param {string} root */
function memoryFile(root) {
  return join(cacheOf(root), 'electron-fetch.json')
}
