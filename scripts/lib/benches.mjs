// Runs benches one after another, so that they do not disturb each other. Small, each only shows that
// it still works, within a limit of time: one that hangs has failed. Those run side by side.
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { none } from './counts.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { say, seconds } from './say.mjs'

const folder = join(root, 'tests', 'bench')
/** Milliseconds that a small run may take; on an idle machine none takes a tenth of it. */
const smallLimit = 120_000
/** Small runs side by side: each may start a browser. */
const atOnce = Math.min(availableParallelism(), 4)

/**
 * @param {readonly string[]} words parts of names; none for all
 * @returns {string[]} the files of the benches of these names, sorted
 */
export function benchesNamed(words) {
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.bench.mjs'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
}

/**
 * @param {readonly string[]} files
 * @param {{ env: NodeJS.ProcessEnv, small: boolean }} options
 * @returns {Promise<import('./counts.mjs').Counts>} a bench that ends with 0 has passed
 */
export async function runBenches(files, { env, small }) {
  const counts = { ...none }
  const waiting = [...files]
  const next = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (await (small ? trySmall(file, env) : measure(file, env))) counts.passed++
      else counts.failed++
    }
  }
  // Where figures are looked at nothing else runs; small ones may disturb each other.
  await Promise.all(Array.from({ length: small ? atOnce : 1 }, next))
  return counts
}

/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it has passed
 */
async function measure(file, env) {
  const start = Date.now()
  say(`\n── ${file}`)
  const ended = await run(process.execPath, [join(folder, file)], { cwd: root, env, show: true })
  say(outcome(ended, start))
  return ended.code === 0
}

/**
 * What it prints is shown once it has ended, under its name.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it has passed
 */
async function trySmall(file, env) {
  const start = Date.now()
  const ended = await run(process.execPath, [join(folder, file)], {
    cwd: root,
    env: { ...env, PARALLAX_BENCH_SMALL: '1' },
    timeLimit: smallLimit,
  })
  say(`\n── ${file}\n${ended.output.trimEnd()}\n${outcome(ended, start)}`)
  return ended.code === 0
}

/**
 * @param {import('./run.mjs').Ended} ended
 * @param {number} start
 */
function outcome(ended, start) {
  const why = ended.stopped ?? ended.error
  const how = ended.code === 0 ? 'done' : `FAILED${why ? ` (${why})` : ''}`
  return `${how} in ${seconds(start)}`
}
