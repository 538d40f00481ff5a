// After a clone nothing is installed, after a pull something else may be wanted: notices both, and
// runs `npm ci` only then.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { lastLine, run } from './run.mjs'
import { say, seconds, Trouble } from './say.mjs'

const leastNode = /** @type {const} */ ([20, 19])

/**
 * Why this Node cannot be used, or nothing.
 * @param {string} [version] as in `process.versions.node`
 * @returns {string | undefined}
 */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  return enough
    ? undefined
    : `Node ${version} is too old: Parallax needs ${leastNode.join('.')} or newer`
}

/**
 * Whether node_modules holds what package-lock.json asks for, on this platform.
 * @param {string} root
 */
export function isInstalled(root) {
  const stamp = stampFile(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root)) return true
  // Somebody ran npm by hand: npm's own record says what it did.
  if (!npmInstalled(root)) return false
  writeStamp(root)
  return true
}

/**
 * Installs the libraries unless they are there. Throws Trouble when it cannot.
 * @param {string} root
 * @param {{ verbose?: boolean }} [options]
 */
export async function ensureInstalled(root, options = {}) {
  const problem = nodeProblem()
  if (problem) throw new Trouble(problem)
  if (isInstalled(root)) return
  const wait = () => say('Waiting: the libraries are being installed by another run')
  await withLock(join(root, 'out', '.lock-install'), () => install(root, options), wait)
}

/**
 * @param {string} root
 * @param {{ verbose?: boolean }} options
 */
async function install(root, options) {
  if (isInstalled(root)) return
  const start = Date.now()
  say('Installing the libraries (npm ci, about 15 seconds) …')
  // NODE_ENV=production or a user's setting must not leave the build tools out.
  const [command, ...first] = npmCommand(process.env)
  const args = [...first, 'ci', '--include=dev', '--include=optional']
  const show = options.verbose === true
  const ended = await run(command, args, { cwd: root, show })
  if (ended.code !== 0) {
    const known = npmProblem(ended.output, ended.error)
    if (!known && !show) say(ended.output.trim())
    throw new Trouble(`The libraries could not be installed: ${known ?? lastLine(ended.output)}`)
  }
  writeStamp(root)
  say(`Libraries installed in ${seconds(start)}`)
}

/**
 * What went wrong, in a line, where npm's output tells.
 * @param {string} output
 * @param {string} [error] the system's code when npm could not be started
 * @returns {string | undefined}
 */
export function npmProblem(output, error) {
  if (error === 'ENOENT') return 'npm was not found; it comes with Node'
  if (error) return `npm could not be started (${error})`
  if (/ENOSPC/.test(output)) return 'the disk is full'
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return 'node_modules cannot be written here'
  if (
    /ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(
      output,
    )
  ) {
    return 'no network, and not all of them are in npm’s cache'
  }
  if (/EINTEGRITY/.test(output)) return 'a download was damaged; try again'
  if (/are in sync/.test(output))
    return 'package-lock.json does not fit package.json; run `npm install`'
  return undefined
}

/**
 * The npm that started us, else the one on the path.
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, ...string[]]}
 */
function npmCommand(env) {
  const cli = env.npm_execpath
  return cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, cli] : ['npm']
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.parallax-installed')

/** @param {string} root */
function lockHash(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const platform = `${process.platform}-${process.arch}`
  return createHash('sha256').update(lock).update(platform).digest('hex')
}

/** @param {string} root */
function writeStamp(root) {
  try {
    writeFileSync(stampFile(root), lockHash(root))
  } catch {
    // A checkout that may only be read works too, a little slower each time.
  }
}

/**
 * Whether npm's hidden record of node_modules names every package of the lock file in the same
 * version, and their folders exist. npm writes the record last, so an interrupted run has none.
 * @param {string} root
 */
function npmInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const have = packagesOf(record)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const got = have[path]
    if (!got) return wanted.optional === true
    return got.version === wanted.version && existsSync(join(root, path))
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
