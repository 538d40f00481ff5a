// One page in Chromium: its worlds, its way to the preload and back, its DevTools events in
// Electron's words. WebContents is the public face of it.
'use strict'

const { randomBytes } = require('node:crypto')
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const path = require('node:path')
const { bridgeSource } = require('./bridge-world.cjs')
const { browser } = require('./browser.cjs')
const { codecSource } = require('./codec.cjs')
const { preloadSource } = require('./preload-world.cjs')
const { openTarget } = require('./targets.cjs')

const WORLD = 'Electron Isolated Context'
const LEVELS = { log: 'info', info: 'info', warning: 'warning', error: 'error', assert: 'error' }

/**
 * Emits 'message' (from the preload), 'navigated', 'navigated-in-page', 'requested-navigation',
 * 'dom-ready', 'loaded', 'console', 'crashed', 'gone'. URLs are Chromium's.
 */
class Page extends EventEmitter {
  targetId = ''
  /** @type {((details: object) => { action: 'allow' | 'deny' }) | undefined} */
  windowOpenHandler
  #sessionId = ''
  #key = randomBytes(12).toString('hex')
  #context
  #windowOpens = []
  #expected = new Set()
  #hasNavigated = false

  /** @param {{ width: number, height: number }} size @param {Record<string, any>} preferences */
  async open(size, preferences) {
    const { targetId, sessionId } = await openTarget(size)
    this.targetId = targetId
    this.#sessionId = sessionId
    browser.listen(sessionId, (method, params) => this.#events[method]?.(params))
    const binding = { name: this.#name('binding'), executionContextName: WORLD }
    await Promise.all([
      this.send('Page.enable'),
      this.send('Runtime.enable'),
      this.send('Log.enable'),
      this.send('Inspector.enable'),
      this.send('Runtime.addBinding', binding),
      this.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      this.#inject(preferences),
      this.send('Runtime.runIfWaitingForDebugger'),
    ])
  }

  send(method, params) {
    return browser.send(method, params, this.#sessionId)
  }

  /** To the preload of the document that is there; lost if there is none, as in Electron. */
  async post(message) {
    if (this.#context === undefined) return
    const text = JSON.stringify(JSON.stringify(message))
    const expression = `globalThis[${JSON.stringify(this.#name('deliver'))}](${text})`
    // A document that is going away takes its context along.
    await this.send('Runtime.evaluate', { contextId: this.#context, expression }).catch(() => {})
  }

  /** Resolves when the request was answered, which is before the page is loaded. */
  async navigate(url) {
    this.expect(url)
    return this.send('Page.navigate', { url })
  }

  /** The next request of this document comes from the application, not from the page. */
  expect(url) {
    this.#hasNavigated = true
    this.#expected.add(withoutHash(url))
  }

  /** @returns whether `expect` announced it; forgets it */
  wasExpected(url) {
    return this.#expected.delete(withoutHash(url))
  }

  takeWindowOpen() {
    return this.#windowOpens.shift()
  }

  #name(what) {
    return `${what}${this.#key}`
  }

  /** The page's end of the bridge first: the preload exposes through it. */
  async #inject(preferences) {
    const bridge = (role) => `${bridgeSource}('${role}', '${this.#key}')`
    await this.#onNewDocument(bridge('page'))
    if (!preferences.preload) return
    if (!path.isAbsolute(preferences.preload))
      throw new Error('preload script must have absolute path')
    const names = {
      binding: this.#name('binding'),
      deliver: this.#name('deliver'),
      process: preloadProcess(preferences.additionalArguments),
    }
    const source = fs.readFileSync(preferences.preload, 'utf8')
    const wrapped = `function (require, process, module, exports) {${source}\n}`
    const parts = [JSON.stringify(names), bridge('preload'), codecSource, wrapped]
    await this.#onNewDocument(`${preloadSource}(${parts.join(', ')})`, WORLD)
  }

  #onNewDocument(source, worldName) {
    const inTopFrame = `if (window === window.top) { ${source} }`
    return this.send('Page.addScriptToEvaluateOnNewDocument', { source: inTopFrame, worldName })
  }

  #events = {
    'Runtime.executionContextCreated': ({ context }) => {
      const isOurs = context.name === WORLD && context.auxData?.frameId === this.targetId
      if (isOurs) this.#context = context.id
    },
    'Runtime.executionContextsCleared': () => {
      this.#context = undefined
    },
    'Runtime.bindingCalled': ({ executionContextId, payload }) => {
      if (executionContextId === this.#context) this.emit('message', JSON.parse(payload))
    },
    'Page.frameNavigated': ({ frame }) => {
      if (!frame.parentId && this.#hasNavigated) this.emit('navigated', frame.url)
    },
    'Page.navigatedWithinDocument': ({ frameId, url }) => {
      if (frameId === this.targetId) this.emit('navigated-in-page', url)
    },
    'Page.frameRequestedNavigation': ({ frameId, url, disposition }) => {
      const isHere = frameId === this.targetId && disposition === 'currentTab'
      if (isHere) this.emit('requested-navigation', url)
    },
    'Page.domContentEventFired': () => {
      if (this.#hasNavigated) this.emit('dom-ready')
    },
    'Page.loadEventFired': () => {
      if (!this.#hasNavigated) return
      this.#expected.clear()
      this.emit('loaded')
    },
    'Page.windowOpen': (asked) => {
      this.#windowOpens.push(asked)
    },
    'Page.javascriptDialogOpening': () => {
      void this.send('Page.handleJavaScriptDialog', { accept: true }).catch(() => {})
    },
    'Runtime.consoleAPICalled': ({ type, args, stackTrace }) => {
      const [top] = stackTrace?.callFrames ?? []
      this.emit('console', {
        level: LEVELS[type] ?? 'debug',
        message: args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' '),
        lineNumber: (top?.lineNumber ?? -1) + 1,
        sourceId: top?.url ?? '',
      })
    },
    'Runtime.exceptionThrown': ({ exceptionDetails }) => {
      const { exception, text, lineNumber, url } = exceptionDetails
      const message = `${text} ${exception?.description ?? ''}`.trim()
      this.emit('console', {
        level: 'error',
        message,
        lineNumber: lineNumber + 1,
        sourceId: url ?? '',
      })
    },
    'Log.entryAdded': ({ entry }) => {
      const { level, text, lineNumber = -1, url = '' } = entry
      const message = text
      this.emit('console', {
        level: level === 'verbose' ? 'debug' : level,
        message,
        lineNumber: lineNumber + 1,
        sourceId: url,
      })
    },
    'Inspector.targetCrashed': () => {
      this.#context = undefined
      this.emit('crashed')
    },
    gone: () => {
      this.#context = undefined
      this.emit('gone')
    },
  }
}

function preloadProcess(additionalArguments = []) {
  const { platform, arch, version, versions } = process
  return {
    platform,
    arch,
    version,
    versions: { ...versions },
    argv: ['electron', ...additionalArguments],
    env: {},
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  }
}

function withoutHash(url) {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}

module.exports = { Page }
