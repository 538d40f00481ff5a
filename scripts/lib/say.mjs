// One way to tell the user what a script is doing: short lines on standard error, so that standard
// output stays free for results; and one way to end with a line instead of a stack.

/**
 * Prints one line of progress.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Something the user can act on. Its message is the only thing printed; no stack. */
export class Trouble extends Error {
  /**
   * @param {string} message one line: what happened and what to do
   * @param {number} [exitCode] 1 failed, 2 wrong usage
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * Runs a script's body and sets the exit code: the number it gives, or that of the trouble it met.
 * @param {() => Promise<number | void>} body
 */
export async function script(body) {
  try {
    const code = await body()
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    say(`parallax: ${error.message}`)
    process.exitCode = error.exitCode
  }
}

/**
 * Seconds since `start` (of `Date.now()`), for people.
 * @param {number} start
 */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}
