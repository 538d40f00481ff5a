// What runs is what out/ holds: notices when it no longer matches the sources, and builds it anew
// beside the old one, so that neither an interruption nor a second process leaves a torn build.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { filesOf, hashOfContents, hashOfTimes } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { run } from './run.mjs'
import { say, seconds, Trouble } from './say.mjs'

const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const parts = ['main', 'preload', 'renderer']
const needed = [
  'main/index.js',
  'main/web.js',
  'main/cli.js',
  'main/reader.js',
  'main/electron-reader.js',
  'main/worker.js',
  'main/compare-worker.js',
  'preload/index.cjs',
  'renderer/index.html',
]

/**
 * @typedef {object} Stamp
 * @property {string} times of the sources
 * @property {string} contents of the sources
 * @property {string} built times of what was built from them
 */

/**
 * Why out/ must be built, or nothing when it is what the sources give.
 * @param {string} root
 * @returns {string | undefined}
 */
export function staleness(root) {
  const stamp = readStamp(root)
  if (!stamp)
    return existsSync(join(root, 'out', 'main')) ? 'the last build did not end' : 'never built'
  if (stamp.built !== timesOfBuilt(root)) return 'out/ was changed'
  const files = filesOf(root, sources)
  const times = hashOfTimes(root, files)
  if (stamp.times === times) return undefined
  if (stamp.contents !== hashOfContents(root, files)) return 'the sources have changed'
  // Touched, copied or checked out again, but the same: remember the new times.
  writeStamp(root, { ...stamp, times })
  return undefined
}

/**
 * Builds out/ unless it is fresh. Throws Trouble when the build fails; the old out/ is kept then.
 * @param {string} root
 * @param {{ verbose?: boolean }} [options]
 * @returns {Promise<boolean>} whether it was built now
 */
export async function ensureBuilt(root, options = {}) {
  if (!staleness(root)) return false
  const wait = () => say('Waiting: another run is building the app')
  return withLock(join(root, 'out', '.lock-build'), () => build(root, options), wait)
}

/**
 * @param {string} root
 * @param {{ verbose?: boolean }} options
 */
async function build(root, options) {
  const reason = staleness(root)
  if (!reason) return false
  const start = Date.now()
  say(`Building the app (${reason}) …`)
  const out = join(root, 'out')
  for (const name of readdirSync(out)) {
    if (/^\.(next|old)$/.test(name)) rmSync(join(out, name), { recursive: true, force: true })
  }
  // Taken before the build: what changes while it runs makes it stale again.
  const files = filesOf(root, sources)
  const times = hashOfTimes(root, files)
  const contents = hashOfContents(root, files)
  const next = join(out, '.next')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const ended = await run(process.execPath, [tool, 'build', '--outDir', next], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    show: options.verbose === true,
  })
  const missing = needed.find((file) => !existsSync(join(next, file)))
  if (ended.code !== 0 || missing) {
    say(ended.output.trim())
    rmSync(next, { recursive: true, force: true })
    throw new Trouble(
      ended.code === 0 ? `The build gave no ${missing}` : 'The app could not be built; see above',
    )
  }
  swap(out, next)
  writeStamp(root, { times, contents, built: timesOfBuilt(root) })
  say(`Built in ${seconds(start)}`)
  return true
}

/**
 * Puts the new build in the place of the old one. Without a stamp meanwhile: stale if interrupted.
 * @param {string} out
 * @param {string} next
 */
function swap(out, next) {
  const old = join(out, '.old')
  rmSync(join(out, '.built'), { force: true })
  mkdirSync(old, { recursive: true })
  for (const part of parts) {
    if (existsSync(join(out, part))) renameSync(join(out, part), join(old, part))
    renameSync(join(next, part), join(out, part))
  }
  rmSync(old, { recursive: true, force: true })
  rmSync(next, { recursive: true, force: true })
}

/** @param {string} root */
function timesOfBuilt(root) {
  const out = join(root, 'out')
  return hashOfTimes(out, [...needed, ...filesOf(out, parts)])
}

/**
 * @param {string} root
 * @returns {Stamp | undefined}
 */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'out', '.built'), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} root
 * @param {Stamp} stamp
 */
function writeStamp(root, stamp) {
  const file = join(root, 'out', '.built')
  try {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(stamp))
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // A checkout that may only be read: the contents are compared again next time.
  }
}
