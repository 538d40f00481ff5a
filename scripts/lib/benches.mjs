// Runs benches one after another, so that they do not disturb each other. Small, each only shows that
// it still works, within a limit of time: one that hangs has failed.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { none } from './counts.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { say, seconds } from './say.mjs'

const folder = join(root, 'tests', 'bench')
/** Milliseconds that a small run may take; on an idle machine none takes a tenth of it. */
const smallLimit = 120_000

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
  for (const file of files) {
    const start = Date.now()
    say(`\n── ${file}`)
    const ended = await run(process.execPath, [join(folder, file)], {
      cwd: root,
      env: small ? { ...env, PARALLAX_BENCH_SMALL: '1' } : env,
      show: true,
      ...(small && { timeLimit: smallLimit }),
    })
    if (ended.code === 0) counts.passed++
    else counts.failed++
    const why = ended.stopped ?? ended.error
    say(`${ended.code === 0 ? 'done' : `FAILED${why ? ` (${why})` : ''}`} in ${seconds(start)}`)
  }
  return counts
}
