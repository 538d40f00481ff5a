// Reads what the checks of structure need of a source file: what it imports, by resolved path; how
// long its functions are; where it packs names into an object only to spread it.
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { filesOf } from '../fingerprint.mjs'
import { createFunctionMeter } from './function-lengths.mjs'

/**
 * @typedef {object} Import
 * @property {string} source as written
 * @property {number} line from 1
 * @property {string} [file] the path from the checkout's root, when it is relative
 * @property {string} [package] its name, when it is not
 */

/**
 * @typedef {object} SourceFile
 * @property {string} file from the checkout's root, with `/`
 * @property {readonly Import[]} imports static, dynamic and of types; also what is exported again
 * @property {readonly import('./function-lengths.mjs').FunctionLength[]} functions
 * @property {readonly number[]} packings the lines of each `...{ a, b }`
 * @property {string} [broken] why it cannot be parsed
 */

/**
 * All source files at or below the given places.
 * @param {string} root the checkout
 * @param {readonly string[]} places relative to it
 * @returns {SourceFile[]}
 */
export function readSources(root, places) {
  return filesOf(root, places)
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file))
    .map((file) => parseSource(file, readFileSync(join(root, file), 'utf8')))
}

/**
 * @param {string} file from the checkout's root, with `/`
 * @param {string} text
 * @returns {SourceFile}
 */
export function parseSource(file, text) {
  const { program, module, errors } = parseSync(file, text)
  const lineOf = lineFinder(text)
  if (errors[0]) {
    return { file, imports: [], functions: [], packings: [], broken: errors[0].message }
  }
  /** @type {Import[]} */
  const imports = []
  /** @type {number[]} */
  const packings = []
  const add = (/** @type {string} */ source, /** @type {number} */ at) =>
    imports.push({ source, line: lineOf(at), ...resolved(file, source) })
  for (const { moduleRequest, start } of module.staticImports) add(moduleRequest.value, start)
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, start } of entries)
      if (moduleRequest) add(moduleRequest.value, start)
  const meter = createFunctionMeter(lineOf)
  new Visitor({
    ...meter.visitors,
    TSImportType: ({ source, start }) => add(source.value, start),
    ImportExpression({ source, start }) {
      add(source.type === 'Literal' ? String(source.value) : '(computed)', start)
    },
    SpreadElement({ argument, start }) {
      if (argument.type === 'ObjectExpression') packings.push(lineOf(start))
    },
  }).visit(program)
  return { file, imports, functions: meter.lengths(), packings }
}

/**
 * @param {string} file
 * @param {string} source
 */
function resolved(file, source) {
  if (source.startsWith('.')) {
    const [path = ''] = source.split('?')
    return { file: posix.join(posix.dirname(file), path) }
  }
  if (source.startsWith('node:')) return { package: source }
  const parts = source.split('/')
  const name = parts.slice(0, source.startsWith('@') ? 2 : 1).join('/')
  return { package: builtinModules.includes(source) ? `node:${source}` : name }
}

/**
 * @param {string} text
 * @returns {(offset: number) => number} the line, from 1, of a UTF-16 offset
 */
function lineFinder(text) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
