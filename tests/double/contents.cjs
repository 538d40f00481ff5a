// WebContents: the application's view of a page.
'use strict'

const { app } = require('./app.cjs')
const { browser } = require('./browser.cjs')
const { createEvent } = require('./event.cjs')
const { encode, receiveInvoke, receiveSend } = require('./ipc-main.cjs')
const { pressKey } = require('./menu.cjs')
const { createMainFrame } = require('./main-frame.cjs')
const { Page } = require('./page.cjs')
const { printOptions } = require('./print-options.cjs')
const { PAGE, registry } = require('./registry.cjs')
const { emitNavigation } = require('./requests.cjs')
const { schemes, toApp, toPage } = require('./scheme-urls.cjs')
const { applyPermissions, defaultSession } = require('./session.cjs')
const { nativeTheme } = require('./desktop.cjs')
const { emitterThatRefuses, unsupported } = require('./unsupported.cjs')
const { checkPreferences } = require('./web-preferences.cjs')

const NEVER_EMITTED = [
  'before-input-event',
  'before-mouse-event',
  'found-in-page',
  'login',
  'certificate-error',
  'select-bluetooth-device',
  'will-prevent-unload',
]
const ZOOM_BASE = 1.2
let lastId = 0

class WebContents extends emitterThatRefuses('webContents', NEVER_EMITTED) {
  id = ++lastId
  session = defaultSession
  #window
  #preferences
  #url = ''
  #title = ''
  #isDestroyed = false
  #isCrashed = false
  #isLoading = false
  #zoom = 1
  #opened

  /** @param {any} window @param {Record<string, any>} preferences */
  constructor(window, preferences) {
    super()
    this.#window = window
    this.#preferences = checkPreferences(preferences)
    this.#zoom = preferences.zoomFactor ?? 1
    this[PAGE] = new Page()
    this.mainFrame = createMainFrame(this)
    registry.contents.set(this.id, this)
    registry.owners.set(this, window)
    this.#listen()
    this.#opened = this.#open()
    this.#opened.catch((error) => {
      if (this.#isDestroyed) return
      console.error(error)
      process.exit(1)
    })
    app.emit('web-contents-created', createEvent(), this)
  }

  async #open() {
    const { width, height } = this.#window.getBounds()
    await this[PAGE].open({ width, height }, this.#preferences)
    await Promise.all([applyPermissions(this), nativeTheme.applyTo(this), this.applySize()])
  }

  #listen() {
    const page = this[PAGE]
    page.on('message', (message) => this.#receive(message))
    page.on('navigated', (url) => {
      this.#url = url
      // The app's handlers may decide by the page's address, which is known only now.
      void applyPermissions(this)
      this.emit('did-navigate', createEvent(), toApp(url), page.responseCode ?? 200, '')
    })
    page.on('navigated-in-page', (url) => {
      this.#url = url
      this.emit('did-navigate-in-page', createEvent(), toApp(url), true, 1, 1)
    })
    page.on('requested-navigation', (url) => this.#beyondHttp(url))
    page.on('dom-ready', () => this.emit('dom-ready', createEvent()))
    page.on('loaded', () => {
      this.#isLoading = false
      this.emit('did-frame-finish-load', createEvent(), true, 1, 1)
      this.emit('did-finish-load', createEvent())
      this.emit('did-stop-loading', createEvent())
    })
    page.on('console', (details) => this.#console(details))
    page.on('crashed', () => {
      this.#isCrashed = true
      const details = { reason: 'crashed', exitCode: 133 }
      this.emit('render-process-gone', createEvent(), details)
      app.emit('render-process-gone', createEvent(), this, details)
    })
    page.on('gone', () => this.#gone())
  }

  #receive(message) {
    switch (message.kind) {
      case 'invoke':
        return void receiveInvoke(this, message)
      case 'send':
        return receiveSend(this, message)
      case 'key':
        return void pressKey(message, this.#window)
      case 'title':
        this.#title = message.title
        return void this.emit('page-title-updated', createEvent(), message.title, true)
      case 'context-menu': {
        const { kind: _kind, ...place } = message
        const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
        const params = { ...place, editFlags, misspelledWord: '', dictionarySuggestions: [] }
        return void this.emit('context-menu', createEvent(), params)
      }
      case 'preload-error': {
        console.error(`Unable to load preload script: ${this.#preferences.preload}`, message.error)
        const error = new Error(message.error)
        return void this.emit('preload-error', createEvent(), this.#preferences.preload, error)
      }
    }
  }

  /** Links to mailto: or app: make no request, so they are asked about here. */
  #beyondHttp(url) {
    if (/^(https?|about|blob|data|javascript):/.test(url)) return
    const isAllowed = emitNavigation(this, 'will-navigate', url)
    if (isAllowed && schemes.has(new URL(url).protocol.slice(0, -1))) {
      void this.loadURL(url).catch((error) => console.error(error))
    }
  }

  #console({ level, message, lineNumber, sourceId }) {
    const details = { level, message, lineNumber, sourceId: toApp(sourceId), frame: this.mainFrame }
    const number = ['debug', 'info', 'warning', 'error'].indexOf(level)
    this.emit('console-message', createEvent(details), number, message, lineNumber, sourceId)
  }

  #gone() {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    registry.contents.delete(this.id)
    this.emit('destroyed')
  }

  /** Rejects with `code` and `url` if nothing could be loaded. */
  async loadURL(url) {
    await this.#opened
    this.#isLoading = true
    this.#isCrashed = false
    this.emit('did-start-loading', createEvent())
    const loaded = this.#nextLoad()
    const { errorText, loaderId } = await this[PAGE].navigate(toPage(url))
    if (errorText) throw this.#loadFailed(errorText.replace('net::', ''), url)
    if (loaderId) await loaded
  }

  #loadFailed(code, url) {
    this.#isLoading = false
    const number = { ERR_ABORTED: -3, ERR_NAME_NOT_RESOLVED: -105 }[code] ?? -2
    this.emit('did-fail-load', createEvent(), number, code, url, true, 1, 1)
    return Object.assign(new Error(`${code} (${number}) loading '${url}'`), {
      code,
      errno: number,
      url,
    })
  }

  #nextLoad() {
    return new Promise((resolve) => {
      for (const event of [
        'did-finish-load',
        'did-fail-load',
        'render-process-gone',
        'destroyed',
      ]) {
        this.once(event, resolve)
      }
    })
  }

  async loadFile(file) {
    throw unsupported(`loadFile('${file}'): serve it over a registered scheme`)
  }

  reload() {
    void this.#opened.then(() => {
      this[PAGE].expect(this.#url)
      this.#isCrashed = false
      return this[PAGE].send('Page.reload')
    })
  }
  reloadIgnoringCache = () => this.reload()
  stop = () => void this[PAGE].send('Page.stopLoading')

  send(channel, ...args) {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    let text
    try {
      text = encode(args)
    } catch {
      throw new Error('Failed to serialize arguments')
    }
    void this.#opened.then(() => this[PAGE].post({ kind: 'event', channel, args: text }))
  }

  /** In the page's own world. Rejects with the page's message. */
  async executeJavaScript(expression, userGesture = false) {
    await this.#opened
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this[PAGE].send('Runtime.evaluate', options)
    if (!exceptionDetails) return result.value
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }

  /** Headless only: Chromium with a window cannot print. */
  async printToPDF(options = {}) {
    await this.#opened
    const { data } = await this[PAGE].send('Page.printToPDF', printOptions(options))
    return Buffer.from(data, 'base64')
  }

  async capturePage() {
    await this.#opened
    const { data } = await this[PAGE].send('Page.captureScreenshot')
    const png = Buffer.from(data, 'base64')
    return { toPNG: () => png, isEmpty: () => png.length === 0 }
  }

  /** Zoom is fewer CSS pixels, each of more device pixels. @returns {Promise<void>} */
  async applySize() {
    const { width, height } = this.#window.getBounds()
    await this[PAGE].send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / this.#zoom),
      height: Math.round(height / this.#zoom),
      deviceScaleFactor: this.#zoom,
      mobile: false,
    })
  }

  setZoomFactor(factor) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom = factor
    void this.#opened.then(() => this.applySize()).catch(() => {})
  }
  getZoomFactor = () => this.#zoom
  setZoomLevel = (level) => this.setZoomFactor(ZOOM_BASE ** level)
  getZoomLevel = () => Math.round((Math.log(this.#zoom) / Math.log(ZOOM_BASE)) * 1e6) / 1e6
  setVisualZoomLevelLimits = async () => {}

  setWindowOpenHandler(handler) {
    this[PAGE].windowOpenHandler = handler
  }

  /** Runs the page's unload handlers, then the window is gone. */
  close() {
    const page = this[PAGE]
    void this.#opened
      .then(() => browser.send('Target.closeTarget', { targetId: page.targetId }))
      .catch(() => this.#gone())
  }
  forcefullyCrashRenderer() {
    void this[PAGE].send('Page.crash').catch(() => {})
  }

  #edit(command) {
    void this.executeJavaScript(`document.execCommand('${command}')`, true).catch(() => {})
  }
  undo = () => this.#edit('undo')
  redo = () => this.#edit('redo')
  cut = () => this.#edit('cut')
  copy = () => this.#edit('copy')
  paste = () => this.#edit('paste')
  delete = () => this.#edit('delete')
  selectAll = () => this.#edit('selectAll')

  getURL = () => toApp(this.#url)
  getTitle = () => this.#title
  getType = () => 'window'
  getLastWebPreferences = () => ({ ...this.#preferences })
  getOSProcessId = () => browser.pid
  getProcessId = () => 1
  isDestroyed = () => this.#isDestroyed
  isCrashed = () => this.#isCrashed
  isLoading = () => this.#isLoading
  isLoadingMainFrame = () => this.#isLoading
  isFocused = () => registry.focused === this.#window
  focus = () => this.#window.focus()
  isDevToolsOpened = () => false
  openDevTools() {}
  closeDevTools() {}
  toggleDevTools() {}
  setIgnoreMenuShortcuts() {}
  setBackgroundThrottling() {}

  static fromId = (id) => registry.contents.get(id)
  static fromDevToolsTargetId = (targetId) => registry.contentsOfTarget(targetId)
  static getAllWebContents = () => [...registry.contents.values()]
  static getFocusedWebContents = () => registry.focused?.webContents ?? null
}

module.exports = { WebContents }
