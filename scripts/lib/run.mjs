// Child processes that end: with their output kept or shown, within a time limit, and never left
// behind when the script itself is stopped.
import { spawn } from 'node:child_process'

/**
 * @typedef {object} Ended
 * @property {number | null} code null when it was killed or never started
 * @property {string} output everything it printed, unless shown
 * @property {string} [error] why it could not start, a system code such as ENOENT
 * @property {string} [stopped] why we stopped it
 */

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] its output goes to ours, and is not kept
 * @property {number} [timeLimit] milliseconds
 * @property {(stop: (why: string) => void) => void} [everySecond] may stop it
 */

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
const windows = process.platform === 'win32'

/**
 * Runs a command to its end. Never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    // Its own process group, so that its children end with it.
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: !windows,
      shell: windows && !/\.exe$/i.test(command),
    })
    let output = ''
    /** @type {string | undefined} */
    let stopped
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    const stop = (/** @type {string} */ why) => {
      stopped ??= why
      killGroup(child.pid)
    }
    const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
      killGroup(child.pid)
      // Others that run beside this one hear of it first.
      setImmediate(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    }
    for (const signal of signals) process.once(signal, onSignal)
    const limit = options.timeLimit
      ? setTimeout(() => stop('it took too long'), options.timeLimit)
      : undefined
    const ticking = options.everySecond
      ? setInterval(() => options.everySecond?.(stop), 1000)
      : undefined
    const done = (/** @type {Ended} */ ended) => {
      for (const signal of signals) process.off(signal, onSignal)
      clearTimeout(limit)
      clearInterval(ticking)
      resolve(ended)
    }
    child.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      done({ code: null, output, error: error.code ?? error.message }),
    )
    child.once('close', (code) => done({ code, output, ...(stopped && { stopped }) }))
  })
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (!pid) return
  try {
    process.kill(windows ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

/**
 * The last line that says something, for a one-line reason.
 * @param {string} output
 */
export function lastLine(output) {
  return output.trim().split('\n').pop()?.trim() ?? ''
}
