// Starts a main process as Electron does: arguments, `-r` modules, the entry, and only then
// 'ready'.

import { readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installElectron } from './install-electron.cjs'

const ENTRY_LIMIT_MS = 10_000

/**
 * What Electron's own options say; everything else is the application's business.
 *
 * @param {readonly string[]} args without the executable
 * @returns {{ preloaded: string[], inspect: string | undefined, target: string }}
 */
function parseArguments(args) {
  const preloaded = []
  let inspect
  let target
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') preloaded.push(args[++i])
    else if (/^--inspect(-brk)?(=|$)/.test(arg)) inspect = arg
    else if (!arg.startsWith('-')) target ??= arg
  }
  return { preloaded, inspect, target: resolve(target ?? '.') }
}

/** @param {string} option `--inspect=0`, `--inspect=host:port`, `--inspect-brk` */
function openInspector(option) {
  const [, address = '9229'] = option.split('=')
  const port = Number(address.split(':').pop())
  inspector.open(port, '127.0.0.1')
  if (option.startsWith('--inspect-brk')) inspector.waitForDebugger()
}

/**
 * @param {string} target a folder with a package.json, or an entry file
 * @returns {{ folder: string, entry: string, manifest: Record<string, any> }}
 */
function locateApp(target) {
  const isFolder = statSync(target).isDirectory()
  const folder = isFolder ? target : dirname(target)
  const manifest = readManifest(folder)
  return { folder, entry: isFolder ? join(target, manifest.main ?? 'index.js') : target, manifest }
}

function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return { name: 'Electron', version: '0.0.0' }
    throw error
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

// The launcher hands over its own path first, so that argv looks as in Electron.
process.argv.splice(0, 2)
const { preloaded, inspect, target } = parseArguments(process.argv.slice(1))
const { folder, entry, manifest } = locateApp(target)
const double = installElectron()
double.configure({ folder, manifest })

if (inspect) openInspector(inspect)
const require = createRequire(import.meta.url)
for (const file of preloaded) require(resolve(file))

const limit = setTimeout(
  () =>
    fail(
      'electron double: the main entry is still evaluating after 10 s. ' +
        "Electron emits 'ready' only after it: no top-level await on app.whenReady().",
    ),
  ENTRY_LIMIT_MS,
)
try {
  await import(pathToFileURL(entry).href)
} catch (error) {
  fail(`A JavaScript error occurred in the main process\n${error?.stack ?? error}`)
}
clearTimeout(limit)
await double.start()
