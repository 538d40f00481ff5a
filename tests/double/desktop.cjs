// What of the desktop the application asks: one display, the theme, a clipboard in memory.
'use strict'

const { EventEmitter } = require('node:events')
const { app } = require('./app.cjs')
const { WORK_AREA } = require('./geometry.cjs')
const { PAGE, registry } = require('./registry.cjs')
const { refusing, unsupported } = require('./unsupported.cjs')

const DISPLAY = {
  id: 1,
  label: 'double',
  bounds: { ...WORK_AREA },
  workArea: { ...WORK_AREA },
  size: { width: WORK_AREA.width, height: WORK_AREA.height },
  workAreaSize: { width: WORK_AREA.width, height: WORK_AREA.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unavailable',
}

const display = () => {
  if (!app.isReady()) {
    throw new Error("The 'screen' module can't be used before the app 'ready' event")
  }
  return structuredClone(DISPLAY)
}
const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: display,
  getAllDisplays: () => [display()],
  getDisplayMatching: display,
  getDisplayNearestPoint: display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
})

const SOURCES = ['system', 'light', 'dark']
let themeSource = 'system'
const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseHighContrastColors: false,
  shouldUseInvertedColorScheme: false,
  shouldDifferentiateWithoutColor: false,
  inForcedColorsMode: false,
  prefersReducedTransparency: false,

  /** Not Electron's: a new page gets the theme. @param {any} contents whose page is open */
  async applyTo(contents) {
    const value = themeSource === 'system' ? '' : themeSource
    const features = [{ name: 'prefers-color-scheme', value }]
    await contents[PAGE].send('Emulation.setEmulatedMedia', { features })
  },
})
Object.defineProperties(nativeTheme, {
  themeSource: {
    enumerable: true,
    get: () => themeSource,
    set(value) {
      if (!SOURCES.includes(value)) throw new TypeError(`Invalid themeSource '${value}'`)
      themeSource = value
      for (const contents of registry.contents.values()) {
        if (contents[PAGE].targetId) void nativeTheme.applyTo(contents).catch(() => {})
      }
      setImmediate(() => nativeTheme.emit('updated'))
    },
  },
  shouldUseDarkColors: { enumerable: true, get: () => themeSource === 'dark' },
})

let copied = {}
const clipboard = {
  writeText(text) {
    copied = { text: String(text) }
  },
  readText: () => copied.text ?? '',
  writeHTML(html) {
    copied = { html: String(html) }
  },
  readHTML: () => copied.html ?? '',
  write({ image, bookmark, ...data }) {
    if (image || bookmark) throw unsupported('clipboard.write of images and bookmarks')
    copied = { ...data }
  },
  clear() {
    copied = {}
  },
  availableFormats: () =>
    Object.keys({ text: 'text/plain', html: 'text/html' })
      .filter((format) => copied[format] !== undefined)
      .map((format) => (format === 'text' ? 'text/plain' : `text/${format}`)),
}

/** Silent: `isSupported` says so. */
class Notification extends EventEmitter {
  constructor(options = {}) {
    super()
    Object.assign(this, options)
  }
  show() {}
  close() {}
  static isSupported = () => false
}

module.exports = {
  screen: Object.setPrototypeOf(screen, refusing('screen', EventEmitter.prototype)),
  nativeTheme: Object.setPrototypeOf(nativeTheme, refusing('nativeTheme', EventEmitter.prototype)),
  clipboard: Object.setPrototypeOf(clipboard, refusing('clipboard', {})),
  Notification,
}
