// The stages of a test run, in their order. Each gives its counts; one that cannot run throws.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchesNamed, runBenches } from './benches.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium-install.mjs'
import { countPlaywright, countTap, countVitest, judged, none, total } from './counts.mjs'
import { electronBinary, electronForTests, hasDisplay } from './electron-binary.mjs'
import { fetchElectron } from './electron-fetch.mjs'
import { filesOf } from './fingerprint.mjs'
import { root } from './root.mjs'
import { lastLine, run } from './run.mjs'
import { say } from './say.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ reports: string, words: readonly string[] }} Context */
/** @typedef {{ name: string, run: (context: Context) => Promise<Counts> }} Stage */

const timeLimit = 45 * 60_000

/** @type {readonly Stage[]} */
export const stages = [
  { name: 'types', run: () => check(tool('typescript', 'bin/tsc'), ['-b']) },
  { name: 'lint', run: lint },
  {
    name: 'build',
    run: async () => {
      if (!(await ensureBuilt(root))) say('out/ is fresh')
      return { ...none, passed: 1 }
    },
  },
  { name: 'unit', run: (context) => vitest('unit*', context) },
  { name: 'dom', run: async (context) => vitest('dom', context, await withChromium()) },
  { name: 'double', run: doubleSelfTest },
  { name: 'bench', run: benchesSmall },
  { name: 'e2e', run: playwright },
]

/**
 * A program that says yes or no counts as one test.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
async function check(script, args) {
  const ended = await node([script, ...args], process.env)
  return ended ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

/**
 * The same beside others: what it says is shown once it has ended.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
async function checkBeside(script, args) {
  const ended = await run(process.execPath, [script, ...args], { cwd: root, timeLimit })
  say([ended.output.trimEnd(), stoppedWords(ended)].filter((said) => said !== '').join('\n'))
  return ended.code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

/**
 * The linter, and what it cannot see: who imports whom, circles, long functions; what nothing uses. None
 * of them keeps two cores busy by itself.
 */
async function lint() {
  return total(
    await Promise.all([
      checkBeside(tool('@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings', '.']),
      checkBeside(join(root, 'scripts', 'check-structure.mjs'), []),
      checkBeside(tool('knip', 'bin/knip.js'), []),
    ]),
  )
}

/**
 * @param {string} project
 * @param {Context} context
 * @param {NodeJS.ProcessEnv} [env]
 */
async function vitest(project, { reports, words }, env = process.env) {
  const file = join(reports, `${project.replace('*', '')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters, ...words]
  const succeeded = await node(args, env)
  return judged(counted(file, countVitest), succeeded)
}

/**
 * The stand-in for Electron is tested by itself first: what it lets through, the app's tests miss.
 * @param {Context} context
 */
async function doubleSelfTest({ reports }) {
  const files = filesOf(root, ['tests/double']).filter((file) => /\.test\.[cm]?js$/.test(file))
  if (files.length === 0) return judged(none, false)
  const report = join(reports, 'double.tap')
  const reporters = [
    ['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ['--test-reporter=tap', `--test-reporter-destination=${report}`],
  ].flat()
  const succeeded = await node(['--test', ...reporters, ...files], await withChromium())
  return judged(counted(report, countTap), succeeded)
}

/** Each bench once, small: none may rot. What it measures is not judged. */
async function benchesSmall() {
  await ensureBuilt(root)
  return runBenches(benchesNamed([]), { env: await withChromium(), small: true })
}

/** @param {Context} context */
async function playwright({ reports, words }) {
  await ensureBuilt(root)
  const file = join(reports, 'e2e.json')
  const env = { ...(await withChromium()), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const screen = await screenForElectron()
  const cli = tool('playwright', 'cli.js')
  const args = [cli, 'test', '--reporter=list,json', ...words]
  const succeeded = await node(args, env, screen)
  return judged(counted(file, countPlaywright), succeeded)
}

/**
 * Gets Electron if it can be had, and a screen for it: ours, or xvfb's. Says so when there is none.
 * @returns {Promise<readonly string[]>} the command that gives the screen, if one is needed
 */
async function screenForElectron() {
  const xvfb = hasDisplay() ? false : (await run('xvfb-run', ['--help'])).error === undefined
  if (hasDisplay() || xvfb) await fetchElectron({ env: clean(process.env) })
  if (xvfb && electronBinary({}).path) return ['xvfb-run', '-a']
  const electron = electronForTests()
  if (!electron.path) say(`Electron project skipped: ${electron.why}`)
  return []
}

/**
 * Without what would choose another Electron than npm's.
 * @param {NodeJS.ProcessEnv} env
 */
function clean({ ELECTRON_EXEC_PATH: _, ELECTRON_OVERRIDE_DIST_PATH: __, ...env }) {
  return env
}

/** @type {Promise<NodeJS.ProcessEnv> | undefined} */
let chromium

/** The environment with the Chromium's path in it; looked for once a run. */
function withChromium() {
  chromium ??= ensureChromium().then((path) => ({ ...process.env, PARALLAX_CHROMIUM: path }))
  return chromium
}

/**
 * Runs node with its output shown.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [before] a command to run it under
 * @returns {Promise<boolean>} whether it ended with 0
 */
async function node(args, env, before = []) {
  const [command = '', ...rest] = [...before, process.execPath, ...args]
  const ended = await run(command, rest, { cwd: root, env, show: true, timeLimit })
  if (stoppedWords(ended)) say(stoppedWords(ended))
  return ended.code === 0
}

/**
 * Why it did not come to its end by itself; nothing where it did.
 * @param {import('./run.mjs').Ended} ended
 */
function stoppedWords({ stopped, error }) {
  const why = stopped ?? error
  return why === undefined ? '' : `Stopped: ${why}`
}

/**
 * @param {string} file
 * @param {(text: string) => Counts} count
 * @returns {Counts} none when the runner left no report, or a broken one
 */
function counted(file, count) {
  if (!existsSync(file)) return none
  try {
    return count(readFileSync(file, 'utf8'))
  } catch (error) {
    say(`Its report cannot be read: ${lastLine(String(error))}`)
    return none
  }
}

/**
 * @param {string} name of a package
 * @param {string} script inside it
 */
function tool(name, script) {
  return join(root, 'node_modules', name, script)
}
