// The checks of structure that the linter and the compiler do not make, each over all source files.
import { circles } from './circles.mjs'
import { forbiddenImports } from './judge-imports.mjs'
import { readSources } from './source-files.mjs'

/** @typedef {import('./source-files.mjs').SourceFile} SourceFile */

/**
 * @typedef {object} Finding
 * @property {string} key by which debts.json names it: it outlives a change of lines
 * @property {number} amount how much of it there is: 1, lines, or a count
 * @property {string} message where and what, in one line
 */

/** Lines that a function has at most. */
export const longestFunction = 80

const places = ['src', 'scripts', 'tests']

/**
 * @param {string} root the checkout
 * @returns {Readonly<Record<string, readonly Finding[]>>} by check
 */
export function findings(root) {
  const all = readSources(root, places)
  const app = all.filter(({ file }) => file.startsWith('src/'))
  return {
    unreadable: all.flatMap(({ file, broken }) =>
      broken ? [{ key: file, amount: 1, message: `${file}: ${broken}` }] : [],
    ),
    imports: forbiddenImports(app).map(({ file, line, key, message }) => ({
      key,
      amount: 1,
      message: `${file}:${line} ${message}`,
    })),
    circles: circles(all).map((files) => ({
      key: files.join(' '),
      amount: 1,
      message: `${files.join(', ')} import each other in a circle`,
    })),
    longFunctions: all.flatMap(longFunctions),
    packing: all.filter(({ file }) => !file.startsWith('tests/')).flatMap(packings),
  }
}

/**
 * @param {SourceFile} source
 * @returns {Finding[]}
 */
export function longFunctions({ file, functions }) {
  return functions
    .filter(({ name, lines }) => lines > longestFunction && !name.endsWith('describe(…)'))
    .map(({ name, line, lines }) => ({
      key: `${file} ${name}`,
      amount: lines,
      message: `${file}:${line} ${name} has ${lines} lines; a function has ${longestFunction} at most`,
    }))
}

/**
 * @param {SourceFile} source
 * @returns {Finding[]}
 */
export function packings({ file, packings }) {
  const lines = packings.join(', ')
  return packings.length === 0
    ? []
    : [
        {
          key: file,
          amount: packings.length,
          message: `${file}: write the fields instead of spreading a new object (line ${lines})`,
        },
      ]
}
