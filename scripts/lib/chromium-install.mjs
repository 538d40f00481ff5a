// The tests need a Chromium that starts, on any machine: takes one that is there, else installs one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromiums } from './chromium.mjs'
import { root as checkout } from './root.mjs'
import { run } from './run.mjs'
import { say, seconds, Trouble } from './say.mjs'

/**
 * A Chromium that has answered with its version. Says which. Throws Trouble when none can be had.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [root]
 * @returns {Promise<string>} the executable
 */
export async function ensureChromium(env = process.env, root = checkout) {
  if (!env.PARALLAX_CHROMIUM && debianRoot()) await tryShell({ env, root })
  const path = await working({ env, root })
  if (path) return path
  if (env.PARALLAX_CHROMIUM) {
    throw new Trouble(`PARALLAX_CHROMIUM does not start: ${env.PARALLAX_CHROMIUM}`)
  }
  for (const install of debianRoot() ? [...fromDebian, fromPlaywright] : [fromPlaywright]) {
    const start = Date.now()
    if (await install(root, env)) say(`Chromium installed in ${seconds(start)}`)
    const found = await working({ env, root })
    if (found) return found
  }
  throw new Trouble(
    'No Chromium could be installed; install one, or name one with PARALLAX_CHROMIUM',
  )
}

/**
 * Beside a whole Chromium a headless shell is worth having: tests take a fifth less in it. Where its
 * package cannot be had at once, the whole one does.
 * @param {{ env: NodeJS.ProcessEnv, root: string }} place
 */
async function tryShell({ env, root }) {
  const there = chromiums({ env, root })
  if (there.length === 0 || there.some(({ path }) => /headless[-_]shell/.test(path))) return
  await debianPackage(shellPackage, env)
}

/**
 * The first one that starts: libraries may be missing, or it may be a stub that points to a shop.
 * @param {{ env: NodeJS.ProcessEnv, root: string }} place
 */
async function working(place) {
  for (const { path, source } of chromiums(place)) {
    const version = await versionOf(path)
    if (version === undefined) continue
    say(`Using ${version} (${source}: ${path})`)
    return path
  }
  return undefined
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} as it names itself; nothing when it does not start
 */
export async function versionOf(path) {
  // On Windows the question would open a window instead of being answered.
  if (process.platform === 'win32') return 'Chromium'
  const ended = await run(path, ['--version'], { timeLimit: 20_000 })
  if (ended.code !== 0) return undefined
  return /^.*\b\d+\.\d+\.\d+\.\d+/m.exec(ended.output)?.[0].trim()
}

/** Debian as root can install its own, with all libraries. Ubuntu's is a stub for another shop. */
function debianRoot() {
  const file = '/etc/os-release'
  const debian = existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'))
  return debian && process.getuid?.() === 0
}

const shellPackage = 'chromium-headless-shell'

/** The shell alone is a third of the size; an older Debian has none. */
const fromDebian = [shellPackage, 'chromium'].map(
  (name) => async (/** @type {string} */ _root, /** @type {NodeJS.ProcessEnv} */ env) => {
    await run('apt-get', ['update'], aptOptions(env))
    return debianPackage(name, env)
  },
)

/** @param {NodeJS.ProcessEnv} env */
const aptOptions = (env) => ({
  env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  timeLimit: 10 * 60_000,
})

/**
 * From the lists that are there. Without a network it ends soon.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it is installed now
 */
async function debianPackage(name, env) {
  say(`Installing Chromium (apt-get install ${name}) …`)
  const patience = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15']
  const install = ['install', '-y', '--no-install-recommends', ...patience, name]
  return (await run('apt-get', install, aptOptions(env))).code === 0
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
async function fromPlaywright(root, env) {
  const name = 'chromium-headless-shell'
  say(`Installing Chromium (playwright install ${name}, about 110 MB) …`)
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  // With the system's libraries where that is allowed.
  const deps = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
  const limit = { env, timeLimit: 15 * 60_000 }
  return (await run(process.execPath, [cli, 'install', ...deps, name], limit)).code === 0
}
