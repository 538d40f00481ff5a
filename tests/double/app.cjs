// app: identity, folders, and the order in which a run starts and ends.
'use strict'

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { createEvent } = require('./event.cjs')
const instance = require('./instance-lock.cjs')
const { registry } = require('./registry.cjs')
const { emitterThatRefuses } = require('./unsupported.cjs')

const switches = new Map()
let folder = process.cwd()
let name = 'Electron'
let version = '0.0.0'
let becomeReady
const whenReady = new Promise((resolve) => {
  becomeReady = resolve
})
let isReady = false
let isQuitting = false
let isShuttingDown = false
const paths = new Map()

class App extends emitterThatRefuses('app') {
  isPackaged = false
  userAgentFallback = ''
  accessibilitySupportEnabled = false
  commandLine = {
    appendSwitch: (key, value = '') => void switches.set(key, String(value)),
    removeSwitch: (key) => void switches.delete(key),
    hasSwitch: (key) => switches.has(key) || process.argv.includes(`--${key}`),
    getSwitchValue: (key) => switches.get(key) ?? switchOfArgv(key),
    appendArgument() {},
  }

  get name() {
    return name
  }
  set name(value) {
    name = value
  }
  getName = () => name
  setName = (value) => {
    name = value
  }
  getVersion = () => version
  getAppPath = () => folder
  getLocale = () => 'en-US'
  getSystemLocale = () => 'en-US'
  getPreferredSystemLanguages = () => ['en-US']
  getLocaleCountryCode = () => 'US'
  isReady = () => isReady
  whenReady = () => whenReady

  getPath(key) {
    const found = paths.get(key) ?? defaultPath(key)
    if (!found) throw new Error(`Failed to get '${key}' path`)
    return found
  }
  setPath(key, value) {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute')
    if (!defaultPath(key)) throw new Error(`Failed to set path: '${key}'`)
    fs.mkdirSync(value, { recursive: true })
    paths.set(key, value)
  }
  setAppLogsPath(value) {
    paths.set('logs', value ?? path.join(app.getPath('userData'), 'logs'))
  }

  requestSingleInstanceLock(additionalData) {
    const announce = ({ argv, cwd, data }) =>
      void whenReady.then(() => app.emit('second-instance', createEvent(), argv, cwd, data))
    const message = { argv: process.argv, cwd: process.cwd(), data: additionalData }
    return instance.request(app.getPath('userData'), message, announce)
  }
  hasSingleInstanceLock = () => instance.isHeld()
  releaseSingleInstanceLock = () => instance.release()

  /** 'before-quit', every window's 'close', 'will-quit', 'quit'. Anyone may prevent the end. */
  quit() {
    if (isQuitting || isShuttingDown) return
    if (isPrevented('before-quit')) return
    isQuitting = true
    if (registry.windows.size === 0) return finish()
    for (const window of [...registry.windows.values()]) {
      window.close()
      if (!isQuitting) return
    }
  }

  /** No questions asked: windows get 'closed', the app gets 'quit'. */
  exit(code = 0) {
    if (isShuttingDown) return
    isQuitting = true
    isShuttingDown = true
    for (const window of [...registry.windows.values()]) window.destroy()
    shutDown(code)
  }

  focus() {}
  hide() {}
  show() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  showAboutPanel() {}
  enableSandbox() {}
  disableHardwareAcceleration() {}
  addRecentDocument() {}
  clearRecentDocuments() {}
  setBadgeCount = () => false
  isAccessibilitySupportEnabled = () => false
  setAsDefaultProtocolClient = () => false
  removeAsDefaultProtocolClient = () => false
  isDefaultProtocolClient = () => false
  getAppMetrics = () => []
  getGPUFeatureStatus = () => ({})
  // macOS only; undefined elsewhere, so that `app.dock?.hide()` works.
  dock = undefined
}

const app = new App()

registry.on('all-closed', () => {
  if (isShuttingDown) return
  if (isQuitting) return finish()
  if (!app.emit('window-all-closed')) app.quit()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.quit())

function isPrevented(event) {
  const details = createEvent()
  app.emit(event, details)
  return details.defaultPrevented
}

function finish() {
  if (isPrevented('will-quit')) isQuitting = false
  else shutDown(0)
}

/** What runs now runs to its end, as in Electron; then the process is gone. */
function shutDown(code) {
  isShuttingDown = true
  app.emit('quit', createEvent(), code)
  setImmediate(() => process.exit(code))
}

function defaultPath(key) {
  const home = os.homedir()
  const config = process.env.XDG_CONFIG_HOME ?? path.join(home, '.config')
  const userData = () => paths.get('userData') ?? path.join(app.getPath('appData'), name)
  switch (key) {
    case 'home':
      return home
    case 'appData':
      return config
    case 'userData':
      return switchOfArgv('user-data-dir') || userData()
    case 'sessionData':
      return app.getPath('userData')
    case 'temp':
      return os.tmpdir()
    case 'logs':
      return path.join(userData(), 'logs')
    case 'crashDumps':
      return path.join(userData(), 'Crashpad')
    case 'exe':
      return path.join(__dirname, 'dist', 'electron')
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return path.join(home, key[0].toUpperCase() + key.slice(1))
    default:
      return undefined
  }
}

function switchOfArgv(key) {
  const start = `--${key}=`
  return process.argv.find((arg) => arg.startsWith(start))?.slice(start.length) ?? ''
}

/** What the double itself may do to the application; not part of Electron. */
const lifecycle = {
  switches,
  isShuttingDown: () => isShuttingDown,

  /** @param {{ folder: string, manifest: Record<string, any> }} what lies at the app's path */
  configure(what) {
    folder = what.folder
    name = what.manifest.productName ?? what.manifest.name ?? name
    version = what.manifest.version ?? version
  },

  /** Playwright's loader replaces `app.emit` and holds this back until it is connected. */
  ready() {
    isReady = true
    app.emit('ready', createEvent(), {})
    becomeReady()
  },

  /** A window refused to close: the quit is off. */
  closeWasPrevented() {
    isQuitting = false
  },
}

module.exports = { app, lifecycle }
