// Starts a program that stays (a window, a server), hands it the signals we get, and ends as it ends.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * @typedef {object} Ended
 * @property {number} code as a shell would give it: 128 and the signal's number when killed
 * @property {boolean} failedToStart it ended at once, unasked, the way a program does that the
 *   system could not start: a library is missing, or a sandbox is not allowed
 */

/**
 * Runs it until it ends, with our own input and output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Ended>}
 */
export function stay(command, args, options) {
  return new Promise((resolve) => {
    const start = Date.now()
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    let asked = false
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      asked = true
      // A terminal sends Ctrl+C to the child as well; twice would end it before it has saved.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    for (const signal of signals) process.on(signal, forward)
    const done = (/** @type {number} */ code, /** @type {boolean} */ broken) => {
      for (const signal of signals) process.off(signal, forward)
      resolve({ code, failedToStart: broken && !asked && Date.now() - start < 5_000 })
    }
    child.once('error', () => done(127, true))
    child.once('exit', (code, signal) => {
      const number = signal ? 128 + constants.signals[signal] : (code ?? 1)
      const crashed = signal === 'SIGTRAP' || signal === 'SIGABRT' || signal === 'SIGSEGV'
      done(number, crashed || code === 127)
    })
  })
}
