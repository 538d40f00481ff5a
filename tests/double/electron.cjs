// Assembles the main process's `electron` module, and starts it.
'use strict'

const { app, lifecycle } = require('./app.cjs')
const { browser } = require('./browser.cjs')
const { WebContents } = require('./contents.cjs')
const { clipboard, nativeTheme, Notification, screen } = require('./desktop.cjs')
const { dialog, shell } = require('./dialog-shell.cjs')
const { ipcMain } = require('./ipc-main.cjs')
const { Menu, MenuItem } = require('./menu.cjs')
const { net } = require('./net.cjs')
const { protocol } = require('./protocol.cjs')
const { watchRequests } = require('./requests.cjs')
const { session } = require('./session.cjs')
const { watchTargets } = require('./targets.cjs')
const { absentModule } = require('./unsupported.cjs')
const { utilityProcess } = require('./utility-process.cjs')
const { BrowserWindow } = require('./window.cjs')

const ABSENT = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'MessageChannelMain',
  'nativeImage',
  'netLog',
  'powerMonitor',
  'powerSaveBlocker',
  'pushNotifications',
  'safeStorage',
  'ShareMenu',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'View',
  'WebContentsView',
  'webFrameMain',
]

/** Only for the double's own start. */
const double = {
  configure: lifecycle.configure,

  /** The entry has been evaluated: brings up Chromium, tells Playwright, emits 'ready'. */
  async start() {
    if (lifecycle.isShuttingDown()) return
    const endpoint = await browser.start(lifecycle.switches)
    await watchRequests()
    await watchTargets()
    process.stderr.write(`\nDevTools listening on ${endpoint}\n`)
    lifecycle.ready()
  },
}

const electron = {
  ...Object.fromEntries(ABSENT.map((name) => [name, absentModule(name)])),
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents: WebContents,
}

module.exports = Object.defineProperty(electron, 'double', { value: double })
