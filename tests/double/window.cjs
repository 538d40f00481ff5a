// BrowserWindow: a page with bounds, a title, and a way to close.
'use strict'

const { app, lifecycle } = require('./app.cjs')
const { WebContents } = require('./contents.cjs')
const { createEvent } = require('./event.cjs')
const { Geometry } = require('./geometry.cjs')
const { registry } = require('./registry.cjs')

const CLOSE_LIMIT_MS = 5000
let lastId = 0

class BrowserWindow extends Geometry {
  #isVisible
  #isDestroyed = false
  #isClosing = false
  #hasPainted = false
  #title

  /** @param {Record<string, any>} [options] */
  constructor(options = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    super(options)
    this.id = ++lastId
    this.#isVisible = options.show !== false
    this.#title = options.title ?? app.name
    // Throws on preferences that are refused: then there is no window.
    this.webContents = new WebContents(this, options.webPreferences ?? {})
    registry.windows.set(this.id, this)
    if (this.#isVisible) registry.focused = this
    this.#listen()
    app.emit('browser-window-created', createEvent(), this)
  }

  #listen() {
    this.webContents.on('did-finish-load', () => {
      if (this.#hasPainted) return
      this.#hasPainted = true
      this.emit('ready-to-show', createEvent())
    })
    this.webContents.on('page-title-updated', (event, title, isExplicit) => {
      this.emit('page-title-updated', event, title, isExplicit)
      if (!event.defaultPrevented) this.#title = title
    })
    this.webContents.once('destroyed', () => this.#closed())
  }

  /** Called by the bounds. */
  resized() {
    void this.webContents.applySize().catch(() => {})
  }

  loadURL = (url, options) => this.webContents.loadURL(url, options)
  loadFile = (file) => this.webContents.loadFile(file)
  reload = () => this.webContents.reload()
  capturePage = () => this.webContents.capturePage()

  show() {
    this.#isVisible = true
    this.emit('show', createEvent())
    this.focus()
  }
  showInactive() {
    this.#isVisible = true
    this.emit('show', createEvent())
  }
  hide() {
    this.#isVisible = false
    if (registry.focused === this) registry.focused = null
    this.emit('hide', createEvent())
  }
  focus() {
    const before = registry.focused
    if (before === this) return
    before?.blur()
    registry.focused = this
    this.emit('focus', createEvent())
    app.emit('browser-window-focus', createEvent(), this)
  }
  blur() {
    if (registry.focused !== this) return
    registry.focused = null
    this.emit('blur', createEvent())
    app.emit('browser-window-blur', createEvent(), this)
  }
  isVisible = () => this.#isVisible
  isFocused = () => registry.focused === this
  isDestroyed = () => this.#isDestroyed
  setTitle(title) {
    this.#title = String(title)
  }
  getTitle = () => this.#title

  /** Asks 'close' listeners, lets the page unload, then 'closed'. */
  close() {
    if (this.#isDestroyed || this.#isClosing) return
    const event = createEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return lifecycle.closeWasPrevented()
    this.#isClosing = true
    this.webContents.close()
    setTimeout(() => {
      if (this.#isDestroyed) return
      console.error('electron double: the page does not unload; its window is destroyed')
      this.destroy()
    }, CLOSE_LIMIT_MS).unref()
  }

  /** Asks nobody. */
  destroy() {
    if (this.#isDestroyed) return
    this.webContents.close()
    this.#closed()
  }

  #closed() {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    registry.windows.delete(this.id)
    if (registry.focused === this) registry.focused = [...registry.windows.values()].at(-1) ?? null
    this.emit('closed', createEvent())
    if (registry.windows.size === 0) registry.emit('all-closed')
  }

  getParentWindow = () => null
  getChildWindows = () => []
  getNativeWindowHandle = () => Buffer.alloc(8)
  getMediaSourceId = () => `window:${this.id}:0`
  isResizable = () => true
  isMenuBarVisible = () => true
  isAlwaysOnTop = () => false
  isModal = () => false
  isEnabled = () => true
  setMenu() {}
  removeMenu() {}
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setRepresentedFilename() {}
  setDocumentEdited() {}
  setBackgroundColor() {}
  setTitleBarOverlay() {}
  setIcon() {}
  setProgressBar() {}
  setAlwaysOnTop() {}
  setResizable() {}
  setEnabled() {}
  setSkipTaskbar() {}
  setContentProtection() {}
  flashFrame() {}
  moveTop() {}

  static getAllWindows = () => [...registry.windows.values()]
  static getFocusedWindow = () => registry.focused
  static fromId = (id) => registry.windows.get(id) ?? null
  static fromWebContents = (contents) => registry.owners.get(contents) ?? null
}

module.exports = { BrowserWindow }
