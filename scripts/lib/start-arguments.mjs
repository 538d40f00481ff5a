// The words after `npm start --`.
import { Trouble } from './say.mjs'

export const usage = `npm start [-- [LIBRARY] [--web] [--port N] [--fetch-electron] [--verbose]]

  LIBRARY           a folder of articles; without it the last one, or the sample the first time
  --web             in the browser, not in a window of its own
  --port N          in the browser, on this port of 127.0.0.1
  --fetch-electron  try again to fetch Electron, although it failed within a day
  --verbose         show what npm and the build print`

/**
 * @typedef {object} Asked
 * @property {string} [library]
 * @property {number} [port]
 * @property {boolean} web
 * @property {boolean} fetchElectron
 * @property {boolean} verbose
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} words
 * @returns {Asked} throws Trouble with exit code 2 on words that mean nothing
 */
export function readArguments(words) {
  /** @type {Asked} */
  const asked = { web: false, fetchElectron: false, verbose: false, help: false }
  for (let index = 0; index < words.length; index++) {
    const given = words[index] ?? ''
    const [word, value] = splitValue(given)
    if (word === '--web') asked.web = true
    else if (word === '--fetch-electron') asked.fetchElectron = true
    else if (word === '--verbose') asked.verbose = true
    else if (word === '--help' || word === '-h') asked.help = true
    else if (word === '--port') {
      asked.port = portOf(value ?? words[++index])
      asked.web = true
    } else if (word.startsWith('-')) throw new Trouble(`${word} means nothing here\n\n${usage}`, 2)
    else if (asked.library !== undefined) throw new Trouble('one library at a time', 2)
    else asked.library = given
  }
  return asked
}

/**
 * `--port=80` is `--port 80`; a path may hold any sign.
 * @param {string} word
 * @returns {[string, string?]}
 */
function splitValue(word) {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)]
}

/** @param {string | undefined} text */
function portOf(text) {
  const port = Number(text)
  if (!text || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Trouble(`--port wants a number from 0 to 65535, not ${text ?? 'nothing'}`, 2)
  }
  return port
}
