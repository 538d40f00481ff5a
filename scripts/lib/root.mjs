// Where things are: the checkout these scripts belong to, and the folder the user stood in when
// npm was asked to run one of them (npm itself changes to the checkout first).
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, absolute. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** What the scripts remember between runs; gone with node_modules. */
export const cacheOf = (/** @type {string} */ folder) =>
  join(folder, 'node_modules', '.cache', 'parallax')

/**
 * The folder that relative paths on the command line are meant from.
 * @param {string} scriptName its name in package.json: INIT_CWD of another script's run is not ours
 * @param {NodeJS.ProcessEnv} [env]
 */
export function callerFolder(scriptName, env = process.env) {
  const throughNpm = env.npm_lifecycle_event === scriptName && process.cwd() === root
  return (throughNpm && env.INIT_CWD) || process.cwd()
}
