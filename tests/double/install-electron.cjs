// Makes `electron` resolve to the double, for require and import, in this thread only.
'use strict'

const Module = require('node:module')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const NAMES = new Set(['electron', 'electron/main', 'electron/common'])

/**
 * Call once, before the application's entry is loaded.
 *
 * @returns the double's own controls: `configure` and `start`
 */
function installElectron() {
  const assembled = path.join(__dirname, 'electron.cjs')
  const load = Module._load
  Module._load = function loadOrDouble(id, ...rest) {
    return load.call(this, NAMES.has(id) ? assembled : id, ...rest)
  }
  Module.register(resolverUrl())
  Object.defineProperty(process.versions, 'electron', { value: electronVersion() })
  Object.defineProperty(process, 'type', { value: 'browser' })
  Object.defineProperty(process, 'defaultApp', { value: true })
  return require(assembled).double
}

/** The resolver runs in Node's loader thread, so it travels as text. */
function resolverUrl() {
  const facade = pathToFileURL(path.join(__dirname, 'electron.mjs')).href
  const source = `
    const names = new Set(${JSON.stringify([...NAMES])})
    const facade = { url: ${JSON.stringify(facade)}, shortCircuit: true }
    export const resolve = (id, context, next) => (names.has(id) ? facade : next(id, context))
  `
  return `data:text/javascript,${encodeURIComponent(source)}`
}

function electronVersion() {
  return require('electron/package.json').version
}

module.exports = { installElectron }
