// session: permissions, and what of a session does nothing here.
'use strict'

const { EventEmitter } = require('node:events')
const { browser } = require('./browser.cjs')
const { PAGE, registry } = require('./registry.cjs')
const { originOf } = require('./scheme-urls.cjs')
const { protocol } = require('./protocol.cjs')
const { absentModule, refusing, unsupported } = require('./unsupported.cjs')

// Electron's name -> those DevTools has for it.
const PERMISSIONS = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  'local-fonts': ['local-fonts'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  'persistent-storage': ['persistent-storage'],
  'screen-wake-lock': ['screen-wake-lock'],
  sensors: ['accelerometer', 'gyroscope', 'magnetometer'],
  'speaker-selection': ['speaker-selection'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
}

const ANSWER_LIMIT_MS = 1000
let requestHandler = null
let checkHandler = null

/**
 * DevTools knows no prompts, so all is answered beforehand. A permission is denied only if both
 * handlers deny it: a missing handler allows all, as in Electron.
 *
 * @param {any} contents whose page is open
 */
async function applyPermissions(contents) {
  const decisions = await Promise.all(
    Object.keys(PERMISSIONS).map(async (name) => [name, await isGranted(contents, name)]),
  )
  for (const [name, granted] of decisions) {
    for (const devtoolsName of PERMISSIONS[name]) {
      const setting = granted ? 'granted' : 'denied'
      // Some of these exist in some versions of Chromium only.
      await browser
        .send('Browser.setPermission', { permission: { name: devtoolsName }, setting })
        .catch(() => {})
    }
  }
}

async function isGranted(contents, name) {
  const details = { requestingUrl: contents.getURL(), isMainFrame: true }
  if (!checkHandler || checkHandler(contents, name, originOf(contents.getURL()), details))
    return true
  if (!requestHandler) return true
  return new Promise((resolve) => {
    requestHandler(contents, name, resolve, details)
    // Not answered is not granted.
    setTimeout(() => resolve(false), ANSWER_LIMIT_MS).unref()
  })
}

function applyToAll() {
  for (const contents of registry.contents.values()) {
    if (contents[PAGE].targetId) void applyPermissions(contents)
  }
}

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler(handler) {
    requestHandler = handler
    applyToAll()
  },
  setPermissionCheckHandler(handler) {
    checkHandler = handler
    applyToAll()
  },
  setDevicePermissionHandler() {},
  setDisplayMediaRequestHandler() {},
  setSpellCheckerEnabled() {},
  setSpellCheckerLanguages() {},
  setSpellCheckerDictionaryDownloadURL() {},
  setUserAgent() {},
  getUserAgent: () => '',
  isPersistent: () => true,
  clearCache: async () => {},
  clearStorageData: async () => {},
  flushStorageData() {},
  webRequest: absentModule('session.webRequest (headers belong in protocol.handle)'),
})
Object.setPrototypeOf(defaultSession, refusing('session', EventEmitter.prototype))

const session = {
  defaultSession,
  fromPartition(partition) {
    throw unsupported(`session.fromPartition('${partition}')`)
  },
  fromPath(path) {
    throw unsupported(`session.fromPath('${path}')`)
  },
}

module.exports = { session, defaultSession, applyPermissions }
